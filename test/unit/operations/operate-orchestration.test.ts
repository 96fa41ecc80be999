import { describe, expect, test, vi } from 'vitest';
import type { Workflow } from '../../../src/claims/deps.ts';
import {
  restartOrchestration,
  resumeOrchestration,
} from '../../../src/claims/operations/actions/operate-orchestration.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import type { OrchestrationState } from '../../../src/domain/redrive.ts';
import { DependencyUnavailable } from '../../../src/lib/result.ts';
import { decidedRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const now = new Date('2026-11-23T09:00:00.000Z');

/** An engine that shows the end of an orchestration only when its state is read for the `slow`th time after that. */
const engine = (first: OrchestrationState, slow = 1) => {
  const calls: string[] = [];
  let state = first;
  let ending = Number.POSITIVE_INFINITY;
  const workflow: Pick<Workflow, 'state' | 'resume' | 'terminate' | 'start'> = {
    state: async () => {
      ending -= 1;
      if (ending <= 0) state = 'ended';
      return state;
    },
    resume: async () => void calls.push('resume'),
    terminate: async () => {
      calls.push('terminate');
      ending = slow;
    },
    start: async () => void calls.push(`start, ${state}`),
  };
  // The cast: these verbs use no more of it.
  return { workflow: workflow as Workflow, calls };
};

const operate = async (verb: typeof resumeOrchestration, state: OrchestrationState, slow?: number, claim?: Claim) => {
  const { workflow, calls } = engine(state, slow);
  const record = claim ?? waitingRecord();
  const claims = memoryClaims(record);
  const by = { kind: 'operator', name: 'Ola Persson' } as const;
  const done = verb(depsFor(claims, now), workflow, { by, ref: refOf(record), reason: 'An incident.', guard: {} });
  const result = await done.catch((error: unknown) => error);
  return { result, calls, entries: claims.entries() };
};

describe('A resume', () => {
  test('lets a suspended orchestration go on', async () => {
    const { calls, entries } = await operate(resumeOrchestration, 'suspended');
    expect({ calls, entries }).toEqual({ calls: ['resume'], entries: ['operator workflow-resumed'] });
  });

  test.each(['running', 'ended', 'missing'] as const)('is refused for one that is %s', async (state) => {
    const { result, calls, entries } = await operate(resumeOrchestration, state);
    expect(result).toMatchObject({ code: 'action-not-allowed' });
    expect([...calls, ...entries]).toEqual([]);
  });
});

describe('A restart', () => {
  test('ends a suspended orchestration, and starts it once it has ended', async () => {
    const { calls, entries } = await operate(restartOrchestration, 'suspended', 7);
    expect(calls).toEqual(['terminate', 'start, ended']);
    expect(entries).toEqual(['operator workflow-restarted']);
  });

  test.each(['ended', 'missing'] as const)('starts one that is %s', async (state) => {
    expect((await operate(restartOrchestration, state)).calls).toEqual([`start, ${state}`]);
  });

  test('never starts one beside another that does not end', async () => {
    const { result, calls } = await operate(restartOrchestration, 'suspended', 1000);
    expect(result).toBeInstanceOf(DependencyUnavailable);
    expect(calls).toEqual(['terminate']);
  });

  test('is refused for one that runs, and where nothing remains to be done', async () => {
    expect((await operate(restartOrchestration, 'running')).result).toMatchObject({ code: 'action-not-allowed' });
    const over = decidedRecord('declined', { settledAt: now.toISOString() });
    expect((await operate(restartOrchestration, 'ended', 1, over)).result).toMatchObject({
      code: 'action-not-allowed',
    });
  });
});
