import type { HttpResponseInit } from '@azure/functions';
import { present } from '../../../lib/present.ts';
import { problemKinds } from '../../../lib/problem-codes.ts';
import type { Problem } from '../../../lib/result.ts';

/** An answer with `json` or a text `body`. It is for this caller only and never cached. */
export type HttpAnswer = {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  body?: HttpResponseInit['body'];
};

const always = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // The platform decides which other origins may call; which headers their pages may read is for the app to say.
  'Access-Control-Expose-Headers': 'ETag, Location, Retry-After, Content-Disposition, Content-Range, Accept-Ranges',
};

/** An answer as the Functions library sends it. */
export const toResponse = ({ status, headers, json, body }: HttpAnswer): HttpResponseInit =>
  json === undefined
    ? { status, headers: { ...always, ...headers }, ...(body === undefined ? {} : { body }) }
    : {
        status,
        headers: { ...always, 'Content-Type': 'application/json; charset=utf-8', ...headers },
        body: JSON.stringify(json),
      };

/** A problem as `application/problem+json` (RFC 9457). `instance` is the path that was asked for. */
export const problemResponse = (
  problem: Problem,
  { instance, traceId, headers }: { instance: string; traceId: string; headers?: Record<string, string> },
): HttpResponseInit => {
  const { status, title } = problemKinds[problem.code];
  const { code, detail, errors, standing, size, retryAfterSeconds = status === 503 ? 5 : undefined } = problem;
  return toResponse({
    status,
    headers: present({
      'Content-Type': 'application/problem+json',
      'x-ms-error-code': code,
      'Retry-After': retryAfterSeconds?.toString(),
      'Content-Range': size === undefined ? undefined : `bytes */${size}`,
      'WWW-Authenticate': status === 401 ? 'Bearer' : undefined,
      // RFC 9110, section 12.5.3: which codings would have been taken.
      'Accept-Encoding': code === 'unsupported-content-coding' ? 'identity' : undefined,
      ...headers,
    }),
    json: { type: `/api/problems/${code}`, title, status, detail, instance, code, errors, standing, traceId },
  });
};
