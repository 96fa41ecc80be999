import { domainToASCII, domainToUnicode } from 'node:url';

/** International domain names: stored in ASCII (`xn--`), shown to people in their own letters. */

// What reads a URL's host cuts a path off, drops tabs and decodes '%': text with any of these is no domain name.
/** The ASCII form of a domain name in lower case; empty for text that has none. */
export const asciiDomain = (text: string): string => (/[/?#\\%\s]/.test(text) ? '' : domainToASCII(text).toLowerCase());

/** Letters of Latin and of another script in one label are how one name is made to look like another. */
const isMixed = (label: string): boolean => /\p{Script=Latin}/u.test(label) && /(?!\p{Script=Latin})\p{L}/u.test(label);

/** A domain name as people read it. A label that mixes Latin with other letters stays in ASCII. */
export const shownDomain = (domain: string): string =>
  domain
    .split('.')
    .map((label) => {
      const shown = label.startsWith('xn--') ? domainToUnicode(label) : label;
      return shown === '' || isMixed(shown) ? label : shown;
    })
    .join('.');

/** An e-mail address as people read it. */
export const shownAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at + 1)}${shownDomain(address.slice(at + 1))}`;
};
