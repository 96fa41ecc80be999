import { Problem } from '../lib/result.ts';

/**
 * The one state machine: (phase, event, actor) -> next status, or a coded refusal. Nothing else sets a status.
 */

export const claimStatuses = [
  'draft',
  'submitted',
  'approved',
  'declined',
  'expired',
  'withdrawn',
  'cancelled',
  'ended',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/**
 * A status, or a part of one in which less is possible. `approving`: the customer has approved a submitted claim that takes over
 * from another partner, whose association is being ended first.
 */
export const claimPhases = [...claimStatuses, 'approving'] as const;
export type ClaimPhase = (typeof claimPhases)[number];

type Phased = { status: ClaimStatus; decision?: { outcome: 'approved' | 'declined' } };
export const isApproving = ({ status, decision }: Phased): boolean =>
  status === 'submitted' && decision?.outcome === 'approved';
export const phaseOf = (claim: Phased): ClaimPhase => (isApproving(claim) ? 'approving' : claim.status);

export type ActorKind = 'partner' | 'customer' | 'system' | 'operator';

const transitions = {
  draft: {
    edit: { by: 'partner', to: 'draft' },
    'add-poe': { by: 'partner', to: 'draft' },
    'remove-poe': { by: 'partner', to: 'draft' },
    comment: { by: 'partner', to: 'draft' },
    cancel: { by: 'partner', to: 'cancelled' },
    'cancel-untouched': { by: 'system', to: 'cancelled' },
    submit: { by: 'partner', to: 'submitted' },
    copy: { by: 'partner', to: 'draft' },
  },
  submitted: {
    approve: { by: 'customer', to: 'approved' },
    'approve-takeover': { by: 'customer', to: 'submitted' },
    decline: { by: 'customer', to: 'declined' },
    'not-the-right-person': { by: 'customer', to: 'submitted' },
    'not-expected': { by: 'customer', to: 'submitted' },
    ask: { by: 'customer', to: 'submitted' },
    'resume-clock': { by: 'system', to: 'submitted' },
    'approve-by-silence': { by: 'system', to: 'approved' },
    expire: { by: 'system', to: 'expired' },
    withdraw: { by: 'partner', to: 'withdrawn' },
    stop: { by: 'operator', to: 'withdrawn' },
    'open-inquiry': { by: 'operator', to: 'submitted' },
    'release-inquiry': { by: 'operator', to: 'submitted' },
    'extend-deadline': { by: 'operator', to: 'submitted' },
    resend: { by: 'partner', to: 'submitted' },
    'change-contact': { by: 'partner', to: 'submitted' },
    // What the customer was shown stays: files are added, never removed or replaced.
    'add-poe': { by: 'partner', to: 'submitted' },
    comment: { by: 'partner', to: 'submitted' },
    copy: { by: 'partner', to: 'submitted' },
  },
  approving: {
    approve: { by: 'customer', to: 'approved' },
    comment: { by: 'partner', to: 'submitted' },
    copy: { by: 'partner', to: 'submitted' },
  },
  approved: {
    comment: { by: 'partner', to: 'approved' },
    'add-poe': { by: 'partner', to: 'approved' },
    disassociate: { by: 'partner', to: 'ended' },
    end: { by: 'operator', to: 'ended' },
    'take-back': { by: 'customer', to: 'ended' },
    supersede: { by: 'customer', to: 'ended' },
    'subscription-ended': { by: 'system', to: 'ended' },
    copy: { by: 'partner', to: 'approved' },
  },
  // Copying does not change the original.
  declined: { comment: { by: 'partner', to: 'declined' }, copy: { by: 'partner', to: 'declined' } },
  expired: { comment: { by: 'partner', to: 'expired' }, copy: { by: 'partner', to: 'expired' } },
  withdrawn: { comment: { by: 'partner', to: 'withdrawn' }, copy: { by: 'partner', to: 'withdrawn' } },
  cancelled: { copy: { by: 'partner', to: 'cancelled' } },
  ended: { comment: { by: 'partner', to: 'ended' }, copy: { by: 'partner', to: 'ended' } },
} as const satisfies Record<ClaimPhase, Record<string, { by: ActorKind; to: ClaimStatus }>>;

type EventsOf<S> = S extends ClaimPhase ? keyof (typeof transitions)[S] : never;
export type ClaimEvent = EventsOf<ClaimPhase>;
type Transition = { by: ActorKind; to: ClaimStatus };

const transitionsFrom = (phase: ClaimPhase): Partial<Record<ClaimEvent, Transition>> => transitions[phase];

const phaseInWords = (phase: ClaimPhase): string => (phase === 'approving' ? 'being approved' : phase);

/** The status after `event` by `actor`, or `action-not-allowed` whose detail names the phase. */
export const nextStatus = (phase: ClaimPhase, event: ClaimEvent, actor: ActorKind): ClaimStatus | Problem => {
  const transition = transitionsFrom(phase)[event];
  return transition?.by === actor
    ? transition.to
    : new Problem('action-not-allowed', `The claim is ${phaseInWords(phase)}: '${event}' is not possible.`);
};

type ActionsOf<S extends ClaimPhase> = {
  [E in keyof (typeof transitions)[S]]: (typeof transitions)[S][E] extends { by: 'partner' } ? E : never;
}[keyof (typeof transitions)[S]];
/** Every partner action that some status allows. */
export type PartnerAction = { [S in ClaimPhase]: ActionsOf<S> }[ClaimPhase];

/** The partner actions that this phase allows. */
export const allowedActions = (phase: ClaimPhase): PartnerAction[] =>
  // The cast: the partner's events are what PartnerAction is made of.
  Object.entries(transitionsFrom(phase)).flatMap(([event, { by }]) =>
    by === 'partner' ? [event as PartnerAction] : [],
  );

/** All partner actions, each once. */
export const partnerActions: PartnerAction[] = [...new Set(claimStatuses.flatMap(allowedActions))];
