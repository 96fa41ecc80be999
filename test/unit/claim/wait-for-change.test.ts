import { expect, test } from 'vitest';
import { waitForChange } from '../../../src/claims/wait-for-change.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { completeRecord, submittedRecord } from '../../support/claims/records.ts';

const known = completeRecord();
const changed = submittedRecord({ version: 2 });

const stored = (claim: Claim) => ({ claim, etag: `written ${claim.version}`, index: [] });

/** Storage in which the row is as each look finds it; a claim that is not there any more is undefined. */
const storage = (...looks: (Claim | undefined)[]) => {
  const reads = { claims: 0, etags: 0 };
  const now = () => {
    const claim = looks[Math.min(reads.etags, looks.length) - 1];
    return claim && stored(claim);
  };
  const claims = {
    currentEtag: async () => {
      reads.etags += 1;
      return now()?.etag;
    },
    read: async () => {
      reads.claims += 1;
      return now();
    },
  };
  // The cast: it reads these and nothing else.
  return { deps: { claims } as never, reads };
};
const isKnown = ({ version }: Claim): boolean => version === known.version;

test('a claim that is another one already is answered at once', async () => {
  const { deps, reads } = storage(changed);
  expect(await waitForChange(deps, stored(changed), { isKnown, ms: 20_000 })).toEqual(changed);
  expect(reads).toEqual({ claims: 0, etags: 0 });
});

test('a change is seen within about a second, and the claim read again only then', async () => {
  const { deps, reads } = storage(known, changed);
  const began = performance.now();
  expect(await waitForChange(deps, stored(known), { isKnown, ms: 20_000 })).toEqual(changed);
  expect(performance.now() - began).toBeLessThan(4000);
  expect(reads).toEqual({ claims: 1, etags: 2 });
});

test('a claim that is purged meanwhile is gone', async () => {
  const { deps } = storage(undefined);
  expect(await waitForChange(deps, stored(known), { isKnown, ms: 20_000 })).toBeUndefined();
});

test('without a change the time ends it', async () => {
  const { deps, reads } = storage(known);
  expect(await waitForChange(deps, stored(known), { isKnown, ms: 50 })).toEqual(known);
  expect(reads.claims).toBe(0);
});

test('whoever leaves is not waited for', async () => {
  const { deps, reads } = storage(known);
  const left = new AbortController();
  const waited = waitForChange(deps, stored(known), { isKnown, ms: 20_000, left: left.signal });
  setTimeout(() => left.abort(), 20);
  const began = performance.now();
  await waited;
  expect(performance.now() - began).toBeLessThan(900);
  expect(reads.claims).toBe(0);
});
