import type { ClaimStatus } from '../domain/claim-state.ts';
import type { Measured } from '../telemetry/metrics.ts';
import type { Deps } from './deps.ts';

const dayMs = 86_400_000;
/** Those that a claim in flight can have: reported with nought as well, so that a curve comes down again. */
const inFlight: readonly ClaimStatus[] = ['submitted', 'approved', 'declined', 'expired', 'withdrawn', 'ended'];

/**
 * Measures what waits, from the in-flight ledger alone: how many claims by status, for how long (s) the oldest has waited for its
 * customer, how many are due within a day, how many need somebody, and how many messages were put aside.
 */
export const measureClaims = async (deps: Deps): Promise<Measured[]> => {
  const statuses = new Map<string, ClaimStatus>();
  const now = deps.now().getTime();
  const tomorrow = new Date(now + dayMs).toISOString();
  const due = new Set<string>();
  let oldest = now;
  for await (const { claimId, dueAt, status = 'submitted', submittedAt } of deps.ledger.rows()) {
    if (dueAt < tomorrow) due.add(claimId);
    // A claim has several rows for a moment: that of its end is written before the ones of its wait are struck.
    if (status !== 'submitted' || !statuses.has(claimId)) statuses.set(claimId, status);
    if (status === 'submitted' && submittedAt) oldest = Math.min(oldest, Date.parse(submittedAt));
  }
  let attention = 0;
  for await (const _ of deps.ledger.attentionRows()) attention += 1;
  const byStatus = Map.groupBy(statuses.values(), (status) => status);
  return [
    ...inFlight.map((status): Measured => {
      const value = byStatus.get(status)?.length ?? 0;
      return { gauge: 'claims.in_flight', value, attributes: { status } };
    }),
    { gauge: 'claims.oldest_waiting_age', value: (now - oldest) / 1000 },
    { gauge: 'claims.due_within_day', value: due.size },
    { gauge: 'claims.attention', value: attention },
    { gauge: 'poison.messages', value: await deps.countPoison() },
  ];
};
