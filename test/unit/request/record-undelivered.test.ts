import { describe, expect, test } from 'vitest';
import { addsInformation, sendState, undeliveredChange } from '../../../src/claims/request/record-undelivered.ts';
import type { MailKind } from '../../../src/domain/mail-kinds.ts';
import { completeRecord, decidedRecord, waitingRecord } from '../../support/claims/records.ts';

const settledAt = '2026-11-24T12:00:05.000Z';
const now = new Date('2026-11-25T10:00:00.000Z');
const report = { operationId: 'x', delivery: 'bounced' as const, attemptedAt: '2026-11-25T09:59:00.000Z' };
const receipt = { kind: 'receipt' as const, number: 1 };

/** A claim whose partner has to be told of the deadline. */
const nearDeadline = (changes: { number?: number; sentAt?: string } = {}) => {
  const claim = waitingRecord();
  const deadlineNotice = { number: 1, dueAt: settledAt, ...changes };
  return { ...claim, ...(claim.request ? { request: { ...claim.request, deadlineNotice } } : {}) };
};

describe('Whether a mail was sent', () => {
  const approved = decidedRecord('approved');
  const told = decidedRecord('approved', { settledAt });
  const ended = decidedRecord('approved', { status: 'ended', endedBy: 'partner' });
  const by = { kind: 'operator' as const };
  const comments = [{ id: 1, at: settledAt, by, text: 'x' }];
  const notices = [{ kind: 'comment' as const, number: 1, since: settledAt }];
  test.each([
    ['receipt', 1, waitingRecord(), 'never'],
    ['receipt', 1, approved, 'not-yet'],
    ['receipt', 1, told, 'sent'],
    ['receipt', 1, ended, 'sent'],
    ['outcome', 1, waitingRecord({ status: 'expired', settledAt }), 'sent'],
    ['outcome', 1, waitingRecord(), 'never'],
    ['withdrawn', 1, told, 'never'],
    ['withdrawn', 1, waitingRecord({ status: 'withdrawn', settledAt }), 'sent'],
    ['ended', 1, ended, 'not-yet'],
    ['draft-expiring', 1, completeRecord(), 'never'],
    ['comment', 1, told, 'never'],
    ['comment', 1, { ...told, comments, notices }, 'not-yet'],
    ['comment', 1, { ...told, comments }, 'sent'],
    ['not-the-right-person', 1, waitingRecord(), 'never'],
    ['delivery-failed', 9, waitingRecord(), 'never'],
    ['expired', 1, waitingRecord(), 'never'],
    ['expired', 1, waitingRecord({ status: 'expired' }), 'not-yet'],
    ['expired', 1, waitingRecord({ status: 'expired', settledAt }), 'sent'],
    ['deadline-near', 1, nearDeadline(), 'not-yet'],
    ['deadline-near', 1, nearDeadline({ sentAt: settledAt }), 'sent'],
    ['deadline-near', 1, nearDeadline({ number: 2 }), 'sent'],
    ['deadline-near', 1, { ...nearDeadline(), status: 'withdrawn' }, 'sent'],
  ] satisfies [MailKind, number, ReturnType<typeof waitingRecord>, string][])(
    '(%s %i) follows from the record',
    (kind, number, claim, expected) => {
      expect(sendState(claim, { kind, number })).toBe(expected);
    },
  );
});

describe('A mail that did not arrive', () => {
  test('to the customer is told to the partner once, however often the report changes', () => {
    const { claim } = undeliveredChange(decidedRecord('approved', { settledAt }), receipt, report, now);
    expect(claim.notices).toMatchObject([{ kind: 'delivery-failed', about: 'receipt' }]);
    const later = { ...report, delivery: 'suppressed' as const, attemptedAt: '2026-11-25T10:01:00.000Z' };
    expect(addsInformation(claim, receipt, report)).toBe(false);
    expect(addsInformation(claim, receipt, later)).toBe(true);
    const again = undeliveredChange(claim, receipt, later, now).claim;
    expect(again.notices).toEqual(claim.notices);
    expect(again.undelivered).toMatchObject([{ mail: 'receipt', delivery: 'suppressed' }]);
  });

  test('to the partner is for operations, and covers up nothing that stands already', () => {
    const notice = { kind: 'delivery-failed' as const, number: 4 };
    const { claim } = undeliveredChange(waitingRecord({ version: 5 }), notice, report, now);
    expect(claim.notices).toBeUndefined();
    expect(claim.attention).toMatchObject({ needs: 'operations', raisedBy: 'delivery' });
    const attention = { reason: 'x', since: settledAt, needs: 'partner' as const };
    expect(undeliveredChange(waitingRecord({ attention }), notice, report, now).claim.attention).toBe(attention);
  });

  test('is kept fifty times at most', () => {
    const entry = {
      mail: 'comment' as const,
      to: 'partner' as const,
      delivery: 'failed' as const,
      attemptedAt: '2026',
    };
    const many = Array.from({ length: 50 }, (_, number) => ({ ...entry, number }));
    expect(addsInformation(waitingRecord({ undelivered: many }), { kind: 'comment', number: 99 }, report)).toBe(false);
  });
});
