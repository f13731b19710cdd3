import { CsvError, parse } from 'csv-parse/sync';
import type { RosterProblem } from './problem';
import { nobody, type Records, type RosterRecord } from './record';

/** Reads CSV with a header, with the delimiter of the spreadsheet that wrote it: a comma, a semicolon or a tab. */
export function readCsv(text: string): Records {
  // A spreadsheet may name its delimiter in a line of its own, before the header.
  const named = /^sep=(.)\n/i.exec(text);
  const body = named ? `\n${text.slice(named[0].length)}` : text;
  try {
    return table(rowsOf(body, named?.[1] ?? delimiterOf(body)), body.endsWith('\n'));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return nobody({ line: Number(error['lines'] ?? 1), message: quotes(error.code) });
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

/**
 * Spreadsheets leave out empty cells at the end of a row: such a row is whole if its line is ended. A last line that is not
 * ended may be what is left of a download that was cut off, so it has to have all its cells. Too many cells are
 * never right: those after a comma that wants quotes stand in wrong columns.
 */
function table([header, ...rows]: readonly Row[], ended: boolean): Records {
  if (header === undefined) return nobody({ line: 1, message: 'must begin with a header that names the columns; the file is empty' });
  const width = header.cells.findLastIndex((cell) => cell !== '') + 1;
  const columns = header.cells.slice(0, width);
  const problems: RosterProblem[] = columns.flatMap((column, index) => {
    if (column === '') return [{ line: header.line, message: `must name each column; number ${index + 1} has no name` }];
    return columns.indexOf(column) < index ? [{ line: header.line, column, message: 'must be there once' }] : [];
  });
  const broken = brokenRows(rows, width);
  const records = rows.flatMap(({ line, cells }): RosterRecord[] => {
    const count = cells.findLastIndex((cell) => cell !== '') + 1;
    const message = `must have ${width} cells, as the header has; it has ${Math.max(count, Math.min(cells.length, width))}`;
    if (count > width) problems.push({ line, message });
    else if (cells.length < width && !ended && line === rows.at(-1)?.line)
      problems.push({ line, message: `${message}, and its line is not ended: the file may be cut off` });
    else if (broken.has(line))
      problems.push({ line, message: `${message}, and makes one row with its neighbour: a cell with a line break needs quotes` });
    else return [{ line, values: new Map(columns.flatMap((column, index) => (cells[index] ? [[column, cells[index]] as const] : []))) }];
    return [];
  });
  // What is wrong with these columns is told.
  const sound = [...new Set(columns)].filter((column) => column !== '');
  return { headerLine: header.line, columns: sound, records, problems };
}

/** Lines of rows that a line break in a cell cut in two, as far as that shows: spreadsheets leave out as many cells in all rows of a block. */
const brokenRows = (rows: readonly Row[], width: number): ReadonlySet<number> =>
  new Set(
    rows.flatMap(({ line, cells: { length } }, index) => {
      const next = rows[index + 1];
      const other = next?.line === line + 1 ? next.cells.length : 0;
      return Math.max(length, other) < width && length !== other && length + other === width + 1 ? [line, line + 1] : [];
    }),
  );

const quotes = (code: string): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'must close the quote that it opens; the rest of the file was taken for one cell'
    : 'must have quotes around whole cells only, and double those within: "Ada ""the first"" Lovelace"';
