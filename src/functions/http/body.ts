import type { HttpRequest } from '@azure/functions';
import type * as z from 'zod';
import { parse } from '../../lib/parse.ts';
import { Problem } from '../../lib/result.ts';

/** The largest JSON body, in bytes: far above any draft, far below what would hurt. */
const maxJsonBytes = 256 * 1024;
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

/** The whole body as UTF-8 text of at most `maxBytes`. */
export const readText = async (request: HttpRequest, maxBytes: number): Promise<string | Problem> => {
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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return new Problem('invalid-utf8');
  }
};

/** The media type of the body, in lower case and without parameters. */
export const mediaTypeOf = (request: HttpRequest): string =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';

/** The JSON body as the schema's type, and the text that it came as. */
export const readJson = async <T>(
  request: HttpRequest,
  schema: z.ZodType<T>,
): Promise<{ input: T; text: string } | Problem> => {
  if (!/^application\/(json|[\w.-]+\+json)$/.test(mediaTypeOf(request))) {
    return new Problem('unsupported-media-type', 'Send application/json.');
  }
  const text = await readText(request, maxJsonBytes);
  if (text instanceof Problem) return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return new Problem('malformed-json', error instanceof SyntaxError ? error.message : undefined);
  }
  const input = parse(schema, value);
  return input instanceof Problem ? input : { input, text };
};
