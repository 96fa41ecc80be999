import type { ClaimStatus } from '../../domain/claim-state.ts';
import { aboutRedrive, findingWords, type RedrivePlan, redrivePlan } from '../../domain/redrive.ts';
import { keyOf, type LedgerRow } from '../../storage/ledger.ts';
import type { Deps, Workflow } from '../deps.ts';
import { isStuck } from './ledger-figures.ts';

/**
 * `waiting`: nothing is overdue. `stuck`: something is, and the reconciler has looked at it or should have.
 * `failed`: the record says that somebody is needed.
 */
export const inFlightStates = ['waiting', 'stuck', 'failed'] as const;
export type InFlightState = (typeof inFlightStates)[number];

/** A claim in flight. `redrive` is told of those that are stuck or failed. */
export type InFlightClaim = Pick<LedgerRow, 'claimId' | 'partnerId' | 'dueAt' | 'attempts' | 'finding'> & {
  reason: string;
  status?: ClaimStatus;
  redrive?: RedrivePlan;
};
type Page = { state: InFlightState | undefined; top: number; after?: string };

/** Claims read, and orchestrations asked, at once. */
const atOnce = 16;

/** A page of claims in flight, the longest due first; `next` is where the page after it begins. */
export const listInFlight = async (
  deps: Deps,
  workflow: Workflow,
  { state, top, after }: Page,
): Promise<{ value: InFlightClaim[]; next?: string }> => {
  const { rows, next } = await rowsInFlight(deps, { state, top, ...(after === undefined ? {} : { after }) });
  const told = state === 'stuck' || state === 'failed';
  const value: InFlightClaim[] = [];
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce);
    value.push(
      ...(await Promise.all(some.map((row) => (told ? toldOf(deps, workflow, row) : shownOf(row, deps.now()))))),
    );
  }
  return { value, ...(next === undefined ? {} : { next }) };
};

/** The first row of each claim of a page, from the ledger alone; `next` is where the page after it begins. */
export const rowsInFlight = async (
  deps: Deps,
  { state, top, after = '' }: Page,
): Promise<{ rows: LedgerRow[]; next?: string }> => {
  const now = deps.now();
  const isFailed = state === 'failed';
  const source = isFailed ? deps.ledger.attentionRows(after) : deps.ledger.rows({ after });
  const found = new Map<string, LedgerRow>();
  for await (const row of source) {
    const wanted = state === undefined || isFailed || isStuck(row, now) === (state === 'stuck');
    if (!wanted || found.has(row.claimId)) continue;
    if (found.size === top) {
      const last = [...found.values()].at(-1);
      return { rows: [...found.values()], ...(last ? { next: isFailed ? last.claimId : keyOf(last) } : {}) };
    }
    found.set(row.claimId, row);
  }
  return { rows: [...found.values()] };
};

/** What the ledger knows for counting stays inside. */
const shownOf = (row: LedgerRow, now: Date): InFlightClaim => {
  const { claimId, partnerId, dueAt, attempts, finding } = row;
  const reason = finding === '' && !isStuck(row, now) ? 'Nothing is overdue.' : findingWords(finding);
  return { claimId, partnerId, dueAt, attempts, finding, reason };
};

const toldOf = async (deps: Deps, workflow: Workflow, row: LedgerRow): Promise<InFlightClaim> => {
  const claim = (await deps.claims.read({ partnerId: row.partnerId, claimId: row.claimId }))?.claim;
  const shown = shownOf(row, deps.now());
  if (claim === undefined) return shown;
  const about = aboutRedrive(claim, deps.graceS);
  // Where nothing remains, the orchestration has no part in it.
  const state = about.remains ? await workflow.state(claim.id) : 'ended';
  return { ...shown, status: claim.status, redrive: redrivePlan(about, state) };
};
