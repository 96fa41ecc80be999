import { Problem } from '../lib/result.ts';

/**
 * The one state machine: (status, event, actor) -> next status, or a coded refusal. Nothing else sets a status.
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
    decline: { by: 'customer', to: 'declined' },
    'not-the-right-person': { by: 'customer', to: 'submitted' },
    'not-expected': { by: 'customer', to: 'submitted' },
    'approve-by-silence': { by: 'system', to: 'approved' },
    expire: { by: 'system', to: 'expired' },
    withdraw: { by: 'partner', to: 'withdrawn' },
    stop: { by: 'operator', to: 'withdrawn' },
    resend: { by: 'partner', to: 'submitted' },
    'change-contact': { by: 'partner', to: 'submitted' },
    // What the customer was shown stays: files are added, never removed or replaced.
    'add-poe': { by: 'partner', to: 'submitted' },
    comment: { by: 'partner', to: 'submitted' },
    copy: { by: 'partner', to: 'submitted' },
  },
  approved: {
    comment: { by: 'partner', to: 'approved' },
    'add-poe': { by: 'partner', to: 'approved' },
    disassociate: { by: 'partner', to: 'ended' },
    end: { by: 'operator', to: 'ended' },
    'take-back': { by: 'customer', to: 'ended' },
    'subscription-ended': { by: 'system', to: 'ended' },
    copy: { by: 'partner', to: 'approved' },
  },
  // Copying does not change the original.
  declined: { comment: { by: 'partner', to: 'declined' }, copy: { by: 'partner', to: 'declined' } },
  expired: { comment: { by: 'partner', to: 'expired' }, copy: { by: 'partner', to: 'expired' } },
  withdrawn: { comment: { by: 'partner', to: 'withdrawn' }, copy: { by: 'partner', to: 'withdrawn' } },
  cancelled: { copy: { by: 'partner', to: 'cancelled' } },
  ended: { comment: { by: 'partner', to: 'ended' }, copy: { by: 'partner', to: 'ended' } },
} as const satisfies Record<ClaimStatus, Record<string, { by: ActorKind; to: ClaimStatus }>>;

type EventsOf<S> = S extends ClaimStatus ? keyof (typeof transitions)[S] : never;
export type ClaimEvent = EventsOf<ClaimStatus>;
type Transition = { by: ActorKind; to: ClaimStatus };

const transitionsFrom = (status: ClaimStatus): Partial<Record<ClaimEvent, Transition>> => transitions[status];

/** The status after `event` by `actor`, or `action-not-allowed` whose detail names the status. */
export const nextStatus = (status: ClaimStatus, event: ClaimEvent, actor: ActorKind): ClaimStatus | Problem => {
  const transition = transitionsFrom(status)[event];
  return transition?.by === actor
    ? transition.to
    : new Problem('action-not-allowed', `The claim is ${status}: '${event}' is not possible.`);
};

type ActionsOf<S extends ClaimStatus> = {
  [E in keyof (typeof transitions)[S]]: (typeof transitions)[S][E] extends { by: 'partner' } ? E : never;
}[keyof (typeof transitions)[S]];
/** Every partner action that some status allows. */
export type PartnerAction = { [S in ClaimStatus]: ActionsOf<S> }[ClaimStatus];

/** The partner actions that this status allows. */
export const allowedActions = (status: ClaimStatus): PartnerAction[] =>
  // The cast: the partner's events are what PartnerAction is made of.
  Object.entries(transitionsFrom(status)).flatMap(([event, { by }]) =>
    by === 'partner' ? [event as PartnerAction] : [],
  );

/** All partner actions, each once. */
export const partnerActions: PartnerAction[] = [...new Set(claimStatuses.flatMap(allowedActions))];
