import * as z from 'zod';
import { activityCodes, revenueFields } from '../../../domain/catalogue/catalogue-shape.ts';
import { subscriptionStates } from '../../../domain/customer/subscriptions.ts';
import { roles } from '../../../identity/caller.ts';
import { customer, verification } from './claim-parts.ts';
import { claimPolicy, count, day, directoryId, maybe, problemCode } from './parts.ts';

const code = z.string().describe('Code in the catalogue.');
const name = z.string().describe('Name for people.');

const activity = z
  .object({
    code: z.enum(activityCodes).describe('Code in the catalogue.'),
    name,
    name2023: z.string().describe("Microsoft's later name, for help texts."),
    family: z.string().describe('A product of a customer has one partner of record for all activities of a family.'),
    incentive: z.boolean().describe('Whether it can earn an incentive payment.'),
    policy: claimPolicy,
    incentiveOptOut: maybe(z.literal(true).describe('A claim for it may decline the payment.')),
    extraFields: z.array(z.enum(revenueFields)).describe('Members of `revenue` that it requires.'),
    products: z.array(code).describe('Codes of the products that can be claimed for it.'),
  })
  .describe('What a partner does for a customer.');

const track = z.object({
  code,
  name,
  severalActivities: z.boolean().describe('Whether one claim may combine several activities.'),
  activities: z.array(activity).describe('The activities of the track.'),
});
const solutionArea = z.object({
  code,
  name,
  unit: z.enum(['subscription', 'workload']).describe('What is claimed.'),
  tracks: z.array(track).describe('The tracks of the area.'),
});
const product = z.object({
  code,
  name,
  dynamics365: z.boolean().describe('A customer with several subscriptions of it must name one.'),
  nameSince: maybe(day.describe('First day of its name, if it had others before.')),
  formerNames: maybe(
    z
      .array(
        z.object({
          name: z.string().describe('The former name.'),
          from: maybe(day.describe('First day of the name, if known.')),
          to: day.describe('First day of the next name.'),
        }),
      )
      .describe('Its former names, by which it is found as well; the latest first.'),
  ),
});

const validity = {
  version: z.string().describe('Name of the version.'),
  validFrom: day.describe('First day of the version.'),
  validTo: day.nullable().describe('First day of the next version; null for the current one.'),
};

export const catalogue = z
  .object({
    ...validity,
    solutionAreas: z.array(solutionArea).describe('Areas with their tracks and activities.'),
    products: z.array(product).describe('All products of the version.'),
    rules: z.object({
      acknowledgmentMonths: count.describe("Age in months that the customer's signature may have at submission."),
      disclosureIn: z
        .array(z.string())
        .describe('Countries in which a public-sector customer has to sign a disclosure; there it is asked for.'),
    }),
    versions: z.array(z.object(validity)).describe('All versions, oldest first.'),
    poe: z
      .object({
        maxFiles: count.describe('Files of one claim.'),
        maxBytes: count.describe('Bytes of one file.'),
        extensions: z.array(z.string()).describe('Accepted extensions, without the dot.'),
      })
      .describe('Limits of proof of execution.'),
  })
  .describe('What can be claimed.');

const location = z.object({
  mpnId: z.string().describe('Partner ID of the location.'),
  name: z.string().describe('Name of the location.'),
  country: z.string().describe('ISO 3166-1 alpha-2.'),
  active: z.boolean().describe('New claims can choose active locations only.'),
});

/** A partner as operations stored it. */
export const storedPartner = z.object({
  partnerId: directoryId.describe('Directory (tenant) ID of the partner.'),
  name: z.string().describe('Name of the partner.'),
  locations: z.array(location).describe('All locations of the partner.'),
});

export const partner = z
  .object({
    ...storedPartner.shape,
    user: z
      .object({
        name: z.string().describe('Name of the caller.'),
        email: z.string().describe('E-mail address of the caller.'),
        roles: z.array(z.enum(roles)).describe('App roles of the caller.'),
      })
      .describe('The caller.'),
  })
  .describe('The partner that the caller belongs to, and the caller.');

export const customerCheck = z
  .object({ domain: customer.shape.domain, directoryId, ...verification.shape })
  .describe('Whether a domain and a Directory ID belong together.');

export const subscriptionChoice = z
  .object({
    subscriptionId: directoryId.describe('ID of the subscription.'),
    product: code,
    productName: z.string().describe('Name of the product.'),
    state: z.enum(subscriptionStates).describe('State of the subscription.'),
    claimable: z.boolean().describe('Whether this claim can choose it.'),
    code: maybe(problemCode.describe('Why it cannot be claimed.')),
    message: maybe(z.string().describe('The same as a sentence.')),
  })
  .describe('A subscription of the customer, for a draft to choose.');

export const subscriptionChoices = z.object({
  known: z
    .boolean()
    .describe("Whether the customer's subscriptions are known. If not, any subscription ID is accepted."),
  value: z.array(subscriptionChoice).describe('The subscriptions.'),
});
