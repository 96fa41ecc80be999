import * as yauzl from 'yauzl';

/** The directory of an archive stands at its end, before a comment; this is room for some ten thousand parts. */
const tailBytes = 1024 * 1024;
/** What is kept of a part: as much as the content types of the largest documents need. */
const partBytes = 256 * 1024;
/** Archives inside the archive have parts of the same names: the first one is kept, and the last few. */
const maxParts = 8;
const localHeader = Buffer.from('PK\x03\x04');
const headerBytes = 30;

/** `next`: where in the archive what is missing of the part begins. */
type KeptPart = { start: number; next: number; pieces: Buffer[] };

/**
 * Keeps of an archive that passes by its end and the parts with these names (in lower case), wherever they stand. Memory stays
 * the same however large it is.
 */
export const keepParts = (names: readonly string[]) => {
  const reach = headerBytes + Math.max(...names.map((name) => name.length));
  const parts: KeptPart[] = [];
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
    return window.toString('latin1', name, name + window.readUInt16LE(header + 26)).toLowerCase();
  };

  const add = (chunk: Buffer): void => {
    keepTail(chunk);
    // A header may be spread over chunks: what is too short to hold one is looked at again with the next chunk.
    const window = Buffer.concat([carried, chunk]);
    const windowStart = size - carried.length;
    size += chunk.length;
    for (let at = window.indexOf(localHeader); at >= 0 && at + reach <= window.length; ) {
      if (names.includes(nameAt(window, at))) {
        if (parts.length === maxParts) parts.splice(1, 1);
        parts.push({ start: windowStart + at, next: windowStart + at, pieces: [] });
      }
      at = window.indexOf(localHeader, at + 1);
    }
    carried = window.subarray(Math.max(0, window.length - reach + 1));
    for (const part of parts) {
      const piece = window.subarray(part.next - windowStart, Math.max(0, part.start + partBytes - windowStart));
      if (piece.length === 0) continue;
      part.pieces.push(piece);
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

  /** The archive's directory and whatever was kept, once all of it has passed; throws when there is no directory. */
  const open = (): Promise<yauzl.ZipFile> =>
    yauzl.fromRandomAccessReaderPromise(new KeptReader(bytes), size, {
      autoClose: false,
      // Names and sizes are judged here: the library refuses some that Office programs write.
      decodeStrings: false,
      validateEntrySizes: false,
    });

  return { add, bytes, open };
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
