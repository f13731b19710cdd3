import { diagnostics } from './diagnostics.mjs';
import { NOTICE, page, part } from './files.mjs';

/** Words each failure of a call by itself: `callFailed`, which the tables below stand for. */
const FAILED_CALLS = /^(ACTION failed: |No valid AWS credentials$|The provider cannot be configured$)/;

/**
 * Every message of the provider, by its title.
 * @param failures the functions and tables that word what Amazon Connect answered
 */
export function troubleshootingPage(failures) {
  const found = diagnostics();
  const told = (severity) => titled(found.filter((one) => one.severity === severity && !FAILED_CALLS.test(one.summary)));
  return page([
    NOTICE,
    '# Troubleshooting',
    part('troubleshooting', 'about'),
    '## A call that failed',
    part('troubleshooting', 'calls'),
    table(
      ['The title ends with', 'Cause', 'What to do'],
      Object.keys(failures.SUMMARY).map((way) => failedCall(way, failures)),
    ),
    '### Credentials',
    part('troubleshooting', 'credentials'),
    table(['The answer', 'Cause', 'What to do'], failures.CREDENTIALS.map(answered)),
    '### The way to Amazon Connect',
    part('troubleshooting', 'way'),
    table(['No answer, with', 'Cause', 'What to do'], failures.WAY.map(answered)),
    '## Errors',
    told('error'),
    '## Warnings',
    told('warning'),
    part('troubleshooting', 'see-also'),
  ]);
}

function failedCall(way, { SUMMARY, callFailed }) {
  const special = { 'too-late': { kind: 'unavailable', code: 'DeadlineExceeded' }, trouble: { kind: 'unavailable', status: 500 } }[way];
  const failure = { kind: way, operation: 'OPERATION', region: 'REGION', code: 'CODE', message: 'MESSAGE', ambiguous: false, ...special };
  const [cause = '', remedy = ''] = callFailed('ACTION', failure).detail.split('\n').slice(-2);
  return [`\`failed: ${SUMMARY[way]}\``, withoutLabel(cause), remedy];
}

const answered = ([code, cause, remedy]) => [
  codesOf(code.source)
    .map((one) => `\`${one}\``)
    .join(', '),
  withoutLabel(cause),
  remedy,
];

/** The head of the table says that it is the cause. */
const withoutLabel = (cause) => cause.replace(/^Likely cause: ./, (label) => label.slice(-1).toUpperCase());

/** `^Request(Expired|TimeTooSkewed)` as the codes that it stands for. */
function codesOf(pattern) {
  const [, before = '', alternatives = ''] = /^\^([^(]*)(?:\((.*)\))?\$?$/.exec(pattern.replace(/\$\)$/, ')')) ?? [];
  return alternatives.split('|').map((one) => `${before}${one}`.replace(/\$$/, '').replace(/_$/, '_...'));
}

const table = (head, rows) =>
  [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');

/** Where the message itself is as short as the mistake. */
const HINTS = {
  'The NAME of the import identity is not one':
    'The text says what it must be. The page of the resource has the attributes of its identity.',
  'Invalid NAME':
    'The value is none that the attribute takes. The text says what it must be; the reference page of the resource says so too.',
  'Missing NAME': 'An attribute without which the resource or data source means nothing.',
};

/** In the order of their titles; one title may have several texts. */
function titled(found) {
  const titles = [...new Set(found.map(({ summary }) => summary))].sort((a, b) => plain(a).localeCompare(plain(b), 'en'));
  return titles.flatMap((title) => [
    `### ${title}`,
    HINTS[title],
    [...new Set(found.filter(({ summary }) => summary === title).map(({ detail }) => detail))].map(markdown).join('\n\nOr:\n\n'),
  ]);
}

const plain = (title) => title.replace(/^"/, '');

/** Indented lines are code, as in a terminal; all others are sentences. */
const markdown = (detail) =>
  detail
    .split('\n\n')
    .map((paragraph) =>
      /^ {2}/.test(paragraph) ? `\`\`\`text\n${paragraph.replace(/^ {2}/gm, '')}\n\`\`\`` : paragraph.replaceAll('\n', '  \n'),
    )
    .join('\n\n')
    .replaceAll('<', '&lt;');
