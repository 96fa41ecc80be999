import { describe, expect, test } from 'vitest';
import { sendReminder } from '../../../src/claims/request/send-reminder.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import { maxExtensionDays, withLaterDeadline } from '../../../src/domain/request/extension.ts';
import { withInquiry } from '../../../src/domain/request/inquiry.ts';
import { Problem } from '../../../src/lib/result.ts';
import { requestSentAt, submittedRecord, usualPolicy, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

// Sent on a Friday: reminders on Wednesday and Friday, the window ends that Friday at midnight.
const request = requestSentAt(new Date('2026-11-20T10:00:00.000Z'));
const monday = new Date('2026-11-23T09:00:00.000Z');
const linkUntil = '2027-02-18T10:00:00.000Z';

const extend = (claim: Claim, businessDays: number, more: { now?: Date; linkUntil?: string } = {}) =>
  withLaterDeadline(claim, { businessDays, now: monday, policy: usualPolicy, linkUntil, ...more });
const extended = (claim: Claim, businessDays: number): Claim => {
  const later = extend(claim, businessDays);
  if (later instanceof Problem) throw later;
  return later;
};
const waiting = waitingRecord({ request });

describe('A deadline that operators extend', () => {
  test('lies that many business days later, and reminders that have not been sent move with it', () => {
    const { request: later } = extended(waiting, 3);
    expect(later).toMatchObject({ deadline: '2026-12-02T23:59:59.000Z', extendedBy: 3 });
    expect(later?.reminders).toEqual([
      { number: 3, dueAt: monday.toISOString(), extension: true },
      { number: 1, dueAt: '2026-11-30T09:00:00.000Z' },
      { number: 2, dueAt: '2026-12-02T09:00:00.000Z' },
    ]);
  });

  test('is told to the customer at once, and the later reminders still leave', async () => {
    const claims = memoryClaims(extended(waiting, 3));
    const sent: string[] = [];
    const deps = depsFor(claims, monday, {
      links: { linkFor: async () => ({ href: 'https://claims.example/decisions/t', until: linkUntil }) },
      mail: {
        send: async ({ subject }: { subject: string }) => {
          sent.push(subject);
          return { accepted: true };
        },
      },
    });
    const step = nextStep((await claims.read()).claim, monday);
    expect(step).toEqual({ do: 'send-reminder', number: 3 });
    await sendReminder(deps, await claims.read(), 3);
    expect(sent).toEqual(['More time to answer the request of Northwind Partners']);
    const { claim } = await claims.read();
    expect(claim.request?.reminders.map(({ sentAt, skipped }) => [sentAt !== undefined, skipped])).toEqual([
      [true, undefined],
      [false, undefined],
      [false, undefined],
    ]);
    expect(nextStep(claim, monday)).toMatchObject({ do: 'wait', until: '2026-11-30T09:00:02.000Z' });
    expect(watchTimes(claim, 60)).toContain('2026-11-30T09:01:00.000Z');
  });

  test('is not told to somebody who is not the right person', () => {
    const email = 'dana@contoso.example';
    const concerns = [{ kind: 'not-the-right-person' as const, at: monday.toISOString(), linkVersion: 1, email }];
    const { request: later } = extended({ ...waiting, concerns }, 3);
    expect(later?.reminders.some(({ extension }) => extension)).toBe(false);
  });

  test.each([
    [maxExtensionDays, 'all at once'],
    [maxExtensionDays - 1, 'in two steps'],
  ])('is extended by 20 business days at most: %i, %s', (first) => {
    const once = extended(waiting, first);
    const rest = maxExtensionDays - first;
    const twice = rest > 0 ? extended(once, rest) : once;
    expect(extend(twice, 1)).toMatchObject({ code: 'invalid-value', errors: [{ path: 'businessDays' }] });
  });

  test('never outlives the link', () => {
    expect(extend(waiting, 3, { linkUntil: '2026-12-02T10:00:00.000Z' })).toMatchObject({ code: 'invalid-value' });
  });

  test('is one that has not passed, of a request that has left and is not under inquiry', () => {
    const after = new Date(Date.parse(request.deadline) + 1);
    expect(extend(waiting, 1, { now: after })).toMatchObject({ code: 'action-not-allowed' });
    expect(extend(submittedRecord(), 1)).toMatchObject({ code: 'action-not-allowed' });
    const inquired = withInquiry(waiting, monday, {
      by: { kind: 'operator' },
      reason: 'A question.',
      policy: usualPolicy,
    });
    expect(extend(inquired, 1)).toMatchObject({ code: 'under-inquiry' });
  });
});
