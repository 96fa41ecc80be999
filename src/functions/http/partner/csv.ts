/** Characters that start a formula in a spreadsheet, also after blanks and in full width. */
const formula = /^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])/;

/** A cell (RFC 4180). A leading apostrophe keeps a spreadsheet from running text as a formula. */
const cell = (value: string): string => {
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One record, with its line end. */
export const csvRecord = (values: string[]): string => `${values.map(cell).join(',')}\r\n`;
