import { describe, expect, test } from 'vitest';
import { sendNotice } from '../../../src/claims/request/send-notice.ts';
import { sendReminder } from '../../../src/claims/request/send-reminder.ts';
import type { Claim, Notice } from '../../../src/domain/claim.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import { maxExtensionDays, withLaterDeadline } from '../../../src/domain/request/extension.ts';
import { withInquiry } from '../../../src/domain/request/inquiry.ts';
import { Problem } from '../../../src/lib/result.ts';
import { noticeMail } from '../../../src/mail/notices/notice.ts';
import type { Mail } from '../../../src/mail/sender.ts';
import { requestSentAt, submittedRecord, usualPolicy, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';
import { testService } from '../../support/service.ts';

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
/** The claim once its partner has been told. */
const withoutNotices = ({ notices, ...claim }: Claim): Claim => claim;
const mailTo = (claim: Claim, notice: Notice | undefined) =>
  // The cast: these claims have notices to the partner only.
  noticeMail({ service: testService, operationsContact: undefined }, claim, notice as Parameters<typeof noticeMail>[2]);

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
    const claims = memoryClaims(withoutNotices(extended(waiting, 3)));
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
    expect(sent).toEqual(['You have more time to answer Northwind Partners']);
    const { claim } = await claims.read();
    expect(claim.request?.reminders.map(({ sentAt, skipped }) => [sentAt !== undefined, skipped])).toEqual([
      [true, undefined],
      [false, undefined],
      [false, undefined],
    ]);
    expect(nextStep(claim, monday)).toMatchObject({ do: 'wait', until: '2026-11-30T09:00:02.000Z' });
    expect(watchTimes(claim, 60)).toContain('2026-11-30T09:01:00.000Z');
  });

  test('is told to the partner once, with the new deadline, and its ledger row waits for the mail', async () => {
    const claims = memoryClaims(extended(waiting, 3));
    const sent: Mail[] = [];
    const mail = {
      send: async (one: Mail) => {
        sent.push(one);
        return { accepted: true };
      },
    };
    const deps = depsFor(claims, monday, { mail, service: testService, operationsContact: undefined });
    const stored = await claims.read();
    const step = nextStep(stored.claim, monday);
    if (step.do !== 'send-notice') throw new Error(`The next step is ${step.do}.`);
    expect(watchTimes(stored.claim, 60)).toContain(new Date(monday.getTime() + 60_000).toISOString());
    await sendNotice(deps, stored, step.notice);
    expect(sent).toMatchObject([
      {
        kind: 'deadline-extended',
        number: waiting.version + 1,
        to: { address: 'avery@northwind.example' },
        subject: 'More time for your request: Contoso',
        text: expect.stringContaining('until Wednesday, 2 December 2026 at 23:59 (UTC)'),
      },
    ]);
    expect(claims.entries()).toEqual(['system deadline-extended-sent']);
    expect((await claims.read()).claim.notices).toBeUndefined();
  });

  test('is told to the partner no more after a further extension, in a pause, or once the claim is over', () => {
    const [first] = extended(waiting, 1).notices ?? [];
    const twice = extended({ ...extended(waiting, 1), version: waiting.version + 1 }, 1);
    expect(twice.notices?.map((notice) => mailTo(twice, notice)?.kind)).toEqual([undefined, 'deadline-extended']);
    const inquired = withInquiry(extended(waiting, 1), monday, {
      by: { kind: 'operator' },
      reason: 'A question.',
      policy: usualPolicy,
    });
    for (const claim of [inquired, { ...extended(waiting, 1), status: 'withdrawn' as const }]) {
      expect(mailTo(claim, first)).toBeUndefined();
    }
  });

  test('is not told to someone who is not the right person', () => {
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
