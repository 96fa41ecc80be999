import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeUnanswered } from '../../../src/claims/request/close-unanswered.ts';
import { timerSlackMs } from '../../../src/domain/next-step.ts';
import { maxExtensionDays, withLaterDeadline } from '../../../src/domain/request/extension.ts';
import { withInquiry, withoutInquiry } from '../../../src/domain/request/inquiry.ts';
import { isAnswerable } from '../../../src/domain/request/pause.ts';
import { businessDaysBetween, consentWindow } from '../../../src/domain/request/policy.ts';
import {
  openQuestion,
  questionRefusal,
  withClockRunning,
  withoutQuestion,
} from '../../../src/domain/request/question.ts';
import { Problem } from '../../../src/lib/result.ts';
import { linkUntil, requestSentAt, silencePolicy, usualPolicy, waitingRecord } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** How long a request waits, whatever comes between. */

const request = requestSentAt(new Date('2026-11-20T10:00:00.000Z'));
const after = (ms: number): Date => new Date(Date.parse(request.deadline) + ms);

/** What happens to one request, after so many hours, and for how many: a question is replied to then, and an inquiry released. */
const lives = fc.array(
  fc.record({
    what: fc.constantFrom('question', 'inquiry', 'extension'),
    afterHours: fc.integer({ min: 0, max: 200 }),
    forHours: fc.integer({ min: 0, max: 720 }),
  }),
  { maxLength: 8 },
);
const by = { kind: 'operator' as const };

test('the sum of waiting never exceeds the window plus pauses and extensions, and the deadline never outlives the link', () => {
  const sent = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const windows = fc.integer({ min: 1, max: 20 });
  const places = fc.constantFrom({}, { country: 'US', timeZone: 'America/Los_Angeles' }, { country: 'DE' });
  const holidays = { DE: ['2026-12-25', '2027-01-01'], US: ['2026-07-03', '2026-11-26'] };
  // The shortest links that the settings allow, and longer ones.
  const linkDays = fc.integer({ min: 16, max: 90 });
  fc.assert(
    fc.property(sent, windows, places, linkDays, lives, (sentAt, windowBusinessDays, place, moreDays, lived) => {
      const policy = { ...usualPolicy, windowBusinessDays, reminderDays: [1], holidays };
      const days = (from: Date, to: string) => businessDaysBetween(from, new Date(to), policy, place);
      // The day of `from` counts where it is one.
      const touched = (from: Date, to: string) => days(new Date(from.getTime() - 86_400_000), to);
      const until = new Date(sentAt.getTime() + (windowBusinessDays * 2 + moreDays) * 86_400_000).toISOString();
      const first = consentWindow(sentAt, policy, place);
      const reminders = first.reminders.map((dueAt, at) => ({ number: at + 1, dueAt: dueAt.toISOString() }));
      let claim = waitingRecord({
        request: { ...requestSentAt(sentAt, policy), deadline: first.deadline.toISOString(), reminders },
      });
      claim = { ...claim, customer: { ...claim.customer, ...place } };
      const deadline = () => claim.request?.deadline ?? '';
      let [now, paused] = [sentAt, 0];
      for (const { what, afterHours, forHours } of lived) {
        const begins = new Date(now.getTime() + afterHours * 3_600_000);
        // After the deadline nothing begins.
        if (begins.toISOString() > deadline()) break;
        const before = deadline();
        const ends = new Date(begins.getTime() + forHours * 3_600_000);
        now = begins;
        if (what === 'extension') {
          const extension = { businessDays: 1 + (forHours % maxExtensionDays), now, policy, linkUntil: until };
          const extended = withLaterDeadline(claim, extension);
          if (!(extended instanceof Problem)) claim = extended;
        } else if (what === 'inquiry') {
          const opened = withInquiry(claim, now, { by, reason: 'Unclear.', policy });
          const released = withoutInquiry(opened, ends, { policy, linkUntil: until });
          // It expires with its inquiry.
          if (!isAnswerable(released, until)) return;

          claim = released;
          now = ends;
        } else if (questionRefusal(claim, { now, policy, linkUntil: until }) === undefined) {
          const question = openQuestion(claim, 1, { now, policy });
          expect(days(now, question.pausedUntil)).toBe(windowBusinessDays);
          const running = withClockRunning({ ...claim, question }, ends, policy);
          expect(running.question?.pausedUntil).toBeUndefined();
          claim = withoutQuestion(running);
          now = ends.toISOString() < question.pausedUntil ? ends : new Date(question.pausedUntil);
        }
        if (what !== 'extension') {
          // The day of a pause counts, however short it was: the customer has a business day with the reply, and after a release.
          paused += touched(begins, now.toISOString());
          if (now > begins) expect(days(now, deadline())).toBeGreaterThanOrEqual(1);
        }
        // No one loses time.
        expect(deadline() >= before).toBe(true);
        expect(deadline() < until).toBe(true);
        expect((claim.request?.reminders ?? []).every(({ dueAt }) => dueAt <= deadline())).toBe(true);
      }
      const waited = days(sentAt, deadline());
      expect(waited).toBeLessThanOrEqual(windowBusinessDays + paused + (claim.request?.extendedBy ?? 0));
    }),
    { numRuns: runs(200) },
  );
});

test('Silence approves nothing where the link ended before the deadline', async () => {
  const end = async (until: string) => {
    const claims = memoryClaims(waitingRecord({ request, policy: silencePolicy }));
    const deps = depsFor(claims, after(timerSlackMs));
    await closeUnanswered(
      { ...deps, links: { ...deps.links, linkFor: async () => ({ href: '', until }) } },
      await claims.read(),
    );
    return (await claims.read()).claim;
  };
  expect(await end(linkUntil)).toMatchObject({ status: 'approved', consent: 'silence' });
  expect(await end(after(1).toISOString())).toMatchObject({ status: 'approved' });
  expect(await end(request.deadline)).toMatchObject({ status: 'expired', statusReason: 'no-answer' });
  expect(await end(request.sentAt)).toMatchObject({ status: 'expired', statusReason: 'no-answer' });
});
