import { docxProperty, docxText, wordsDigest } from '../../documents/docx-text.ts';
import { claimIdPattern } from '../../domain/ids.ts';
import { blankProperty, templateProperty } from '../../domain/proof/poe-rules.ts';

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

  const read = (): Reading => {
    if (size === 0 || size > limit) return {};
    const whole = Buffer.concat(parts);
    const words = extension === 'docx' ? docxText(whole) : whole.toString('utf8');
    const isReadable =
      words !== undefined && words.length <= maxText && !(extension === 'eml' && packedMail.test(words));
    return {
      ...(isReadable ? { text: words } : {}),
      ...(extension === 'docx' ? templateIn(whole, words) : {}),
    };
  };

  return { add, read };
};

/** The claim whose template a document is, and whether it came back as it left. */
const templateIn = (document: Buffer, words: string | undefined): Pick<Reading, 'template'> => {
  const claimId = docxProperty(document, templateProperty);
  if (claimId === undefined || !claimIdPattern.test(claimId)) return {};
  const blank = words !== undefined && docxProperty(document, blankProperty) === wordsDigest(words);
  return { template: { templateOf: claimId, ...(blank ? { blank } : {}) } };
};
