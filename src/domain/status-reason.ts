/** The reasons that are codes; others are what someone wrote. */
const messages: Record<string, string> = {
  'no-answer': 'The customer did not answer in time.',
  'not-delivered': 'The request could not be delivered to the customer contact.',
  'inquiry-not-released':
    'The operators of this service had questions about the request and did not release it in time.',
  untouched: 'Nobody worked on the draft for a long time.',
  'subscription-ended': 'The subscriptions of the customer ended.',
  superseded: 'The customer approved another partner for the same product and activity.',
  customer: 'The customer gave no reason.',
  partner: 'The partner gave no reason.',
};

/** Why a claim ended so, as a sentence. */
export const statusReasonMessage = (reason: string): string => messages[reason] ?? reason;
