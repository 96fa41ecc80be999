import { useWizardWords } from '../words/wizard-words.ts';

/** What each field is called where it is named away from itself. */
export const useFieldNames = () => {
  const words = useWizardWords();
  return {
    'partnerLocation.mpnId': words.location,
    'customer.domain': words.domain,
    'customer.directoryId': words.directory,
    'customer.name': words.customerName,
    'customer.country': words.country,
    'customer.timeZone': words.timeZone,
    'customer.publicSector': words.publicSector,
    'customer.language': words.language,
    solutionArea: words.area,
    track: words.track,
    activities: words.activity,
    incentiveOptOut: words.optOutShort,
    'revenue.dynamicsSolutionSellerName': words.seller,
    'revenue.customerName': words.revenueCustomer,
    'revenue.isvProductName': words.isv,
    name: words.name,
    products: words.products,
    'customerContact.name': `${words.customerContact}, ${words.contactName}`,
    'customerContact.title': `${words.customerContact}, ${words.contactTitle}`,
    'customerContact.email': `${words.customerContact}, ${words.contactEmail}`,
    'customerContact.foreignDomainReason': `${words.customerContact}, ${words.foreignDomainReasonShort}`,
    'partnerContact.name': `${words.partnerContact}, ${words.contactName}`,
    'partnerContact.email': `${words.partnerContact}, ${words.contactEmail}`,
    'technicalContact.name': `${words.technicalContact}, ${words.contactName}`,
    'technicalContact.title': `${words.technicalContact}, ${words.contactTitle}`,
    'technicalContact.email': `${words.technicalContact}, ${words.contactEmail}`,
    disclosureSigned: words.disclosureShort,
    poe: words.files,
    comments: words.comments,
  };
};
export type FieldPath = keyof ReturnType<typeof useFieldNames>;

/** The name of a field before what is wrong with it, with a colon; nothing for fields that have none. */
export const useFieldLabel = () => {
  const names: Record<string, string> = useFieldNames();
  return (path: string): string => {
    const name = names[path] ?? names[path.split('.')[0] ?? ''];
    return name === undefined ? '' : `${name.replace(/\?$/, '')}: `;
  };
};
