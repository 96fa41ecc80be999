import type { ActivityCode } from '../domain/catalogue/catalogue-shape.ts';
import { about } from './about/en.ts';
import { codeWords } from './code-words.ts';
import { questionWords } from './question-words.ts';

/** By the codes of the catalogue. */
const activities: Record<ActivityCode, string> = {
  presales: 'Pre-sales',
  usage: 'Usage',
  revenue: 'Revenue association',
  m365_usage: 'Usage',
};

/** What the customer reads, in English. The other languages have the type of this one: a missing phrase does not compile. */
export const en = {
  about,
  greeting: (name: string) => `Dear ${name},`,
  /** Two sentences, one after the other. */
  sentences: (first: string, second: string) => `${first} ${second}`,
  quoted: (text: string) => `"${text}"`,
  /** A moment with the time zone that it is told in. */
  momentIn: (moment: string, zone: string) => `${moment} (${zone})`,
  labelled: (label: string, value: string) => `${label}: ${value}`,
  subscription: (product: string, id: string) => `${product} (subscription ${id})`,
  location: (location: string, mpnId: string) => `${location} (Microsoft partner ID ${mpnId})`,
  person: (name: string, email: string) => `${name}, ${email}`,
  organisation: (name: string, domain: string) => `${name} (${domain})`,
  activities,
  labels: {
    address: 'Your address',
    partner: 'Partner',
    askedBy: 'Asked by',
    organisation: 'Your organisation',
    purpose: 'Stated role',
    claim: 'Claim',
    products: 'Products',
    answered: 'Answered',
    answeredBy: 'Answered by',
    closed: 'Date',
    ended: 'Ended',
    reason: 'Reason',
  },

  foreignAddress: ({ email, customer, partner, quoted }: Record<'email' | 'customer' | 'partner' | 'quoted', string>) =>
    `${email} is not known to be an address of ${customer}. ${partner} gives this reason for writing to you there: ${quoted}`,
  asks: (partner: string, customer: string, products: number) =>
    `${partner} asks to be recorded as the partner of ${customer} for the ${products === 1 ? 'product' : 'products'} below ("partner of record"). Your answer decides.`,
  sees: (partner: string, products: number) =>
    products === 1
      ? `${partner} is recorded as your partner for this product and sees usage figures and the number of licences sold for it.`
      : `${partner} is recorded as your partner for these products and sees usage figures and the number of licences sold for them.`,
  seesNot: (partner: string) =>
    `${partner} gets no administrator rights, no access to your systems and none of your other data.`,
  /** Who is partner of record for what is asked for, and what an answer does about it. */
  holder: {
    now: (partner: string, products: string, since: string) =>
      `${partner} has been your partner of record for ${products} since ${since}.`,
    replaces: (partner: string, holder: string) =>
      `If you approve, ${partner} takes over and your association with ${holder} ends. We will tell both partners.`,
    keeps: (holder: string) => `If you decline, nothing changes for ${holder}.`,
    tookOver: (partner: string, holder: string) =>
      `${partner} took over from ${holder}. Your association with ${holder} has ended.`,
  },
  answerBy: (moment: string) => `Please answer by ${moment}.`,
  silence: {
    expire: 'If you do not answer by then, the request expires and nothing changes.',
    approve: 'If you do not answer by then, the request counts as approved.',
  },

  code: codeWords.en,
  question: questionWords.en,

  mail: {
    requestSubject: (partner: string) => `${partner} asks for your approval`,
    reminderSubject: (partner: string) => `Reminder: ${partner} is waiting for your answer`,
    lastReminderSubject: (partner: string) => `Last reminder: ${partner} is waiting for your answer`,
    reminderOpening: (partner: string, customer: string) =>
      `A few days ago, ${partner} asked to be recorded as the partner of ${customer}. We don't have your answer yet.`,
    lastReminder: (until: string) => `This is the last reminder. The time to answer ends on ${until}.`,
    extendedSubject: (partner: string) => `You have more time to answer ${partner}`,
    extendedOpening: (partner: string, customer: string) =>
      `${partner} asked to be recorded as the partner of ${customer}. You now have more time to answer.`,
    ifYouApprove: (sees: string) => `If you approve: ${sees}`,
    button: 'Read the request and answer',
    notExpected: (contact: string) =>
      `Questions about the request? Ask them on that page. Not expecting this, or not the right person? Tell us there, too. If you reply to this mail, your message goes to ${contact} and does not count as an answer. The link is for you alone; please do not pass it on.`,

    receiptSubject: {
      approved: (partner: string) => `Receipt: you approved the request from ${partner}`,
      declined: (partner: string) => `Receipt: you declined the request from ${partner}`,
    },
    receipt: {
      approved: (partner: string) => `This is your receipt for the request from ${partner}: you approved it.`,
      declined: (partner: string) => `This is your receipt for the request from ${partner}: you declined it.`,
      silence: (partner: string) =>
        `This is your receipt for the request from ${partner}: no answer was given in time, which counts as approval.`,
    },
    youWrote: (quoted: string) => `You wrote: ${quoted}`,
    notMeant: (contact: string) => `If this is not what you meant, reply to this mail: your reply goes to ${contact}.`,
    nothingChanges: 'Nothing changes for your organisation.',
    withdrawApproval: (until: string) => `You can withdraw your approval until ${until}, on the page behind this link.`,
    withdrawApprovalButton: 'See the receipt or withdraw my approval',

    expiredSubject: (partner: string) => `The request from ${partner} has expired`,
    expired: (partner: string, customer: string) =>
      `${partner} asked to be recorded as the partner of ${customer}. There was no answer in time, so the request has expired.`,
    expiredUnreleased: (partner: string, customer: string) =>
      `${partner} asked to be recorded as the partner of ${customer}. The operators of this service had questions about the request. They were not settled in time, so it has expired.`,
    expiredNext: (contact: string) =>
      `Nothing changes for your organisation, and you don't need to do anything. If you do want the association, reply to this mail to ask ${contact} for a new request.`,

    withdrawnSubject: (partner: string) => `${partner} withdrew its request`,
    withdrawn: (partner: string, customer: string) =>
      `${partner} withdrew its request to be recorded as the partner of ${customer}.`,
    withdrawnNext: "You don't need to do anything. The request can no longer be answered.",

    stoppedSubject: (partner: string) => `The request from ${partner} was stopped`,
    stopped: (partner: string, customer: string) =>
      `The operators of this service stopped the request from ${partner} to be recorded as the partner of ${customer}.`,
    operatorsWrote: (quoted: string) => `The operators wrote: ${quoted}`,

    endedByPartnerSubject: (partner: string) => `${partner} ended its association with you`,
    endedByCustomerSubject: (partner: string) => `You withdrew your approval: ${partner}`,
    partnerWrote: (quoted: string) => `The partner wrote: ${quoted}`,
    endedByPartner: (partner: string, customer: string) => `${partner} ended its association with ${customer}.`,
    endedByCustomer: (partner: string, customer: string) =>
      `You withdrew your approval. The association of ${partner} with ${customer} has ended.`,
    endedBySubscriptionSubject: (partner: string) => `Your association with ${partner} has ended`,
    endedBySubscription: (partner: string, customer: string) =>
      `The subscriptions that ${partner} was associated with ${customer} for have ended, so the association has ended, too.`,
    endedByOperator: (partner: string, customer: string) =>
      `The operators of this service ended the association of ${partner} with ${customer}.`,
    endedSupersededSubject: (partner: string) => `${partner} is no longer recorded as your partner`,
    endedSuperseded: (partner: string, customer: string, successor: string) =>
      `${customer} approved ${successor} instead. The association of ${partner} has ended.`,
    endedNext: (partner: string, products: number) =>
      `${partner} is no longer recorded as your partner for ${products === 1 ? 'this product' : 'these products'}. You don't need to do anything.`,

    contactChangedSubject: (partner: string) => `You no longer need to answer ${partner}`,
    contactChanged: (partner: string, customer: string) =>
      `${partner} is now asking someone else at ${customer} to answer its request.`,
    contactChangedNext: "You don't need to do anything. The link in the earlier mail no longer works.",
  },

  page: {
    holder: 'Your partner of record now',
    nobodyHolds: 'You no longer have a partner of record for this request.',
    ifYouApprove: 'If you approve',
    yourAnswer: 'Your answer',
    question: 'Do you approve?',
    approve: 'Yes, I approve this association',
    decline: 'No, I decline it',
    otherwise: 'Or is this request not for you?',
    notMe: 'I am not the right person',
    notMeHint: (partner: string) =>
      `This decides nothing. We will tell ${partner}, who can ask someone else. If you know who that is, name them below.`,
    notExpected: 'I did not expect this request',
    notExpectedHint: 'This decides nothing. The operators of this service will look into it.',
    textWithoutQuestion: (partner: string) => `Reason, or who the right person is (optional; ${partner} will see it)`,
    text: (partner: string) =>
      `Reason, question, or who the right person is (optional, except for a question; ${partner} will see it)`,
    send: 'Send my answer',
    /** Where to turn to: while the form offers to ask the partner, and otherwise. */
    askAbove: (email: string) =>
      `For a question about this request, choose the option above. For anything else, write to ${email}.`,
    writeTo: (email: string) => `Questions? Write to ${email}.`,
    onlyYou: 'Only you can answer with this link; please do not pass it on.',

    saidNotMe: (moment: string) => `You told us that you are not the right person (${moment}).`,
    saidNotMeNext: (partner: string) =>
      `We have told ${partner}, who can ask someone else. You don't need to do anything more, and you won't get any more reminders. Until someone else is asked, this link stays valid: you can still answer below.`,
    saidNotExpected: (moment: string) => `You told us that you did not expect this request (${moment}).`,
    saidNotExpectedNext:
      'The operators of this service are looking into it. The request stays open, and without your approval nothing changes. You can still decline it below.',
    saidNotExpectedInquiry: "The operators of this service are looking into it. You don't need to do anything.",
    inquiry: {
      title: 'This request is under review',
      text: (partner: string) => `The operators of this service are reviewing the request from ${partner}.`,
      next: "Until they have finished, you cannot answer it and nothing changes. You don't need to do anything. The link stays valid.",
      released:
        'The operators of this service have looked into it. Without your approval nothing changes. You can answer below.',
    },

    approved: {
      title: 'You approved this request',
      text: (partner: string, products: number) =>
        `${partner} is now recorded as your partner for ${products === 1 ? 'this product' : 'these products'}.`,
    },
    approvedBySilence: {
      title: 'Approved without an answer',
      text: 'There was no answer in time, which counts as approval.',
    },
    declined: {
      title: 'You declined this request',
      text: (partner: string) => `We have told ${partner}. Nothing changes for your organisation.`,
    },
    withdrawn: {
      title: 'This request was withdrawn',
      text: (partner: string) => `${partner} withdrew its request. You don't need to do anything.`,
    },
    stopped: {
      title: 'This request was stopped',
      text: (partner: string) =>
        `The operators of this service stopped the request from ${partner}. You don't need to do anything.`,
    },
    expiredRequest: {
      title: 'This request has expired',
      text: 'There was no answer in time. Nothing changes for your organisation.',
    },
    ended: {
      title: 'This association has ended',
      byPartner: (partner: string) => `${partner} ended the association. You don't need to do anything.`,
      superseded: (partner: string, successor: string) =>
        `Your organisation approved ${successor} instead. The association of ${partner} has ended. You don't need to do anything.`,
      bySubscription: (partner: string) =>
        `The subscriptions that ${partner} was recorded as your partner for have ended, so the association has ended, too. You don't need to do anything.`,
      byOperator: (partner: string) =>
        `The operators of this service ended the association with ${partner}. You don't need to do anything.`,
      byCustomer: (partner: string) => `You withdrew your approval. We have told ${partner}.`,
    },
    withdrawApproval: {
      heading: 'Withdraw my approval',
      text: (partner: string) =>
        `The association then ends at once: ${partner} is no longer recorded as your partner, and we will say so to them. This is final; for a new association, ${partner} has to ask again.`,
      reason: (partner: string) => `Reason (optional; ${partner} will see it)`,
      confirm: 'Yes, I want to withdraw my approval',
      button: 'Withdraw my approval',
    },
    notRecorded: 'Your answer was not recorded: the request already has a final answer, which is shown here.',
    proof: 'Proof on file',
    proofHint: (partner: string) =>
      `${partner} filed these as proof of its work. This page shows only their names; the files stay with the claim. If you want to read one, ask ${partner}.`,
    proofAdded: (moment: string) => `Added on ${moment}`,
    evidence: 'Proof on file when you answered',
    evidenceHint: (partner: string) =>
      `The files themselves stay with the claim. With its SHA-256 value, ${partner} can show later that a file has not changed.`,
    printable: 'This page is your receipt: you can print it. A copy comes by e-mail.',

    tooLate: {
      title: 'The time to answer is over',
      text: (partner: string) => `The time to answer the request from ${partner} has passed.`,
    },
    replaced: {
      title: 'There is a newer link',
      text: 'A newer mail replaced this link. Please use the link in the latest mail.',
    },
    receiptLinkExpired: {
      title: 'This link has expired',
      text: 'It can no longer withdraw the approval. To end the association, write to your partner.',
    },
    linkExpired: { title: 'This link has expired', text: 'Ask your partner to send a new request.' },
    noRequest: {
      title: "We can't find a request for this link",
      text: 'Check that the link is complete: some mail programs break long links in two. Or ask your partner to send a new one.',
    },
    tryAgain: {
      title: 'Please try again in a moment',
      text: 'Something went wrong on our side and your answer was not recorded. The link stays valid.',
    },
    /** What is wrong with the text that was typed: its length, or the first character that cannot be stored. */
    textLength: (count: number) => `Yours has ${count.toLocaleString('en')}.`,
    textPlace: (place: number, character: string) => `It is character ${place} (${character}).`,
    formErrors: {
      'holders-changed':
        'Your partner of record has changed since you opened this page, so your answer was not recorded. Please read the request again and answer below.',
      unreadable: 'The form could not be read. Please send it again.',
      'no-choice': 'Please choose one of the answers.',
      'text-too-long': 'The text is too long: at most 1,000 characters.',
      'text-characters': 'The text has a character that cannot be stored. Please delete it, then send the form again.',
      'not-confirmed': 'Please confirm that you want to withdraw your approval.',
    },
  },
};

/** All phrases of one language. */
export type Words = typeof en;
