import type { ClaimRef } from '../../../domain/claim.ts';
import type { Actor } from '../../../domain/history.ts';
import { withholding } from '../../../domain/proof/scan.ts';
import { Problem } from '../../../lib/result.ts';
import { changeClaim } from '../../change-claim.ts';
import type { Deps } from '../../deps.ts';
import { readPoe } from '../../proof/read-poe.ts';

/**
 * A file of any partner's claim, for a reviewer. The look is in the claim's history before a byte is handed out. The proof of a
 * draft is for its partner only, and no one gets a file with malware or one that was not checked.
 */
export const reviewPoe = async (deps: Deps, ref: ClaimRef, { by, fileId }: { by: Actor; fileId: string }) => {
  const found = await readPoe(deps, ref, fileId);
  if (found instanceof Problem) return found;
  const noted = await changeClaim(deps, ref, (claim) => {
    if (claim.submittedAt === undefined) {
      return new Problem('action-not-allowed', `The claim is ${claim.status}: it was never submitted.`);
    }
    const file = claim.poe.find((candidate) => candidate.fileId === fileId);
    // Its verdict, or its removal, may have come after it was read.
    if (file === undefined) return new Problem('poe-not-found');
    const withheld = withholding(file);
    if (withheld !== undefined) return withheld;
    return { claim, entries: [{ actor: by, event: 'poe-reviewed', detail: { fileId, fileName: file.fileName } }] };
  });
  return noted instanceof Problem ? noted : found;
};
