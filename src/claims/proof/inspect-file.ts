import { createHash } from 'node:crypto';
import { type ContentKind, contentTypeOf } from '../../domain/proof/poe-rules.ts';
import { headBytes, type Judge, judgeContent } from './judge-content.ts';
import { createTextReader, type Reading } from './read-text.ts';
import { refuse } from './refused-content.ts';

/** What a file turned out to be, once all of it has passed. */
export type Inspection = { size: number; sha256: string; contentType: string } & Reading;

/**
 * Passes a file through while counting, hashing and judging it. Throws `RefusedContent` for an empty, too large or disguised
 * file, before the end of the stream, so that whoever stores it can stop.
 */
export const inspectFile = (
  content: AsyncIterable<Uint8Array>,
  { extension, maxBytes }: { extension: string; maxBytes: number },
): { content: AsyncGenerator<Buffer>; inspection: () => Inspection } => {
  const hash = createHash('sha256');
  const reader = createTextReader(extension);
  let size = 0;
  let found: ContentKind | undefined;

  async function* pass(): AsyncGenerator<Buffer> {
    let judge: Judge | undefined;
    let held: Buffer[] = [];

    /** Judges what was held back until there was enough of it. */
    const judgeHead = async (): Promise<Judge> => {
      const begun = await judgeContent(Buffer.concat(held), extension);
      for (const chunk of held) begun.add(chunk);
      return begun;
    };

    for await (const part of arriving(content)) {
      const chunk = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      size += chunk.length;
      if (size > maxBytes) refuse('poe-too-large', tooLarge(maxBytes));
      hash.update(chunk);
      reader.add(chunk);
      if (judge === undefined) {
        held.push(chunk);
        if (size < headBytes) continue;
        judge = await judgeHead();
        yield* held;
        held = [];
        continue;
      }
      judge.add(chunk);
      yield chunk;
    }
    if (size === 0) refuse('poe-empty');
    judge ??= await judgeHead();
    found = await judge.end();
    yield* held;
  }

  const inspection = (): Inspection => {
    if (found === undefined) throw new Error('A file is judged when all of it has passed.');
    return {
      size,
      sha256: hash.digest('hex'),
      contentType: contentTypeOf(extension, found),
      ...reader.read(found),
    };
  };
  return { content: pass(), inspection };
};

const tooLarge = (maxBytes: number): string => {
  const mebibytes = Math.floor((maxBytes / 1024 / 1024) * 10) / 10;
  return `A file has at most ${mebibytes} MiB (${maxBytes} bytes). Upload a smaller copy, or split the file.`;
};

/** An upload whose connection broke is the caller's trouble, not an error of ours. */
async function* arriving(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch {
    refuse('upload-incomplete');
  }
}
