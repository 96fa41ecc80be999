import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import {
  completeRecord,
  decidedRecord,
  requestSentAt,
  submittedRecord,
  waitingRecord,
} from '../../support/claims/records.ts';

// Accepted on a Friday: reminders on Wednesday and Friday at 9, the window ends that Friday at midnight.
const accepted = new Date('2026-11-20T10:00:00.000Z');
const request = requestSentAt(accepted);
const [first, second] = request.reminders.map(({ dueAt }) => dueAt);
const { deadline } = request;

const later = (instant: string | undefined, ms: number): Date => new Date(Date.parse(instant ?? '') + ms);
const step = (claim: Claim, at: Date | string) => nextStep(claim, new Date(at));
const withReminders = (...marks: ({ sentAt: string } | { skipped: true } | object)[]): Claim =>
  waitingRecord({
    request: { ...request, reminders: request.reminders.map((reminder, index) => ({ ...reminder, ...marks[index] })) },
  });
const sent = { sentAt: '2026-11-25T09:00:02.000Z' };

describe('What a claim in flight needs next', () => {
  test('a claim that takes over is approved before anything else, and watched from the answer on', () => {
    const decision = { outcome: 'approved', decidedAt: '2026-11-24T12:00:00.000Z' } as const;
    const notices = [{ kind: 'comment' as const, number: 1, since: accepted.toISOString() }];
    const claim = waitingRecord({ decision, notices });
    expect(step(claim, later(deadline, 1000))).toEqual({ do: 'complete-approval' });
    expect(watchTimes(claim, 60)).toContain('2026-11-24T12:01:00.0001Z');
  });

  test('a draft needs nothing', () => {
    expect(step(completeRecord(), accepted)).toEqual({ do: 'nothing' });
  });

  test.each(['draft', 'cancelled'] as const)(
    'the comment of an operator on a %s leaves, and nothing else',
    (status) => {
      const notice = { kind: 'comment', number: 1, since: accepted.toISOString() } as const;
      const claim = completeRecord({ status, notices: [notice] });
      expect(step(claim, accepted)).toEqual({ do: 'send-notice', notice });
      expect(watchTimes(claim, 60)).toEqual([later(notice.since, 60_000).toISOString()]);
      expect(step(completeRecord({ status }), accepted)).toEqual({ do: 'nothing' });
    },
  );

  test('a submitted claim needs its request sent', () => {
    expect(step(submittedRecord(), accepted)).toEqual({ do: 'send-request' });
  });

  test('a claim whose customer could not be asked waits for the partner, and ends when its window would have', () => {
    const attention = {
      reason: 'refused',
      since: accepted.toISOString(),
      needs: 'partner',
      expiresAt: deadline,
    } as const;
    const claim = submittedRecord({ attention });
    expect(step(claim, accepted)).toEqual({
      do: 'wait',
      until: later(deadline, 2000).toISOString(),
      waitingFor: `the partner, until ${deadline}`,
    });
    expect(step(claim, deadline).do).toBe('wait');
    expect(step(claim, later(deadline, 1))).toEqual({ do: 'close-unanswered' });
    // Nothing is overdue before, so no one nudges it.
    expect(watchTimes(claim, 60)).toEqual([later(deadline, 60_000).toISOString()]);
  });

  test('a claim that operations look at is tried all the same', () => {
    const attention = { reason: 'failing', since: accepted.toISOString(), needs: 'operations' } as const;
    expect(step(submittedRecord({ attention }), accepted)).toEqual({ do: 'send-request' });
  });

  test('a request that was sent waits until 2 s after its first reminder is due', () => {
    expect(step(waitingRecord(), accepted)).toEqual({
      do: 'wait',
      until: later(first, 2000).toISOString(),
      waitingFor: `the customer's answer; next mail ${first}`,
    });
  });

  test('a reminder leaves from the instant it is due, and not 1 ms earlier', () => {
    expect(step(waitingRecord(), later(first, -1)).do).toBe('wait');
    expect(step(waitingRecord(), later(first, 0))).toEqual({ do: 'send-reminder', number: 1 });
  });

  test('after the first reminder the claim waits for the second', () => {
    expect(step(withReminders(sent), later(first, 5000))).toMatchObject({
      do: 'wait',
      until: later(second, 2000).toISOString(),
    });
  });

  test('of two reminders that are due only the later one is sent', () => {
    expect(step(waitingRecord(), later(second, 0))).toEqual({ do: 'send-reminder', number: 2 });
  });

  test('a skipped reminder is not sent any more', () => {
    expect(step(withReminders({ skipped: true }, sent), later(second, 1)).do).toBe('wait');
  });

  test('after the last reminder the claim waits until 2 s after the deadline', () => {
    expect(step(withReminders(sent, sent), later(second, 1))).toEqual({
      do: 'wait',
      until: later(deadline, 2000).toISOString(),
      waitingFor: `the customer's answer, until ${deadline}`,
    });
  });

  test('the window is open at the deadline itself and closed 1 ms later', () => {
    expect(step(withReminders(sent, sent), deadline).do).toBe('wait');
    expect(step(withReminders(sent, sent), later(deadline, 1))).toEqual({ do: 'close-unanswered' });
  });

  test('no reminder is sent once the window has closed', () => {
    expect(step(waitingRecord(), later(deadline, 1))).toEqual({ do: 'close-unanswered' });
  });

  test.each(['approved', 'declined', 'expired', 'withdrawn'] as const)('an %s claim is told, once', (status) => {
    expect(step(waitingRecord({ status }), accepted)).toEqual({ do: 'tell-outcome' });
    expect(step(waitingRecord({ status, settledAt: deadline }), accepted)).toEqual({ do: 'nothing' });
  });
});

