/** Who and what exists in the local stack. Ids are fixed, so that scripts and tests can rely on them. */

export type DemoUser = {
  /** What one types to become this user. */
  id: string;
  name: string;
  email: string;
  organization: string;
  tenantId: string;
  objectId: string;
  roles: string[];
};

export type DemoLocation = { mpnId: string; name: string; country: string; active: boolean };
export type DemoPartner = { tenantId: string; name: string; locations: DemoLocation[] };
export type DemoCustomer = {
  directoryId: string;
  name: string;
  domain: string;
  contact: { name: string; title: string; email: string };
};

const NORTHWIND = '3f0b7c52-6d1e-4c8a-9a55-1c2f8e7b4d01';
const FABRIKAM = '8a4d2e96-0c73-4f1b-b2e8-5d9a6c3f7e02';
const OPERATOR = 'c51e9f38-7b24-4d6a-8e03-2a7f4b9d1c03';

/** Everyone who can sign in. */
export const DEMO_USERS: readonly DemoUser[] = [
  {
    id: 'avery',
    name: 'Avery Howard',
    email: 'avery@northwind.example',
    organization: 'Northwind Partners',
    tenantId: NORTHWIND,
    objectId: '5b1f6a20-93d4-4e7c-a8b6-0f2d7c9e1a11',
    roles: ['Partner.Admin'],
  },
  {
    id: 'robin',
    name: 'Robin Counts',
    email: 'robin@northwind.example',
    organization: 'Northwind Partners',
    tenantId: NORTHWIND,
    objectId: '9e3c7d41-2a58-4b0f-9c67-8d1e5f4a2b12',
    roles: ['Partner.Reader'],
  },
  {
    id: 'kim',
    name: 'Kim Akers',
    email: 'kim@fabrikam.example',
    organization: 'Fabrikam Consulting',
    tenantId: FABRIKAM,
    objectId: '27d8b5f3-6e19-4a3c-8f20-4c7b9d0e6a21',
    roles: ['Partner.Admin'],
  },
  {
    id: 'lee',
    name: 'Lee Gu',
    email: 'lee@fabrikam.example',
    organization: 'Fabrikam Consulting',
    tenantId: FABRIKAM,
    objectId: 'd64a1e87-3b9f-4c52-a170-6e8d2f5b9c22',
    roles: ['Partner.Reader'],
  },
  {
    id: 'ops',
    name: 'Ola Persson',
    email: 'ops@claims.example',
    organization: 'Customer associations, operations',
    tenantId: OPERATOR,
    objectId: '70f2c9b6-8d35-4e1a-b94c-3a6e1d7f5b31',
    roles: ['Operator'],
  },
  {
    id: 'ida',
    name: 'Ida Novak',
    email: 'ida@claims.example',
    organization: 'Customer associations, operations',
    tenantId: OPERATOR,
    objectId: '1d9b4e72-5c08-4f6d-b3a1-8e2f7c6d0a32',
    roles: ['Operator', 'Reviewer'],
  },
];

export const DEMO_PARTNERS: readonly DemoPartner[] = [
  {
    tenantId: NORTHWIND,
    name: 'Northwind Partners',
    locations: [
      { mpnId: '4512345', name: 'Northwind Partners, Seattle', country: 'US', active: true },
      { mpnId: '4512346', name: 'Northwind Partners, Toronto', country: 'CA', active: true },
      { mpnId: '4512347', name: 'Northwind Partners, London', country: 'GB', active: false },
    ],
  },
  {
    tenantId: FABRIKAM,
    name: 'Fabrikam Consulting',
    locations: [
      { mpnId: '5209871', name: 'Fabrikam Consulting, Munich', country: 'DE', active: true },
      { mpnId: '5209872', name: 'Fabrikam Consulting, Zurich', country: 'CH', active: true },
    ],
  },
];

export const DEMO_CUSTOMERS: readonly DemoCustomer[] = [
  {
    directoryId: 'a1c5e8f2-4b7d-4e90-8c16-7f3d9a2b5e01',
    name: 'Contoso',
    domain: 'contoso.example',
    contact: { name: 'Maria Rossi', title: 'IT director', email: 'maria.rossi@contoso.example' },
  },
  {
    directoryId: 'b2d6f9a3-5c8e-4f01-9d27-8a4e0b3c6f02',
    name: 'Adventure Works',
    domain: 'adventure-works.example',
    contact: { name: 'Jonas Berg', title: 'Head of applications', email: 'jonas.berg@adventure-works.example' },
  },
  {
    directoryId: 'c3e7a0b4-6d9f-4012-ae38-9b5f1c4d7003',
    name: 'Fourth Coffee',
    domain: 'fourthcoffee.example',
    contact: { name: 'Amina Diallo', title: 'Chief financial officer', email: 'amina.diallo@fourthcoffee.example' },
  },
  {
    directoryId: 'd4f8b1c5-7ea0-4123-bf49-0c602d5e8104',
    name: 'Tailwind Traders',
    domain: 'tailwindtraders.example',
    contact: { name: 'Wei Chen', title: 'Sales operations lead', email: 'wei.chen@tailwindtraders.example' },
  },
  {
    directoryId: 'e509c2d6-8fb1-4234-805a-1d713e6f9205',
    name: 'Woodgrove Bank',
    domain: 'woodgrovebank.example',
    contact: { name: 'Priya Nair', title: 'Platform owner', email: 'priya.nair@woodgrovebank.example' },
  },
  {
    directoryId: 'f61ad3e7-90c2-4345-916b-2e824f70a306',
    name: 'Wide World Importers',
    domain: 'wideworldimporters.example',
    contact: { name: 'Lucas Meyer', title: 'Operations manager', email: 'lucas.meyer@wideworldimporters.example' },
  },
];
