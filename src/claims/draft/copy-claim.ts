import { catalogueAt } from '../../domain/catalogue/catalogue.ts';
import type { Claim, ClaimRef } from '../../domain/claim.ts';
import { nextStatus, phaseOf } from '../../domain/claim-state.ts';
import { contentUnder } from '../../domain/draft/copy-content.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { present } from '../../lib/present.ts';
import { Problem } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { addClaim, type Keep } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { chooseLocation } from './choose-location.ts';
import { withMailbox } from './contact-mailbox.ts';
import { emptyDraft } from './empty-draft.ts';

/**
 * A new draft with the content of any claim of the partner, under the catalogue of today. Proof, comments and decision stay
 * where they are. What could not be taken over is in `leftOut`.
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
  const catalogue = catalogueAt(now);
  const { content, leftOut } = contentUnder(catalogue, original);
  // A claim always has a location. One that is not active any more is kept, named, and refused at submission.
  const location = chooseLocation(partner, original.partnerLocation.mpnId);
  const errors = [...leftOut, ...(location instanceof Problem ? location.errors : [])];
  const wanting = errors.length > 0 ? errors : undefined;
  const { domain, directoryId } = original.customer;
  const claim: Claim = await withMailbox(deps, {
    ...emptyDraft(deps, { caller, partner, catalogue, now }),
    ...content,
    partnerLocation: location instanceof Problem ? original.partnerLocation : location,
    customer: { ...original.customer, verification: await deps.directories.verify(domain, directoryId) },
    copiedFrom: original.id,
    ...present({ leftOut: wanting }),
  });
  const detail = present({ copiedFrom: original.id, leftOut: wanting?.map(({ message }) => message) });
  return addClaim(deps, { claim, entries: [{ actor: asActor(caller), event: 'created', detail }] }, answerToKeep);
};
