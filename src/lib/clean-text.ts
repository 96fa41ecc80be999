import type { Fault } from './checks.ts';

/** Text as people paste it, brought into the form in which it is stored; and words for what no form can hold. */

/** Word's line breaks (vertical tab) and page breaks (form feed), those of old systems, and those of Unicode. */
const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** The lines of a text, whichever line breaks it has. */
export const linesOf = (text: string): string[] => text.split(lineBreaks);

/**
 * Marks that no one sees: byte-order marks, zero-width blanks, soft hyphens, and those that turn the direction of text, which
 * deceive whoever reads it. The joiners of Persian and of emoji stay, as do the two plain direction marks.
 */
const invisible = /[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

const visible = (text: string): string => text.normalize('NFC').replaceAll(invisible, '');

/** One line: every run of blanks and line breaks is one blank, none at the ends. */
export const cleanLine = (text: string): string =>
  visible(text.replaceAll(lineBreaks, ' ')).replaceAll(/\s+/g, ' ').trim();

/** Text of several lines: all line breaks are LF, no blanks at the ends of the text. */
export const cleanLines = (text: string): string => visible(text.replaceAll(lineBreaks, '\n')).trim();

// Lone surrogates would change on their way through UTF-8 and break the history's hash; control characters break mails;
// XML, and with it the Word template, takes no non-characters.
const unstorable = /(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff]/u;

const names: Record<string, string> = {
  '0000': 'NUL',
  '0007': 'bell',
  '0008': 'backspace',
  '001B': 'escape',
  '007F': 'delete',
  FFFE: 'no character',
  FFFF: 'no character',
};

/** `U+0007` */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** `U+0007 (bell)`; a character that can be seen stands for itself. */
export const characterInWords = (character: string): string => {
  const point = codePointOf(character);
  if (/\p{Cs}/u.test(character)) return `${point} (half a character)`;
  return `${point} (${names[point.slice(2)] ?? (/\p{Cc}/u.test(character) ? 'a control character' : character)})`;
};

/** The first character of cleaned text that cannot be stored, and its place, from 1. */
export const unstorableAt = (text: string): { place: number; character: string } | undefined => {
  const found = unstorable.exec(text);
  return found === null ? undefined : { place: [...text.slice(0, found.index)].length + 1, character: found[0] };
};

/** The same in words that say where it is and what to do. */
export const unstorableIn = (text: string): Fault | undefined => {
  const found = unstorableAt(text);
  if (found === undefined) return undefined;
  const message = `Character ${found.place} is ${characterInWords(found.character)}, which cannot be stored. Remove it.`;
  return { code: 'invalid-characters', message };
};
