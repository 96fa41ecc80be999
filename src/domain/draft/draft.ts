import * as z from 'zod';
import { domainName, email } from '../../lib/address-fields.ts';
import { codeList, guid, line, mpnId } from '../../lib/fields.ts';
import { organisationName, personName } from '../../lib/person-name.ts';
import { country, timeZone } from '../../lib/place-fields.ts';
import { present } from '../../lib/present.ts';
import type { FieldError } from '../../lib/result.ts';
import { chosen, productOf } from '../catalogue/catalogue.ts';
import type { Activity, Catalogue } from '../catalogue/catalogue-shape.ts';
import type { Claim } from '../claim.ts';
import { language } from '../language-field.ts';
import { isSameProduct, unitErrors } from '../reservation/reservation.ts';

/** What a partner enters into a draft. Steps may be saved one by one, so contacts and revenue data may be partial. */

export const contact = z.strictObject({
  name: personName.nullish().describe('Name of the person.'),
  title: line(100).nullish().describe('Job title.'),
  email: email.nullish(),
});
export const foreignDomainReason = line(300).describe(
  "Why this person answers from an address at a public mail host, or at a domain that is not known as the customer's.",
);
const customerContact = contact.extend({ foreignDomainReason: foreignDomainReason.nullish() });
export const partnerContact = z.strictObject({
  name: personName.nullish().describe('Name of the person.'),
  email: email.nullish(),
});
export const product = z.strictObject({
  code: line(100).describe('Code of a product in the catalogue.'),
  subscriptionId: guid.nullish(),
});

const fields = {
  partnerLocation: z.strictObject({ mpnId }).describe('One of your active locations.'),
  customer: z.strictObject({
    domain: domainName,
    directoryId: guid,
    name: organisationName.nullish().describe('Name of the organisation.'),
    country: country.nullish().describe('ISO 3166-1 alpha-2, in any case; its holidays are not business days.'),
    timeZone: timeZone.nullish().describe('IANA or Windows name, for deadlines; else that of the country, or UTC.'),
    language: language.nullish().describe('Language of mails and pages, by any near tag; English without it.'),
    publicSector: z.boolean().nullish().describe('Whether it is a public-sector body.'),
  }),
  name: line(100).nullable().describe('Your name for the claim.'),
  solutionArea: line(100).nullable().describe('Code of the solution area.'),
  track: line(100).nullable().describe('Code of the track.'),
  activities: codeList(10).describe('Codes of the activities.'),
  products: z.array(product).max(50, 'At most 50.').describe('What is claimed.'),
  revenue: z
    .strictObject({
      dynamicsSolutionSellerName: line(100).nullish().describe('Name of the Dynamics solution seller.'),
      customerName: line(200).nullish().describe('Name of the customer.'),
      isvProductName: line(200).nullish().describe('Name of the ISV product or solution.'),
    })
    .nullable()
    .describe('Only for the activity Revenue association.'),
  customerContact: customerContact.nullable().describe('The person at the customer who approves or declines.'),
  technicalContact: contact.nullable().describe('A person at the customer for technical questions.'),
  partnerContact: partnerContact.nullable().describe('The person at your company to whom the customer can reply.'),
  incentiveOptOut: z.boolean().describe('Decline the incentive payment.'),
  disclosureSigned: z.boolean().describe('The public-sector customer has signed the disclosure.'),
};

/** Body of POST /claims: what step 3 asks for; the rest may come along or later. */
export const newDraft = z.strictObject(fields).partial().required({ partnerLocation: true, customer: true });
export type NewDraft = z.infer<typeof newDraft>;

/** Body of PATCH /claims/{id}: a JSON merge patch (RFC 7396) of a draft. Null removes an optional member. */
export const draftPatch = z
  .strictObject({
    ...fields,
    customer: z.strictObject({ ...fields.customer.shape, domain: domainName.optional(), directoryId: guid.optional() }),
  })
  .partial();
export type DraftPatch = z.infer<typeof draftPatch>;

/** The fields of a claim that a draft's author sets, ready to be merged into the record. */
export type DraftContent = Pick<
  Claim,
  | 'name'
  | 'solutionArea'
  | 'track'
  | 'activities'
  | 'products'
  | 'revenue'
  | 'customerContact'
  | 'technicalContact'
  | 'partnerContact'
  | 'incentiveOptOut'
  | 'disclosureSigned'
>;

type Patch = { [field: string]: unknown };

/** RFC 7396 for one object level: undefined leaves, null removes. An object that ends empty is removed as a whole. */
const merged = <T extends object>(target: T | undefined, patch: Patch | null | undefined): T | undefined => {
  if (patch === undefined) return target;
  if (patch === null) return undefined;
  const kept = Object.entries({ ...target, ...patch }).filter(([, value]) => value !== null && value !== undefined);
  // The cast: the remaining fields come from the target and the patch, both checked by the schema above.
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as T);
};

/** A choice after a patch: undefined leaves it, null removes it. */
const chosenOf = (before: string | undefined, patch: string | null | undefined): string | undefined =>
  patch === undefined ? before : (patch ?? undefined);

