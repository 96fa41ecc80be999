import type { Fault } from './checks.ts';
import { cleanLine } from './clean-text.ts';

/** IDs as people copy them out of portals, mails and spreadsheets. */

/** What stands around and within an ID: blanks, quotes, brackets and every kind of dash. */
const around = /[\s"'`´‘’“”„«»(){}<>[\]\p{Pd}\u2212]/gu;

/** Full-width letters and digits are plain ones. */
const plain = (text: string): string => cleanLine(text.normalize('NFKC'));

const hexDigits = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^\s*urn:uuid:/, '')
    .replaceAll(around, '');

/** The GUID in its stored form; text that is none stays as it is. */
export const cleanGuid = (text: string): string => {
  const digits = hexDigits(plain(text));
  if (!/^[0-9a-f]{32}$/.test(digits)) return plain(text);
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
};

const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Why cleaned text is no GUID. */
export const guidFault = (text: string): Fault | undefined => {
  if (guidPattern.test(text)) return undefined;
  const digits = hexDigits(text);
  const other = /[^0-9a-f]/u.exec(digits)?.[0];
  const why =
    other === undefined ? `This has ${digits.length} digits.` : `'${other}' is not one of the digits 0-9 and a-f.`;
  return { code: 'invalid-guid', message: `Must be a GUID of 32 hexadecimal digits (8-4-4-4-12). ${why}` };
};

/** The digits of an MPN ID; text that has anything else than digits and separators stays as it is. */
export const cleanMpnId = (text: string): string => {
  const digits = plain(text)
    .replace(/^(?:MPN|PartnerID|Partner)?\s*(?:ID)?\s*[:#]?\s*/i, '')
    .replaceAll(around, '')
    .replaceAll(/[.,_/]/g, '');
  return /^\d+$/.test(digits) ? digits : plain(text);
};

/** Why cleaned text is no MPN ID. */
export const mpnIdFault = (text: string): Fault | undefined => {
  if (/^\d{5,10}$/.test(text)) return undefined;
  const other = /[^\d\s]/u.exec(text)?.[0];
  const why = other === undefined ? `This has ${text.length}.` : `'${other}' is no digit.`;
  return { code: 'invalid-value', message: `Must be a number of 5 to 10 digits. ${why}` };
};
