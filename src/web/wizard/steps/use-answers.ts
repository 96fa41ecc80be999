import type { Claim, Contact } from '../../../../client/generated.ts';
import { namesIn } from '../../claim/catalogue-names.ts';
import { useClaimWords } from '../../words/claim-words.ts';
import { useFormats } from '../../words/format.ts';
import { useWizardWords } from '../../words/wizard-words.ts';
import { useLanguage } from '../../words/words-context.ts';
import { type FieldPath, useFieldNames } from '../field-words.ts';
import { useDraftCatalogue } from './activity-step.tsx';

/** What was answered in one field; no lines where nothing was. */
export type Answer = { path: string; name: string; lines: string[] };

/** All answers of a draft in the order of the steps, also those that were left open. */
export const useAnswers = (claim: Claim): Answer[] => {
  const words = useWizardWords();
  const own = useClaimWords();
  const names = useFieldNames();
  const formats = useFormats();
  const { language } = useLanguage();
  const catalogue = useDraftCatalogue();
  const named = namesIn(catalogue, own.catalogueNames);
  const { partnerLocation, customer, revenue } = claim;

  const answer = (path: FieldPath, ...lines: (string | undefined)[]): Answer => ({
    path,
    name: names[path],
    lines: lines.flatMap((line) => (line ? [line] : [])),
  });
  const yesNo = (given: boolean | undefined): string | undefined =>
    given === undefined ? undefined : given ? words.yes : words.no;
  const country = customer.country && new Intl.DisplayNames(language, { type: 'region' }).of(customer.country);
  const contact = (who: 'customerContact' | 'technicalContact', person: Contact | undefined): Answer[] => [
    answer(`${who}.name`, person?.name),
    answer(`${who}.title`, person?.title),
    answer(`${who}.email`, person?.email),
  ];
  const mailbox = claim.contactMailbox;
  const area = catalogue?.solutionAreas.find(({ code }) => code === claim.solutionArea);
  const track = area?.tracks.find(({ code }) => code === claim.track);
  const activities = track?.activities.filter(({ code }) => claim.activities.includes(code)) ?? [];
  const asked = activities.flatMap(({ extraFields }) => extraFields);
  const asksDisclosure =
    customer.publicSector === true && (catalogue?.rules.disclosureIn.includes(customer.country ?? '') ?? false);

  return [
    answer('partnerLocation.mpnId', `${partnerLocation.mpnId}, ${partnerLocation.name}`),
    answer('customer.domain', customer.domain, own.verification[customer.verification.result]),
    answer('customer.directoryId', customer.directoryId),
    answer('customer.name', customer.name),
    answer('customer.country', country),
    answer('customer.timeZone', customer.timeZone ?? words.timeZoneTaken(customer.deadlineTimeZone)),
    answer('customer.publicSector', yesNo(customer.publicSector)),
    answer('customer.language', customer.language && words.languages[customer.language]),
    answer('solutionArea', named.area(claim.solutionArea)),
    // What leaves no choice is not asked.
    ...((area?.tracks.length ?? 0) > 1 ? [answer('track', named.track(claim.track))] : []),
    ...((track?.activities.length ?? 0) > 1 ? [answer('activities', ...claim.activities.map(named.activity))] : []),
    ...(activities.some(({ incentiveOptOut }) => incentiveOptOut)
      ? [answer('incentiveOptOut', yesNo(claim.incentiveOptOut === true))]
      : []),
    ...asked.map((field) => answer(`revenue.${field}`, revenue?.[field])),
    answer('name', claim.name),
    answer('products', ...claim.products.map(({ code }) => named.product(code))),
    ...contact('customerContact', claim.customerContact),
    ...(mailbox === 'public' || mailbox === 'foreign'
      ? [answer('customerContact.foreignDomainReason', claim.customerContact?.foreignDomainReason)]
      : []),
    answer('partnerContact.name', claim.partnerContact?.name),
    answer('partnerContact.email', claim.partnerContact?.email),
    ...contact('technicalContact', claim.technicalContact),
    ...claim.products.flatMap(({ code, subscriptionId }, index) =>
      subscriptionId === undefined
        ? []
        : [
            {
              path: `products.${index}.subscriptionId`,
              name: words.subscriptionOf(named.product(code) ?? code),
              lines: [subscriptionId],
            },
          ],
    ),
    answer('poe', ...claim.poe.map(({ fileName, size }) => `${fileName}, ${formats.bytes(size)}`)),
    ...(asksDisclosure ? [answer('disclosureSigned', yesNo(claim.disclosureSigned === true))] : []),
    answer('comments', ...claim.comments.map(({ text }) => text)),
  ];
};
