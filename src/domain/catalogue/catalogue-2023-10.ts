import { codes, dynamics365, onceEach, others } from './catalogue-parts.ts';
import type { Product, SolutionArea } from './catalogue-shape.ts';

/**
 * Names are Microsoft's, from the eligibility pages that name CPOR as the association type (October 2023). Which products
 * count as Dynamics 365, and the codes, are this project's.
 */

const businessSell = [
  ...dynamics365(
    'Dynamics 365 Sales',
    'Dynamics 365 Customer Service',
    'Dynamics 365 Field Service',
    'Dynamics 365 Marketing',
    'Dynamics 365 Customer Insights',
    'Dynamics 365 Finance',
    'Dynamics 365 Supply Chain Management',
    'Dynamics 365 Commerce',
    'Dynamics 365 Human Resources',
    'Dynamics 365 Project Operations',
    'Dynamics 365 Business Central',
    'Dynamics 365 Intelligent Order Management',
    'Dynamics 365 Fraud Protection',
    'Dynamics 365 Mixed Reality',
    'Dynamics 365 Omnichannel',
    'Customer Engagement (CE) Bundle',
    'Finance and Operations (F&O) Bundle',
  ),
  ...others('Power Apps', 'Power Automate', 'Power BI', 'Power Pages', 'Power Virtual Agents', 'AI Builder'),
];

const businessUse = [
  ...dynamics365(
    'Dynamics 365 Business Central',
    'Customer Engagement (Common Data Service)',
    'Finance & Operations',
    'Core HR',
    'Talent Attract',
    'Talent Onboard',
    'Retail',
    'Guides',
    'Remote Assist',
  ),
  ...others('Portals'),
];

const modernWork = others(
  'Exchange',
  'SharePoint',
  'Microsoft 365 Apps (ProPlus)',
  'Teams',
  'Teams Meetings',
  'Teams Phone',
  'Teams Phone Calling',
  'Teams Platform',
  'Intune',
  'Yammer',
  'Viva Insights',
  'Viva Topics',
  'Viva Learning',
  'Viva Connections',
);

const security = others(
  'Azure Active Directory Premium',
  'Microsoft Defender for Office 365',
  'Microsoft Defender for Endpoint',
  'Microsoft Defender for Identity',
  'Microsoft Information Protection',
  'Intune',
);

/** Each product once: Intune is in two lists. */
export const products: Product[] = onceEach(businessSell, businessUse, modernWork, security);

export const solutionAreas: SolutionArea[] = [
  {
    code: 'business_applications',
    name: 'Business Applications',
    unit: 'subscription',
    tracks: [
      {
        code: 'usage_presales',
        name: 'Usage and/or Pre-sales',
        severalActivities: true,
        activities: [
          {
            code: 'presales',
            name: 'Pre-sales',
            name2023: 'Build intent - Advisor',
            family: 'presales',
            incentive: true,
            extraFields: [],
            products: codes(businessSell),
          },
          {
            code: 'usage',
            name: 'Usage',
            name2023: 'Usage recognition - Non-Incentivized',
            family: 'usage',
            incentive: false,
            extraFields: [],
            products: codes(businessUse),
          },
        ],
      },
      {
        code: 'revenue_association',
        name: 'Revenue association',
        severalActivities: false,
        activities: [
          {
            code: 'revenue',
            name: 'Revenue association',
            name2023: 'Influenced Revenue recognition - Non-Incentivized',
            family: 'revenue',
            incentive: false,
            extraFields: ['dynamicsSolutionSellerName', 'customerName', 'isvProductName'],
            products: codes(businessSell),
          },
        ],
      },
    ],
  },
  {
    code: 'modern_work_security',
    name: 'Modern Work and Security',
    unit: 'workload',
    tracks: [
      {
        code: 'usage',
        name: 'Usage',
        severalActivities: false,
        activities: [
          {
            code: 'm365_usage',
            name: 'Usage',
            name2023: 'Use or consume',
            family: 'usage',
            incentive: true,
            incentiveOptOut: true,
            extraFields: [],
            products: codes(modernWork, security),
          },
        ],
      },
    ],
  },
];
