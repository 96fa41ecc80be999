import { catalogueOf, chosen, productOf } from '../catalogue/catalogue.ts';
import type { Catalogue } from '../catalogue/catalogue-shape.ts';
import type { Claim } from '../claim.ts';
import { isHandedOut } from '../proof/scan.ts';

/** The five reasons for which proof of execution is refused in practice (the reason codes of a review). */
export type ReadinessReason =
  | 'missing-or-wrong-file'
  | 'no-customer-acknowledgment'
  | 'missing-or-old-dates'
  | 'service-not-described'
  | 'product-not-named';

/** `check`: a person has to judge; `message` says what to look at. Readiness never blocks a submission. */
export type Readiness = { reason: ReadinessReason; state: 'ok' | 'check' | 'missing'; message: string };

/** The readiness of a claim's proof, one line per reason. */
export const readiness = (uploaded: Claim): Readiness[] => {
  const catalogue = catalogueOf(uploaded.catalogueVersion);
  const { rules } = catalogue;
  // Files that prove nothing don't count, whatever their text says. One that is being checked does: most turn out to be clean.
  const claim = {
    ...uploaded,
    poe: uploaded.poe.filter((file) => !file.blank && (file.scan === 'pending' || isHandedOut(file))),
  };
  if (claim.poe.length === 0) {
    return [
      { reason: 'missing-or-wrong-file', state: 'missing', message: noProof(uploaded, catalogue) },
      ...unproven.map(missing),
    ];
  }
  return [
    rightFile(claim, catalogue, hasBlank(uploaded)),
    {
      reason: 'no-customer-acknowledgment',
      state: 'check',
      message: 'Check that somebody at the customer signed, with name, title and date.',
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

const noProof = (claim: Claim, catalogue: Catalogue): string => {
  if (hasBlank(claim)) return unfilled;
  if (claim.poe.some(({ malwareFoundAt }) => malwareFoundAt !== undefined)) {
    return 'Malware was found in what was uploaded: it proves nothing.';
  }
  if (claim.poe.length > 0) return 'What was uploaded could not be checked for malware: remove or replace it.';
  const template = templateActivities(claim, catalogue);
  return `No proof of execution was uploaded yet.${template ? ` For ${template} it has to be the template.` : ''}`;
};

/** The chosen activities whose proof has to be the template, in words. */
const templateActivities = (claim: Claim, catalogue: Catalogue): string =>
  chosen(catalogue, claim)
    .activities.filter(({ code }) => catalogue.rules.templateFor.includes(code))
    .map(({ name }) => name)
    .join(' and ');

/** A template that was printed and signed comes back as a scan: then only a person can tell. */
const rightFile = (claim: Claim, catalogue: Catalogue, blankToo: boolean): Readiness => {
  const reason = 'missing-or-wrong-file';
  const { poe } = claim;
  const count = poe.length === 1 ? '1 file is there.' : `${poe.length} files are there.`;
  const template = templateActivities(claim, catalogue);
  if (!template) return { reason, state: 'ok', message: count };
  if (poe.some(({ templateOf }) => templateOf === claim.id)) {
    return { reason, state: 'ok', message: `${count} The template of this claim is among them.` };
  }
  if (blankToo) return { reason, state: 'missing', message: unfilled };
  const asked = `For ${template} the proof has to be the template`;
  if (poe.every(({ mentions }) => mentions !== undefined)) {
    return { reason, state: 'missing', message: `${asked}: none of the files is the one of this claim. Download it.` };
  }
  return { reason, state: 'check', message: `${asked}: check that one of the files is it, completed and signed.` };
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
