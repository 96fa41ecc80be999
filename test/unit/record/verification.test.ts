import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { appendHistory, erasedEvent, type HistoryEntry } from '../../../src/domain/history.ts';
import { partDigest, submissionDigests, submissionParts } from '../../../src/domain/record/submission.ts';
import { verifyHistory } from '../../../src/domain/record/verification.ts';
import { eraseContact, peopleIn } from '../../../src/domain/retention/erasure.ts';
import { decidedWithHistory } from '../../support/claims/certified.ts';
import { submittedRecord } from '../../support/claims/records.ts';

const partner = { kind: 'partner', name: 'Avery Howard' } as const;
const comments = [
  { id: 1, at: '2026-11-20T10:00:00.000Z', by: partner, text: 'Signed in October.', salt: 'aa'.repeat(16) },
  { id: 2, at: '2026-11-20T10:01:00.000Z', by: partner, text: 'Dana Customer will answer.', salt: 'bb'.repeat(16) },
];

describe('The hash of a submission', () => {
  const claim = submittedRecord({ submission: { files: 1, salt: '00'.repeat(16) } });

  test.each<[what: string, part: (typeof submissionParts)[number], change: Partial<Claim>]>([
    [
      'another location',
      'partner',
      { partnerLocation: { mpnId: '4512346', name: 'Northwind Seattle', country: 'US' } },
    ],
    ['another domain', 'customer', { customer: { ...claim.customer, domain: 'fabrikam.example' } }],
    ['the disclosure', 'customer', { disclosureSigned: true }],
    ['one more product', 'products', { products: [{ code: 'power-bi' }, { code: 'power-apps' }] }],
    ['a subscription', 'products', { products: [{ code: 'power-bi', subscriptionId: claim.customer.directoryId }] }],
    ['revenue data', 'products', { revenue: { customerName: 'Contoso' } }],
    ['another address', 'contacts', { customerContact: { ...claim.customerContact, email: 'kim@contoso.example' } }],
    [
      'a technical contact',
      'contacts',
      { technicalContact: { name: 'Kim', title: 'CTO', email: 'kim@contoso.example' } },
    ],
    ['other content of a file', 'proof', { poe: claim.poe.map((file) => ({ ...file, sha256: 'cd'.repeat(32) })) }],
    ['another salt', 'contacts', { submission: { files: 1, salt: '01'.repeat(16) } }],
  ])('%s changes that of its part, the %s, and of the whole, and no other', (_what, part, change) => {
    const before = submissionDigests(claim);
    const after = submissionDigests({ ...claim, ...change });
    const changed = [...submissionParts, 'sha256' as const].filter((name) => before[name] !== after[name]);
    expect(changed).toEqual([part, 'sha256']);
  });

  test('is the same whatever order the members come in, and whatever happens after the submission', () => {
    const later: Partial<Claim> = {
      version: 9,
      status: 'approved',
      name: 'Another label',
      poe: [...claim.poe, { ...claim.poe[0], fileId: 'poe-later', sha256: 'ef'.repeat(32) } as Claim['poe'][number]],
    };
    const reordered = Object.fromEntries(Object.entries({ ...claim, ...later }).toReversed()) as Claim;
    expect(submissionDigests(reordered)).toEqual(submissionDigests(claim));
  });
});

