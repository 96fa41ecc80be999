import type { ClaimPolicy } from '../request/policy-shape.ts';

/** What can be claimed, as data: areas, tracks, activities and products. The form and every rule about them follow it. */
export type Catalogue = {
  version: string;
  validFrom: string;
  validTo: string | null;
  solutionAreas: SolutionArea[];
  products: Product[];
  rules: CatalogueRules;
};

/**
 * `acknowledgmentMonths`: how old the customer's signature may be when the claim is submitted. `disclosureIn`: countries in which
 * a public-sector customer has to sign a disclosure.
 */
export type CatalogueRules = {
  acknowledgmentMonths: number;
  disclosureIn: string[];
};

export type SolutionArea = { code: string; name: string; unit: 'subscription' | 'workload'; tracks: Track[] };
export type Track = { code: string; name: string; severalActivities: boolean; activities: Activity[] };

/** Every activity of every version; each has words in all languages. */
export const activityCodes = ['presales', 'usage', 'revenue', 'm365_usage'] as const;
export type ActivityCode = (typeof activityCodes)[number];

/**
 * `name2023` is Microsoft's later name, shown as help; `products` are product codes. `family`: a product of a customer has one
 * partner of record per family, so several partners can hold it for activities of different families. `incentiveOptOut`: a partner
 * may want the recognition without the payment. `policy`: where it differs from the settings.
 */
export type Activity = {
  code: ActivityCode;
  name: string;
  name2023: string;
  family: string;
  incentive: boolean;
  incentiveOptOut?: true;
  policy?: Partial<ClaimPolicy>;
  extraFields: RevenueField[];
  products: string[];
};

export const revenueFields = ['dynamicsSolutionSellerName', 'customerName', 'isvProductName'] as const;
export type RevenueField = (typeof revenueFields)[number];

/**
 * `dynamics365`: a customer with several subscriptions of it must name one. `nameSince`: its first day under this name, where it
 * had others. People go on using those, so a product is found by all of its names.
 */
export type Product = {
  code: string;
  name: string;
  dynamics365: boolean;
  nameSince?: string;
  formerNames?: FormerName[];
};

/** `from`: the first day of the name, if known. `to`: the first day of the next name. */
export type FormerName = { name: string; from?: string; to: string };
