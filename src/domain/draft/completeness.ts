import type { FieldError } from '../../lib/result.ts';
import { catalogueOf, chosen } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/catalogue-shape.ts';
import type { Claim } from '../claim.ts';
import { separationErrors } from '../customer/mailbox.ts';
import { type Subscription, subscriptionErrors } from '../customer/subscriptions.ts';
import { suggestionInWords } from '../customer/verification.ts';
import { isOwnTemplate, templateAsked } from '../proof/own-template.ts';
import type { ClaimPolicy } from '../request/policy-shape.ts';
import { catalogueErrors, oneOf } from './draft.ts';

const required = (path: string, label: string): FieldError => ({
  path,
  code: 'required',
  message: `${label} is required.`,
});

const emptyFields = (
  path: string,
  value: Record<string, unknown> | undefined,
  labels: Record<string, string>,
): FieldError[] =>
  Object.entries(labels).flatMap(([field, label]) => (value?.[field] ? [] : [required(`${path}.${field}`, label)]));

const revenueLabels = {
  dynamicsSolutionSellerName: 'Dynamics solution seller name',
  customerName: 'Customer name',
  isvProductName: 'Name of the ISV product or solution',
};

/** Everything that a submission still needs. `subscriptions`: the customer's known ones. */
export const missingForSubmission = (
  claim: Claim,
  subscriptions: Subscription[],
  callerEmail?: string,
): FieldError[] => {
  const catalogue = catalogueOf(claim.catalogueVersion);
  const { activities } = chosen(catalogue, claim);
  const askRevenue = activities.flatMap(({ extraFields }) => extraFields);

  return [
    ...customerErrors(claim),
    ...(claim.name ? [] : [required('name', 'A name')]),
    ...missingChoice(claim, catalogue),
    // A draft copied from a claim of an older catalogue may have a choice that no longer exists.
    ...catalogueErrors(claim, catalogue),
    ...emptyFields(
      'revenue',
      claim.revenue,
      Object.fromEntries(askRevenue.map((field) => [field, revenueLabels[field]])),
    ),
    ...(claim.products.length === 0 ? [required('products', 'At least one product')] : []),
    ...subscriptionErrors(claim, subscriptions),
    ...emptyFields('customerContact', claim.customerContact, {
      name: 'Name of the customer contact',
      title: 'Title of the customer contact',
      email: 'E-mail of the customer contact',
    }),
    ...emptyFields('partnerContact', claim.partnerContact, {
      name: 'Name of your own contact',
      email: 'E-mail of your own contact',
    }),
    ...separationErrors(claim, callerEmail),
    ...disclosureErrors(claim, catalogue),
    ...(claim.poe.length === 0
      ? [{ path: 'poe', code: 'poe-required' as const, message: 'Upload at least one proof of execution.' }]
      : []),
    ...scanErrors(claim),
  ];
};

/** The claim's own template: the partner downloads it, fills it in, and has the customer sign it. A scan may be added to it. */
export const templateErrors = (
  claim: Claim,
  { templateMandatory }: Pick<ClaimPolicy, 'templateMandatory'>,
): FieldError[] =>
  !templateMandatory || claim.poe.some((file) => isOwnTemplate(claim, file))
    ? []
    : [{ path: 'poe', code: 'template-required', message: templateAsked }];

/** The next choice to make in the catalogue; later choices depend on it. */
const missingChoice = (claim: Claim, catalogue: Catalogue): FieldError[] => {
  const { area, track } = chosen(catalogue, claim);
  const missing = (path: string, message: string): FieldError[] => [{ path, code: 'required', message }];
  if (claim.solutionArea === undefined) return missing('solutionArea', oneOf(catalogue.solutionAreas));
  if (claim.track === undefined) return area ? missing('track', oneOf(area.tracks)) : [];
  if (claim.activities.length > 0 || track === undefined) return [];
  return missing('activities', `At least one. ${oneOf(track.activities)}`);
};

/** Files in which malware was found, or that could not be checked. One that is being checked does not keep a claim back. */
const scanErrors = ({ poe }: Claim): FieldError[] =>
  poe.flatMap(({ fileName, malwareFoundAt, scan }, index): FieldError[] => {
    const path = `poe.${index}`;
    if (malwareFoundAt !== undefined)
      return [{ path, code: 'poe-malicious', message: `Malware was found in ${fileName}: remove or replace it.` }];
    if (scan !== 'failed') return [];
    const message = `${fileName} could not be checked for malware: remove or replace it.`;
    return [{ path, code: 'poe-not-checked', message }];
  });

/** In countries that the catalogue names: whether the customer is public sector and has signed the disclosure. */
const disclosureErrors = ({ customer, disclosureSigned }: Claim, { rules }: Catalogue): FieldError[] => {
  if (customer.country === undefined || !rules.disclosureIn.includes(customer.country)) return [];
  if (customer.publicSector === undefined) {
    return [required('customer.publicSector', `In ${customer.country}: whether the customer is a public-sector body`)];
  }
  if (!customer.publicSector || disclosureSigned) return [];
  const message =
    'A public-sector customer there has to sign the disclosure: add it to the proof, and confirm that it is there.';
  return [{ path: 'disclosureSigned', code: 'disclosure-required', message }];
};

const customerErrors = ({ customer }: Claim): FieldError[] => {
  switch (customer.verification.result) {
    case 'mismatched':
      return [
        {
          path: 'customer.directoryId',
          code: 'customer-mismatched',
          message: `${customer.domain} does not belong to this Directory ID. Check both with the customer.`,
        },
      ];
    case 'unknown-domain': {
      const suggestion = suggestionInWords(customer.verification) ?? 'Check it with the customer.';
      return [
        {
          path: 'customer.domain',
          code: 'customer-domain-unknown',
          message: `No directory has the domain ${customer.domain}. ${suggestion}`,
        },
      ];
    }
    default:
      return [];
  }
};
