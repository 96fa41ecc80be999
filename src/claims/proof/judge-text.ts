import { refuse, refuseMismatch } from './refused-content.ts';

/**
 * Other types that may be plain text all through. Shorter marks are no reason to refuse text: a letter may begin with "BM" or "MZ".
 */
const disguises = [
  { ext: 'pdf', begins: '%PDF-' },
  { ext: 'rtf', begins: '{\\rtf' },
  { ext: 'ps', begins: '%!PS' },
];

/** Judges a text file: UTF-8 all through. */
export const judgeText = (head: Buffer, extension: string) => {
  const found = disguises.find(({ begins }) => head.subarray(0, begins.length).toString('latin1') === begins);
  if (found) refuseMismatch(extension, found.ext);
  const utf8 = new TextDecoder('utf-8', { fatal: true });

  const decode = (chunk: Buffer | undefined): void => {
    try {
      utf8.decode(chunk, { stream: chunk !== undefined });
    } catch {
      refuse('poe-type-mismatch', `A .${extension} file must be UTF-8 text.`);
    }
  };

  const add = (chunk: Buffer): void => {
    // Zero bytes are what text never has and almost every binary file has.
    if (chunk.includes(0)) refuse('poe-type-mismatch', `The name ends in .${extension}, but the content is not text.`);
    decode(chunk);
  };
  const end = () => {
    decode(undefined);
    return 'utf-8' as const;
  };
  return { add, end };
};
