import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { reviewPoe } from '../../../src/claims/operations/actions/review-poe.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { completeRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const by = { kind: 'operator', name: 'Ida Novak' } as const;

const review = async (claim: Claim, fileId = claim.poe[0]?.fileId ?? '') => {
  const claims = memoryClaims(claim);
  const deps = depsFor(claims, now, { poe: { download: async () => Readable.from('Proof') } });
  return { result: await reviewPoe(deps, refOf(claim), { by, fileId }), entries: claims.entries() };
};

const infected = (claim: Claim): Claim => ({
  ...claim,
  poe: claim.poe.map((file) => ({ ...file, malwareFoundAt: now.toISOString() })),
});

describe('A reviewer who looks into proof', () => {
  test('gets the file, and the look is in the history', async () => {
    const { result, entries } = await review(waitingRecord());
    expect(result).toMatchObject({ file: { fileId: waitingRecord().poe[0]?.fileId } });
    expect(entries).toEqual(['operator poe-reviewed']);
  });

  test.each([
    ['of a draft', completeRecord(), undefined, 'action-not-allowed'],
    ['with malware', infected(waitingRecord()), undefined, 'poe-malicious'],
    ['that is not there', waitingRecord(), 'none', 'poe-not-found'],
  ] as const)('gets no file %s', async (_, claim, fileId, code) => {
    const { result, entries } = await review(claim, fileId);
    expect(result).toMatchObject({ code });
    expect(entries).toEqual([]);
  });
});