describe('The verification of a history', () => {
  const { claim, entries } = decidedWithHistory({ comments });

  test('an untouched claim is intact in every part', () => {
    expect(verifyHistory(claim, entries)).toEqual({
      intact: true,
      chain: { holds: true, entries: 5, headHash: claim.history.hash, erasedEntries: 0 },
      submission: {
        entry: 4,
        sha256: submissionDigests(claim).sha256,
        agreement: 'matches',
        parts: { partner: 'matches', customer: 'matches', products: 'matches', contacts: 'matches', proof: 'matches' },
      },
      comments: { matching: 2, differing: 0, erased: 0 },
    });
  });

  test('a changed entry breaks the chain there; a lost one at the end, behind the last', () => {
    const changed = entries.with(2, { ...(entries[2] as HistoryEntry), at: '2027-01-01T00:00:00.000Z' });
    expect(verifyHistory(claim, changed)).toMatchObject({
      intact: false,
      chain: { holds: false, firstBrokenEntry: 3 },
    });
    expect(verifyHistory(claim, entries.slice(0, 4))).toMatchObject({ intact: false, chain: { firstBrokenEntry: 5 } });
  });

  test.each<[what: string, part: string, change: Partial<Claim>]>([
    ['a product', 'products', { products: [{ code: 'power-apps' }] }],
    ['the contact', 'contacts', { customerContact: { ...claim.customerContact, email: 'eve@contoso.example' } }],
    ['the hash of a file', 'proof', { poe: claim.poe.map((file) => ({ ...file, sha256: '00'.repeat(32) })) }],
    ['the salt, without an erasure', 'contacts', { submission: { files: 1 } }],
  ])('%s changed in the record alone differs in its part, the %s', (_what, part, change) => {
    const found = verifyHistory({ ...claim, ...change }, entries);
    expect(found).toMatchObject({ intact: false, chain: { holds: true }, submission: { agreement: 'differs' } });
    expect(found.submission?.parts).toMatchObject({ [part]: 'differs' });
  });

  test('a comment that was changed, added or taken away in the record alone differs', () => {
    const [first, second] = claim.comments;
    if (!first || !second) throw new Error('Two comments.');
    const counted = (changed: Claim['comments']) => verifyHistory({ ...claim, comments: changed }, entries).comments;
    expect(counted([first, { ...second, text: 'Somebody else.' }])).toEqual({ matching: 1, differing: 1, erased: 0 });
    expect(counted([first, second, { ...second, id: 3 }])).toEqual({ matching: 2, differing: 1, erased: 0 });
    expect(counted([first])).toEqual({ matching: 1, differing: 1, erased: 0 });
    const { salt: _, ...unsalted } = second;
    expect(counted([first, unsalted])).toEqual({ matching: 1, differing: 1, erased: 0 });
  });

  test('another contact, as the history tells, is what the contacts are compared with', () => {
    const customerContact = { name: 'Kim Lee', title: 'CTO', email: 'kim@contoso.example' };
    const changed = { ...claim, customerContact };
    const event = {
      actor: partner,
      event: 'contact-changed',
      from: 'submitted',
      to: 'submitted',
      detail: { contacts: partDigest(changed, 'contacts') },
    } as const;
    const chain = appendHistory(claim.history, [event], claim.updatedAt);
    const all = [...entries, ...chain.entries];
    expect(verifyHistory({ ...changed, history: chain.head }, all)).toMatchObject({ intact: true });
    expect(verifyHistory({ ...claim, history: chain.head }, all).submission?.parts.contacts).toBe('differs');
  });

  test('after an erasure the rest still matches, and what cannot be compared any more says so', () => {
    const people = peopleIn(claim, entries);
    const erasure = eraseContact(claim, entries, people);
    if (erasure === undefined) throw new Error('Nobody was erased.');
    const event = { actor: { kind: 'operator' }, event: erasedEvent, from: 'approved', to: 'approved' } as const;
    const chain = appendHistory(claim.history, [{ ...event, detail: { digests: erasure.digests } }], claim.updatedAt);
    const rewritten = entries.map(
      (entry) => erasure.rewritten.find(({ sequence }) => sequence === entry.sequence) ?? entry,
    );
    const found = verifyHistory({ ...erasure.claim, history: chain.head }, [...rewritten, ...chain.entries]);
    expect(found).toMatchObject({
      intact: true,
      chain: { holds: true, erasedEntries: 1 },
      submission: { agreement: 'erased', parts: { products: 'matches', proof: 'matches', contacts: 'erased' } },
      // The one that named the contact has lost its salt; the other one can still be compared.
      comments: { matching: 1, differing: 0, erased: 1 },
    });
    expect(JSON.stringify(erasure.claim)).not.toContain('5f0c1d9b');
    expect(JSON.stringify(erasure.claim)).not.toContain('bb'.repeat(16));
  });

  test('a draft has no submission to compare', () => {
    const { submittedAt: _, ...draft } = claim;
    expect(verifyHistory(draft, entries).submission).toBeUndefined();
  });
});
