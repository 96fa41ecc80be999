import { Readable } from 'node:stream';
import type { HttpRequest } from '@azure/functions';
import { isKnown } from '../preconditions.ts';
import type { HttpAnswer } from './http-answer.ts';
import { taggedAnswer } from './tagged-answer.ts';

/** What GET or HEAD is answered: 304 without a body when the caller has it already, and no body for HEAD. */
export const readingAnswer = (request: HttpRequest, given: HttpAnswer): HttpAnswer => {
  if (given.status !== 200) return given;
  const answer = taggedAnswer(given);
  const { ETag, Vary } = answer.headers ?? {};
  if (ETag !== undefined && isKnown(request, ETag)) {
    discard(answer);
    return { status: 304, headers: { ETag, ...(Vary === undefined ? {} : { Vary }) } };
  }
  if (request.method !== 'HEAD') return answer;
  discard(answer);
  const { body, headers, ...bare } = answer;
  const size = typeof body === 'string' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {};
  return { ...bare, headers: { ...size, ...headers } };
};

/** Releases a body that will not be read. */
const discard = ({ body }: HttpAnswer): void => {
  if (body instanceof Readable) body.destroy();
};
