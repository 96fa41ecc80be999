/** A table property holds 64 KiB of UTF-16; longer text is spread over numbered columns (1 MiB a row in all). */
const columnLength = 30_000;

/** `text` as the columns `doc0`, `doc1`, ... */
export const toColumns = (text: string): Record<string, string> => {
  const columns: Record<string, string> = {};
  for (let start = 0, index = 0; start < text.length; start += columnLength, index += 1) {
    columns[`doc${index}`] = text.slice(start, start + columnLength);
  }
  return columns;
};

/** The text that `toColumns` spread. */
export const fromColumns = (row: Record<string, unknown>): string => {
  let text = '';
  for (let index = 0; typeof row[`doc${index}`] === 'string'; index += 1) text += String(row[`doc${index}`]);
  return text;
};
