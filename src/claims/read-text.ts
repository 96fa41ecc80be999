import { docxProperty, docxText, wordsDigest } from '../documents/docx-text.ts';
import { claimIdPattern } from '../domain/ids.ts';
import { blankProperty, templateProperty } from '../domain/poe-rules.ts';

/** How much of a file is kept for reading, in bytes; longer ones are not read. */
const maxBytes: Record<string, number> = {
  txt: 512 * 1024,
  csv: 512 * 1024,
  eml: 512 * 1024,
  docx: 4 * 1024 * 1024,
};
/** The longest text that is searched, in characters. */
const maxText = 512 * 1024;
/** Mail whose text is packed for transport does not show its words. */
const packedMail = /^content-transfer-encoding:\s*(?:base64|quoted-printable)/im;

/** What is known of a file that is a template of ours. */
export type Template = { templateOf: string; blank?: true };

/** Keeps what passes of a file whose text can be read cheaply; `text` is undefined for every other file. */
export const createTextReader = (extension: string) => {
  const limit = maxBytes[extension] ?? 0;
  let parts: Buffer[] = [];
  let size = 0;

  const add = (chunk: Buffer): void => {
    size += chunk.length;
    if (size <= limit) parts.push(chunk);
    else parts = [];
  };

  const text = (): string | undefined => {
    if (size === 0 || size > limit) return undefined;
    const whole = Buffer.concat(parts);
    const plain = extension === 'docx' ? docxText(whole) : whole.toString('utf8');
    if (plain === undefined || plain.length > maxText) return undefined;
    return extension === 'eml' && packedMail.test(plain) ? undefined : plain;
  };

  /** The claim whose template it is, and whether it came back as it left. */
  const template = (): Template | undefined => {
    if (extension !== 'docx' || size === 0 || size > limit) return undefined;
    const whole = Buffer.concat(parts);
    const claimId = docxProperty(whole, templateProperty);
    if (claimId === undefined || !claimIdPattern.test(claimId)) return undefined;
    const words = docxText(whole);
    const blank = words !== undefined && docxProperty(whole, blankProperty) === wordsDigest(words);
    return { templateOf: claimId, ...(blank ? { blank } : {}) };
  };

  return { add, text, template };
};
