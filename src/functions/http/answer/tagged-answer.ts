import { createHash } from 'node:crypto';
import type { HttpAnswer } from './http-answer.ts';

/** An answer with JSON and its ETag: a hash of the JSON, behind the version if it is about a claim. */
export const taggedAnswer = ({ json, ...answer }: HttpAnswer): HttpAnswer => {
  if (json === undefined) return answer;
  const body = JSON.stringify(json);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const version = answer.headers?.ETag?.slice(1, -1);
  const ETag = `"${version === undefined ? '' : `${version}.`}${hash}"`;
  const headers = { 'Content-Type': 'application/json; charset=utf-8', ...answer.headers, ETag };
  return { ...answer, headers, body };
};
