import { catalogueOf, chosen, productOf } from '../domain/catalogue/catalogue.ts';
import { revenueFields } from '../domain/catalogue/catalogue-shape.ts';
import type { Claim } from '../domain/claim.ts';
import { foreignDomainReason } from '../domain/customer/mailbox.ts';
import type { Language } from '../domain/language.ts';
import { zoneOfPlace } from '../domain/request/zone-of-place.ts';
import { heldSince } from '../domain/reservation/subject.ts';
import { shownAddress, shownDomain } from '../lib/hosts/idn.ts';
import type { Words } from './en.ts';
import { listInWords, momentInWords } from './moments.ts';
import { nameInWords } from './name-in-words.ts';
import { wordsIn } from './words.ts';

/** How a claim is put into words, in mails and on the customer's page. */

/** The phrases of one language, and moments in it and in the customer's time zone. */
export type Voice = { words: Words; language: Language; moment: (instant: string) => string };

const voice = (language: Language, timeZone = 'UTC'): Voice => ({
  words: wordsIn(language),
  language,
  moment: (instant) => momentInWords(instant, { language, timeZone }),
});

/** How the claim's customer is spoken to. */
export const customerVoice = ({ customer }: Claim): Voice => voice(customer.language ?? 'en', zoneOfPlace(customer));

/** How partners are spoken to: in English, with moments as the customer has them. */
export const partnerVoice = ({ customer }: Claim): Voice => voice('en', zoneOfPlace(customer));

/** What is written in one of our languages about a claim, for whomever it is. */
export const voiceIn = (language: Language, { customer }: Claim): Voice => voice(language, zoneOfPlace(customer));

/** `Contoso roll-out (ca-…)`; of a draft without a name, its ID. */
export const claimTitle = ({ name, id }: Claim): string => (name === undefined ? id : `${name} (${id})`);

export const customerName = ({ customer }: Claim): string => customer.name ?? shownDomain(customer.domain);

/** `Contoso (contoso.example)`; without a name, or where the domain is the name, the domain alone. */
export const customerInWords = (claim: Claim, { words }: Voice): string => {
  const [name, domain] = [customerName(claim), shownDomain(claim.customer.domain)];
  return name === domain ? domain : words.organisation(name, domain);
};

/** `Northwind Partners, Seattle (MPN ID 4512345)`: a location is often named after its partner already. */
export const partnerInWords = ({ partnerName, partnerLocation: { name, mpnId } }: Claim, { words }: Voice): string =>
  name.startsWith(partnerName) ? words.location(name, mpnId) : words.location(`${partnerName}, ${name}`, mpnId);

export const productNames = (claim: Claim, { words }: Voice): string[] =>
  claim.products.map(({ code, subscriptionId }) => {
    const name = productOf(catalogueOf(claim.catalogueVersion), code)?.name ?? code;
    return subscriptionId ? words.subscription(name, subscriptionId) : name;
  });

/** The names of what the partner did. */
export const activityNames = (claim: Claim, { words, language }: Voice): string => {
  const { activities } = chosen(catalogueOf(claim.catalogueVersion), claim);
  return listInWords([...new Set(activities.map(({ code }) => words.activities[code]))], language);
};

/** What the partner says that it did, each activity by its name and in a sentence. */
const rolesInWords = (claim: Claim, { words }: Voice): string => {
  const { activities } = chosen(catalogueOf(claim.catalogueVersion), claim);
  const { role, roles, activities: meanings } = words.about;
  return roles(activities.map(({ code }) => role(words.activities[code], meanings[code](claim.partnerName))));
};

/** Of a revenue association: who sold what to whom. */
export const revenueFacts = ({ revenue = {} }: Claim, { words }: Voice): [label: string, value: string][] =>
  revenueFields.flatMap((field) => {
    const value = revenue[field];
    return value ? [[words.about.revenue.labels[field], value] satisfies [string, string]] : [];
  });

