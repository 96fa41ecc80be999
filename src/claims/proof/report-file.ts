import type { PoeFile } from '../../domain/claim.ts';
import { blobIdOf } from '../../domain/proof/poe-file.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { withAttention } from '../attention.ts';
import type { Deps } from '../deps.ts';

/** Shows operations a file whose stored bytes are not the ones that were uploaded. */
export const reportAlteredFile = (deps: Deps, stored: StoredClaim, file: PoeFile): Promise<void> =>
  report(deps, stored, { file, event: 'poe-altered', is: 'is not the one that was uploaded' });

/** Shows operations a file that has an entry and no stored bytes. */
export const reportMissingFile = (deps: Deps, stored: StoredClaim, file: PoeFile): Promise<void> =>
  report(deps, stored, { file, event: 'poe-missing', is: 'is gone' });

type Finding = { file: PoeFile; event: string; is: string };

const report = async (deps: Deps, stored: StoredClaim, { file, event, is }: Finding): Promise<void> => {
  const { fileId } = file;
  deps.log(event, { claimId: stored.claim.id, fileId });
  const reason = `The stored file ${fileId} ${is}.`;
  await withAttention(deps, stored, { reason, needs: 'operations', raisedBy: 'storage' }, ({ poe }) =>
    // It may have been removed or replaced while it was read.
    poe.some((entry) => blobIdOf(entry) === blobIdOf(file)),
  );
};
