import type { ClaimStatus } from '../../domain/claim-state.ts';
import { aboutRedrive, findingMessage, type RedrivePlan, redrivePlan } from '../../domain/redrive.ts';
import { inBatches } from '../../lib/in-batches.ts';
import { UnreadableClaim } from '../../lib/result.ts';
import { dayMs } from '../../lib/time.ts';
import { positionOf, type WatchRow } from '../../storage/ledger/watch-rows.ts';
import { customerName } from '../../words/claim-words.ts';
import type { Deps, Workflow } from '../deps.ts';
import { openSteps } from './open-steps.ts';

/**
 * `waiting`: nothing of the claim is overdue. `due`: the next step is due within a day, or overdue. `stuck`: something is overdue, and the
 * reconciler has looked at it or should have.
 * `attention`: the claim is flagged. A claim with nothing left to do is in none of the first three.
 */
export const inFlightStates = ['waiting', 'due', 'stuck', 'attention'] as const;
export type InFlightState = (typeof inFlightStates)[number];

/** A claim in flight. Of a claim that is gone, only what the ledger holds is present. `redrive` is for claims that are stuck or need attention. */
export type InFlightClaim = Pick<WatchRow, 'claimId' | 'partnerId' | 'dueAt' | 'attempts' | 'finding'> & {
  reason: string;
  partnerName?: string;
  customerName?: string;
  status?: ClaimStatus;
  redrive?: RedrivePlan;
};
type Page = { state: InFlightState | undefined; top: number; after?: string };

const concurrency = 16;

/** A page of claims in flight, the longest due first; `next` is where the page after it begins. */
export const listInFlight = async (
  deps: Deps,
  workflow: Workflow,
  page: Page,
): Promise<{ value: InFlightClaim[]; next?: string }> => {
  const { value, ...more } = await claimsInFlight(deps, page);
  const needsPlan = page.state === 'stuck' || page.state === 'attention';
  const described = await inBatches(value, concurrency, (claim) => describe(deps, needsPlan && workflow, claim));
  return { value: described, ...more };
};

/** The same with what the ledger knows: each claim once, by its first row. */
export const claimsInFlight = async (
  deps: Deps,
  { state, top, after = '' }: Page,
): Promise<{ value: InFlightClaim[]; next?: string }> => {
  const found = new Map<string, { claim: InFlightClaim; position: string }>();
  for await (const row of state === 'attention' ? flaggedClaims(deps, after) : watchedClaims(deps, state, after)) {
    if (found.has(row.claim.claimId)) continue;
    if (found.size === top) {
      const last = [...found.values()].at(-1);
      return { value: claimsOf(found), ...(last ? { next: last.position } : {}) };
    }
    found.set(row.claim.claimId, row);
  }
  return { value: claimsOf(found) };
};

const claimsOf = (found: Map<string, { claim: InFlightClaim }>): InFlightClaim[] =>
  [...found.values()].map(({ claim }) => claim);

async function* watchedClaims(deps: Deps, state: InFlightState | undefined, after: string) {
  const tomorrow = new Date(deps.now().getTime() + dayMs).toISOString();
  const stuckElsewhere = state === 'waiting' ? await stuckClaims(deps) : new Set<string>();
  for await (const row of openSteps(deps, after)) {
    // Rows are sorted by due time.
    if (state === 'due' && row.dueAt >= tomorrow) return;
    const { claimId, partnerId, dueAt, attempts, finding, stuck } = row;
    if (state === 'stuck' ? !stuck : stuckElsewhere.has(claimId)) continue;
    const reason = stuck ? findingMessage(finding) : 'Nothing is overdue.';
    yield { claim: { claimId, partnerId, dueAt, attempts, finding, reason }, position: positionOf(row) };
  }
}

/** A claim may be stuck by one row and wait by another: it counts as stuck, as in the figures. */
const stuckClaims = async (deps: Deps): Promise<Set<string>> => {
  const found = new Set<string>();
  for await (const { claimId, stuck } of openSteps(deps)) if (stuck) found.add(claimId);
  return found;
};

async function* flaggedClaims(deps: Deps, after: string) {
  for await (const { claimId, partnerId, reason } of deps.ledger.attention.rows(after)) {
    const claim: InFlightClaim = { claimId, partnerId, dueAt: '', attempts: 0, finding: '', reason };
    yield { claim, position: claimId };
  }
}

const describe = async (deps: Deps, workflow: Workflow | false, listed: InFlightClaim): Promise<InFlightClaim> => {
  const { partnerId, claimId } = listed;
  const stored = await deps.claims.read({ partnerId, claimId }).catch((error: unknown) => {
    // Listed with its reason, like one that is gone.
    if (error instanceof UnreadableClaim) return undefined;
    throw error;
  });
  if (stored === undefined) return listed;
  const { claim } = stored;
  const { status, partnerName } = claim;
  const known = { ...listed, status, partnerName, customerName: customerName(claim) };
  if (!workflow) return known;
  const about = aboutRedrive(claim, deps.graceSeconds);
  // Where nothing remains, the orchestration's state does not matter.
  const state = about.remains ? await workflow.state(claim.id) : 'ended';
  return { ...known, redrive: redrivePlan(about, state) };
};
