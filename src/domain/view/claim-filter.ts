import type { ClaimStatus } from '../claim-state.ts';
import type { Closer } from '../closed-by.ts';
import type { ClaimSummary } from './claim-summary.ts';
import type { TextSearch } from './search-words.ts';

/** `newest`: by creation. `changed`: last changed first. `deadline`: soonest first, only claims that wait for an answer. */
export const listSorts = ['newest', 'changed', 'deadline'] as const;
export type ListSort = (typeof listSorts)[number];

/** Instants, RFC 3339 in UTC with milliseconds; both ends count. */
export type Span = { from?: string; to?: string };

/** Which claims a list shows. Any value of a list matches; an empty list matches every claim. */
export type ClaimFilter = {
  statuses: ClaimStatus[];
  solutionAreas: string[];
  locations: string[];
  activities: string[];
  products: string[];
  created: Span;
  deadline: Span;
  text?: TextSearch;
  needsAction?: boolean;
  closedBy?: Closer;
};

/** The filter that every claim passes. */
export const everyClaim: ClaimFilter = {
  statuses: [],
  solutionAreas: [],
  locations: [],
  activities: [],
  products: [],
  created: {},
  deadline: {},
};

const oneOf = (wanted: readonly string[], values: readonly string[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));

export const isUnbounded = ({ from, to }: Span): boolean => from === undefined && to === undefined;

const within = ({ from, to }: Span, at: string | undefined): boolean =>
  at !== undefined && (from === undefined || at >= from) && (to === undefined || at <= to);

/** Whether a claim is in the list. */
export const matchesFilter =
  (filter: ClaimFilter) =>
  (claim: ClaimSummary): boolean =>
    oneOf(filter.statuses, [claim.status]) &&
    oneOf(filter.solutionAreas, claim.solutionArea === undefined ? [] : [claim.solutionArea]) &&
    oneOf(filter.locations, [claim.partnerLocation.mpnId]) &&
    oneOf(filter.activities, claim.activities) &&
    oneOf(filter.products, claim.productCodes) &&
    within(filter.created, claim.createdAt) &&
    (isUnbounded(filter.deadline) || within(filter.deadline, claim.deadline)) &&
    (filter.closedBy === undefined || filter.closedBy === claim.closedBy) &&
    (filter.needsAction === undefined || filter.needsAction === claim.needsAction) &&
    (filter.text === undefined || filter.text.matches(claim));
