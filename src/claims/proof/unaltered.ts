import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PoeFile } from '../../domain/claim.ts';
import { Problem } from '../../lib/result.ts';

class Altered extends Error {
  override name = 'Altered';
}

/**
 * The stored bytes of a file, as long as they are the ones that were uploaded. The last of them are held back until all have been
 * read: where size or SHA-256 differ, `onAltered` is told and the stream breaks off, so that no one takes it for the whole file. A
 * file of one chunk is refused with `poe-altered` before a byte has left.
 */
export const unaltered = async (
  bytes: AsyncIterable<Buffer>,
  { size, sha256 }: Pick<PoeFile, 'size' | 'sha256'>,
  onAltered: () => Promise<void>,
): Promise<Readable | Problem> => {
  const checked = async function* () {
    const hash = createHash('sha256');
    let seen = 0;
    let held: Buffer | undefined;
    for await (const chunk of bytes) {
      hash.update(chunk);
      seen += chunk.length;
      if (held !== undefined) yield held;
      held = chunk;
    }
    if (seen !== size || hash.digest('hex') !== sha256) {
      await onAltered();
      throw new Altered('The stored bytes of a file are not the ones that were uploaded.');
    }
    if (held !== undefined) yield held;
  };
  const source = checked();
  try {
    const first = await source.next();
    const whole = async function* () {
      if (!first.done) yield first.value;
      yield* source;
    };
    return Readable.from(whole(), { objectMode: false });
  } catch (error) {
    if (error instanceof Altered) return new Problem('poe-altered');
    throw error;
  }
};
