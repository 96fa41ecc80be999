import { describe, expect, test } from 'vitest';
import { announcedExpiry, cancelTime, draftRowTime, draftWatchTime } from '../../../src/domain/draft-expiry.ts';
import { draftExpiringMail } from '../../../src/mail/draft-expiring.ts';
import { completeRecord } from '../../support/claims/records.ts';
import { testService } from '../../support/service.ts';

const policy = { noticeDays: 53, expiryDays: 60 };
const draft = completeRecord({
  version: 4,
  createdAt: '2026-01-01T10:00:00.000Z',
  updatedAt: '2026-01-05T10:00:00.000Z',
});
const announced = {
  ...draft,
  version: 5,
  updatedAt: '2026-02-27T10:00:00.000Z',
  expiry: { announcedAt: '2026-02-27T10:00:00.000Z', cancelAt: '2026-03-06T10:00:00.000Z', version: 5 },
};

describe('A draft that no one touches', () => {
  test('is looked at 53 days after it was made, and announced 53 days after the last change', () => {
    expect(draftRowTime(draft, policy, new Date('2026-02-23T09:59:59.999Z'))).toBe('2026-02-23T10:00:00.000Z');
    expect(draftRowTime(draft, policy, new Date('2026-02-23T10:00:00.000Z'))).toBe('2026-02-27T10:00:00.000Z');
    expect(draftWatchTime(draft, policy)).toBe('2026-02-27T10:00:00.000Z');
  });

  test('is cancelled 60 days after the last change, and never before the author had 7 days', () => {
    expect(cancelTime(draft, policy, new Date('2026-02-27T10:00:00.000Z'))).toBe('2026-03-06T10:00:00.000Z');
    expect(cancelTime(draft, policy, new Date('2026-05-01T10:00:00.000Z'))).toBe('2026-05-08T10:00:00.000Z');
  });

  test('is looked at next when it is to be cancelled, unless it was touched after the announcement', () => {
    expect(draftWatchTime(announced, policy)).toBe('2026-03-06T10:00:00.000Z');
    const touched = { ...announced, version: 6, updatedAt: '2026-03-01T10:00:00.000Z' };
    expect(announcedExpiry(touched)).toBeUndefined();
    expect(draftWatchTime(touched, policy)).toBe('2026-04-23T10:00:00.000Z');
  });
});

describe('The mail that announces it', () => {
  const cancelAt = '2026-03-06T10:00:00.000Z';

  test('goes to the author, names the draft and the day, and is another one after each touch', () => {
    const mail = draftExpiringMail(testService, { ...draft, createdByEmail: 'avery@northwind.example' }, cancelAt);
    expect(mail).toMatchObject({ kind: 'draft-expiring', number: 4, to: { address: 'avery@northwind.example' } });
    expect(mail?.text).toContain('Contoso roll-out (ca-zyh2k9q0p-4m7k2x9a)');
    expect(mail?.text).toContain('6 March 2026 at 10:00 (UTC)');
  });

  test('goes to the partner contact when the author’s address is not known, and to no one without either', () => {
    expect(draftExpiringMail(testService, draft, cancelAt)?.to.address).toBe('avery@northwind.example');
    const { partnerContact, ...without } = draft;
    expect(draftExpiringMail(testService, without, cancelAt)).toBeUndefined();
  });
});