/** `content` with a patch applied. Tracks and activities that leave no choice are chosen when the area or track changes. */
export const applyPatch = (content: DraftContent, patch: DraftPatch, catalogue: Catalogue): DraftContent => {
  const [name, solutionArea] = [chosenOf(content.name, patch.name), chosenOf(content.solutionArea, patch.solutionArea)];
  const tracks = catalogue.solutionAreas.find(({ code }) => code === solutionArea)?.tracks ?? [];
  const areaKept = solutionArea === content.solutionArea;
  const onlyTrack = tracks.length === 1 ? tracks[0]?.code : undefined;
  const track = chosenOf(areaKept ? content.track : undefined, patch.track) ?? onlyTrack;
  const choices = tracks.find(({ code }) => code === track)?.activities ?? [];
  const trackKept = areaKept && track === content.track;
  const activities = patch.activities ?? (trackKept ? content.activities : []);

  const {
    revenue,
    customerContact,
    technicalContact,
    partnerContact,
    name: _name,
    solutionArea: _area,
    track: _track,
    ...rest
  } = content;
  return {
    ...rest,
    ...present({
      name,
      solutionArea,
      track,
      revenue: merged(revenue, patch.revenue),
      customerContact: merged(customerContact, patch.customerContact),
      technicalContact: merged(technicalContact, patch.technicalContact),
      partnerContact: merged(partnerContact, patch.partnerContact),
      incentiveOptOut: patch.incentiveOptOut,
      disclosureSigned: patch.disclosureSigned,
    }),
    activities: activities.length === 0 && choices.length === 1 ? choices.map(({ code }) => code) : activities,
    products:
      patch.products?.map(({ code, subscriptionId }) => ({ code, ...(subscriptionId ? { subscriptionId } : {}) })) ??
      content.products,
  };
};

/** Everything in a draft that contradicts the catalogue. What has not been chosen yet contradicts nothing: see `completeness.ts`. */
export const catalogueErrors = (content: DraftContent, catalogue: Catalogue): FieldError[] => {
  const { area, track, activities } = chosen(catalogue, content);
  if (content.solutionArea !== undefined && area === undefined) {
    return [{ path: 'solutionArea', code: 'unknown-solution-area', message: oneOf(catalogue.solutionAreas) }];
  }
  if (content.track !== undefined && track === undefined) {
    const message = area ? oneOf(area.tracks) : 'Choose the solution area first.';
    return [{ path: 'track', code: 'unknown-track', message }];
  }
  const errors: FieldError[] = content.activities.flatMap((code, index) => {
    if (track?.activities.some((activity) => activity.code === code)) return [];
    const message = track ? oneOf(track.activities) : 'Choose the track first.';
    return [{ path: `activities.${index}`, code: 'unknown-activity' as const, message }];
  });
  if (track && content.activities.length > 1 && !track.severalActivities) {
    errors.push({ path: 'activities', code: 'single-activity', message: `${track.name} takes one activity.` });
  }
  return [
    ...errors,
    ...(content.activities.length === 0
      ? []
      : [...revenueErrors(content, activities), ...optOutErrors(content, activities)]),
    ...productErrors(content, catalogue, activities),
    ...unitErrors(content, catalogue),
  ];
};

/** The possible choices, as text. */
export const oneOf = (choices: { code: string }[]): string => `One of: ${choices.map(({ code }) => code).join(', ')}.`;

const optOutErrors = ({ incentiveOptOut }: DraftContent, activities: Activity[]): FieldError[] =>
  !incentiveOptOut || activities.some((activity) => activity.incentiveOptOut)
    ? []
    : [
        {
          path: 'incentiveOptOut',
          code: 'field-not-for-activity',
          message: 'Only for an activity whose incentive can be declined.',
        },
      ];

const revenueErrors = (content: DraftContent, activities: { extraFields: string[] }[]): FieldError[] => {
  const asked = activities.flatMap(({ extraFields }) => extraFields);
  return Object.keys(content.revenue ?? {}).flatMap((field) =>
    asked.includes(field)
      ? []
      : [
          {
            path: `revenue.${field}`,
            code: 'field-not-for-activity' as const,
            message: 'Only for Revenue association.',
          },
        ],
  );
};

const productErrors = ({ products }: DraftContent, catalogue: Catalogue, activities: Activity[]): FieldError[] => {
  const claimable = new Set(activities.flatMap((activity) => activity.products));
  return products.flatMap((product, index): FieldError[] => {
    const { code } = product;
    const path = `products.${index}.code`;
    const known = productOf(catalogue, code);
    if (known === undefined) return [{ path, code: 'unknown-product', message: `${code} is not in the catalogue.` }];
    if (activities.length > 0 && !claimable.has(code)) {
      return [
        { path, code: 'product-of-other-activity', message: `${known.name} cannot be claimed for this activity.` },
      ];
    }
    return products.slice(0, index).some((earlier) => isSameProduct(catalogue, earlier, product))
      ? [{ path, code: 'duplicate', message: `${known.name} is named twice.` }]
      : [];
  });
};
