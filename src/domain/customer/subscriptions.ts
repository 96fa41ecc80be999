import type { FieldError } from '../../lib/result.ts';
import { catalogueOf, chosen, productOf } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/catalogue-shape.ts';
import type { Claim } from '../claim.ts';

/** `in-grace`: payment is late, the subscription still works. `provisioning`: bought, and not there yet. */
export const subscriptionStates = ['active', 'in-grace', 'provisioning', 'suspended', 'ended'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];
/** How the customer bought it. Cloud solution providers have incentives of their own. */
export const subscriptionChannels = ['volume-licensing', 'web-direct', 'csp'] as const;

/**
 * A subscription that operations know. `product` is a catalogue code, or `other`. `elsewhere`: it is another customer's,
 * and here only because a claim names it.
 */
export type Subscription = {
  subscriptionId: string;
  product: string;
  state: SubscriptionState;
  channel?: (typeof subscriptionChannels)[number] | undefined;
  /** Its last day, when that is known. */
  endsOn?: string | undefined;
  elsewhere?: true;
};

/** Days that Microsoft needs at most until a new subscription can be claimed. */
const provisioningDays = 7;

/** Whether anything is known of this customer's subscriptions. If not, none is refused as unknown. */
export const anyKnown = (subscriptions: Subscription[]): boolean => subscriptions.some(({ elsewhere }) => !elsewhere);

type Refusal = Omit<FieldError, 'path'>;

/** Why a subscription can't be claimed for any product. */
export const subscriptionRefusal = ({ channel, state }: Subscription): Refusal | undefined => {
  if (channel === 'csp') {
    return {
      code: 'subscription-csp',
      message: 'The subscription was bought through a cloud solution provider (CSP) and cannot be claimed.',
    };
  }
  if (state === 'active' || state === 'in-grace') return undefined;
  if (state === 'provisioning') {
    return {
      code: 'subscription-not-provisioned',
      message: `The subscription is being provisioned. It can take up to ${provisioningDays} days until it can be claimed.`,
    };
  }
  return {
    code: 'subscription-not-active',
    message: `The subscription is ${state}: only one that is active or in grace can be claimed.`,
  };
};

/**
 * Step 8 of docs/domain.md, for every Dynamics 365 product of a claim: the partner chooses one of several subscriptions,
 * and the chosen or only one must be claimable. Each cause of a refusal has its own code.
 */
export const subscriptionErrors = (claim: Claim, subscriptions: Subscription[]): FieldError[] =>
  claim.products.flatMap(({ code, subscriptionId }, index): FieldError[] => {
    const product = productOf(catalogueOf(claim.catalogueVersion), code);
    if (!product?.dynamics365) return [];
    const path = `products.${index}.subscriptionId`;
    const refusal =
      subscriptionId === undefined
        ? refusalOfNone(product, subscriptions)
        : refusalOf(claim, product, subscriptionId, subscriptions);
    return refusal === undefined ? [] : [{ path, ...refusal }];
  });

const refusalOfNone = (product: Product, subscriptions: Subscription[]): Refusal | undefined => {
  const [only, ...more] = subscriptions.filter((known) => known.product === product.code && !known.elsewhere);
  if (only === undefined) return anyKnown(subscriptions) ? missingProduct(product) : undefined;
  if (more.length === 0) return subscriptionRefusal(only);
  return {
    code: 'subscription-required',
    message: `The customer has ${more.length + 1} subscriptions of ${product.name}.`,
  };
};

const missingProduct = (product: Product): Refusal => ({
  code: 'product-not-at-customer',
  message: `The customer's subscriptions are known, and none is of ${product.name}. After it was provisioned it can take up to ${provisioningDays} days to show.`,
});

const refusalOf = (
  { customer, partnerId, catalogueVersion }: Claim,
  product: Product,
  subscriptionId: string,
  subscriptions: Subscription[],
): Refusal | undefined => {
  if (subscriptionId === customer.directoryId || subscriptionId === partnerId) {
    return { code: 'not-a-subscription-id', message: 'This is a Directory ID. A subscription has an ID of its own.' };
  }
  const found = subscriptions.find((known) => known.subscriptionId === subscriptionId);
  if (found?.elsewhere) {
    return {
      code: 'subscription-of-other-directory',
      message: 'The subscription belongs to another directory than this customer.',
    };
  }
  if (found === undefined) {
    if (!anyKnown(subscriptions)) return undefined;
    return {
      code: 'unknown-subscription',
      message: `The customer has no such subscription. After it was provisioned it can take up to ${provisioningDays} days to show.`,
    };
  }
  if (found.product !== product.code) {
    const known = productOf(catalogueOf(catalogueVersion), found.product);
    return known?.dynamics365
      ? { code: 'subscription-of-other-product', message: `The subscription is of ${known.name}, not ${product.name}.` }
      : { code: 'subscription-not-dynamics', message: 'The subscription is not of a Dynamics 365 product.' };
  }
  return subscriptionRefusal(found);
};

/** A subscription that a draft can choose, or the reason why it can't be claimed. */
export type Choice = {
  subscriptionId: string;
  product: string;
  productName: string;
  state: SubscriptionState;
  claimable: boolean;
} & Partial<Refusal>;

/** The subscriptions that a claim can choose from: those of the Dynamics 365 products of its activities. */
export const choosableSubscriptions = (claim: Claim, subscriptions: Subscription[]): Choice[] => {
  const catalogue = catalogueOf(claim.catalogueVersion);
  const claimable = new Set(chosen(catalogue, claim).activities.flatMap(({ products }) => products));
  return subscriptions.flatMap((subscription) => {
    const product = productOf(catalogue, subscription.product);
    if (!product?.dynamics365 || !claimable.has(product.code) || subscription.elsewhere) return [];
    const { subscriptionId, state } = subscription;
    const refusal = subscriptionRefusal(subscription);
    return [
      {
        subscriptionId,
        product: product.code,
        productName: product.name,
        state,
        claimable: refusal === undefined,
        ...(refusal ?? {}),
      },
    ];
  });
};
