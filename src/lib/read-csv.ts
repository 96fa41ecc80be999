import { Problem } from './result.ts';

/** One record of a CSV file: `row` counts as a spreadsheet does, the header being row 1. */
export type CsvRow = { row: number; cells: string[] };

const separators = [',', ';', '\t', '|'];

/** The first line by which Excel is told the separator. A spreadsheet does not count it as a row. */
const separatorLine = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r|$)/i;

/**
 * Reads CSV (RFC 4180) as spreadsheets of all countries save it: cells separated by commas, semicolons, tabs or bars; quoted
 * cells with line breaks in them; lines that end in LF, CRLF or CR. Empty rows are counted and left out, as are the empty
 * cells at the end of a row.
 */
export const readCsv = (text: string): CsvRow[] | Problem => {
  const marked = text.replace(/^\ufeff/, '');
  const [line = '', told] = separatorLine.exec(marked) ?? [];
  const source = marked.slice(line.length);
  const separator = told ?? mostUsedIn(source);
  const cell = cellPattern(separator);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let row = 1;
  while (cell.lastIndex < source.length || cells.length > 0) {
    const found = cell.exec(source);
    if (found === null) {
      const message = `Row ${row}: a quotation mark is out of place. Put the whole cell in quotation marks, and double those within.`;
      return new Problem('malformed-csv', message);
    }
    const [, quoted, plain = '', end] = found;
    cells.push(quoted?.replaceAll('""', '"') ?? plain.trim());
    if (end === separator) continue;
    const last = cells.findLastIndex((value) => value.trim() !== '');
    if (last >= 0) rows.push({ row, cells: cells.slice(0, last + 1) });
    cells = [];
    row += 1;
  }
  return rows;
};

/** The separator that the header uses most. */
const mostUsedIn = (source: string): string => {
  const header = /[^\r\n]+/.exec(source)?.[0] ?? '';
  const uses = (separator: string): number => header.split(separator).length;
  return separators.reduce((most, other) => (uses(other) > uses(most) ? other : most));
};

/** A cell with its quotation marks, or without any, and what ends it. It is read in time that grows with its length only. */
const cellPattern = (separator: string): RegExp => {
  const mark = `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return new RegExp(`(?: *"([^"]*(?:""[^"]*)*)" *|([^"\\r\\n${mark}]*))(${mark}|\\r\\n|\\n|\\r|$)`, 'y');
};