/** What the customer is told about a claim, beside its products. */
export const customerFacts = (claim: Claim, voice: Voice): [label: string, value: string][] => {
  const { words } = voice;
  const { name = '', email = '' } = claim.partnerContact ?? {};
  return [
    [words.labels.partner, partnerInWords(claim, voice)],
    [words.labels.askedBy, words.person(nameInWords(name), shownAddress(email))],
    [words.labels.organisation, customerInWords(claim, voice)],
    // A draft of which the mail is previewed may have none yet.
    [words.labels.purpose, rolesInWords(claim, voice) || '…'],
    ...revenueFacts(claim, voice),
    [words.labels.claim, claim.id],
    ...foreignAddress(claim, voice),
  ];
};

/** The claims that an approval would end; `unnamed` where a partner reads what the customer will, which must not name the other. */
export type Holders = Claim[] | 'unnamed';

/** Who holds what a claim asks for, a sentence each, and what approving and declining it do. Nothing when nobody does. */
export const holderSentences = (claim: Claim, holders: Holders, voice: Voice): string[] => {
  const { words, language, moment } = voice;
  const named = holders === 'unnamed' ? [] : holders;
  const names = holders === 'unnamed' ? '[…]' : partnerNames(holders, language);
  if (names === '') return [];
  const since = (holder: Claim) => moment(heldSince(holder));
  const products = (holder: Claim) => listInWords(productNames(holder, voice), language);
  return [
    ...named.map((holder) => words.holder.now(holder.partnerName, products(holder), since(holder))),
    words.sentences(words.holder.replaces(claim.partnerName, names), words.holder.keeps(names)),
  ];
};

/** Whom an approved claim replaced; undefined when nobody. */
export const tookOverSentence = ({ partnerName, tookOverFrom = [] }: Claim, { words, language }: Voice) =>
  tookOverFrom.length === 0 ? undefined : words.holder.tookOver(partnerName, partnerNames(tookOverFrom, language));

/** What was proven with an answer; undefined if nothing was. */
export const provenSentence = ({ decision }: Claim, { words, moment }: Voice): string | undefined =>
  decision?.code && words.code.proven(shownAddress(decision.code.sentTo), moment(decision.code.sentAt));

const partnerNames = (partners: { partnerName: string }[], language: Language): string =>
  listInWords([...new Set(partners.map(({ partnerName }) => partnerName))], language);

/** Why the partner asks at an address that is not known as the customer's. */
const foreignAddress = (claim: Claim, { words }: Voice): [label: string, value: string][] => {
  const reason = foreignDomainReason(claim);
  if (reason === undefined) return [];
  const email = shownAddress(claim.customerContact?.email ?? '');
  const text = { email, customer: customerName(claim), partner: claim.partnerName, quoted: words.quoted(reason) };
  return [[words.labels.address, words.foreignAddress(text)]];
};

/** When it was answered, or how else it came to its end, and when the association ended. */
export const dateFacts = (
  { decision, closedAt, endedAt }: Claim,
  { words: { labels }, moment }: Voice,
): [label: string, value: string][] => [
  ...(decision ? [[labels.answered, moment(decision.decidedAt)] satisfies [string, string]] : []),
  ...(closedAt && !decision ? [[labels.closed, moment(closedAt)] satisfies [string, string]] : []),
  ...(endedAt ? [[labels.ended, moment(endedAt)] satisfies [string, string]] : []),
];

const isRevenue = (claim: Claim): boolean => claim.activities.includes('revenue');

/** What is asked, in a sentence. */
export const asks = (claim: Claim, { words }: Voice): string =>
  (isRevenue(claim) ? words.about.revenue : words).asks(claim.partnerName, customerName(claim), claim.products.length);

/** What the partner will see after an approval, and what it will not. Source: "Create a customer association", docs/domain.md. */
export const sees = (claim: Claim, { words }: Voice): string =>
  (isRevenue(claim) ? words.about.revenue : words).sees(claim.partnerName, claim.products.length);
export const seesNot = (claim: Claim, { words }: Voice): string => words.seesNot(claim.partnerName);
