import { nextStatus } from '../../domain/claim-state.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeClaim, type PartnerChange } from '../change-claim.ts';
import type { Deps } from '../deps.ts';

/** Sets what a draft says about one of its files; null removes it. */
export const notePoe = (
  deps: Deps,
  { caller, ref, fileId, note, guard }: PartnerChange & { fileId: string; note: string | null },
) =>
  changeClaim(
    deps,
    ref,
    (claim) => {
      const status = nextStatus(claim.status, 'edit', 'partner');
      if (status instanceof Problem) return status;
      const file = claim.poe.find((entry) => entry.fileId === fileId);
      if (file === undefined) return new Problem('poe-not-found');
      const { note: old, ...bare } = file;
      if ((old ?? null) === note) return 'unchanged';
      const noted = note === null ? bare : { ...bare, note };
      return {
        claim: { ...claim, status, poe: claim.poe.map((entry) => (entry === file ? noted : entry)) },
        entries: [{ actor: asActor(caller), event: 'poe-noted', detail: { fileId } }],
      };
    },
    guard,
  );
