import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../local/durable/contract.ts';
import { EventType } from '../../local/durable/history.ts';
import type { OrchestratorAnswer } from '../../local/durable/orchestrator-answer.ts';
import { type Decision, replay } from '../../local/durable/replay.ts';
import { loadLifecycle, type RecordedRun, type RunTurn, turnsOf } from '../support/claims/replay.ts';
import { withoutClock } from './without-clock.ts';

/**
 * What claims in flight went through, replayed with today's orchestrator. A difference here means that a deployment would
 * break the claims that wait at that moment: give the orchestration a new name for the new shape and keep the old one, or
 * record again (`node test/workflow/record.ts`) when no claim can be in flight.
 */
type Recorded = RecordedRun & { answers: OrchestratorAnswer[] };

const folder = new URL('./histories/', import.meta.url);
const recordings = readdirSync(folder).map((file): [string, Recorded] => [
  file.replace('.json', ''),
  // The cast: written by record.ts.
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded,
]);

let runTurn: RunTurn;
beforeAll(async () => {
  runTurn = await loadLifecycle();
});

const answersOf = async (run: RecordedRun): Promise<OrchestratorAnswer[]> => {
  const answers: OrchestratorAnswer[] = [];
  for (const { trigger } of turnsOf(run)) answers.push(await runTurn(trigger));
  return answers;
};

const asText = (decision: Decision): string =>
  decision.kind === 'timer'
    ? `${decision.id} timer ${new Date(decision.fireAt).toISOString()}`
    : `${decision.id} ${decision.name}`;
const scheduledAsText = ({ EventType: type, EventId, Name, FireAt }: HistoryEvent): string =>
  type === EventType.TimerCreated ? `${EventId} timer ${String(FireAt)}` : `${EventId} ${String(Name)}`;

test('Histories of nine kinds of claims are on record', () => {
  expect(recordings.map(([name]) => name).toSorted()).toEqual([
    'approved',
    'approved-by-silence',
    'decided-during-the-reminder',
    'declined',
    'expired-after-two-reminders',
    'failed-and-redriven',
    'retried-activity',
    'withdrawn-after-the-request',
    'withdrawn-before-the-request',
  ]);
});

describe.each(recordings)('The recorded claim "%s"', (name, run) => {
  test('gets the same answer from the orchestrator in every one of its turns', async () => {
    expect(await answersOf(run)).toEqual(JSON.parse(JSON.stringify(run.answers)));
  });

  test('gets answers that lead to what the engine did then', async () => {
    for (const { trigger, decided } of turnsOf(run)) {
      const known = new Set(trigger.history.map(({ EventId }) => EventId));
      const answer = await runTurn(trigger);
      const { decisions, open } = replay(trigger.history, answer.actions);
      const fresh = decisions.filter(({ id }) => !known.has(id));
      const scheduled = decided.filter(({ EventId }) => EventId >= 0);
      expect(fresh.map(asText)).toEqual(scheduled.map(scheduledAsText));
      const completed = decided.find(({ EventType: type }) => type === EventType.ExecutionCompleted);
      expect(answer.isDone && open.size === 0).toBe(completed !== undefined);
      if (completed) expect(JSON.stringify(answer.output)).toBe(completed.Result);
    }
  });

  test('ends in the status that its name says', () => {
    const status = /^(approved|declined|expired|withdrawn)/.exec(name)?.[1] ?? 'approved';
    expect(run.answers.at(-1)).toMatchObject({ isDone: true, output: status });
  });

  test('is replayed without a look at the clock or at chance, and twice alike', async () => {
    const first = await withoutClock(() => answersOf(run));
    expect(await withoutClock(() => answersOf(run))).toEqual(first);
    expect(first).toHaveLength(run.answers.length);
    for (const { error } of first) expect(error).toBeUndefined();
  });
});

describe('The replay', () => {
  const [, approved] = recordings.find(([name]) => name === 'approved') ?? [];

  test('takes each turn as it was: an approved claim has four, and two activities', () => {
    if (approved === undefined) throw new Error('There is no recording.');
    expect(turnsOf(approved)).toHaveLength(4);
    expect(approved.history.filter(({ EventType: type }) => type === EventType.TaskScheduled)).toHaveLength(2);
  });

  test('would see an orchestrator that reads the clock', async () => {
    await expect(withoutClock(async () => Date.now())).rejects.toThrow('looked at the clock');
    await expect(withoutClock(async () => new Date())).rejects.toThrow('looked at the clock');
    await expect(withoutClock(async () => Math.random())).rejects.toThrow('asked for a random number');
    expect((await withoutClock(async () => new Date('2026-11-20T10:00:00Z'))).getTime()).toBe(1_795_168_800_000);
  });
});
