import { isOverdue, isStuck } from '../../domain/redrive.ts';
import type { WatchRow } from '../../storage/ledger/watch-rows.ts';
import type { Deps } from '../deps.ts';

/** A step that remains to be taken, and whether it is stuck. */
export type OpenStep = WatchRow & { stuck: boolean };

const concurrency = 16;

/**
 * The steps of claims in flight, the longest due first, after the row at `after`. A row that looks stuck may only wait for the
 * reconciler to remove it, so the record decides: nothing else is read.
 */
export async function* openSteps(deps: Deps, after = ''): AsyncGenerator<OpenStep> {
  let rows: WatchRow[] = [];
  for await (const row of deps.ledger.watch.steps(after)) {
    rows.push(row);
    if (rows.length < concurrency) continue;
    yield* await stillOpen(deps, rows);
    rows = [];
  }
  yield* await stillOpen(deps, rows);
}

const stillOpen = async (deps: Deps, rows: WatchRow[]): Promise<OpenStep[]> =>
  (await Promise.all(rows.map((row) => openStep(deps, row)))).flatMap((step) => step ?? []);

const openStep = async (deps: Deps, row: WatchRow): Promise<OpenStep | undefined> => {
  const now = deps.now();
  if (!isStuck(row, now)) return { ...row, stuck: false };
  const { claimId, partnerId } = row;
  const claim = (await deps.claims.read({ claimId, partnerId }))?.claim;
  return claim && isOverdue(claim, deps.graceSeconds, now) ? { ...row, stuck: true } : undefined;
};
