import { present } from '../../lib/present.ts';
import type { FieldError } from '../../lib/result.ts';
import { catalogueOf, chosen, productOf } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/catalogue-shape.ts';
import type { Claim } from '../claim.ts';
import { erased } from '../retention/erasure.ts';
import { applyPatch, type DraftContent } from './draft.ts';

const unknown = (path: string, code: FieldError['code'], name: string): FieldError => ({
  path,
  code,
  message: `${name} was left out: it is not in the catalogue of today.`,
});

/** A contact that was erased is not copied. */
const knownContact = (contact: Claim['customerContact']) => (contact?.name === erased ? undefined : contact);

/**
 * The content of a claim as a new draft under `catalogue`: what the catalogue no longer has is left out, and named
 * by its path in `claim`. Without a solution area, track or activity, what depends on it goes as well.
 */
export const contentUnder = (catalogue: Catalogue, claim: Claim): { content: DraftContent; leftOut: FieldError[] } => {
  const before = catalogueOf(claim.catalogueVersion);
  const old = chosen(before, claim);
  const { area, track, activities } = chosen(catalogue, claim);
  const claimable = new Set(activities.flatMap(({ products }) => products));
  const asked: string[] = activities.flatMap(({ extraFields }) => extraFields);

  const isKept = ({ code }: { code: string }): boolean => claimable.has(code);
  const revenue = Object.entries(claim.revenue ?? {}).filter(([field]) => asked.includes(field));
  const { customerContact, technicalContact, partnerContact } = claim;
  const content = applyPatch(
    { ...present({ name: claim.name }), activities: [], products: [] },
    {
      ...present({
        solutionArea: area?.code,
        track: track?.code,
        // None at all lets `applyPatch` choose where there is no choice.
        activities: activities.length > 0 ? activities.map(({ code }) => code) : undefined,
        incentiveOptOut:
          (activities.some(({ incentiveOptOut }) => incentiveOptOut) && claim.incentiveOptOut) || undefined,
        revenue: revenue.length > 0 ? Object.fromEntries(revenue) : undefined,
        customerContact: knownContact(customerContact),
        technicalContact: knownContact(technicalContact),
        partnerContact,
      }),
      products: claim.products.filter(isKept),
    },
    catalogue,
  );

  const erasedContacts = (['customerContact', 'technicalContact'] as const).flatMap((path): FieldError[] =>
    claim[path] !== undefined && knownContact(claim[path]) === undefined
      ? [{ path, code: 'required', message: 'The contact was left out: this person was erased.' }]
      : [],
  );

  const leftOut: FieldError[] = [
    ...(area || !claim.solutionArea
      ? []
      : [unknown('solutionArea', 'unknown-solution-area', old.area?.name ?? claim.solutionArea)]),
    ...(track || content.track || !claim.track
      ? []
      : [unknown('track', 'unknown-track', old.track?.name ?? claim.track)]),
    ...claim.activities.flatMap((code, index) =>
      activities.some((activity) => activity.code === code)
        ? []
        : [
            unknown(
              `activities.${index}`,
              'unknown-activity',
              old.activities.find((activity) => activity.code === code)?.name ?? code,
            ),
          ],
    ),
    ...claim.products.flatMap((product, index) => {
      if (isKept(product)) return [];
      const name = productOf(before, product.code)?.name ?? product.code;
      return [unknown(`products.${index}`, 'unknown-product', name)];
    }),
    ...erasedContacts,
  ];
  return { content, leftOut };
};
