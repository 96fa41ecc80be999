import * as yauzl from 'yauzl';

/** The directory of an archive stands at its end, before a comment; this is room for some ten thousand parts. */
const tailBytes = 1024 * 1024;
/** The longest name of a part that is looked at, in bytes. */
const maxNameBytes = 80;

/**
 * What to keep: parts whose name (in lower case) matches, so many bytes of each. Archives inside the archive have parts of the
 * same names: of more than `max` parts the first is kept, and the last ones; or the first ones, where that is enough.
 */
export type Wanted = { name: RegExp; bytes: number; max: number; onlyFirst?: true };

const localHeader = Buffer.from('PK\x03\x04');
const headerBytes = 30;

/** `next`: where in the archive what is missing of the part begins. */
type KeptPart = { wanted: Wanted; start: number; next: number; pieces: Buffer[] };

export type KeptParts = ReturnType<typeof keepParts>;

/** Keeps the end of an archive that passes by, and what is wanted of its parts, wherever they stand. Memory stays flat. */
export const keepParts = (wantedParts: readonly Wanted[]) => {
  const reach = headerBytes + maxNameBytes;
  let parts: KeptPart[] = [];
  const tail = Buffer.alloc(2 * tailBytes);
  let tailEnd = 0;
  let carried: Buffer = Buffer.alloc(0);
  let size = 0;

  const keepTail = (chunk: Buffer): void => {
    for (let from = 0; from < chunk.length; from += tailBytes) {
      const piece = chunk.subarray(from, from + tailBytes);
      if (tailEnd + piece.length > tail.length) {
        tail.copyWithin(0, tailEnd - tailBytes, tailEnd);
        tailEnd = tailBytes;
      }
      tailEnd += piece.copy(tail, tailEnd);
    }
  };

  const nameAt = (window: Buffer, header: number): string => {
    const name = header + headerBytes;
    const length = Math.min(window.readUInt16LE(header + 26), maxNameBytes);
    return window.toString('latin1', name, name + length).toLowerCase();
  };

  const keep = (wanted: Wanted, start: number): void => {
    const alike = parts.filter((part) => part.wanted === wanted);
    if (alike.length === wanted.max && wanted.onlyFirst) return;
    if (alike.length === wanted.max) parts = parts.filter((part) => part !== alike[1]);
    parts.push({ wanted, start, next: start, pieces: [] });
  };

  const add = (chunk: Buffer): void => {
    keepTail(chunk);
    // A header may be spread over chunks: what is too short to hold one is looked at again with the next chunk.
    const window = Buffer.concat([carried, chunk]);
    const windowStart = size - carried.length;
    size += chunk.length;
    for (let at = window.indexOf(localHeader); at >= 0 && at + reach <= window.length; ) {
      const name = nameAt(window, at);
      const wanted = wantedParts.find((candidate) => candidate.name.test(name));
      if (wanted !== undefined) keep(wanted, windowStart + at);
      at = window.indexOf(localHeader, at + 1);
    }
    carried = window.subarray(Math.max(0, window.length - reach + 1));
    for (const part of parts) {
      const piece = window.subarray(part.next - windowStart, Math.max(0, part.start + part.wanted.bytes - windowStart));
      if (piece.length === 0) continue;
      // A copy: what is kept must not hold on to the rest of the window.
      part.pieces.push(Buffer.from(piece));
      part.next += piece.length;
    }
  };

  /** The bytes from `start` to `end` of the archive; undefined when they were not kept. */
  const bytes = (start: number, end: number): Buffer | undefined => {
    const tailStart = size - tailEnd;
    if (start >= tailStart && end <= size) return tail.subarray(start - tailStart, end - tailStart);
    const part = parts.find((candidate) => start >= candidate.start && end <= candidate.next);
    return part && Buffer.concat(part.pieces).subarray(start - part.start, end - part.start);
  };

  /** As many of the bytes from `start` to `end` as were kept from there on. */
  const beginning = (start: number, end: number): Buffer | undefined => {
    const part = parts.find((candidate) => start >= candidate.start && start < candidate.next);
    return bytes(start, end) ?? (part && bytes(start, Math.min(end, part.next)));
  };

  /** The archive's directory and whatever was kept, once all of it has passed; throws when there is no directory. */
  const open = (): Promise<yauzl.ZipFile> =>
    yauzl.fromRandomAccessReaderPromise(new KeptReader(bytes), size, {
      autoClose: false,
      // Names and sizes are judged here: the library refuses some that Office programs write.
      decodeStrings: false,
      validateEntrySizes: false,
    });

  return { add, bytes, beginning, open };
};

class KeptReader extends yauzl.RandomAccessReader {
  readonly #bytes: (start: number, end: number) => Buffer | undefined;

  constructor(bytes: (start: number, end: number) => Buffer | undefined) {
    super();
    this.#bytes = bytes;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const found = this.#bytes(position, position + length);
    found?.copy(buffer, offset);
    callback(found ? null : new Error('A part of the archive that was not kept.'));
  }
}
