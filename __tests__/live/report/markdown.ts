import type { Answers } from '../../../emulator/settings';
import type { Finding, Lag, Throttling } from '../findings';
import type { LifeReport } from '../lives/life';
import { type Report, ROW_QUESTIONS } from './report';

/** The report as a page. */
export function markdownOf(report: Report): string {
  const { instance, versions, calls } = report;
  return `${[
    `# ${report.spokeTo === 'Amazon Connect' ? 'A run against Amazon Connect' : 'A run against something else than Amazon Connect'}, ${report.day}`,
    `${instance.region}${instance.otherRegion === undefined ? '' : ` and ${instance.otherRegion}`}, accounts: ${instance.identityManagement}, group: ${instance.group}. Version ${versions.package}, terraform ${versions.terraform}, Node ${versions.node}, ${versions.platform}.`,
    report.outcome === 'complete' ? 'The run came to its end.' : '**The run was stopped before its end.**',
    `It sent ${calls.sent} calls beside those of terraform, ${calls.perSecondOfEachOperation} a second of each operation at most; ${calls.throttled} of them were throttled.`,
    ...section('Lives through terraform', table(['Life', 'Step', ''], report.lives.flatMap(rowsOfLife))),
    ...section('Undocumented answers', table(['Question', 'Switch', 'Answer', 'Seen'], rowsOfAnswers(report))),
    ...section(
      'How far things lag behind',
      table(
        ['What', 'When'],
        report.lags.map((lag) => [lag.what, inWords(lag)]),
      ),
    ),
    ...section(
      'Page sizes',
      table(
        ['Operation', 'Size', 'Answer'],
        report.pages.map(({ operation, size, answer }) => [operation, String(size), answer]),
      ),
    ),
    ...section('Throttling', report.throttling ? throttlingInWords(report.throttling) : ''),
    ...section('Remarks', report.remarks.map((remark) => `- ${remark}`).join('\n')),
    ...section('Left behind', report.left.map((what) => `- ${what}`).join('\n')),
  ].join('\n\n')}\n`;
}

const section = (title: string, content: string): readonly string[] => (content === '' ? [] : [`## ${title}`, content]);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : [head, head.map(() => '---'), ...rows]
        .map((cells) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`)
        .join('\n');

const rowsOfLife = ({ name, steps }: LifeReport): readonly (readonly string[])[] =>
  steps.map(({ step, result, problem }) => [name, step, problem === undefined ? result : `${result}: ${problem}`]);

const rowsOfAnswers = ({ rows }: Report): readonly (readonly string[])[] =>
  (Object.keys(ROW_QUESTIONS) as (keyof Answers)[]).map((row) => {
    const finding: Finding<unknown> = rows[row] ?? { result: 'not asked', why: 'the run did not come to it' };
    return [ROW_QUESTIONS[row], `\`${row}\``, answerOf(finding), 'why' in finding ? finding.why : finding.evidence];
  });

function answerOf(finding: Finding<unknown>): string {
  if (finding.result !== 'observed') return finding.result === 'unforeseen' ? '**unforeseen**' : finding.result;
  const { value } = finding;
  return Array.isArray(value) ? (value.length === 0 ? 'none' : value.map((one) => `\`${one}\``).join(', ')) : `\`${String(value)}\``;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function inWords({ notYet, seen }: Lag): string {
  if (seen === undefined) return `not within ${seconds(notYet ?? 0)}`;
  return notYet === undefined ? `by the first look, ${seconds(seen)} after` : `after ${seconds(notYet)} to ${seconds(seen)}`;
}

function throttlingInWords({ operation, takenAtOnce, throttled }: Throttling): string {
  if (!throttled) return `\`${operation}\`: ${takenAtOnce} calls one right after another, none throttled.`;
  const { code, status, message, takenPerSecond } = throttled;
  return `\`${operation}\`: after ${takenAtOnce} calls one right after another, ${status} \`${code}\`: "${message}". While ten calls a second came, ${takenPerSecond} a second were taken.`;
}
