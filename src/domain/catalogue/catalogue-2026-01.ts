import * as from2023 from './catalogue-2023-10.ts';
import { named, withPolicies } from './catalogue-parts.ts';
import type { Product, SolutionArea } from './catalogue-shape.ts';

/** The products of October 2023 under the names that they have today, and stricter rules of proof and consent. */

/** The dates are Microsoft's: the day on which licences, or the documentation, took the new name. */
export const products: Product[] = named(from2023.products, {
  'azure-active-directory-premium': { name: 'Microsoft Entra ID', since: '2023-10-01' },
  yammer: { name: 'Viva Engage', since: '2023-02-13' },
  'power-virtual-agents': { name: 'Microsoft Copilot Studio', since: '2023-11-15', formerSince: '2019-12-02' },
  'dynamics-365-marketing': {
    name: 'Dynamics 365 Customer Insights - Journeys',
    since: '2023-09-01',
    formerSince: '2018-04-02',
  },
  'dynamics-365-customer-insights': { name: 'Dynamics 365 Customer Insights - Data', since: '2023-09-01' },
});

export const solutionAreas: SolutionArea[] = withPolicies(from2023.solutionAreas, {
  usage: { templateMandatory: true },
  m365_usage: { templateMandatory: true },
  // What another company's solution sold cannot be seen from usage: only the customer knows.
  revenue: { onSilence: 'expire' },
});
