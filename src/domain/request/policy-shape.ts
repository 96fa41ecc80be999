/**
 * The time that a customer has to answer, in business days: Monday to Friday without the holidays of the customer's country,
 * as the calendar of the customer's time zone shows them. Day 1 is the first business day after the mail service accepted
 * the request; the window ends 23:59:59 of its last day.
 */
export type ConsentPolicy = {
  windowBusinessDays: number;
  /** Business days of the window on which a reminder is due. */
  reminderDays: number[];
};

/** What applies to a claim. The settings give the defaults, activities of the catalogue may differ: see `claim-policy.ts`. */
export type ClaimPolicy = ConsentPolicy & {
  /** What no answer means. */
  onSilence: 'expire' | 'approve';
  /** The template of the claim, filled in, has to be among its files. */
  templateMandatory: boolean;
  /** The customer proves with a code that they read the mail, before their answer is taken. */
  secondFactor: boolean;
};
