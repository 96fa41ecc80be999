import { describe, expect, test } from 'vitest';
import { recordDecision } from '../../../src/claims/decision/record-decision.ts';
import { takeBack } from '../../../src/claims/decision/take-back.ts';
import type { Workflow } from '../../../src/claims/deps.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import type { LinkFacts } from '../../../src/identity/decision-links.ts';
import { decidedRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** Genuine links, used for what they are not for. */

const now = new Date('2026-11-24T12:00:00.000Z');
// The cast: the operations here only wake the workflow.
const workflow = { nudge: async () => undefined, state: async () => 'running' } as unknown as Workflow;

/** The claim, and the operations with a link of `link`. */
const withLink = (claim: Claim, link: Partial<LinkFacts>) => {
  const claims = memoryClaims(claim);
  const facts = { ...refOf(claim), version: 1, issuedAt: claim.createdAt, purpose: 'decide', ...link };
  const deps = depsFor(claims, now, { links: { read: async () => ({ state: 'valid', facts }) } });
  return {
    decline: () => recordDecision(deps, workflow, 'token', { outcome: 'declined', seen: '' }),
    takeBack: () => takeBack(deps, workflow, 'token', undefined),
    entries: claims.entries,
  };
};

describe('The link of a receipt', () => {
  test('decides nothing', async () => {
    const { decline, entries } = withLink(waitingRecord(), { purpose: 'take-back' });
    expect(await decline()).toMatchObject({ recorded: false, view: { show: 'invalid' } });
    expect(entries()).toEqual([]);
  });

  test('takes an approval back, and one that was replaced does not', async () => {
    const approved = decidedRecord('approved', { link: { version: 2, issuedAt: now.toISOString() } });
    const current = withLink(approved, { purpose: 'take-back', version: 2 });
    expect(await current.takeBack()).toMatchObject({ recorded: true });
    const replaced = withLink(approved, { purpose: 'take-back', version: 1 });
    expect(await replaced.takeBack()).toMatchObject({ recorded: false, view: { show: 'replaced' } });
    expect(replaced.entries()).toEqual([]);
  });
});

test('a request whose approval takes over from another partner is not declined any more', async () => {
  const approving = waitingRecord({ decision: { outcome: 'approved', decidedAt: now.toISOString() } });
  const { decline, entries } = withLink(approving, {});
  expect(await decline()).toMatchObject({ recorded: false, view: { show: 'outcome' } });
  expect(entries()).toEqual([]);
});
