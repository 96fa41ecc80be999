import { catalogueOf } from '../../domain/catalogue/catalogue.ts';
import type { Claim, Customer } from '../../domain/claim.ts';
import { applyPatch, catalogueErrors, type DraftPatch } from '../../domain/draft/draft.ts';
import { asActor } from '../../identity/caller.ts';
import { present } from '../../lib/present.ts';
import { Problem, problemOf } from '../../lib/result.ts';
import { changeByPartner, type PartnerChange } from '../change-by-partner.ts';
import type { Deps } from '../deps.ts';
import { chooseLocation } from './choose-location.ts';
import { withMailbox } from './contact-mailbox.ts';

/** Changes a draft by a merge patch. */
export const editDraft = (deps: Deps, { caller, ref, patch, guard }: PartnerChange & { patch: DraftPatch }) =>
  changeByPartner(deps, { ref, guard, action: 'edit' }, async (claim) => {
    const location = await patchedLocation(deps, claim, patch);
    const catalogue = catalogueOf(claim.catalogueVersion);
    const { name, solutionArea, track, revenue, customerContact, technicalContact, partnerContact, ...kept } = claim;
    const content = applyPatch(claim, patch, catalogue);
    const refused = problemOf([
      ...(location instanceof Problem ? location.errors : []),
      ...catalogueErrors(content, catalogue),
    ]);
    if (refused !== undefined) return refused;
    if (location instanceof Problem) return location;

    const changed = {
      ...kept,
      ...content,
      partnerLocation: location,
      customer: await patchedCustomer(deps, claim, patch),
    };
    const mayMove = patch.customerContact !== undefined || patch.customer !== undefined;
    return {
      claim: mayMove ? await withMailbox(deps, changed) : changed,
      entries: [{ actor: asActor(caller), event: 'edited', detail: { fields: Object.keys(patch) } }],
    };
  });

const patchedLocation = async (
  deps: Deps,
  claim: Claim,
  patch: DraftPatch,
): Promise<Claim['partnerLocation'] | Problem> => {
  if (patch.partnerLocation === undefined) return claim.partnerLocation;
  const partner = await deps.reference.partner(claim.partnerId);
  return partner === undefined ? new Problem('unknown-partner') : chooseLocation(partner, patch.partnerLocation.mpnId);
};

/** The customer after the patch; the two are checked against each other again when either changed or that had no answer. */
const patchedCustomer = async (deps: Deps, claim: Claim, patch: DraftPatch): Promise<Customer> => {
  if (patch.customer === undefined) return claim.customer;
  const { verification, ...old } = claim.customer;
  const { domain = old.domain, directoryId = old.directoryId, ...about } = patch.customer;
  const same = domain === old.domain && directoryId === old.directoryId && verification.result !== 'unverifiable';
  return {
    ...present({ ...old, ...given(about) }),
    domain,
    directoryId,
    verification: same ? verification : await deps.directories.verify(domain, directoryId),
  };
};

/** A patch without the members that it leaves alone; null stays, and removes. */
const given = <T extends object>(patch: T): T =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as T;
