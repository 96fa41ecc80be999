import type { HttpRequest } from '@azure/functions';
import type * as z from 'zod';
import { parseAsync } from '../../lib/parse.ts';
import { Problem } from '../../lib/result.ts';
import { readText } from '../request-body.ts';

/** The largest JSON body, in bytes: far above any draft, far below what would hurt. */
const maxJsonBytes = 256 * 1024;
/** The media type of the body, in lower case and without parameters. */
export const mediaTypeOf = (request: HttpRequest): string =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';

/** The encoding that the body's media type names. */
export const charsetOf = (request: HttpRequest): string | undefined =>
  /;\s*charset="?([^\s;"]+)/i.exec(request.headers.get('content-type') ?? '')?.[1];

/** The JSON body as the schema's type, and the text that it came as. */
export const readJson = async <T>(
  request: HttpRequest,
  schema: z.ZodType<T>,
  mediaTypes = 'Send application/json.',
): Promise<{ input: T; text: string } | Problem> => {
  if (!/^application\/(json|[\w.-]+\+json)$/.test(mediaTypeOf(request))) {
    return new Problem('unsupported-media-type', mediaTypes);
  }
  const text = await readText(request, maxJsonBytes);
  if (text instanceof Problem) return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return new Problem('malformed-json', error instanceof SyntaxError ? error.message : undefined);
  }
  const input = await parseAsync(schema, value);
  return input instanceof Problem ? input : { input, text };
};
