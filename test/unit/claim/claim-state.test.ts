import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActorKind,
  allowedActions,
  type ClaimEvent,
  type ClaimStatus,
  claimPhases,
  claimStatuses,
  nextStatus,
} from '../../../src/domain/claim-state.ts';
import { Problem } from '../../../src/lib/result.ts';
import { runs } from '../../support/claims/runs.ts';

const actors: ActorKind[] = ['partner', 'customer', 'system', 'operator'];

// A record, so that a new event which no one put into the table below does not compile.
const eventNames: Record<ClaimEvent, true> = {
  edit: true,
  'add-poe': true,
  'remove-poe': true,
  comment: true,
  cancel: true,
  'cancel-untouched': true,
  submit: true,
  approve: true,
  'approve-takeover': true,
  decline: true,
  'not-the-right-person': true,
  'not-expected': true,
  ask: true,
  'resume-clock': true,
  'approve-by-silence': true,
  expire: true,
  withdraw: true,
  stop: true,
  'open-inquiry': true,
  'release-inquiry': true,
  'extend-deadline': true,
  resend: true,
  'change-contact': true,
  disassociate: true,
  end: true,
  'take-back': true,
  supersede: true,
  'subscription-ended': true,
  copy: true,
};
// The cast: Object.keys forgets what the record above says.
const events = Object.keys(eventNames) as ClaimEvent[];

/** Everything that is possible, written down a second time. */
const possible = [
  'draft edit partner -> draft',
  'draft add-poe partner -> draft',
  'draft remove-poe partner -> draft',
  'draft cancel partner -> cancelled',
  'draft cancel-untouched system -> cancelled',
  'draft submit partner -> submitted',
  'submitted approve customer -> approved',
  'submitted approve-takeover customer -> submitted',
  'approving approve customer -> approved',
  'approving comment partner -> submitted',
  'approving copy partner -> submitted',
  'submitted decline customer -> declined',
  'submitted not-the-right-person customer -> submitted',
  'submitted not-expected customer -> submitted',
  'submitted ask customer -> submitted',
  'submitted resume-clock system -> submitted',
  'submitted approve-by-silence system -> approved',
  'submitted expire system -> expired',
  'submitted withdraw partner -> withdrawn',
  'submitted add-poe partner -> submitted',
  'submitted stop operator -> withdrawn',
  'submitted open-inquiry operator -> submitted',
  'submitted release-inquiry operator -> submitted',
  'submitted extend-deadline operator -> submitted',
  'approved end operator -> ended',
  'approved add-poe partner -> approved',
  'submitted resend partner -> submitted',
  'submitted change-contact partner -> submitted',
  'approved disassociate partner -> ended',
  'approved subscription-ended system -> ended',
  'approved take-back customer -> ended',
  'approved supersede customer -> ended',
  ...claimStatuses.map((status) => `${status} copy partner -> ${status}`),
  ...claimStatuses.filter((status) => status !== 'cancelled').map((status) => `${status} comment partner -> ${status}`),
];

const combinations = claimPhases.flatMap((status) =>
  events.flatMap((event) => actors.map((actor) => ({ status, event, actor }))),
);

describe('The state machine', () => {
  test('allows what the design lists and nothing else, over every combination', () => {
    const allowed = combinations.flatMap(({ status, event, actor }) => {
      const next = nextStatus(status, event, actor);
      return next instanceof Problem ? [] : [`${status} ${event} ${actor} -> ${next}`];
    });
    expect(combinations).toHaveLength(claimPhases.length * events.length * actors.length);
    expect(allowed.toSorted()).toEqual(possible.toSorted());
  });

  test('refuses everything else with one code and the present status in words', () => {
    for (const { status, event, actor } of combinations) {
      const next = nextStatus(status, event, actor);
      if (!(next instanceof Problem)) continue;
      expect(next.code).toBe('action-not-allowed');
      expect(next.detail).toBe(
        `The claim is ${status === 'approving' ? 'being approved' : status}: '${event}' is not possible.`,
      );
    }
  });

  test('offers the partner exactly the events that would succeed', () => {
    for (const status of claimPhases) {
      const succeed = events.filter((event) => !(nextStatus(status, event, 'partner') instanceof Problem));
      expect(allowedActions(status).toSorted()).toEqual(succeed.toSorted());
    }
  });

  const step = fc.record({ event: fc.constantFrom(...events), actor: fc.constantFrom(...actors) });
  const walk = (steps: { event: ClaimEvent; actor: ActorKind }[]): ClaimStatus[] => {
    const path: ClaimStatus[] = ['draft'];
    for (const { event, actor } of steps) {
      const next = nextStatus(path.at(-1) ?? 'draft', event, actor);
      if (!(next instanceof Problem)) path.push(next);
    }
    return path;
  };

  test('never leaves a final status and never returns to draft, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const path = walk(steps);
        for (const [index, status] of path.entries()) {
          const next = path[index + 1];
          if (next === undefined || next === status) continue;
          expect(['draft', 'submitted', 'approved']).toContain(status);
          expect(next).not.toBe('draft');
          if (status === 'approved') expect(next).toBe('ended');
          if (status === 'draft') expect(['submitted', 'cancelled']).toContain(next);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test('lets no partner reach an answer of the customer alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (tried) => {
        const path = walk(tried.map((event) => ({ event, actor: 'partner' })));
        expect(path.filter((status) => ['approved', 'declined', 'expired'].includes(status))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});
