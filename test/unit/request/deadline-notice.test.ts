import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sendDeadlineNotice } from '../../../src/claims/request/send-deadline-notice.ts';
import type { ApprovalRequest, Claim } from '../../../src/domain/claim.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import { withDeadlineNotice } from '../../../src/domain/request/deadline-notice.ts';
import { withLaterDeadline } from '../../../src/domain/request/extension.ts';
import { withInquiry, withoutInquiry } from '../../../src/domain/request/inquiry.ts';
import { businessDaysBefore, businessDaysBetween } from '../../../src/domain/request/policy.ts';
import { Problem } from '../../../src/lib/result.ts';
import { deadlineNearMail } from '../../../src/mail/deadline-near.ts';
import { operationIdOf } from '../../../src/mail/operation-id.ts';
import { linkUntil, requestSentAt, silencePolicy, usualPolicy, waitingRecord } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';
import { testService } from '../../support/service.ts';

// Sent on a Friday: the window ends on the next Friday, two business days before is Wednesday.
const sentAt = new Date('2026-11-20T10:00:00.000Z');
const wednesday = '2026-11-25T09:00:00.000Z';
const { customer } = waitingRecord();
const withWindow = (windowBusinessDays: number): ApprovalRequest => {
  const policy = { ...usualPolicy, windowBusinessDays, reminderDays: [] };
  return withDeadlineNotice(requestSentAt(sentAt, policy), { now: sentAt, policy: { holidays: {} }, place: customer });
};
const waiting = (deadlineNotice: ApprovalRequest['deadlineNotice'], changes: Partial<ApprovalRequest> = {}): Claim => {
  const { deadlineNotice: _, ...request } = withWindow(5);
  return waitingRecord({ request: { ...request, ...(deadlineNotice ? { deadlineNotice } : {}), ...changes } });
};
const open = { number: 1, dueAt: wednesday };
const told = { ...open, sentAt: '2026-11-25T09:00:02.000Z' };
const at = (instant: string) => new Date(instant);

const extended = (claim: Claim, businessDays: number, now: string): Claim => {
  const linkUntil = '2027-02-18T10:00:00.000Z';
  const later = withLaterDeadline(claim, { businessDays, now: at(now), policy: usualPolicy, linkUntil });
  if (later instanceof Problem) throw later;
  return later;
};

