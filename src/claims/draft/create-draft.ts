import { catalogueAt } from '../../domain/catalogue/catalogue.ts';
import type { Claim } from '../../domain/claim.ts';
import { applyPatch, catalogueErrors, type NewDraft } from '../../domain/draft/draft.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { present } from '../../lib/present.ts';
import { Problem, problemOf } from '../../lib/result.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import { addClaim, type Keep } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { chooseLocation } from './choose-location.ts';
import { withMailbox } from './contact-mailbox.ts';
import { emptyDraft } from './empty-draft.ts';

/** Creates a claim as a draft: steps 3 to 6 of docs/domain.md. */
export const createDraft = async (
  deps: Deps,
  { caller, input, answerToKeep }: { caller: Caller; input: NewDraft; answerToKeep?: Keep | undefined },
): Promise<StoredClaim | Problem> => {
  const partner = await deps.reference.partner(caller.partnerId);
  if (partner === undefined) return new Problem('unknown-partner');

  const now = deps.now();
  const catalogue = catalogueAt(now);
  const content = applyPatch({ activities: [], products: [] }, input, catalogue);
  const location = chooseLocation(partner, input.partnerLocation.mpnId);
  const refused = problemOf([
    ...(location instanceof Problem ? location.errors : []),
    ...catalogueErrors(content, catalogue),
  ]);
  if (refused !== undefined) return refused;
  if (location instanceof Problem) return location;

  const { domain, directoryId, ...about } = input.customer;
  const claim: Claim = await withMailbox(deps, {
    ...emptyDraft(deps, { caller, partner, catalogue, now }),
    ...content,
    partnerLocation: location,
    customer: {
      domain,
      directoryId,
      ...present(about),
      verification: await deps.directories.verify(domain, directoryId),
    },
  });
  return addClaim(deps, { claim, entries: [{ actor: asActor(caller), event: 'created' }] }, answerToKeep);
};
