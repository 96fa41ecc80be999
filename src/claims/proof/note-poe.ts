import { fullRefusal } from '../../domain/record-size.ts';
import { asActor } from '../../identity/caller.ts';
import { Problem } from '../../lib/result.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Deps } from '../deps.ts';

/** Sets what a draft says about one of its files; null removes it. */
export const notePoe = (
  deps: Deps,
  { caller, ref, fileId, note, guard }: PartnerChange & { fileId: string; note: string | null },
) =>
  changeByPartner(deps, { ref, guard, action: 'edit' }, (claim) => {
    const file = claim.poe.find((entry) => entry.fileId === fileId);
    if (file === undefined) return new Problem('poe-not-found');
    const { note: old, ...bare } = file;
    if ((old ?? null) === note) return 'unchanged';
    const full = (note ?? '').length > (old ?? '').length ? fullRefusal(claim) : undefined;
    if (full !== undefined) return full;
    const noted = note === null ? bare : { ...bare, note };
    return {
      claim: { ...claim, poe: claim.poe.map((entry) => (entry === file ? noted : entry)) },
      entries: [{ actor: asActor(caller), event: 'poe-noted', detail: { fileId } }],
    };
  });
