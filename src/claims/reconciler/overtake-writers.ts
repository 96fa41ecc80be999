import { refOf } from '../../domain/claim.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { changeClaim, quietly } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { giveBack } from '../holder/leave-subjects.ts';

/**
 * Writes the record as it is, before a ledger row goes. The row may announce a change that was held up: its writer then has to read
 * the record again, and announces the change again. False when the record has changed since it was read: the row has to stay.
 */
export const overtakeWriters = async (deps: Deps, stored: StoredClaim): Promise<boolean> => {
  const { version } = stored.claim;
  const changed = await changeClaim(
    deps,
    refOf(stored.claim),
    (current) => (current.version === version ? quietly(current) : 'unchanged'),
    { known: stored },
  );
  return !(changed instanceof Problem) && changed.claim.version === version;
};

const maxAttempts = 25;

/** Removes a draft from the rows of subjects that a failed submission entered it in. False when the record has changed. */
export const leaveDraft = async (deps: Deps, stored: StoredClaim): Promise<boolean> => {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    let isSame: boolean | undefined;
    // After the rows were read: if the submission comes after all, their ETags tell.
    const isDone = await giveBack(deps, stored.claim, ['asking', 'holding'], async () => {
      isSame = await overtakeWriters(deps, stored);
      return isSame;
    });
    isSame ??= await overtakeWriters(deps, stored);
    if (isDone || !isSame) return isSame;
  }
  throw new Error('The subjects of a draft changed all the time.');
};
