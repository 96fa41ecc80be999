/** What a spreadsheet takes for the beginning of a formula. */
const formula = /^[=+\-@\t\r]/;

/** A cell, RFC 4180. An apostrophe keeps a spreadsheet from running what a text begins with. */
const cell = (value: string): string => {
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One record, with its line end. */
export const csvRecord = (values: string[]): string => `${values.map(cell).join(',')}\r\n`;
