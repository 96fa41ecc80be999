import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, Reminder } from '../../../src/domain/claim.ts';
import { nextStep } from '../../../src/domain/next-step.ts';
import { withDeadlineNotice } from '../../../src/domain/request/deadline-notice.ts';
import type { ClaimPolicy } from '../../../src/domain/request/policy-shape.ts';
import { requestSentAt, submittedRecord, usualPolicy } from '../../support/claims/records.ts';
import { runs } from '../../support/claims/runs.ts';

type WakeUp = { kind: 'timer'; skewMs: number } | { kind: 'nudge'; part: number };
type Done = { do: string; at: Date };

const open = ({ sentAt, skipped }: Reminder): boolean => sentAt === undefined && skipped === undefined;

/** What the operations write for a step, in short. */
const taken = (claim: Claim, step: ReturnType<typeof nextStep>, now: Date, policy: ClaimPolicy): Claim => {
  switch (step.do) {
    case 'send-request':
      return {
        ...claim,
        request: withDeadlineNotice(requestSentAt(now, policy), {
          now,
          policy: { holidays: {} },
          place: claim.customer,
        }),
      };
    case 'send-reminder': {
      const { request } = claim;
      if (request === undefined) throw new Error('A reminder before the request.');
      const reminders = request.reminders.map((reminder): Reminder => {
        if (!open(reminder) || reminder.number > step.number) return reminder;
        return reminder.number === step.number
          ? { ...reminder, sentAt: now.toISOString() }
          : { ...reminder, skipped: true };
      });
      return { ...claim, request: { ...request, reminders } };
    }
    case 'send-deadline-notice': {
      const { request } = claim;
      const notice = request?.deadlineNotice;
      if (request === undefined || notice === undefined) throw new Error('No notice is due.');
      return { ...claim, request: { ...request, deadlineNotice: { ...notice, sentAt: now.toISOString() } } };
    }
    case 'close-unanswered':
      return { ...claim, status: 'expired', closedAt: now.toISOString() };
    default:
      return { ...claim, settledAt: now.toISOString() };
  }
};

/** The orchestration's loop on a clock of its own, woken as `wakeUps` say and by exact timers once they are used up. */
const live = (start: Date, policy: ClaimPolicy, wakeUps: WakeUp[]) => {
  const left = [...wakeUps];
  const done: Done[] = [];
  let claim = submittedRecord();
  let now = start;
  let sleeps = 0;
  for (let turns = 0; turns < 500; turns += 1) {
    const step = nextStep(claim, now);
    if (step.do === 'nothing') return { claim, done, sleeps };
    if (step.do !== 'wait') {
      done.push({ do: step.do === 'send-reminder' ? `reminder-${step.number}` : step.do, at: now });
      claim = taken(claim, step, now, policy);
      continue;
    }
    const until = Date.parse(step.until ?? '');
    expect(until).toBeGreaterThan(now.getTime());
    const wakeUp = left.shift() ?? { kind: 'timer', skewMs: 0 };
    sleeps += 1;
    now = new Date(
      wakeUp.kind === 'timer'
        ? Math.max(now.getTime(), until + wakeUp.skewMs)
        : now.getTime() + Math.floor((until - now.getTime()) * wakeUp.part),
    );
  }
  throw new Error('The loop made no progress.');
};

const policies = fc
  .record({
    windowBusinessDays: fc.integer({ min: 1, max: 20 }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
  })
  .map(
    ({ windowBusinessDays, days }): ClaimPolicy => ({
      ...usualPolicy,
      windowBusinessDays,
      reminderDays: days.filter((day) => day <= windowBusinessDays).toSorted((a, b) => a - b),
    }),
  );
const starts = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
const timer = (min: number, max: number) =>
  fc.record({ kind: fc.constant('timer' as const), skewMs: fc.integer({ min, max }) });
const nudge = fc.record({ kind: fc.constant('nudge' as const), part: fc.double({ min: 0, max: 1, noNaN: true }) });

const expectNoEarlyEnd = (claim: Claim, done: Done[]): void => {
  const closing = done.find((each) => each.do === 'close-unanswered');
  expect(closing?.at.getTime()).toBeGreaterThan(Date.parse(claim.request?.deadline ?? ''));
};

describe('The loop of a claim that no one answers', () => {
  test('sends each reminder once, in order, with timers up to 1 s early and 30 s late', () => {
    fc.assert(
      fc.property(starts, policies, fc.array(timer(-1000, 30_000), { maxLength: 30 }), (start, policy, wakeUps) => {
        const { claim, done, sleeps } = live(start, policy, wakeUps);
        const reminders = policy.reminderDays.map((_, index) => `reminder-${index + 1}`);
        const steps = done.map((each) => each.do);
        expect(steps.filter((step) => step !== 'send-deadline-notice')).toEqual([
          'send-request',
          ...reminders,
          'close-unanswered',
          'tell-outcome',
        ]);
        const notices = steps.filter((step) => step === 'send-deadline-notice').length;
        expect(notices).toBe(policy.windowBusinessDays < 4 ? 0 : 1);
        // One sleep a reminder and one for the deadline: an early timer costs no round of its own. The notice has one of its own
        // where no reminder is due on its day.
        const isWithReminder = policy.reminderDays.includes(policy.windowBusinessDays - 2);
        expect(sleeps).toBe(reminders.length + 1 + (isWithReminder ? 0 : notices));
        expectNoEarlyEnd(claim, done);
      }),
      { numRuns: runs(200) },
    );
  });

  test('comes to its end and never before the deadline, with nudges at any moment and timers days late', () => {
    const wakeUps = fc.array(fc.oneof(nudge, timer(-1000, 30_000), timer(0, 30 * 86_400_000)), { maxLength: 60 });
    fc.assert(
      fc.property(starts, policies, wakeUps, (start, policy, given) => {
        const { claim, done } = live(start, policy, given);
        expect(new Set(done.map((each) => each.do)).size).toBe(done.length);
        expect(claim.status).toBe('expired');
        expectNoEarlyEnd(claim, done);
        for (const { number, dueAt, sentAt } of claim.request?.reminders ?? []) {
          if (sentAt !== undefined) expect(Date.parse(sentAt)).toBeGreaterThanOrEqual(Date.parse(dueAt));
          expect(done.some((each) => each.do === `reminder-${number}`)).toBe(sentAt !== undefined);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
