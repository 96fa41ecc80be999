import { catalogueAt } from '../../domain/catalogue/catalogue.ts';
import { type Claim, type ClaimRef, refOf } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { contentUnder } from '../../domain/draft/copy-content.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { present } from '../../lib/present.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { addClaim, type Keep } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { announceFiles, settleFiles } from '../proof/announce-files.ts';
import { copyProof } from '../proof/copy-proof.ts';
import { chooseLocation } from './choose-location.ts';
import { withMailbox } from './contact-mailbox.ts';
import { emptyDraft } from './empty-draft.ts';

/**
 * A new draft with the content and the proof of any claim of the partner, under the catalogue of today. Comments and decision
 * stay where they are. What could not be taken over is in `leftOut`.
 */
export const copyClaim = async (
  deps: Deps,
  { caller, ref, answerToKeep }: { caller: Caller; ref: ClaimRef; answerToKeep?: Keep | undefined },
): Promise<StoredClaim | Problem> => {
  const original = (await deps.claims.read(ref))?.claim;
  if (original === undefined) return new Problem('claim-not-found');
  const allowed = nextStatus(phaseOf(original), 'copy', 'partner');
  if (allowed instanceof Problem) return allowed;
  const partner = await deps.reference.partner(ref.partnerId);
  if (partner === undefined) return new Problem('unknown-partner');

  const now = deps.now();
  const actor = asActor(caller);
  const catalogue = catalogueAt(now);
  const { content, leftOut } = contentUnder(catalogue, original);
  // A claim always has a location. One that is not active any more is kept, named, and refused at submission.
  const location = chooseLocation(partner, original.partnerLocation.mpnId);
  const { domain, directoryId } = original.customer;
  const draft: Claim = await withMailbox(deps, {
    ...emptyDraft(deps, { caller, partner, catalogue, now }),
    ...content,
    partnerLocation: location instanceof Problem ? original.partnerLocation : location,
    customer: { ...original.customer, verification: await deps.directories.verify(domain, directoryId) },
    copiedFrom: original.id,
  });
  // The ledger's row first: by it the reconciler removes files whose claim was never written.
  const intent = original.poe.length > 0 ? await announceFiles(deps, draft, []) : undefined;
  const proof = await copyProof(deps, original, { to: refOf(draft), actor, now });
  const errors = [...leftOut, ...(location instanceof Problem ? location.errors : []), ...proof.leftOut];
  const wanting = errors.length > 0 ? errors : undefined;
  const detail = present({
    copiedFrom: original.id,
    leftOut: wanting?.map(({ message }) => message),
    poe: proof.poe.map(({ fileId, fileName, size, sha256 }) => ({ fileId, fileName, size, sha256 })),
  });
  const claim = { ...draft, poe: proof.poe, ...present({ leftOut: wanting }) };
  const stored = await addClaim(deps, { claim, entries: [{ actor, event: 'created', detail }] }, answerToKeep);
  if (stored instanceof Problem) await deps.poe.removeAll(refOf(draft));
  if (intent) await settleFiles(deps, intent);
  return stored;
};
