import type { ActivityCode } from '../../domain/catalogue/catalogue-shape.ts';

/** What the partner did, in a sentence. `partner`: its name, or `thePartner`. */
const activities: Record<ActivityCode, (partner: string) => string> = {
  presales: (partner) => `${partner} advised you before you bought the product.`,
  usage: (partner) => `${partner} helps you put a Dynamics 365 or Power Platform product to use.`,
  revenue: (partner) => `${partner} influenced your choice of the product with a solution of its own.`,
  m365_usage: (partner) => `${partner} helps you put a Microsoft 365 or security product to use.`,
};

/** What lets a customer trust a request and understand it, in English. The other languages have the type of this one. */
export const about = {
  /** Above every mail and page. */
  byline: (service: string, operator: string) => `${service}, run by ${operator}`,
  /** Below every mail and page: the first is the text of a link. */
  explained: 'What this is, how to check that it is genuine, and how to leave later',
  doubts: (contact: string) => `Not sure whether this is genuine? Write to ${contact}.`,

  activities,
  thePartner: 'The partner',
  role: (activity: string, sentence: string) => `${activity} – ${sentence}`,
  /** How two roles of one claim follow each other. */
  roles: (sentences: string[]) => sentences.join(' '),

  /** A revenue association: the partner took part in a sale by somebody else. */
  revenue: {
    asks: (partner: string, customer: string, products: number) =>
      `${partner} asks to be recorded as a partner that influenced the choice of ${customer} for the ${products === 1 ? 'product' : 'products'} below ("partner of record"). Your answer decides.`,
    sees: (partner: string, products: number) =>
      products === 1
        ? `${partner} is recorded as a partner that influenced your choice of this product and sees usage figures and the number of licences sold for it.`
        : `${partner} is recorded as a partner that influenced your choice of these products and sees usage figures and the number of licences sold for them.`,
    labels: {
      dynamicsSolutionSellerName: 'Sold to you by',
      customerName: 'Customer in the sale',
      isvProductName: "The partner's solution",
    },
  },

  wayOut: (partner: string) =>
    `You can withdraw an approval later, without giving a reason: the receipt that you get by e-mail has a link for that. The association then ends at once, and we will tell ${partner}.`,

  page: {
    title: 'About requests for your approval',
    languages: 'Language',
    lead: (service: string, operator: string) =>
      `${service} is a service of ${operator}. Partners that sell Microsoft products use it to ask their customers for approval. You answer with a personal link and need no account.`,
    association: {
      heading: 'What an association is',
      text: 'An association records a partner as your partner for a product. Microsoft calls this the "partner of record". Such a partner advised you on the product, helps you use it, or influenced your choice with a solution of its own.',
      sees: 'The partner then sees usage figures and the number of licences sold for that product. It gets no administrator rights, no access to your systems, and no other data of yours.',
      one: 'For each product and kind of activity, you have one such partner at a time. If you have one already, the request says so. Approving the request then ends the former association.',
    },
    activities: 'What each activity means',
    /** Two activities have the same name: here they stand side by side. */
    usages: { usage: 'Usage (Dynamics 365, Power Platform)', m365_usage: 'Usage (Microsoft 365, security)' },
    check: {
      heading: 'How to check a mail from us',
      sender: (address: string) => `It comes from ${address}.`,
      links: (host: string) =>
        `Its links lead to ${host} and nowhere else. Look at the address before you open a link.`,
      claim:
        'It names the partner, the products and a claim ID, which begins with "ca-". The page behind its link shows the same.',
      never: 'A request asks for your answer and nothing else: no password, no payment, no file, no sign-in.',
      unsure: (contact: string) =>
        `If you are not sure, do not open the link. Write to ${contact} and give the claim ID, or call the partner on a number that you already know.`,
    },
    answer: {
      heading: 'How to answer',
      code: 'For some requests, we then send a six-digit code to the same address, and the page asks for it. Never tell anyone the code.',
      text: 'On the page behind the link you can approve, decline, ask the partner a question, say that you are not the right person, or say that you did not expect the request. Opening the page decides nothing. While a question waits for its reply, the time to answer is paused. The mail says until when you can answer, and what happens if you do not.',
    },
    leave: {
      heading: 'How to leave later',
      text: 'You can withdraw an approval later, without giving a reason. Use the link in the receipt that we sent you after your answer; the receipt says until when it works. The association then ends at once, and we will tell the partner.',
      lost: (contact: string) =>
        `If you no longer have the receipt, or its link has expired, write to the partner or to ${contact} and give the claim ID.`,
    },
  },
};

/** These phrases of one language. */
export type AboutWords = typeof about;
