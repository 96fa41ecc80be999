import type { FieldError } from '../../../client/generated.ts';

export const steps = ['customer', 'activity', 'products', 'contacts', 'proof', 'review'] as const;
export type Step = (typeof steps)[number];

/** Paths of the fields of each step, or their beginnings, in the order of the page. */
const fields: Record<Step, string[]> = {
  customer: [
    'partnerLocation',
    'customer.domain',
    'customer.directoryId',
    'customer.name',
    'customer.country',
    'customer.timeZone',
    'customer.publicSector',
    'customer.language',
    'customer',
  ],
  activity: ['solutionArea', 'track', 'activities', 'incentiveOptOut', 'revenue', 'name'],
  products: ['products'],
  contacts: ['customerContact', 'partnerContact', 'technicalContact'],
  proof: ['poe', 'disclosureSigned', 'comments'],
  review: ['acknowledged'],
};

const isBelow = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`);

const subscriptionPath = /^products\.\d+\.subscriptionId$/;

/** The step whose field an error is about. A subscription is asked for beside the contacts. */
export const stepOf = ({ path }: Pick<FieldError, 'path'>): Step => {
  if (subscriptionPath.test(path)) return 'contacts';
  return steps.find((step) => fields[step].some((field) => isBelow(path, field))) ?? 'review';
};

/** Errors in the order of their fields: by step, then down the page. */
export const inPageOrder = (errors: FieldError[]): FieldError[] => {
  const placeOf = (error: FieldError): number => {
    const step = stepOf(error);
    const place = subscriptionPath.test(error.path)
      ? -1
      : fields[step].findIndex((field) => isBelow(error.path, field));
    return steps.indexOf(step) * 100 + (place < 0 ? fields[step].length : place);
  };
  return errors.toSorted((one, other) => placeOf(one) - placeOf(other));
};

export const isStep = (text: string | undefined): text is Step => steps.some((step) => step === text);
export const after = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'review';
export const before = (step: Step): Step | undefined => steps[steps.indexOf(step) - 1];
