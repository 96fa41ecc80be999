import { createHash } from 'node:crypto';
import { poeTypes } from '../../domain/proof/poe-rules.ts';
import { Problem } from '../../lib/result.ts';
import { createTextReader, type Reading } from './read-text.ts';

/** What a file turned out to be, once all of it has passed. */
export type Inspection = { size: number; sha256: string } & Reading;

/** Carries a refusal out of a stream, where there is no return value. */
export class RefusedContent extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Bytes from the start that the type is judged by; Office files name their parts within this far. */
const headBytes = 256 * 1024;

const refuse = (...args: ConstructorParameters<typeof Problem>): never => {
  throw new RefusedContent(new Problem(...args));
};

/**
 * Other types that may be plain text all through. Shorter marks are no reason to refuse text: a letter may begin with "BM" or "MZ".
 */
const disguises = [
  { ext: 'pdf', begins: '%PDF-' },
  { ext: 'rtf', begins: '{\\rtf' },
  { ext: 'ps', begins: '%!PS' },
];

const checkType = async (head: Buffer, extension: string): Promise<void> => {
  const expected = poeTypes[extension]?.content;
  if (expected === 'text') {
    const found = disguises.find(({ begins }) => head.subarray(0, begins.length).toString('latin1') === begins);
    if (found) refuse('poe-type-mismatch', `The name ends in .${extension}, but the content is ${found.ext}.`);
    // Zero bytes are what text never has and almost every binary file has.
    if (head.includes(0)) refuse('poe-type-mismatch', `The name ends in .${extension}, but the content is not text.`);
    return;
  }
  // Loaded by the first upload: the start of the app need not wait for it.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head);
  if (found === undefined || !expected?.includes(found.ext)) {
    refuse(
      'poe-type-mismatch',
      `The name ends in .${extension}, but the content is ${found?.ext ?? 'something else'}.`,
    );
  }
};

/**
 * Passes a file through while counting, hashing and judging it. Throws `RefusedContent` for an empty, too large or disguised
 * file, before the last byte has passed, so that whoever stores it can stop.
 */
export const inspectFile = (
  content: AsyncIterable<Uint8Array>,
  { extension, maxBytes }: { extension: string; maxBytes: number },
): { content: AsyncGenerator<Buffer>; inspection: () => Inspection } => {
  const hash = createHash('sha256');
  const reader = createTextReader(extension);
  let size = 0;

  async function* pass(): AsyncGenerator<Buffer> {
    const isText = poeTypes[extension]?.content === 'text';
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    let held: Buffer[] = [];
    let heldBytes = 0;

    for await (const part of arriving(content)) {
      const chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      size += chunk.length;
      if (size > maxBytes) refuse('poe-too-large', `At most ${maxBytes} bytes a file.`);
      hash.update(chunk);
      reader.add(chunk);
      if (isText) decode(utf8, chunk, extension);
      if (heldBytes < headBytes) {
        held.push(chunk);
        heldBytes += chunk.length;
        if (heldBytes < headBytes) continue;
        await checkType(Buffer.concat(held), extension);
        yield* held;
        held = [];
        continue;
      }
      yield chunk;
    }
    if (size === 0) refuse('poe-empty');
    if (isText) decode(utf8, undefined, extension);
    if (heldBytes < headBytes) await checkType(Buffer.concat(held), extension);
    yield* held;
  }

  const inspection = () => ({
    size,
    sha256: hash.digest('hex'),
    ...reader.read(),
  });
  return { content: pass(), inspection };
};

/** An upload whose connection broke is the caller's trouble, not an error of ours. */
async function* arriving(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch {
    refuse('upload-incomplete');
  }
}

const decode = (utf8: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined, extension: string): void => {
  try {
    utf8.decode(chunk, { stream: chunk !== undefined });
  } catch {
    refuse('poe-type-mismatch', `A .${extension} file must be UTF-8 text.`);
  }
};
