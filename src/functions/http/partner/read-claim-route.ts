import * as z from 'zod';
import { waitForChange } from '../../../claims/wait-for-change.ts';
import { Problem } from '../../../lib/result.ts';
import { claimAnswer } from '../answer/claim-answer.ts';
import { leftSignal } from '../left-callers.ts';
import { isKnownVersion } from '../preconditions.ts';
import { type Call, type HttpDeps, partnerRoles, type Route } from '../route.ts';

const maxWaitSeconds = 20;
/** Requests of one instance that may wait at once: half of those that the platform gives it, so that others still come through. */
const maxWaiting = 8;
/** And of one partner, so that it cannot take all of them. */
const maxWaitingOfPartner = 4;
const retryAfterSeconds = 5;
/** The partner of each request that waits. */
const waiting: string[] = [];

/** Seconds that the caller is ready to wait; 0 without the parameter. */
const waitOf = (query: URLSearchParams): number | Problem => {
  const text = query.get('wait') ?? '0';
  if (!query.has('wait') || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= maxWaitSeconds))
    return Number(text);
  return new Problem('invalid-query', `wait: seconds, 1 to ${maxWaitSeconds}.`);
};

const found = async (deps: HttpDeps, { request, context, claim }: Call, waitSeconds: number) => {
  const ref = claim();
  const stored = await deps.claims.read(ref);
  if (stored === undefined) return new Problem('claim-not-found');
  if (waitSeconds === 0 || !isKnownVersion(request, stored.claim)) return stored.claim;
  const own = waiting.filter((partnerId) => partnerId === ref.partnerId);
  if (waiting.length >= maxWaiting || own.length >= maxWaitingOfPartner) {
    return new Problem('too-many-waiting', undefined, [], { retryAfterSeconds });
  }
  waiting.push(ref.partnerId);
  try {
    const changed = await waitForChange(deps, stored, {
      isKnown: (current) => isKnownVersion(request, current),
      ms: waitSeconds * 1000,
      left: leftSignal(context.invocationId),
    });
    return changed ?? new Problem('claim-not-found');
  } finally {
    waiting.splice(waiting.indexOf(ref.partnerId), 1);
  }
};

/** One claim, at once or when it changes. */
export const readClaimRoute: Route = {
  name: 'readClaim',
  method: 'GET',
  path: 'api/claims/{id}',
  roles: partnerRoles,
  doc: {
    summary: 'One claim. With If-None-Match and `wait`, as soon as it changes or one of its files has been checked.',
    query: {
      wait: {
        description:
          'Seconds to wait for a change when If-None-Match names the present version; 304 when there was none. Without If-None-Match the answer comes at once.',
        schema: z.int().min(1).max(maxWaitSeconds),
      },
    },
    problems: ['too-many-waiting'],
    success: { status: 200, answer: 'Claim', headers: ['ETag'], description: 'The claim.' },
  },
  handle: async (deps, call) => {
    const waitSeconds = waitOf(call.request.query);
    if (waitSeconds instanceof Problem) return waitSeconds;
    const claim = await found(deps, call, waitSeconds);
    return claim instanceof Problem ? claim : claimAnswer(deps, claim, { caller: call.caller });
  },
};
