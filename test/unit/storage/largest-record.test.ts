import { expect, test } from 'vitest';
import { addPoe } from '../../../src/claims/proof/add-poe.ts';
import { notePoe } from '../../../src/claims/proof/note-poe.ts';
import { replacePoe } from '../../../src/claims/proof/replace-poe.ts';
import { catalogues } from '../../../src/domain/catalogue/catalogue.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { hasRoomForComment } from '../../../src/domain/comments.ts';
import { hasRoom, withFormerContact } from '../../../src/domain/record-size.ts';
import { maxQuestions } from '../../../src/domain/request/question.ts';
import { hasLinksLeft } from '../../../src/domain/request/resend.ts';
import { claimSummary } from '../../../src/domain/view/claim-summary.ts';
import { indexChange } from '../../../src/storage/claims/claim-index.ts';
import { claimRow } from '../../../src/storage/claims/claim-rows.ts';
import { requestSentAt, submittedRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** Every list of a record is bounded: the largest record fits into its row, and its change into a transaction. */

const at = '2026-11-20T10:00:00.000Z';
const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
/** As long as JSON makes a text of so many characters. */
const text = (length: number): string => '"'.repeat(length);
const email = (index: number): string => `${'x'.repeat(240)}${index}@c.example`;
const by = { kind: 'partner', name: text(100), id: crypto.randomUUID() } as const;
const bytesOf = (row: object): number =>
  Object.entries(row).reduce((sum, [name, value]) => sum + 2 * (name.length + `${value}`.length), 0);

const comment = (id: number) => ({ id, at, by, text: text(2000), salt: 'ab'.repeat(16) });
const mentions = [...new Set(catalogues.flatMap(({ products }) => products.map(({ code }) => code)))];

/** All that a partner may put on a claim, until it takes no more comments and files. */
const full = (): Claim => {
  let claim = submittedRecord({
    link: { version: 20, issuedAt: at, contactSince: 20 },
    products: times(50, () => ({ code: text(50), subscriptionId: crypto.randomUUID() })),
    activities: times(10, () => text(50)),
    customerContact: { name: text(100), title: text(100), email: email(0), foreignDomainReason: text(300) },
    technicalContact: { name: text(100), title: text(100), email: email(0) },
    revenue: { dynamicsSolutionSellerName: text(100), customerName: text(200), isvProductName: text(200) },
    reservations: times(90, () => 'r'.repeat(150)),
    leftOut: times(70, () => ({ path: 'products.49.code', code: 'unknown-product', message: text(200) })),
    poe: times(49, (index) => ({
      fileId: `poe-${String(index).padStart(12, '0')}`,
      storedAs: 'poe-0123456789ab',
      mentions,
      templateOf: 'ca-zyh2k9q0p-4m7k2x9a',
      fileName: text(150),
      contentType: 'x'.repeat(80),
      size: 26_214_400,
      sha256: 'ab'.repeat(32),
      scan: 'clean' as const,
      checkedAt: at,
      uploadedAt: at,
      uploadedBy: by,
    })),
  });
  while (hasRoomForComment(claim, { isReply: false }))
    claim = { ...claim, comments: [...claim.comments, comment(claim.comments.length)] };
  return claim;
};

/** The same with all that customers, operators and the service may add to it afterwards. */
const largest = (): Claim => {
  const claim = full();
  return {
    ...claim,
    status: 'ended',
    comments: [...claim.comments, ...times(2 * maxQuestions, comment)],
    concerns: times(40, (index) => ({
      kind: index % 2 === 0 ? ('not-expected' as const) : ('not-the-right-person' as const),
      at,
      linkVersion: 20,
      email: email(index),
      text: text(1000),
    })),
    formerContacts: times(50, () => text(100)),
    undelivered: times(50, (number) => ({
      mail: 'request',
      number,
      to: 'customer',
      delivery: 'bounced',
      attemptedAt: at,
    })),
    notices: [
      ...times(20, (number) => ({
        kind: 'contact-changed' as const,
        number,
        since: at,
        to: { name: text(100), email: email(0) },
      })),
      ...times(200, (number) => ({ kind: 'not-the-right-person' as const, number, since: at })),
    ],
    takeoverRequests: times(10, () => crypto.randomUUID()),
    tookOverFrom: times(50, () => ({ partnerName: text(100), since: at })),
    supersededBy: text(100),
    request: requestSentAt(new Date(at)),
    statusReason: text(1000),
    decision: { outcome: 'approved', decidedAt: at, reason: text(1000) },
    inquiry: { since: at, by, reason: text(1000), until: at },
    attention: { reason: text(1000), since: at, needs: 'operations' },
    legalHold: { since: at, by, reason: text(1000) },
  };
};

test('the largest record leaves room in its row, and its change in a transaction', () => {
  const claim = largest();
  const summary = claimSummary(claim);
  const { put, index } = indexChange({
    partnerId: claim.partnerId,
    claim: summary,
    contact: email(0),
    before: [],
    room: 95,
  });
  const row = bytesOf(claimRow(claim, index));
  expect(row).toBeLessThan(900 * 1024);
  expect(put.length).toBeLessThan(96);
  // With an answer that is kept under an Idempotency-Key and holds all of the claim, and four entries of history.
  const change = row * 2 + put.reduce((sum, one) => sum + bytesOf(one), 0) + 4 * 16 * 1024;
  expect(change).toBeLessThan(4 * 1024 * 1024);
});

test('a record takes a hundred comments of any usual length, and then says that it is full', () => {
  const words = 'Words of a comment. '.repeat(100);
  let claim = submittedRecord();
  while (hasRoomForComment(claim, { isReply: false })) {
    claim = { ...claim, comments: [...claim.comments, { ...comment(claim.comments.length), text: words }] };
  }
  expect(claim.comments).toHaveLength(100);
  expect(hasRoom(claim)).toBe(true);
  expect(full().comments.length).toBeLessThan(100);
  expect(hasRoom(full())).toBe(false);
});

test('former contacts are kept once each, and no more than fifty', () => {
  let claim = submittedRecord();
  for (let number = 0; number < 50; number += 1) {
    claim = { ...claim, ...withFormerContact(claim, `Dana ${number}`) };
    claim = { ...claim, ...withFormerContact(claim, 'Dana 0') };
  }
  expect(claim.formerContacts).toHaveLength(50);
  expect(withFormerContact(claim, 'Dana 50')).toBeUndefined();
  expect(withFormerContact(claim, 'Dana 7')).toEqual({});
  expect(hasLinksLeft({ ...claim, link: { version: 20, issuedAt: at } })).toBe(false);
});

test('a full claim takes no more files and longer notes, but shorter ones', async () => {
  const { submittedAt: _, ...record } = full();
  const [first, ...others] = record.poe;
  if (first === undefined) throw new Error('No file.');
  const draft: Claim = { ...record, status: 'draft', poe: [{ ...first, note: 'A note.' }, ...others] };
  const claims = memoryClaims(draft);
  const deps = depsFor(claims, new Date(at), { limits: { maxFiles: 50, maxBytes: 1000 } });
  const caller = {
    partnerId: draft.partnerId,
    userId: 'u',
    name: 'Avery',
    email: 'avery@northwind.example',
    roles: [],
  };
  const change = { caller, ref: refOf(draft), fileId: first.fileId, guard: {} };
  const upload = { fileName: 'a.txt', content: (async function* () {})() };
  const refused = await Promise.all([
    notePoe(deps, { ...change, note: 'A longer note.' }),
    replacePoe(deps, { ...change, upload }),
    addPoe(deps, { ...change, upload }),
  ]);
  expect(refused).toMatchObject(times(3, () => ({ code: 'poe-too-many' })));
  expect(claims.entries()).toEqual([]);
  expect(await notePoe(deps, { ...change, note: 'Short.' })).toHaveProperty('claim');
  expect(claims.entries()).toEqual(['partner poe-noted']);
});
