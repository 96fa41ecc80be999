/** A table property holds 64 KiB of UTF-16; longer text is spread over numbered columns (1 MiB a row in all). */
const columnLength = 30_000;

const isSecondHalf = (codeUnit: number): boolean => codeUnit >= 0xdc00 && codeUnit <= 0xdfff;

/** `text` as the columns `doc0`, `doc1`, ... */
export const toColumns = (text: string): Record<string, string> => {
  const columns: Record<string, string> = {};
  for (let start = 0, index = 0; start < text.length; index += 1) {
    // A surrogate pair stays together: half a character does not survive UTF-8.
    const end = isSecondHalf(text.charCodeAt(start + columnLength)) ? start + columnLength - 1 : start + columnLength;
    columns[`doc${index}`] = text.slice(start, end);
    start = end;
  }
  return columns;
};

/** The text that `toColumns` spread. */
export const fromColumns = (row: Record<string, unknown>): string => {
  let text = '';
  for (let index = 0; typeof row[`doc${index}`] === 'string'; index += 1) text += String(row[`doc${index}`]);
  return text;
};
