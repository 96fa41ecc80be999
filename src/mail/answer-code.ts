import type { AnswerCode, Claim } from '../domain/claim.ts';
import type { Service } from '../domain/service.ts';
import { customerVoice } from '../words/claim-words.ts';
import { claimFactsForCustomer } from './claim-facts.ts';
import type { Mail } from './sender.ts';
import { toCustomer } from './to-customer.ts';

/** The code, for which answer it is, and up to when. It has no link: whoever asked for it has the page open. */
export const answerCodeMail = (
  service: Service,
  claim: Claim,
  { code, digits, until }: { code: AnswerCode; digits: string; until: string },
): Mail => {
  const { words, moment } = customerVoice(claim);
  const { code: said } = words;
  return toCustomer(service, claim, {
    kind: 'answer-code',
    number: code.number,
    subject: said.subject(claim.partnerName),
    blocks: [
      { paragraph: said.opening[code.outcome](claim.partnerName) },
      { label: said.label, code: digits },
      { paragraph: said.until(moment(until)) },
      claimFactsForCustomer(claim),
      { paragraph: said.notYou },
    ],
  });
};
