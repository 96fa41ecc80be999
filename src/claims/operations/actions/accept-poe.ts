import { withCheckedFile, withoutSettledScanFlag } from '../../../domain/proof/proof-check.ts';
import { isUnchecked, withholding } from '../../../domain/proof/scan.ts';
import { Problem } from '../../../lib/result.ts';
import { changeClaim } from '../../change-claim.ts';
import type { Deps, Workflow } from '../../deps.ts';
import { beforeProofCounts, continueAfterScan } from '../../proof/continue-after-scan.ts';
import type { OperatorChange } from './operator-change.ts';

/**
 * Operators let a file through that was not checked for malware: it is handed out, and the request leaves if it waited for this file.
 * A file in which malware was found is never let through.
 */
export const acceptPoe = async (
  deps: Deps,
  workflow: Workflow,
  { by, ref, reason, guard, fileId }: OperatorChange & { fileId: string },
) => {
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now) => {
      const file = claim.poe.find((entry) => entry.fileId === fileId);
      if (file === undefined) return new Problem('poe-not-found');
      if (!isUnchecked(file)) {
        return withholding(file) ?? new Problem('action-not-allowed', 'The file does not wait for a malware check.');
      }
      return {
        claim: withoutSettledScanFlag(withCheckedFile(claim, file, 'accepted', now)),
        entries: [{ actor: by, event: 'poe-accepted', detail: { fileId, fileName: file.fileName, reason } }],
      };
    },
    { beforeWrite: (after, before) => beforeProofCounts(deps, after, before), ...guard },
  );
  if (!(stored instanceof Problem)) await continueAfterScan(deps, workflow, stored);
  return stored;
};
