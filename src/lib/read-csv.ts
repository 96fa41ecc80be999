import { Problem } from './result.ts';

/** One record of a CSV file: `row` counts as a spreadsheet does, the header being row 1. */
export type CsvRow = { row: number; cells: string[] };

/**
 * Reads CSV (RFC 4180): quoted cells, line breaks in them, LF or CRLF, a byte order mark. Spreadsheets of some countries
 * part cells by semicolons; the header tells. Empty lines are skipped and counted.
 */
export const readCsv = (text: string): CsvRow[] | Problem => {
  const source = text.replace(/^\ufeff/, '');
  const [header = ''] = source.split('\n', 1);
  const separator = header.includes(';') && !header.includes(',') ? ';' : ',';
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let row = 1;
  let at = 0;

  const endRow = (): void => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ row, cells });
    cells = [];
    row += 1;
  };

  while (at < source.length || cells.length > 0) {
    const cell = readCell(source, at, separator);
    if (cell === undefined) return new Problem('malformed-csv', `Row ${row}: a quotation mark is out of place.`);
    cells.push(cell.value);
    at = cell.end;
    if (source[at] === separator) {
      at += 1;
      continue;
    }
    endRow();
    if (source[at] === '\r') at += 1;
    if (source[at] === '\n') at += 1;
    else if (at < source.length) return new Problem('malformed-csv', `Row ${row - 1}: a line ends in a lone CR.`);
  }
  return rows;
};

/** The cell that begins at `at`, and where it ends; undefined when its quotation marks do not match. */
const readCell = (source: string, at: number, separator: string): { value: string; end: number } | undefined => {
  if (source[at] !== '"') {
    let end = at;
    while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
    const value = source.slice(at, end);
    return value.includes('"') ? undefined : { value: value.trim(), end };
  }
  let value = '';
  let from = at + 1;
  for (;;) {
    const quote = source.indexOf('"', from);
    if (quote < 0) return undefined;
    value += source.slice(from, quote);
    if (source[quote + 1] !== '"') {
      const end = quote + 1;
      const next = source[end];
      return next === undefined || next === separator || next === '\n' || next === '\r' ? { value, end } : undefined;
    }
    value += '"';
    from = quote + 2;
  }
};
