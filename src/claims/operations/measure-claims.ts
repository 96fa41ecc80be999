import type { ClaimStatus } from '../../domain/claim-state.ts';
import type { Measured } from '../../telemetry/metrics.ts';
import type { Deps } from '../deps.ts';
import { ledgerFigures } from './ledger-figures.ts';

/** The statuses of claims in flight. A zero is reported as well, so that curves come down again. */
const inFlight: readonly ClaimStatus[] = ['submitted', 'approved', 'declined', 'expired', 'withdrawn', 'ended'];

/** Measures the claims in flight and the length of the poison queue. */
export const measureClaims = async (deps: Deps): Promise<Measured[]> => {
  const { byStatus, oldestWaitingSince, dueWithinDay, attention } = await ledgerFigures(deps);
  const waitedMs = oldestWaitingSince ? deps.now().getTime() - Date.parse(oldestWaitingSince) : 0;
  return [
    ...inFlight.map((status): Measured => {
      return { gauge: 'claims.in_flight', value: byStatus.get(status) ?? 0, attributes: { status } };
    }),
    { gauge: 'claims.oldest_waiting_age', value: waitedMs / 1000 },
    { gauge: 'claims.due_within_day', value: dueWithinDay },
    { gauge: 'claims.attention', value: [...attention.values()].reduce((sum, claims) => sum + claims, 0) },
    { gauge: 'poison.messages', value: await deps.poison.count() },
  ];
};
