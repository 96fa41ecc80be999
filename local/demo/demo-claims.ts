import { DEMO_CUSTOMERS } from './people.ts';

/** How far a demo claim is taken. */
export type Outcome = 'draft' | 'cancelled' | 'submitted' | 'withdrawn' | 'approved' | 'declined' | 'expired' | 'ended';

export type DemoClaim = {
  /** Names the claim across repeated starts; becomes part of its idempotency keys. */
  key: string;
  /** Who makes it. */
  user: 'avery' | 'kim';
  outcome: Outcome;
  /** Why it was declined, withdrawn or ended. */
  reason?: string;
  /** Body of `POST /api/claims`. */
  content: Record<string, unknown>;
};

export type DemoSubscription = { subscriptionId: string; product: string; state: 'active' };

/** Several subscriptions of one Dynamics 365 product make the choice of one necessary. */
const SUBSCRIPTIONS: Record<string, [product: string, count: number][]> = {
  'contoso.example': [
    ['dynamics-365-sales', 2],
    ['dynamics-365-business-central', 1],
  ],
  'adventure-works.example': [['dynamics-365-business-central', 1]],
  'fourthcoffee.example': [['dynamics-365-finance', 2]],
  'tailwindtraders.example': [['dynamics-365-customer-service', 1]],
  'woodgrovebank.example': [['dynamics-365-sales', 3]],
  'wideworldimporters.example': [['power-apps', 1]],
};

/** The subscriptions that operations know of a demo customer; the ids are the same on every machine. */
export const subscriptionsOf = (domain: string): DemoSubscription[] => {
  const directoryId = customerOf(domain).directoryId;
  const products = (SUBSCRIPTIONS[domain] ?? []).flatMap(([product, count]) => Array<string>(count).fill(product));
  return products.map((product, index) => ({
    subscriptionId: `${directoryId.slice(0, -2)}${index + 10}`,
    product,
    state: 'active',
  }));
};

const customerOf = (domain: string) => {
  const customer = DEMO_CUSTOMERS.find((candidate) => candidate.domain === domain);
  if (!customer) throw new Error(`${domain} is not a demo customer`);
  return customer;
};

const customer = (domain: string) => {
  const { directoryId, name, contact } = customerOf(domain);
  return { customer: { domain, directoryId, name }, customerContact: contact };
};

const product = (domain: string, code: string) => {
  const known = subscriptionsOf(domain).filter((subscription) => subscription.product === code);
  return known[0] ? { code, subscriptionId: known[0].subscriptionId } : { code };
};

const avery = { partnerContact: { name: 'Avery Howard', email: 'avery@northwind.example' } };
const kim = { partnerContact: { name: 'Kim Akers', email: 'kim@fabrikam.example' } };
const seattle = { partnerLocation: { mpnId: '4512345' } };
const toronto = { partnerLocation: { mpnId: '4512346' } };
const munich = { partnerLocation: { mpnId: '5209871' } };
const presales = { solutionArea: 'business_applications', track: 'usage_presales', activities: ['presales'] };
const revenue = { solutionArea: 'business_applications', track: 'revenue_association', activities: ['revenue'] };
const modernWork = { solutionArea: 'modern_work_security', track: 'usage', activities: ['m365_usage'] };

/** A claim or two in each status. */
export const DEMO_CLAIMS: readonly DemoClaim[] = [
  {
    key: 'contoso-sales',
    user: 'avery',
    outcome: 'draft',
    content: {
      name: 'Contoso: Sales roll-out',
      ...seattle,
      ...presales,
      customer: customer('contoso.example').customer,
    },
  },
  {
    key: 'adventure-works-erp',
    user: 'avery',
    outcome: 'submitted',
    content: {
      name: 'Adventure Works: Business Central evaluation',
      ...seattle,
      ...presales,
      ...customer('adventure-works.example'),
      ...avery,
      products: [product('adventure-works.example', 'dynamics-365-business-central'), { code: 'power-bi' }],
    },
  },
  {
    key: 'fourth-coffee-finance',
    user: 'avery',
    outcome: 'approved',
    content: {
      name: 'Fourth Coffee: Finance with shop add-on',
      ...toronto,
      ...revenue,
      ...customer('fourthcoffee.example'),
      ...avery,
      products: [product('fourthcoffee.example', 'dynamics-365-finance')],
      revenue: {
        dynamicsSolutionSellerName: 'Sam Centrell',
        customerName: 'Fourth Coffee',
        isvProductName: 'Northwind Shop Ledger',
      },
    },
  },
  {
    key: 'wide-world-apps',
    user: 'avery',
    outcome: 'ended',
    reason: 'The project ended early.',
    content: {
      name: 'Wide World Importers: Power Apps pilot',
      ...seattle,
      ...presales,
      ...customer('wideworldimporters.example'),
      ...avery,
      products: [product('wideworldimporters.example', 'power-apps')],
    },
  },
  {
    key: 'tailwind-service',
    user: 'avery',
    outcome: 'declined',
    reason: 'We chose another partner for this project.',
    content: {
      name: 'Tailwind Traders: Customer Service',
      ...toronto,
      ...presales,
      ...customer('tailwindtraders.example'),
      ...avery,
      products: [product('tailwindtraders.example', 'dynamics-365-customer-service')],
    },
  },
  {
    key: 'woodgrove-sales',
    user: 'avery',
    outcome: 'withdrawn',
    reason: 'The customer postponed the project to next year.',
    content: {
      name: 'Woodgrove Bank: Sales for branches',
      ...seattle,
      ...presales,
      ...customer('woodgrovebank.example'),
      ...avery,
      products: [product('woodgrovebank.example', 'dynamics-365-sales')],
    },
  },
  {
    key: 'adventure-works-apps',
    user: 'avery',
    outcome: 'expired',
    content: {
      name: 'Adventure Works: workshop apps',
      ...toronto,
      ...presales,
      ...customer('adventure-works.example'),
      ...avery,
      products: [{ code: 'power-apps' }, { code: 'power-automate' }],
    },
  },
  {
    key: 'contoso-portal',
    user: 'avery',
    outcome: 'cancelled',
    content: {
      name: 'Contoso: supplier portal',
      ...toronto,
      ...presales,
      customer: customer('contoso.example').customer,
      products: [{ code: 'power-pages' }],
    },
  },
  {
    key: 'wide-world-teams',
    user: 'kim',
    outcome: 'approved',
    content: {
      name: 'Wide World Importers: Teams adoption',
      ...munich,
      ...modernWork,
      ...customer('wideworldimporters.example'),
      ...kim,
      products: [{ code: 'teams' }, { code: 'sharepoint' }],
    },
  },
  {
    key: 'woodgrove-security',
    user: 'kim',
    outcome: 'submitted',
    content: {
      name: 'Woodgrove Bank: device management',
      ...munich,
      ...modernWork,
      ...customer('woodgrovebank.example'),
      ...kim,
      products: [{ code: 'intune' }],
    },
  },
];
