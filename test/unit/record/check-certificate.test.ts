import { expect, test } from 'vitest';
import { checkCertificate } from '../../../src/claims/certificate/check-certificate.ts';
import { issueCertificate } from '../../../src/claims/certificate/issue-certificate.ts';
import type { Deps } from '../../../src/claims/deps.ts';
import { factsEntry } from '../../../src/documents/certificate/certificate-facts.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import type { HistoryEntry } from '../../../src/domain/history.ts';
import { createCertificateSeal } from '../../../src/identity/certificate-seal.ts';
import { decidedWithHistory } from '../../support/claims/certified.ts';

const { claim, entries } = decidedWithHistory();
const certificateSeal = createCertificateSeal([{ kid: 'one', key: 'A'.repeat(43) }]);
const facts = {
  claimId: claim.id,
  partnerId: claim.partnerId,
  partnerName: claim.partnerName,
  customerName: 'Contoso',
  outcome: 'approved',
  asOf: claim.updatedAt,
  entries: entries.length,
  headHash: claim.history.hash,
} as const;
const sealed = certificateSeal.seal(Buffer.from(`%PDF-1.7\n(${factsEntry(facts).Certificate})\n%%EOF\n`));

/** What the check finds for a sealed file when storage has this; `reads`: how often it was asked. */
const checkWith = async (stored: Claim | undefined, history: HistoryEntry[], bytes: Uint8Array = sealed) => {
  let reads = 0;
  const claims = {
    read: async () => {
      reads += 1;
      return stored && { claim: stored, etag: '', index: [] };
    },
    history: async () => history,
  };
  // The cast: the check uses no more than this.
  const check = await checkCertificate({ claims, certificateSeal } as unknown as Deps, bytes);
  return { check, reads };
};

test.each<[what: string, stored: Claim | undefined, history: HistoryEntry[], state: string]>([
  ['as it was', claim, entries, 'same'],
  ['with more entries', claim, [...entries, ...entries], 'same'],
  ['ended since', { ...claim, status: 'ended', endedBy: 'partner' }, entries, 'changed'],
  ['purged', undefined, [], 'gone'],
  ['with another entry in the place of the last', claim, entries.toReversed(), 'contradicted'],
  ['with fewer entries', claim, entries.slice(0, -1), 'contradicted'],
])('a genuine certificate of a claim that is %s', async (_what, stored, history, state) => {
  expect((await checkWith(stored, history)).check).toEqual({ genuine: true, facts, state });
});

test('for a file that is not genuine nothing is read', async () => {
  const changed = Buffer.from(sealed).fill('x', 4, 5);
  expect(await checkWith(claim, entries, changed)).toEqual({ check: { genuine: false }, reads: 0 });
});

test('a history that does not hold is not certified', async () => {
  const history = entries.map((entry) => ({ ...entry, at: '2020-01-01T00:00:00.000Z' }));
  const claims = { read: async () => ({ claim, etag: '', index: [] }), history: async () => history };
  // The cast: nothing else is asked of it before the history is checked.
  const deps = { claims } as unknown as Deps;
  expect(await issueCertificate(deps, refOf(claim))).toMatchObject({ code: 'history-broken' });
});
