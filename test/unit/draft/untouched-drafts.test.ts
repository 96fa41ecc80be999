import { describe, expect, test } from 'vitest';
import { expireDraft } from '../../../src/claims/draft/expire-draft.ts';
import { type Claim, watchedOf } from '../../../src/domain/claim.ts';
import { completeRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** A draft that is due, and that its author touches after the reconciler has read it. */

const now = new Date('2027-03-06T10:00:00.000Z');
const draft = completeRecord({ version: 5 });
const announced = { ...draft, expiry: { announcedAt: draft.updatedAt, cancelAt: draft.updatedAt, version: 5 } };

const expire = async (before: Claim, after?: Claim) => {
  const claims = memoryClaims(before);
  const stored = await claims.read();
  if (after) await claims.save({ before: stored, claim: after, entries: [] });
  const none = async () => undefined;
  const deps = depsFor(claims, now, {
    drafts: { noticeDays: 53, expiryDays: 60 },
    mail: { send: async () => ({ accepted: true }) },
    ledger: { watch: { add: none, remove: none }, move: none },
  });
  const row = { ...watchedOf(before), kind: 'draft', dueAt: now.toISOString(), attempts: 0, finding: '' } as const;
  await expireDraft(deps, stored, row);
  return { claim: (await claims.read()).claim, entries: claims.entries() };
};

describe('A draft that is due', () => {
  test('is announced, and later cancelled', async () => {
    expect((await expire(draft)).entries).toEqual(['system expiry-announced']);
    expect((await expire(announced)).entries).toEqual(['system cancelled']);
  });

  test.each([
    ['announced', draft],
    ['cancelled', announced],
  ])('is not %s once its author has touched it', async (_, before) => {
    const touched = { ...before, version: 6, name: 'Touched' };
    expect(await expire(before, touched)).toEqual({ claim: touched, entries: [] });
  });
});
