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
 * `acknowledgmentMonths`: how old the customer's signature may be when the claim is submitted. `templateFor`: activities whose
 * proof has to be the template. `disclosureIn`: countries in which a public-sector customer has to sign a disclosure.
 */
export type CatalogueRules = {
  acknowledgmentMonths: number;
  templateFor: string[];
  disclosureIn: string[];
};

export type SolutionArea = { code: string; name: string; unit: 'subscription' | 'workload'; tracks: Track[] };
export type Track = { code: string; name: string; severalActivities: boolean; activities: Activity[] };

/**
 * `name2023` is Microsoft's later name, shown as help; `products` are product codes. `family`: a product of a customer has one
 * partner of record per family, so several partners can hold it for activities of different families. `incentiveOptOut`: a partner
 * may want the recognition without the payment.
 */
export type Activity = {
  code: string;
  name: string;
  name2023: string;
  family: string;
  incentive: boolean;
  incentiveOptOut?: true;
  extraFields: RevenueField[];
  products: string[];
};

export type RevenueField = 'dynamicsSolutionSellerName' | 'customerName' | 'isvProductName';

/** `dynamics365`: a customer with several subscriptions of it must name one. */
export type Product = { code: string; name: string; dynamics365: boolean };
