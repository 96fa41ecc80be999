import { describe, expect, test } from 'vitest';
import { type Overview, overviewSentences } from '../../../src/claims/operations/overview.ts';
import { stepsOf } from '../../../src/domain/orchestration-steps.ts';
import { findingMessage, type OrchestrationState, redrivePlan } from '../../../src/domain/redrive.ts';

describe('A redrive', () => {
  test.each<[boolean, boolean, OrchestrationState, string]>([
    [false, false, 'ended', 'nothing'],
    [false, true, 'ended', 'clear-flag'],
    [true, false, 'running', 'wake'],
    [true, true, 'missing', 'start'],
    [true, false, 'ended', 'start'],
    [true, true, 'suspended', 'leave-suspended'],
  ])(
    'of a claim of which something remains: %s, that is marked: %s, whose orchestration is %s: %s',
    (remains, marked, state, does) => {
      const plan = redrivePlan({ remains, marked }, state);
      expect(plan.does).toBe(does);
      expect(plan.words.includes('The mark is cleared.')).toBe(remains && marked);
    },
  );

  test('has a message for every finding', () => {
    for (const finding of ['', 'nudged', 'restarted', 'suspended'] as const) {
      expect(findingMessage(finding)).toMatch(/^The .*\.$/);
    }
  });
});

describe('The steps of an orchestration', () => {
  test('are those of its history, in UTC and without inputs and results', () => {
    const history = [
      {
        EventType: 'ExecutionStarted',
        Input: '"secret"',
        Timestamp: '2026-11-22T22:34:20.3424275Z',
        FunctionName: 'claimLifecycle',
      },
      {
        EventType: 'TaskCompleted',
        Result: 'x',
        ScheduledTime: '2026-11-22T22:34:20.4Z',
        Timestamp: '2026-11-22T22:34:21Z',
        FunctionName: 'advanceClaim',
      },
      { EventType: 'TaskFailed', Reason: 'x', Timestamp: '2026-11-22T22:34:22Z', FunctionName: 'advanceClaim' },
      { EventType: 'TimerCreated', FireAt: '2026-11-25T22:34:20.3522339Z', Timestamp: '2026-11-22T22:34:23Z' },
      { EventType: 'EventRaised', Name: 'nudge', Input: '{}', Timestamp: '2026-11-22T22:34:24Z' },
      { EventType: 'SomethingNew', Timestamp: '2026-11-22T22:34:25Z' },
      'no event',
    ];
    const steps = stepsOf(history);
    expect(steps.map(({ kind, name, outcome }) => `${kind} ${name} ${outcome}`)).toEqual([
      'started claimLifecycle done',
      'activity advanceClaim done',
      'activity advanceClaim failed',
      'timer timer under-way',
      'event nudge done',
      'other SomethingNew done',
    ]);
    expect(steps[1]).toMatchObject({ scheduledAt: '2026-11-22T22:34:20.400Z' });
    expect(steps[3]).toMatchObject({ dueAt: '2026-11-25T22:34:20.352Z' });
    expect(JSON.stringify(steps)).not.toContain('secret');
    expect(stepsOf(undefined)).toEqual([]);
  });
});

describe('The overview in words', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  const calm: Omit<Overview, 'words' | 'oldest'> = {
    at: now.toISOString(),
    inFlight: [],
    dueWithinDay: 0,
    stuck: 0,
    attention: [],
    unverifiedCustomers: 0,
    mailFailures: 0,
    poisonMessages: 0,
  };

  test('says that nothing is to be done when nothing is', () => {
    expect(overviewSentences(calm, now)).toEqual([
      'No claim is waiting for its customer.',
      'Every mail about a decision or an end has been sent.',
      'Nothing is due within a day.',
      'Nothing is overdue.',
      'No claim needs attention.',
      'The poison queue is empty.',
      'The reconciler has not run yet.',
    ]);
  });

  test('says what is', () => {
    const busy = {
      ...calm,
      inFlight: [
        { status: 'submitted' as const, claims: 2 },
        { status: 'approved' as const, claims: 1 },
      ],
      oldestWaitingSince: '2026-11-17T09:00:00Z',
      dueWithinDay: 1,
      stuck: 1,
      attention: [
        { reason: 'The mail service is away.', claims: 2 },
        { reason: 'Somebody asked.', claims: 1 },
      ],
      unverifiedCustomers: 1,
      mailFailures: 2,
      poisonMessages: 3,
      lastRun: { at: '2026-11-20T09:59:00Z', tookMs: 1, findings: {} },
    };
    expect(overviewSentences(busy, now)).toEqual([
      '2 claims are waiting for their customers, the oldest for 3 days.',
      '1 claim that was decided or ended has mails to send.',
      '1 claim has a step due within a day.',
      '1 claim is overdue.',
      '3 claims need attention: 2 × The mail service is away. 1 × Somebody asked.',
      'The customer of 1 claim could not be verified.',
      '2 mails did not arrive within the last day.',
      '3 messages are in the poison queue.',
      'The reconciler last ran 1 minute ago.',
    ]);
  });
});
