import { describe, expect, test } from 'vitest';
import type { Deps, Workflow } from '../../../src/claims/deps.ts';
import { resumeWorkflow } from '../../../src/claims/wake-workflow.ts';
import type { OrchestrationState } from '../../../src/domain/redrive.ts';

const ref = { partnerId: 'partner', claimId: 'claim' };

/** What is done to an orchestration whose state is read as `states` say, one after another. */
const doneTo = async (...states: OrchestrationState[]): Promise<string[]> => {
  const done: string[] = [];
  const workflow = {
    state: async () => states.shift(),
    start: async () => done.push('start'),
    nudge: async () => done.push('nudge'),
  } as unknown as Workflow;
  await resumeWorkflow({ log: () => undefined } as unknown as Deps, workflow, ref);
  return done;
};

describe('A claim that has work to do again', () => {
  test('nudges its orchestration while that runs', async () => {
    expect(await doneTo('running', 'running')).toEqual(['nudge']);
    expect(await doneTo('suspended', 'suspended')).toEqual(['nudge']);
  });

  test('starts its orchestration where that has ended or is gone', async () => {
    expect(await doneTo('ended')).toEqual(['start']);
    expect(await doneTo('missing')).toEqual(['start']);
  });

  test('starts its orchestration where that ended under the nudge', async () => {
    expect(await doneTo('running', 'ended')).toEqual(['nudge', 'start']);
  });
});
