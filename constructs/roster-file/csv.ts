import { CsvError, parse } from 'csv-parse/sync';
import type { RosterProblem } from './problem';
import type { Records, RosterRecord } from './record';

/** Reads CSV with a header, with the delimiter of the spreadsheet that wrote it: a comma, a semicolon or a tab. */
export function readCsv(text: string): Records {
  // A spreadsheet may name its delimiter in a line of its own, before the header.
  const named = /^sep=(.)\n/i.exec(text);
  const body = named ? `\n${text.slice(named[0].length)}` : text;
  try {
    return table(rowsOf(body, named?.[1] ?? delimiterOf(body)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return nothing({ line: Number(error['lines'] ?? 1), message: quotes(error.code) });
  }
}

/** What the parser gives with its option `info`: `lines` is where the record ends. */
interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows that hold anything: spreadsheets write empty ones after the last person. */
function rowsOf(text: string, delimiter: string): readonly Row[] {
  const parsed = parse(text, {
    delimiter,
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    trim: true,
  }) as unknown as readonly Parsed[];
  return parsed.flatMap(({ record }, index) => {
    const before = parsed[index - 1]?.info.lines ?? 0;
    return record.some((cell) => cell !== '') ? [{ line: before + 1, cells: record }] : [];
  });
}

/** What the header is divided by most often, outside of quotes. */
function delimiterOf(text: string): string {
  const header = (/^\s*(.*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function table([header, ...rows]: readonly Row[]): Records {
  if (header === undefined) return nothing({ line: 1, message: 'must begin with a header that names the columns; the file is empty' });
  const width = header.cells.findLastIndex((cell) => cell !== '') + 1;
  const columns = header.cells.slice(0, width);
  const problems: RosterProblem[] = columns.flatMap((column, index) => {
    if (column === '') return [{ line: header.line, message: `must name each column; number ${index + 1} has no name` }];
    return columns.indexOf(column) < index ? [{ line: header.line, column, message: 'must be there once' }] : [];
  });
  const records = rows.flatMap(({ line, cells }): RosterRecord[] => {
    const count = cells.findLastIndex((cell) => cell !== '') + 1;
    if (cells.length < width || count > width) {
      problems.push({
        line,
        message: `must have ${width} cells, as the header has; it has ${Math.max(count, Math.min(cells.length, width))}`,
      });
      return [];
    }
    return [{ line, values: new Map(columns.flatMap((column, index) => (cells[index] ? [[column, cells[index]] as const] : []))) }];
  });
  return { headerLine: header.line, columns, records, problems };
}

const nothing = (problem: RosterProblem): Records => ({ headerLine: 1, columns: [], records: [], problems: [problem] });

const quotes = (code: string): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'must close the quote that it opens; the rest of the file was taken for one cell'
    : 'must have quotes around whole cells only, and double those within: "Ada ""the first"" Lovelace"';
