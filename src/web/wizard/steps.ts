import type { FieldError } from '../../../client/generated.ts';

export const steps = ['customer', 'activity', 'products', 'contacts', 'proof', 'review'] as const;
export type Step = (typeof steps)[number];

/** Paths of the fields of each step, or their beginnings. */
const fields: Record<Step, string[]> = {
  customer: ['partnerLocation', 'customer'],
  activity: ['name', 'solutionArea', 'track', 'activities', 'revenue', 'incentiveOptOut'],
  products: ['products'],
  contacts: ['customerContact', 'technicalContact', 'partnerContact', 'disclosureSigned'],
  proof: ['poe'],
  review: ['acknowledged'],
};

const isBelow = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

/** The step whose field an error is about. A subscription is asked for beside the contacts. */
export const stepOf = ({ path }: Pick<FieldError, 'path'>): Step => {
  if (/^products\.\d+\.subscriptionId$/.test(path)) return 'contacts';
  return steps.find((step) => fields[step].some((field) => isBelow(path, field))) ?? 'review';
};

export const isStep = (text: string | undefined): text is Step => steps.some((step) => step === text);
export const after = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'review';
export const before = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];
