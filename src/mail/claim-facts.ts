import type { Claim } from '../domain/claim.ts';
import {
  claimTitle,
  customerFacts,
  customerInWords,
  customerVoice,
  dateFacts,
  partnerVoice,
  productNames,
} from '../words/claim-words.ts';
import type { Block } from './layout.ts';

/** What a partner is told about a claim. */
export const claimFacts = (claim: Claim): Block => {
  const voice = partnerVoice(claim);
  return {
    facts: [
      ['Claim', claimTitle(claim)],
      ['Partner', `${claim.partnerName}, MPN ID ${claim.partnerLocation.mpnId}`],
      ['Customer', customerInWords(claim, voice)],
      ['Products', productNames(claim, voice).join(', ')],
      ...dateFacts(claim, voice),
    ],
  };
};

/** What a customer is told about a claim, in the customer's language. */
export const claimFactsForCustomer = (claim: Claim): Block => {
  const voice = customerVoice(claim);
  const { labels } = voice.words;
  return {
    facts: [
      ...customerFacts(claim, voice),
      [labels.products, productNames(claim, voice).join(', ')],
      ...dateFacts(claim, voice),
    ],
  };
};
