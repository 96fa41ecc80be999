import { Problem } from './result.ts';

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
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

export type ActorKind = 'partner' | 'customer' | 'system';

const table = {
  draft: {
    edit: { by: 'partner', to: 'draft' },
    'add-poe': { by: 'partner', to: 'draft' },
    'remove-poe': { by: 'partner', to: 'draft' },
    comment: { by: 'partner', to: 'draft' },
    cancel: { by: 'partner', to: 'cancelled' },
    submit: { by: 'partner', to: 'submitted' },
  },
  submitted: {
    approve: { by: 'customer', to: 'approved' },
    decline: { by: 'customer', to: 'declined' },
    'approve-by-silence': { by: 'system', to: 'approved' },
    expire: { by: 'system', to: 'expired' },
    withdraw: { by: 'partner', to: 'withdrawn' },
  },
  approved: {
    comment: { by: 'partner', to: 'approved' },
    'add-poe': { by: 'partner', to: 'approved' },
  },
  declined: {},
  expired: {},
  withdrawn: {},
  cancelled: {},
} as const satisfies Record<ClaimStatus, Record<string, { by: ActorKind; to: ClaimStatus }>>;

type EventsOf<S> = S extends ClaimStatus ? keyof (typeof table)[S] : never;
export type ClaimEvent = EventsOf<ClaimStatus>;
type Transition = { by: ActorKind; to: ClaimStatus };

const transitionsFrom = (status: ClaimStatus): Partial<Record<ClaimEvent, Transition>> => table[status];

/** The status after `event` by `actor`, or `action-not-allowed` with the present status in words. */
export const nextStatus = (status: ClaimStatus, event: ClaimEvent, actor: ActorKind): ClaimStatus | Problem => {
  const transition = transitionsFrom(status)[event];
  return transition?.by === actor
    ? transition.to
    : new Problem('action-not-allowed', `The claim is ${status}: '${event}' is not possible.`);
};

/** What a partner may do with a claim of this status. */
export const allowedActions = (status: ClaimStatus): ClaimEvent[] =>
  Object.entries(transitionsFrom(status)).flatMap(([event, { by }]) => (by === 'partner' ? [event as ClaimEvent] : []));