describe('A notice about a claim that is over', () => {
  const notices = [{ kind: 'comment' as const, number: 1, since: deadline }];

  test('leaves once the outcome was told, and then nothing remains', () => {
    const told = { settledAt: deadline };
    expect(step(decidedRecord('approved', { notices }), accepted)).toEqual({ do: 'tell-outcome' });
    expect(step(decidedRecord('approved', { notices, ...told }), accepted)).toEqual({
      do: 'send-notice',
      notice: notices[0],
    });
    expect(step(decidedRecord('approved', told), accepted)).toEqual({ do: 'nothing' });
  });

  test('is watched, beside what the end has to be told by', () => {
    const due = later(deadline, 60_000).toISOString();
    expect(watchTimes(decidedRecord('approved', { notices, settledAt: deadline }), 60)).toEqual([due]);
    const endedAt = '2026-12-01T10:00:00.000Z';
    expect(watchTimes(decidedRecord('approved', { notices, endedAt }), 60)).toEqual(['2026-12-01T10:01:00.000Z', due]);
    expect(watchTimes(decidedRecord('approved', { notices }), 60)[0]).toBe('2026-11-24T12:01:00.0001Z');
  });
});

describe('The moments that the ledger watches', () => {
  const grace = 60;
  const watched = (instant: string | undefined): string => later(instant, grace * 1000).toISOString();

  test('of a draft: none', () => {
    expect(watchTimes(completeRecord(), grace)).toEqual([]);
  });

  test('of a claim that was carried through: none', () => {
    expect(watchTimes(decidedRecord('approved', { settledAt: deadline }), grace)).toEqual([]);
  });

  test('of a claim just submitted: the submission', () => {
    const claim = submittedRecord();
    expect(watchTimes(claim, grace)).toEqual([watched(claim.submittedAt)]);
  });

  test('of a claim that waits: the next open reminder, then the deadline', () => {
    expect(watchTimes(waitingRecord(), grace)).toEqual([watched(first)]);
    expect(watchTimes(withReminders(sent), grace)).toEqual([watched(second)]);
    expect(watchTimes(withReminders(sent, { skipped: true }), grace)).toEqual([watched(deadline)]);
  });

  test('of a claim that was closed: the closing first, and the row that is there already', () => {
    const claim = decidedRecord('declined');
    expect(watchTimes(claim, grace)).toEqual([watched(claim.closedAt), watched(first)]);
    const { request: _, ...unasked } = claim;
    expect(watchTimes(unasked, grace)).toEqual([watched(claim.closedAt), watched(claim.submittedAt)]);
  });
});
