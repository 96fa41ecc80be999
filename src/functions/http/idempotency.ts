import { createHash } from 'node:crypto';
import type { HttpRequest } from '@azure/functions';
import type { Keep } from '../../claims/change-claim.ts';
import type { Deps } from '../../claims/deps.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Caller } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import type { HttpAnswer } from './answer/http-answer.ts';

const sha256 = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const keyOf = (request: HttpRequest, asOperator: boolean): string | undefined | Problem => {
  const key = request.headers.get('idempotency-key') ?? undefined;
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) return new Problem('invalid-idempotency-key');
  // Operators choose keys without knowing those of the partner whose claim it is.
  return asOperator ? sha256('operator', key) : sha256(key);
};

/** What tells one request from another under the same key; for an upload, `content` is the hash of its bytes. */
const requestHash = (request: HttpRequest, content: string): string => {
  const { pathname, search } = new URL(request.url);
  return sha256(request.method, pathname, search, content);
};

type KeyedRequest = {
  request: HttpRequest;
  caller: Caller;
  /** Done by operations, for the partner of `caller`. */
  asOperator?: boolean;
  /** The body or its hash; a function if it is known only after the operation has read it. */
  content: string | (() => Promise<string>);
  act: (answerToKeep: Keep | undefined) => Promise<{ claim: Claim } | Problem>;
  answer: (claim: Claim) => Promise<HttpAnswer>;
};

/**
 * Carries a request out once for its Idempotency-Key. The answer is kept in the transaction that has the effect, so there is
 * no moment in which one exists without the other; a key is looked up only when the operation refuses, or finds nothing to change.
 */
export const withIdempotencyKey = async (
  deps: Deps,
  { request, caller, asOperator = false, content, act, answer }: KeyedRequest,
): Promise<HttpAnswer | Problem> => {
  const key = keyOf(request, asOperator);
  if (key instanceof Problem) return key;
  const hash = async () => requestHash(request, typeof content === 'string' ? content : await content());

  let kept: { claim: Claim; answer: HttpAnswer } | undefined;
  const answerToKeep = async (claim: Claim) => {
    kept = { claim, answer: await answer(claim) };
    const { status, headers, json } = kept.answer;
    return { key: key ?? '', requestHash: await hash(), status, headers: headers ?? {}, body: JSON.stringify(json) };
  };
  const done = await act(key === undefined ? undefined : answerToKeep);
  // Not the answer of a try that another writer overtook: that claim was never stored.
  if (kept !== undefined && !(done instanceof Problem) && done.claim === kept.claim) return kept.answer;

  const saved = key === undefined ? undefined : await deps.claims.savedAnswer(caller.partnerId, key);
  if (saved === undefined) return done instanceof Problem ? done : answer(done.claim);
  return saved.requestHash === (await hash())
    ? { status: saved.status, headers: saved.headers, json: JSON.parse(saved.body) as unknown }
    : new Problem('idempotency-key-reused');
};
