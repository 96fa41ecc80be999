import type { HttpRequest } from '@azure/functions';
import type { ByteRange } from '../../../storage/poe-store.ts';

/** What can be had of a file in parts. */
type Whole = { size: number; etag: string };

/**
 * The part that a request asks for (RFC 9110, section 14): undefined for all of it, as without Range, with several ranges or
 * one that cannot be read, or when If-Range names another version. A date there never matches: files have none.
 */
export const byteRangeOf = (
  { headers }: Pick<HttpRequest, 'headers'>,
  { size, etag }: Whole,
): ByteRange | undefined | 'not-satisfiable' => {
  const ifRange = headers.get('if-range')?.trim();
  if (ifRange !== undefined && ifRange !== etag) return undefined;
  const [, first = '', last = ''] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(headers.get('range') ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'not-satisfiable' : { start: size - length, end: size - 1 };
  }
  const [start, end] = [Number(first), last === '' ? size - 1 : Number(last)];
  if (last !== '' && end < start) return undefined;
  return start >= size ? 'not-satisfiable' : { start, end: Math.min(end, size - 1) };
};