describe('The notice of a deadline', () => {
  test('is due two business days before it, at the time of reminders', () => {
    expect(withWindow(5).deadlineNotice).toEqual(open);
    expect(withWindow(4).deadlineNotice).toEqual({ number: 1, dueAt: '2026-11-24T09:00:00.000Z' });
  });

  test.each([1, 2, 3])('is none for a window of %i business days: the partner has just submitted', (days) => {
    expect(withWindow(days)).not.toHaveProperty('deadlineNotice');
  });

  test('lies two business days of the customer before the deadline, wherever that is', () => {
    const holidays = { JP: ['2026-11-23', '2026-11-24'] };
    const place = { country: 'JP', timeZone: 'Asia/Tokyo' };
    const end = at('2026-11-25T14:59:59.000Z');
    expect(businessDaysBefore(end, 2, { holidays }, place).toISOString()).toBe('2026-11-19T00:00:00.000Z');
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('UTC', 'Asia/Tokyo', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin'),
        (accepted, count, timeZone) => {
          const before = businessDaysBefore(accepted, count, { holidays }, { timeZone, country: 'JP' });
          // A deadline lies on a business day; from any other day, the days before it are counted.
          const between = businessDaysBetween(before, accepted, { holidays }, { timeZone, country: 'JP' });
          expect([count, count - 1]).toContain(between);
          expect(before.getTime()).toBeLessThan(accepted.getTime());
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test('leaves after the reminder that is due at the same moment, and only once', () => {
    const [reminder] = requestSentAt(sentAt).reminders;
    const both = waiting(open, { reminders: reminder ? [reminder] : [] });
    expect(nextStep(both, at(wednesday))).toEqual({ do: 'send-reminder', number: 1 });
    expect(nextStep(waiting(open), at(wednesday))).toEqual({ do: 'send-deadline-notice' });
    expect(nextStep(waiting(open), at('2026-11-25T08:59:59.999Z'))).toMatchObject({ do: 'wait' });
    expect(nextStep(waiting(told), at(wednesday))).toMatchObject({ do: 'wait', until: '2026-11-28T00:00:01.000Z' });
    expect(nextStep(waiting(open), at('2026-11-28T00:00:00.000Z'))).toEqual({ do: 'close-unanswered' });
  });

  test('is watched by the ledger, where no reminder is due before', () => {
    expect(watchTimes(waiting(open), 60)).toEqual(['2026-11-25T09:01:00.000Z']);
    expect(watchTimes(waiting(told), 60)).toEqual(['2026-11-28T00:00:59.000Z']);
  });

  test('waits while operators look at the request, and moves with its release', () => {
    const by = { by: { kind: 'operator' as const }, reason: 'Unclear.', policy: usualPolicy };
    const { notices, ...inquired } = withInquiry(waiting(open), at('2026-11-23T09:00:00.000Z'), by);
    expect(nextStep(inquired, at('2026-11-26T09:00:00.000Z')).do).toBe('wait');
    const released = withoutInquiry(inquired, at('2026-12-01T09:00:00.000Z'), {
      policy: usualPolicy,
      linkUntil,
    }).request;
    expect(released).toMatchObject({
      deadline: '2026-12-07T23:59:59.000Z',
      deadlineNotice: { number: 1, dueAt: '2026-12-03T09:00:00.000Z' },
    });
  });
});

describe('A deadline that operators extend', () => {
  test('takes a notice that has not left along', () => {
    expect(extended(waiting(open), 3, '2026-11-23T09:00:00.000Z').request?.deadlineNotice).toEqual({
      number: 1,
      dueAt: '2026-11-30T09:00:00.000Z',
    });
  });

  test('needs another notice when the partner has read of the former one, in a mail of its own', () => {
    const later = extended(waiting(told), 3, '2026-11-26T09:00:00.000Z');
    expect(later.request?.deadlineNotice).toEqual({ number: 2, dueAt: '2026-11-30T09:00:00.000Z' });
    expect(operationIdOf(deadlineNearMail(testService, later))).not.toBe(
      operationIdOf(deadlineNearMail(testService, waiting(told))),
    );
    expect(deadlineNearMail(testService, later).text).toContain('Wednesday, 2 December 2026 at 23:59 (UTC)');
  });

  test('needs none when it moves by so little that the notice would be due already', () => {
    expect(extended(waiting(told), 1, '2026-11-27T09:00:00.000Z').request?.deadlineNotice).toEqual(told);
  });

  test('gives a window that had been too short for a notice one', () => {
    const short = waitingRecord({ request: withWindow(3) });
    expect(extended(short, 5, '2026-11-23T09:00:00.000Z').request?.deadlineNotice).toEqual({
      number: 1,
      dueAt: '2026-11-30T09:00:00.000Z',
    });
  });
});

describe('The mail with the notice', () => {
  test('says until when, what no answer means, and what the partner can do; and has no decision link', () => {
    const mail = deadlineNearMail(testService, waiting(open));
    expect(mail.to.address).toBe('avery@northwind.example');
    expect(mail.text).toContain('ends on Friday, 27 November 2026 at 23:59 (UTC)');
    expect(mail.text).toContain('Without an answer, the claim expires.');
    expect(mail.text).not.toContain('/decisions/');
    const silent = deadlineNearMail(testService, { ...waiting(open), policy: silencePolicy });
    expect(silent.text).toContain('counts as approved');
    const bounced = deadlineNearMail(testService, { ...waiting(open, { delivery: 'bounced' }), policy: silencePolicy });
    expect(bounced.text).toContain('Without an answer, the claim expires.');
    expect(bounced.text).toContain('did not reach the customer contact');
  });

  const send = async (before: Claim, after?: Claim, accepted = true) => {
    const claims = memoryClaims(before);
    const stored = await claims.read();
    const mail = {
      send: async () => {
        if (after) await claims.save({ before: stored, claim: after, entries: [] as never });
        return accepted ? { accepted } : { accepted, refused: 'No.' };
      },
    };
    await sendDeadlineNotice(depsFor(claims, at(told.sentAt), { mail }), stored);
    return { claim: (await claims.read()).claim, entries: claims.entries() };
  };

  test('is recorded once, also where the mail service refuses it', async () => {
    for (const [accepted, event] of [
      [true, 'system deadline-near-sent'],
      [false, 'system deadline-near-refused'],
    ] as const) {
      const { claim, entries } = await send(waiting(open), undefined, accepted);
      expect(claim.request?.deadlineNotice).toEqual(told);
      expect(entries).toEqual([event]);
    }
  });

  test('is not recorded for another request, a later deadline, or a second time', async () => {
    const overtakers = [
      { ...waiting(open), version: 2, link: { version: 2, issuedAt: wednesday } },
      { ...extended(waiting(open), 3, '2026-11-25T09:00:01.000Z'), version: 2 },
      { ...waiting(told), version: 2 },
    ];
    for (const after of overtakers) {
      const { claim, entries } = await send(waiting(open), after);
      expect(claim).toEqual(after);
      expect(entries).toEqual([]);
    }
  });
});
