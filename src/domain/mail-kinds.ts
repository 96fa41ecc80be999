/** Every kind of mail. The place in this list is part of a mail's operation ID: append, never reorder. */
export const mailKinds = [
  'request',
  'reminder',
  'outcome',
  'receipt',
  'withdrawn',
  'not-the-right-person',
  'contact-changed',
  'ended',
  'delivery-failed',
  'draft-expiring',
  'comment',
  'subscription-ending',
  'takeover-requested',
  'malware-found',
  'expired',
  'deadline-near',
  'answer-code',
  'question',
  'question-unanswered',
  'reply',
  'no-reply',
  'inquiry-opened',
  'inquiry-released',
  'deadline-extended',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** Whom a mail is for. */
export type MailSide = 'customer' | 'partner';

const toCustomer: readonly MailKind[] = [
  ...(['request', 'reminder', 'receipt', 'contact-changed', 'expired', 'answer-code', 'reply', 'no-reply'] as const),
];

/** The kinds that go to both sides, and the number of each side's mail. */
const toBothSides: readonly MailKind[] = ['withdrawn', 'ended'];
export const bothSidesNumbers = { customer: 1, partner: 2 } as const;

/** The side that a mail goes to. */
export const sideOf = ({ kind, number }: { kind: MailKind; number: number }): MailSide =>
  toCustomer.includes(kind) || (toBothSides.includes(kind) && number === bothSidesNumbers.customer)
    ? 'customer'
    : 'partner';
