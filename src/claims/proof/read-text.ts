import { docxProperty, docxText, wordsDigest } from '../../documents/docx-text.ts';
import { claimIdPattern } from '../../domain/ids.ts';
import { blankProperty, type ContentKind, templateProperty } from '../../domain/proof/poe-rules.ts';
import { utf16MarkOf } from './judge-text.ts';

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

/** Encodings in which a text of unknown encoding is read, one after the other: a name is found in whichever is right. */
const encodings = ['windows-1252', 'shift_jis', 'gb18030'];

/** The text of a file where it is cheap to read, and what is known of one that is a template of ours. */
export type Reading = { text?: string; template?: { templateOf: string; blank?: true } };

/** Keeps what passes of a file whose text can be read cheaply; of every other file nothing is read. */
export const createTextReader = (extension: string) => {
  const limit = maxBytes[extension] ?? 0;
  let parts: Buffer[] = [];
  let size = 0;

  const add = (chunk: Buffer): void => {
    size += chunk.length;
    if (size <= limit) parts.push(chunk);
    else parts = [];
  };

  const read = (kind: ContentKind): Reading => {
    if (size === 0 || size > limit) return {};
    const whole = Buffer.concat(parts);
    const words = kind === 'docx' ? docxText(whole) : decoded(whole, kind);
    const isReadable =
      words !== undefined && words.length <= maxText && !(extension === 'eml' && packedMail.test(words));
    return {
      ...(isReadable ? { text: words } : {}),
      ...(kind === 'docx' ? templateIn(whole, words) : {}),
    };
  };

  return { add, read };
};

const decoded = (bytes: Buffer, kind: ContentKind): string => {
  if (kind === 'utf-16') return new TextDecoder(utf16MarkOf(bytes)).decode(bytes);
  if (kind !== 'unknown-text') return bytes.toString('utf8');
  // A share for each encoding, so that reading it takes no longer than reading another text.
  const beginning = bytes.subarray(0, maxText / encodings.length);
  return encodings.flatMap((encoding) => readingIn(encoding, beginning) ?? []).join('\n');
};

const readingIn = (encoding: string, bytes: Buffer): string | undefined => {
  try {
    // The share may end in the middle of a character.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
};

/** The claim whose template a document is, and whether it came back as it left. */
const templateIn = (document: Buffer, words: string | undefined): Pick<Reading, 'template'> => {
  const claimId = docxProperty(document, templateProperty);
  if (claimId === undefined || !claimIdPattern.test(claimId)) return {};
  const blank = words !== undefined && docxProperty(document, blankProperty) === wordsDigest(words);
  return { template: { templateOf: claimId, ...(blank ? { blank } : {}) } };
};
