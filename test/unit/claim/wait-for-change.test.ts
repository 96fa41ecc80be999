import { expect, test } from 'vitest';
import { waitForChange } from '../../../src/claims/wait-for-change.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { completeRecord, submittedRecord } from '../../support/claims/records.ts';

const ref = { partnerId: 'p', claimId: 'c' };
const known = completeRecord();
const changed = submittedRecord({ version: 2 });

/** Storage in which the row is as each look finds it; a claim that is not there any more is undefined. */
const storage = (...looks: (Claim | undefined)[]) => {
  const reads = { claims: 0, marks: 0 };
  const now = () => looks[Math.min(reads.marks, looks.length) - 1];
  const claims = {
    writtenAt: async () => {
      reads.marks += 1;
      return now() && `written ${now()?.version}`;
    },
    read: async () => {
      reads.claims += 1;
      const claim = now();
      return claim && { claim, etag: '', index: [] };
    },
  };
  // The cast: it reads these and nothing else.
  return { deps: { claims } as never, reads };
};
const isKnown = ({ version }: Claim): boolean => version === known.version;

test('a claim that is another one already is answered at once', async () => {
  const { deps, reads } = storage(changed);
  expect(await waitForChange(deps, ref, { isKnown, ms: 20_000 })).toEqual(changed);
  expect(reads).toEqual({ claims: 1, marks: 1 });
});

test('a change is seen within about a second, and the claim read again only then', async () => {
  const { deps, reads } = storage(known, known, changed);
  const began = performance.now();
  expect(await waitForChange(deps, ref, { isKnown, ms: 20_000 })).toEqual(changed);
  expect(performance.now() - began).toBeLessThan(4000);
  expect(reads.claims).toBe(2);
});

test('a claim that is purged meanwhile is gone', async () => {
  const { deps } = storage(known, undefined);
  expect(await waitForChange(deps, ref, { isKnown, ms: 20_000 })).toBeUndefined();
});

test('without a change the time ends it', async () => {
  const { deps, reads } = storage(known);
  expect(await waitForChange(deps, ref, { isKnown, ms: 50 })).toEqual(known);
  expect(reads.claims).toBe(1);
});

test('whoever leaves is not waited for', async () => {
  const { deps, reads } = storage(known);
  const left = new AbortController();
  const waited = waitForChange(deps, ref, { isKnown, ms: 20_000, left: left.signal });
  setTimeout(() => left.abort(), 20);
  const began = performance.now();
  await waited;
  expect(performance.now() - began).toBeLessThan(900);
  expect(reads.claims).toBe(1);
});
