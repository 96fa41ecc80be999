import { catalogueAt, catalogues } from '../../../../domain/catalogue/catalogue.ts';
import { verificationMessage } from '../../../../domain/customer/verification.ts';
import { poeTypes } from '../../../../domain/proof/poe-rules.ts';
import { activityPolicy } from '../../../../domain/request/claim-policy.ts';
import { avery, created, partnerId, policyExample } from './claim.ts';

/** What the example claim refers to. */

const { domain, directoryId, verification } = created.customer;
const { solutionAreas, products, ...catalogue } = catalogueAt(new Date(created.createdAt));
const shown = ['power-bi', 'power-virtual-agents'];

/** The catalogue that the claim was made with; of areas, tracks, activities and products, those that matter to it. */
export const catalogueExample = {
  ...catalogue,
  solutionAreas: solutionAreas.slice(0, 1).map(({ tracks, ...area }) => ({
    ...area,
    tracks: tracks.slice(0, 1).map(({ activities, ...track }) => ({
      ...track,
      activities: activities
        .slice(0, 1)
        .map((activity) => ({ ...activity, policy: activityPolicy(activity, policyExample), products: shown })),
    })),
  })),
  products: products.filter(({ code }) => shown.includes(code)),
  versions: catalogues.map(({ version, validFrom, validTo }) => ({ version, validFrom, validTo })),
  poe: { maxFiles: 10, maxBytes: 26_214_400, extensions: Object.keys(poeTypes) },
};

export const partnerBodyExample = {
  name: 'Northwind Partners',
  locations: [{ mpnId: '4512345', name: 'Northwind Partners, Seattle', country: 'US', active: true }],
};
export const storedPartnerExample = { partnerId, ...partnerBodyExample };
export const partnerExample = {
  ...storedPartnerExample,
  user: { name: avery.name, email: 'avery@northwind.example', roles: ['Partner.Admin'] },
};

const checked = { ...verification, message: verificationMessage(verification) };
export const customerCheckExample = { domain, directoryId, ...checked };
export const verifiedExample = { id: created.id, status: 'submitted', ...checked };
export const unverifiedExample = {
  claimId: created.id,
  partnerId,
  partnerName: created.partnerName,
  customerName: 'Contoso',
  status: 'submitted',
  domain,
  directoryId,
  result: 'unverifiable',
  checkedAt: verification.checkedAt,
};

const subscription = {
  subscriptionId: '6f2c1d90-8b4e-4a37-9d15-2e7a0c5b8f44',
  product: 'dynamics-365-sales',
  state: 'active',
  channel: 'web-direct',
};
export const customerBodyExample = { name: 'Contoso', domain, subscriptions: [subscription] };
export const storedCustomerExample = { directoryId, ...customerBodyExample };
export const subscriptionsCsvExample = `subscriptionId,product,state,channel\r\n${Object.values(subscription).join(',')}\r\n`;
export const choicesExample = {
  known: true,
  value: [
    {
      subscriptionId: subscription.subscriptionId,
      product: subscription.product,
      productName: 'Dynamics 365 Sales',
      state: subscription.state,
      claimable: true,
    },
  ],
};
