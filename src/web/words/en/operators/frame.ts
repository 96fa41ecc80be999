import { counted } from '../../counted.ts';

/** The head of every page: title, rooms, search. */
export const frame = {
  title: 'Operations',
  lead: 'What is waiting, what is stuck, and what to do about it.',
  rooms: {
    overview: 'Overview',
    claims: 'Claims in flight',
    messages: 'Poison messages',
    customers: 'Unverified customers',
    mails: 'Undelivered mail',
    log: 'Log',
  },
  roomsLabel: 'Parts of operations',
  search: 'Find a claim',
  searchHint: 'Claim ID, words of partner or customer, or the contact’s e-mail address',
  searchAction: 'Find',
  foundTitle: (text: string) => `Claims for “${text}”`,
  foundOfContact: 'Claims of a customer contact',
  foundCount: (count: number) => counted(count, 'claim found', 'claims found'),
  foundMore: 'These are the newest 50 or fewer. Add a word to narrow the search.',
  foundMoreOfContact: 'These are the newest 50 or fewer.',
  foundNone: 'Nothing matches',
  foundNoneHint: 'Search for a claim ID, or for the beginnings of words: of the partner, the customer or its domain.',
  foundNoneOfContact:
    'No claim has a customer contact with this address. A claim is not found by a contact that was replaced or erased.',
};

export type FrameWords = typeof frame;
