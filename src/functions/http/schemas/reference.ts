import * as z from 'zod';
import { subscriptionStates } from '../../../domain/customer/subscriptions.ts';
import { roles } from '../../../identity/caller.ts';
import { customer, verification } from './claim-parts.ts';
import { count, day, directoryId, maybe, problemCode } from './parts.ts';

const code = z.string();

const activity = z
  .object({
    code,
    name: z.string(),
    name2023: z.string().describe("Microsoft's later name, for help texts."),
    incentive: z.boolean(),
    incentiveOptOut: maybe(z.literal(true).describe('A claim for it may decline the payment.')),
    extraFields: z.array(z.enum(['dynamicsSolutionSellerName', 'customerName', 'isvProductName'])),
    products: z.array(code).describe('Codes of the products that can be claimed for it.'),
  })
  .describe('What a partner does for a customer.');

const track = z.object({ code, name: z.string(), severalActivities: z.boolean(), activities: z.array(activity) });
const solutionArea = z.object({
  code,
  name: z.string(),
  unit: z.enum(['subscription', 'workload']),
  tracks: z.array(track),
});
const product = z.object({
  code,
  name: z.string(),
  dynamics365: z.boolean().describe('A customer with several subscriptions of it must name one.'),
});

const validity = { version: z.string(), validFrom: day, validTo: day.nullable() };

export const catalogue = z
  .object({
    ...validity,
    solutionAreas: z.array(solutionArea),
    products: z.array(product),
    rules: z.object({
      acknowledgmentMonths: count.describe("How old the customer's signature may be at submission."),
      templateFor: z.array(code).describe('Activities whose proof has to be the template.'),
      disclosureIn: z
        .array(z.string())
        .describe('Countries in which a public-sector customer has to sign a disclosure; there it is asked for.'),
    }),
    versions: z.array(z.object(validity)).describe('All versions, oldest first.'),
    poe: z
      .object({ maxFiles: count, maxBytes: count, extensions: z.array(z.string()) })
      .describe('Limits of proof of execution; maxBytes is for one file.'),
  })
  .describe('What can be claimed.');

const location = z.object({ mpnId: z.string(), name: z.string(), country: z.string(), active: z.boolean() });

/** A partner as operations stored it. */
export const storedPartner = z.object({ partnerId: directoryId, name: z.string(), locations: z.array(location) });

export const partner = z
  .object({
    ...storedPartner.shape,
    user: z.object({ name: z.string(), email: z.string(), roles: z.array(z.enum(roles)) }),
  })
  .describe('The partner that the caller belongs to, and the caller.');

export const customerCheck = z
  .object({ domain: customer.shape.domain, directoryId, ...verification.shape })
  .describe('Whether a domain and a Directory ID belong together.');

export const subscriptionChoice = z
  .object({
    subscriptionId: directoryId,
    product: code,
    productName: z.string(),
    state: z.enum(subscriptionStates),
    claimable: z.boolean(),
    code: maybe(problemCode.describe('Why it cannot be claimed.')),
    message: maybe(z.string()),
  })
  .describe('A subscription from which a draft may choose.');

export const subscriptionChoices = z.object({
  known: z
    .boolean()
    .describe('False when nothing is known of what the customer has: any subscription ID is taken then.'),
  value: z.array(subscriptionChoice),
});
