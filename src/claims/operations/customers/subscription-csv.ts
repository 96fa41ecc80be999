import { catalogues, namesOf } from '../../../domain/catalogue/catalogue.ts';
import { subscriptionChannels, subscriptionStates } from '../../../domain/customer/subscriptions.ts';
import { decodeText } from '../../../lib/decode-text.ts';
import { type CsvRow, readCsv } from '../../../lib/read-csv.ts';
import { type FieldError, Problem, problemOf } from '../../../lib/result.ts';
import { inRow, maxSubscriptions, type Rows, readRow, subscriptionRow } from './subscription-rows.ts';

/** The rows of a CSV file with a header, or a problem if it cannot be read at all. `charset` is what the sender names. */
export const rowsOfCsv = (bytes: Uint8Array, charset?: string): Rows | Problem => {
  if (isWorkbook(bytes))
    return new Problem('malformed-csv', 'This is an Excel workbook. Save it as CSV, and send that.');
  const { text, guessed } = decodeText(bytes, charset);
  const records = readCsv(text);
  if (records instanceof Problem) return records;
  const [header, ...body] = records;
  const read: Rows = { rows: [], errors: [], notes: [] };
  if (guessed !== undefined) {
    read.notes.push({ path: 'rows', message: `The file is not UTF-8. It was read as ${guessed}: check its letters.` });
  }
  const columns = columnsOf(read, header);
  if (columns instanceof Problem) return columns;
  if (body.length > maxSubscriptions) {
    return new Problem('too-long', `At most ${maxSubscriptions} rows.`);
  }
  for (const { row, cells } of body) {
    const path = `rows.${row}`;
    const stray = cells.find((cell, index) => cell.trim() !== '' && !columns[index]);
    if (stray !== undefined) {
      const message = `'${stray.slice(0, 100)}' has no heading. Name its column, or remove it.`;
      read.errors.push(inRow(path, { path: '', code: 'invalid-value', message }));
      continue;
    }
    const filled = columns.flatMap((column, index) =>
      column && cells[index] ? [[column, storedWord(read, path, column, cells[index].trim())]] : [],
    );
    readRow(read, path, Object.fromEntries(filled));
  }
  return read;
};

/** The marks of the two kinds of workbook, which browsers send under the same media type as CSV. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  ['504b0304', 'd0cf11e0'].includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'));

/** The letters of a word: people write them in any case, and with blanks, hyphens and the maker's name or without. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^microsoft/, '');

const byLetters = (words: Iterable<readonly [word: string, stored: string]>): Map<string, string> =>
  new Map(Array.from(words, ([word, stored]) => [lettersOf(word), stored]));
const asThemselves = (words: readonly string[]) => byLetters(words.map((word) => [word, word]));

const products = catalogues.flatMap((catalogue) =>
  catalogue.products.flatMap((product) => namesOf(product).map((name) => ({ code: product.code, name }))),
);
const withoutBrackets = (name: string): string => name.replaceAll(/\([^)]*\)/g, '');

const known = Object.keys(subscriptionRow.shape);
const headings = asThemselves(known);
const storedWords: Record<string, Map<string, string>> = {
  // What a name leaves out must not make it another product's: whole names and codes go last, and win.
  product: byLetters([
    ['other', 'other'],
    ...products.map(({ name, code }) => [withoutBrackets(name), code] as const),
    ...products.map(({ name, code }) => [name, code] as const),
    ...products.map(({ code }) => [code, code] as const),
  ]),
  state: asThemselves(subscriptionStates),
  channel: asThemselves(subscriptionChannels),
};

/** The stored word for a cell. The report notes every word that differs by more than its capitals. */
const storedWord = ({ notes }: Rows, path: string, column: string, cell: string): string => {
  const stored = storedWords[column]?.get(lettersOf(cell)) ?? cell;
  if (stored !== cell.toLowerCase() && stored !== cell) {
    notes.push(inRow(path, { path: column, message: `'${cell}' was read as ${stored}.` }));
  }
  return stored;
};

/** The columns of a header in its order; without a heading, the column is empty. */
const columnsOf = (read: Rows, header: CsvRow | undefined): string[] | Problem => {
  const path = `rows.${header?.row ?? 1}`;
  const cells = header?.cells ?? [];
  const columns = `The columns are ${known.join(', ')}.`;
  if (cells.length > 2 * known.length) {
    return new Problem('too-long', `Row ${header?.row} has ${cells.length} headings. ${columns}`);
  }
  const named = cells.map((cell) => headings.get(lettersOf(cell)) ?? cell);
  const errors = [
    ...named.flatMap((name, index): FieldError[] => {
      if (name === '') return [];
      if (!known.includes(name)) return [{ path: name, code: 'unknown-field', message: columns }];
      return named.indexOf(name) === index
        ? []
        : [{ path: name, code: 'duplicate', message: 'The column is named twice. Remove one.' }];
    }),
    ...['subscriptionId', 'product', 'state'].flatMap((name): FieldError[] =>
      named.includes(name) ? [] : [{ path: name, code: 'required', message: `Name this column. ${columns}` }],
    ),
  ];
  for (const [index, name] of named.entries()) {
    const cell = cells[index] ?? '';
    if (name.toLowerCase() !== cell.toLowerCase()) {
      read.notes.push(inRow(path, { path: name, message: `'${cell}' was read as ${name}.` }));
    }
  }
  return problemOf(errors.map((error) => inRow(path, error))) ?? named;
};
