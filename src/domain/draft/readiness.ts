import { catalogueOf, productOf } from '../catalogue/catalogue.ts';
import type { Claim } from '../claim.ts';
import { isOwnTemplate, templateAsked } from '../proof/own-template.ts';
import { isHandedOut } from '../proof/scan.ts';
import type { ClaimPolicy } from '../request/policy-shape.ts';

/** The five reasons for which proof of execution is refused in practice (the reason codes of a review). */
export type ReadinessReason =
  | 'missing-or-wrong-file'
  | 'no-customer-acknowledgment'
  | 'missing-or-old-dates'
  | 'service-not-described'
  | 'product-not-named';

/** `check`: a person has to judge; `message` says what to look at. Readiness never blocks a submission. */
export type Readiness = { reason: ReadinessReason; state: 'ok' | 'check' | 'missing'; message: string };

/** The readiness of a claim's proof, one line per reason. `policy`: whether it has to be the template. */
export const readiness = (uploaded: Claim, policy: Pick<ClaimPolicy, 'templateMandatory'>): Readiness[] => {
  const { rules } = catalogueOf(uploaded.catalogueVersion);
  // Files that prove nothing don't count, whatever their text says. One that is being checked does: most turn out to be clean.
  const claim = {
    ...uploaded,
    poe: uploaded.poe.filter((file) => !file.blank && (file.scan === 'pending' || isHandedOut(file))),
  };
  if (claim.poe.length === 0) {
    return [
      { reason: 'missing-or-wrong-file', state: 'missing', message: noProof(uploaded, policy) },
      ...unproven.map(missing),
    ];
  }
  return [
    rightFile(claim, policy, hasBlank(uploaded)),
    {
      reason: 'no-customer-acknowledgment',
      state: 'check',
      message: 'Check that someone at the customer signed, with name, title and date.',
    },
    {
      reason: 'missing-or-old-dates',
      state: 'check',
      message: `Check that all dates are there and that the signature is not older than ${rules.acknowledgmentMonths} months when you submit.`,
    },
    {
      reason: 'service-not-described',
      state: 'check',
      message: `Check that the files say what ${claim.partnerName} did for each product.`,
    },
    namedProducts(claim),
  ];
};

const hasBlank = ({ poe }: Claim): boolean => poe.some(({ blank }) => blank);
const unfilled = 'Nobody wrote in the template: fill it in, have the customer sign it, and upload it again.';

const noProof = (claim: Claim, { templateMandatory }: Pick<ClaimPolicy, 'templateMandatory'>): string => {
  if (hasBlank(claim)) return unfilled;
  if (claim.poe.some(({ malwareFoundAt }) => malwareFoundAt !== undefined)) {
    return 'Malware was found in what was uploaded: it proves nothing.';
  }
  if (claim.poe.length > 0) return 'What was uploaded could not be checked for malware: remove or replace it.';
  return `No proof of execution was uploaded yet.${templateMandatory ? ' It has to be the template.' : ''}`;
};

const rightFile = (
  claim: Claim,
  { templateMandatory }: Pick<ClaimPolicy, 'templateMandatory'>,
  blankToo: boolean,
): Readiness => {
  const reason = 'missing-or-wrong-file';
  const { poe } = claim;
  const count = poe.length === 1 ? '1 file is there.' : `${poe.length} files are there.`;
  if (!templateMandatory) return { reason, state: 'ok', message: count };
  if (poe.some((file) => isOwnTemplate(claim, file))) {
    return { reason, state: 'ok', message: `${count} The template of this claim is among them.` };
  }
  if (blankToo) return { reason, state: 'missing', message: unfilled };
  return { reason, state: 'missing', message: `${count} ${templateAsked}` };
};

const unproven = [
  'no-customer-acknowledgment',
  'missing-or-old-dates',
  'service-not-described',
  'product-not-named',
] as const;
const missing = (reason: ReadinessReason): Readiness => ({
  reason,
  state: 'missing',
  message: 'No file that could show it.',
});

/** Text that was read can show that a name is there; that it is not there is known only when every file was read. */
const namedProducts = ({ products, poe, catalogueVersion }: Claim): Readiness => {
  const reason = 'product-not-named';
  if (products.length === 0) {
    return { reason, state: 'check', message: 'Choose the products first: each of them has to be named in a file.' };
  }
  const named = new Set(poe.flatMap(({ mentions = [] }) => mentions));
  const catalogue = catalogueOf(catalogueVersion);
  const unnamed = [...new Set(products.map(({ code }) => code))].filter((code) => !named.has(code));
  if (unnamed.length === 0) return { reason, state: 'ok', message: 'Each claimed product is named in a file.' };
  const names = unnamed.map((code) => productOf(catalogue, code)?.name ?? code).join(', ');
  return poe.every(({ mentions }) => mentions !== undefined)
    ? { reason, state: 'missing', message: `No file names ${names}.` }
    : { reason, state: 'check', message: `Check that the files name ${names}: not every file can be read here.` };
};
