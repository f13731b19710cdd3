import type { Goal, Report, Row } from './report';

interface Column {
  readonly title: string;
  cell(row: Row): string;
}

const COLUMNS: readonly Column[] = [
  { title: 'N', cell: ({ size }) => whole(size) },
  { title: 'wall', cell: ({ wallS }) => duration(wallS) },
  { title: 'ratio', cell: ({ ratio }) => (ratio === undefined ? '' : `${ratio < 10 ? ratio.toFixed(2) : whole(Math.round(ratio))} x`) },
  { title: 'calls', cell: ({ calls }) => whole(calls) },
  { title: 'throttled', cell: ({ throttled }) => whole(throttled) },
  { title: 'quota', cell: ({ quotaS }) => duration(quotaS) },
  { title: 'CPU', cell: ({ cpuS }) => duration(cpuS) },
  { title: 'memory', cell: ({ peakMb }) => (peakMb === undefined ? '' : `${whole(Math.round(peakMb))} MB`) },
];

const LEGEND = `wall: from the start of the command to its end. ratio: of wall times, to what the note says.
calls: API requests that the emulator saw, throttled: those of them that it refused for their rate.
quota: what 2 requests a second, 5 at once, take at least for the other calls: each operation for itself, all at the same time.
CPU: user and system time of all provider processes of the command; memory: the peak resident set of the largest one. Both are
read from /proc every 25 ms and show nothing where there is none.`;

/** One table, chapter by chapter, with the notes of each row below it. */
export function tableOf({ machine, chapters }: Report): string {
  const rows = chapters.flatMap((chapter) => chapter.rows);
  const first = width(['measured', ...rows.map(({ measured }) => measured)]);
  const widths = COLUMNS.map(({ title, cell }) => width([title, ...rows.map(cell)]));
  const line = (measured: string, cells: readonly string[]): string =>
    `  ${measured.padEnd(first)}  ${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  ')}`.trimEnd();

  const head = line(
    'measured',
    COLUMNS.map(({ title }) => title),
  );
  const body = chapters.flatMap(({ name, title, rows: own }) => [
    '',
    `${title} (${name})`,
    ...own.flatMap((row) => [
      line(
        row.measured,
        COLUMNS.map(({ cell }) => cell(row)),
      ),
      ...(row.notes ?? []).map((note) => `      ${note}`),
    ]),
  ]);
  return [machine, '', head, '-'.repeat(head.length), ...body, '', LEGEND, ''].join('\n');
}

export function goalsOf(goals: readonly Goal[]): string {
  const [goal, measured] = [width(goals.map((each) => each.goal)), width(goals.map((each) => each.measured))];
  return [
    'Goals',
    ...goals.map((each) => `  ${each.met ? 'met    ' : 'NOT MET'}  ${each.goal.padEnd(goal)}  ${each.measured.padEnd(measured)}`.trimEnd()),
    '',
  ].join('\n');
}

const width = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

export const whole = (value: number | undefined): string => (value === undefined ? '' : value.toLocaleString('en-US'));

export function duration(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  if (seconds === 0) return '0 s';
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  return `${seconds < 100 ? seconds.toFixed(1) : whole(Math.round(seconds))} s`;
}
