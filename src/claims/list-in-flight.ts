import type { LedgerRow } from '../storage/ledger.ts';
import type { Deps } from './deps.ts';

/**
 * `waiting`: nothing is overdue. `stuck`: something is, and the reconciler has looked at it or should have.
 * `failed`: the record says that somebody is needed.
 */
export const inFlightStates = ['waiting', 'stuck', 'failed'] as const;
export type InFlightState = (typeof inFlightStates)[number];

const maxRows = 200;

/** Claims in flight of one state, or all that wait or are stuck; the longest due first. */
export const listInFlight = async (deps: Deps, state: InFlightState | undefined): Promise<LedgerRow[]> => {
  const now = deps.now().toISOString();
  const source = state === 'failed' ? deps.ledger.attentionRows() : deps.ledger.rows();
  const found = new Map<string, LedgerRow>();
  for await (const row of source) {
    const stuck = row.attempts > 0 || row.dueAt <= now;
    // A claim may have several rows; the first is the one that is due first.
    const wanted = state === undefined || state === 'failed' || stuck === (state === 'stuck');
    if (wanted && !found.has(row.claimId)) found.set(row.claimId, row);
    if (found.size >= maxRows) break;
  }
  // What the ledger knows for counting stays inside.
  return [...found.values()].map(({ status, submittedAt, ...shown }) => shown);
};
