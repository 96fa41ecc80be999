import type { HttpRequest } from '@azure/functions';
import { Problem } from '../lib/result.ts';

/** The platform lets no request through that is larger (100 MB); a body without end is given up after this. */
const maxDrainBytes = 128 * 1024 * 1024;

/**
 * The bytes of a body as they arrive; none for a request without one. Whoever stops early still has the rest taken off the
 * wire: a body left half read blocks the connection on which the host forwards the next request.
 */
export async function* bodyOf(request: HttpRequest): AsyncGenerator<Uint8Array> {
  // The library types the body by the DOM's stream, which lacks the iterator that Node's has.
  const parts = (request.body as AsyncIterable<Uint8Array> | null)?.[Symbol.asyncIterator]();
  if (parts === undefined) return;
  try {
    for (let part = await parts.next(); !part.done; part = await parts.next()) yield part.value;
  } finally {
    await drain(parts);
  }
}

const drain = async (parts: AsyncIterator<Uint8Array>): Promise<void> => {
  try {
    let drained = 0;
    for (let part = await parts.next(); !part.done && drained < maxDrainBytes; part = await parts.next()) {
      drained += part.value.length;
    }
  } catch {
    // The caller is gone, and its connection with it.
  }
};

/** The whole body of at most `maxBytes`. */
export const readBytes = async (request: HttpRequest, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | Problem> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of bodyOf(request)) {
      size += part.length;
      if (size > maxBytes) return new Problem('body-too-large', `At most ${maxBytes} bytes.`);
      parts.push(part);
    }
  } catch {
    return new Problem('upload-incomplete', 'The body ended early.');
  }
  return Buffer.concat(parts);
};

/** The whole body as UTF-8 text of at most `maxBytes`. */
export const readText = async (request: HttpRequest, maxBytes: number): Promise<string | Problem> => {
  const bytes = await readBytes(request, maxBytes);
  if (bytes instanceof Problem) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new Problem('invalid-utf8');
  }
};
