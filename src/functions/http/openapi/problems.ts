import type { ProblemCode } from '../../../lib/problem-codes.ts';
import type { Route } from '../route.ts';

const anyCall = ['internal-error', 'claim-unreadable'] as const;

/** Of every call that needs a token. */
export const protectedCall = [
  'token-invalid',
  'token-missing',
  'role-missing',
  'dependency-unavailable',
  ...anyCall,
] as const satisfies ProblemCode[];

const jsonBody = [
  'malformed-json',
  'invalid-utf8',
  'upload-incomplete',
  'body-too-large',
  'unsupported-media-type',
  'unsupported-content-coding',
  'several-errors',
  'unknown-field',
  'required',
  'wrong-type',
] as const;

/** The codes of every refusal that a route may answer with. */
export const problemsOf = ({ path, roles, doc }: Route): ProblemCode[] => {
  const codes: readonly ProblemCode[] = [
    ...(roles.length === 0 ? [] : protectedCall),
    ...(path.includes('{id}') ? (['claim-not-found'] as const) : []),
    ...(path.includes('{fileId}') ? (['poe-not-found'] as const) : []),
    ...(path.includes('{tenantId}') || path.includes('{directoryId}') ? (['invalid-guid'] as const) : []),
    ...(doc.query === undefined ? [] : (['invalid-query'] as const)),
    ...(doc.ranges ? (['range-not-satisfiable'] as const) : []),
    ...(doc.ifMatch === undefined ? [] : (['etag-stale'] as const)),
    ...(doc.ifMatch === 'required' ? (['if-match-required'] as const) : []),
    ...(doc.idempotent ? (['invalid-idempotency-key', 'idempotency-key-reused'] as const) : []),
    ...(doc.body === undefined || doc.body === 'binary' ? [] : jsonBody),
    ...(doc.problems ?? []),
    ...anyCall,
  ];
  return [...new Set(codes)].toSorted();
};
