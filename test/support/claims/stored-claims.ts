import type { Claim } from '../../../src/domain/claim.ts';
import { appendHistory } from '../../../src/domain/history.ts';
import { createClaimStore } from '../../../src/storage/claims/claim-store.ts';
import type { Stack } from '../stack/stack.ts';
import { claimsTable } from './claims-table.ts';

/** Puts a claim into storage past the API, with the history of its creation. */
export const storeClaim = async (stack: Pick<Stack, 'storage'>, claim: Claim): Promise<void> => {
  const table = claimsTable(stack);
  const created = { actor: claim.createdBy, event: 'created', from: null, to: claim.status };
  const { head, entries } = appendHistory(claim.history, [created], claim.createdAt);
  const [first] = entries;
  if (first === undefined) throw new Error('A claim without history.');
  const saved = await createClaimStore(table).save({ claim: { ...claim, history: head }, entries: [first] });
  if (saved === 'stale') throw new Error(`The claim ${claim.id} is there already.`);
};
