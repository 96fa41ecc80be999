import type { TextKind } from '../../domain/proof/poe-rules.ts';
import { refuse, refuseMismatch } from './refused-content.ts';

/**
 * Other types that may be plain text all through. Shorter marks are no reason to refuse text: a letter may begin with "BM" or "MZ".
 */
const disguises = [
  { ext: 'pdf', begins: '%PDF-' },
  { ext: 'rtf', begins: '{\\rtf' },
  { ext: 'ps', begins: '%!PS' },
];

/** The encoding whose byte-order mark a text begins with, if it is UTF-16. */
export const utf16MarkOf = (head: Buffer): 'utf-16le' | 'utf-16be' | undefined => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
};

/**
 * Judges a text file: UTF-16 if it has the mark, UTF-8 if all of it is, and otherwise bytes in an encoding that the file does
 * not tell. Those must still look like text.
 */
export const judgeText = (head: Buffer, extension: string) => {
  const found = disguises.find(({ begins }) => head.subarray(0, begins.length).toString('latin1') === begins);
  if (found) refuseMismatch(extension, found.ext);
  const notText = () =>
    refuse(
      'poe-type-mismatch',
      `The name ends in .${extension}, but the content is not text. Save the file as UTF-8 text, or give it the name of what it is.`,
    );
  const utf16 = utf16MarkOf(head);
  return utf16 === undefined ? judgeBytes(head, notText) : judgeUtf16(utf16, notText);
};

const judgeUtf16 = (encoding: string, notText: () => never) => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (chunk?: Buffer): void => {
    const text = decodedBy(decoder, chunk);
    if (text === undefined || text.includes('\0')) notText();
  };
  const end = (): TextKind => {
    add();
    return 'utf-16';
  };
  return { add, end };
};

const judgeBytes = (head: Buffer, notText: () => never) => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  const add = (chunk?: Buffer): void => {
    // Zero bytes are what text never has and almost every binary file has.
    if (chunk?.includes(0)) notText();
    if (isUtf8 && decodedBy(decoder, chunk) === undefined) {
      isUtf8 = false;
      if (hasControl(head)) notText();
    }
    if (!isUtf8 && chunk && hasControl(chunk)) notText();
  };
  const end = (): TextKind => {
    add();
    return isUtf8 ? 'utf-8' : 'unknown-text';
  };
  return { add, end };
};

/** The next part of a text, or its end; undefined where the bytes are not in that encoding. */
const decodedBy = (decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined): string | undefined => {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    return undefined;
  }
};

/** Control characters that text has: tab, line and page breaks, the end of an old file, and the escapes of ISO 2022. */
const usualControls = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b];
const isControl = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x20 && !usualControls.includes(byte) ? 1 : 0));

const hasControl = (chunk: Buffer): boolean => {
  for (let at = 0; at < chunk.length; at += 1) if (isControl[chunk[at] ?? 0]) return true;
  return false;
};
