import type { Deps } from '../../../src/claims/deps.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import type { HistoryEntry } from '../../../src/domain/history.ts';
import type { StoredClaim } from '../../../src/storage/claims/claim-rows.ts';
import type { ClaimChange, ClaimStore } from '../../../src/storage/claims/claim-store.ts';
import { linkUntil, usualPolicy } from '../claims/records.ts';
import { testService } from '../service.ts';

/** One claim in memory that is written as in storage: only over the ETag that the writer read. */
export const memoryClaims = (claim: Claim) => {
  let stored: StoredClaim = { claim, etag: '1', index: [] };
  const recorded: HistoryEntry[] = [];
  return {
    read: async (): Promise<StoredClaim> => structuredClone(stored),
    save: async ({ before, claim: after, entries }: ClaimChange): Promise<StoredClaim | 'stale'> => {
      if (before?.etag !== stored.etag) return 'stale';
      stored = structuredClone({ claim: after, etag: `${Number(stored.etag) + 1}`, index: [] });
      recorded.push(...entries);
      return structuredClone(stored);
    },
    /** What was recorded, as `actor event`. */
    entries: (): string[] => recorded.map(({ actor, event }) => `${actor.kind} ${event}`),
  };
};

/** What an operation on one claim works with: its store, a clock that stands still, and what the test gives besides. */
export const depsFor = (claims: Pick<ClaimStore, 'read' | 'save'>, now: Date, rest: object = {}): Deps =>
  ({
    claims,
    now: () => now,
    policy: usualPolicy,
    service: testService,
    graceSeconds: 60,
    links: { linkFor: async () => ({ href: 'https://claims.example/decisions/token', until: linkUntil }) },
    ledger: {
      watch: { add: async () => undefined, etagOf: async () => undefined },
      attention: { add: async () => undefined, remove: async () => undefined },
      subjects: { ofCustomer: async () => [] },
      writeSubjects: async () => 'written',
    },
    ...rest,
    // The cast: operations on one claim use no more than this.
  }) as unknown as Deps;
