import { codes, dynamics365, formerName, onceEach, others } from './catalogue-parts.ts';
import type { Product, SolutionArea } from './catalogue-shape.ts';

/**
 * The catalogue of July 2020, when the second area was called Microsoft 365 and usage of Business Applications was paid.
 * No list of that month was published: these are the products of October 2023 that existed then, under their names of then.
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
    'Dynamics 365 Business Central',
    'Dynamics 365 Fraud Protection',
    'Dynamics 365 Mixed Reality',
  ),
  ...others('Power Apps', 'Power Automate', 'Power BI', 'Power Virtual Agents', 'AI Builder'),
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

const microsoft365 = [
  ...others('Exchange', 'SharePoint', 'Microsoft 365 Apps (ProPlus)', 'Teams', 'Intune', 'Yammer'),
  ...others('Azure Active Directory Premium'),
  formerName('Azure Information Protection', 'Microsoft Information Protection'),
  formerName('Office 365 Advanced Threat Protection', 'Microsoft Defender for Office 365'),
  formerName('Microsoft Defender Advanced Threat Protection', 'Microsoft Defender for Endpoint'),
  formerName('Azure Advanced Threat Protection', 'Microsoft Defender for Identity'),
];

export const products: Product[] = onceEach(businessSell, businessUse, microsoft365);

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
            incentive: true,
            extraFields: [],
            products: codes(businessSell),
          },
          {
            code: 'usage',
            name: 'Usage',
            name2023: 'Usage recognition - Non-Incentivized',
            incentive: true,
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
    name: 'Microsoft 365',
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
            incentive: true,
            extraFields: [],
            products: codes(microsoft365),
          },
        ],
      },
    ],
  },
];
