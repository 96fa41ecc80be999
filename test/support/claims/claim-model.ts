import { type ActorKind, type ClaimEvent, type ClaimStatus, nextStatus } from '../../../src/domain/claim-state.ts';
import { Problem } from '../../../src/lib/result.ts';

/** A pure model of what people do to one claim: the state machine, and the few facts beside the status that decide. */

export const operations = [
  'edit',
  'submit',
  'withdraw',
  'resend',
  'change-contact',
  'approve',
  'decline',
  'disassociate',
  'take-back',
  'comment',
  'add-poe',
  'cancel',
  'remove-poe',
  'replace-poe',
  'note-poe',
  'not-the-right-person',
  'not-expected',
  'ask',
  'window-ends',
] as const;
export type Operation = (typeof operations)[number];

export const customerOperations: readonly Operation[] = [
  ...(['approve', 'decline', 'take-back', 'not-the-right-person', 'not-expected', 'ask'] as const),
];

/** What a request under inquiry does not take: the customer's "I did not expect this" opens one. */
const waitsForRelease: readonly Operation[] = [
  ...(['approve', 'decline', 'not-the-right-person', 'ask', 'resend', 'change-contact', 'window-ends'] as const),
];

const actorOf = (operation: Operation): ActorKind => {
  if (operation === 'window-ends') return 'system';
  return customerOperations.includes(operation) ? 'customer' : 'partner';
};

/** What the state machine calls an operation that it has another name for. */
const eventOf = (operation: Operation): ClaimEvent => {
  switch (operation) {
    case 'replace-poe':
      return 'remove-poe';
    case 'note-poe':
      return 'edit';
    case 'window-ends':
      return 'expire';
    default:
      return operation;
  }
};

/** The history entry that an operation leaves, as `actor event`. */
const entryOf: Record<Operation, string> = {
  edit: 'partner edited',
  submit: 'partner submitted',
  withdraw: 'partner withdrawn',
  resend: 'partner resend-requested',
  'change-contact': 'partner contact-changed',
  approve: 'customer approved',
  decline: 'customer declined',
  disassociate: 'partner ended',
  'take-back': 'customer ended',
  comment: 'partner commented',
  'add-poe': 'partner poe-added',
  cancel: 'partner cancelled',
  'remove-poe': 'partner poe-removed',
  'replace-poe': 'partner poe-replaced',
  'note-poe': 'partner poe-noted',
  'not-the-right-person': 'customer not-the-right-person',
  'not-expected': 'customer not-expected',
  ask: 'customer question-asked',
  'window-ends': 'system expired',
};

export type ModelClaim = {
  status: ClaimStatus;
  version: number;
  /** Version of the link that is valid. */
  link: number;
  /** The link is so new that no one may be asked again. */
  askedJustNow: boolean;
  contactChanged: boolean;
  /** Whether the file is there that is removed, replaced or noted; and how many others. */
  fileThere: boolean;
  otherFiles: number;
  /** Concerns that were raised with the link that is valid. */
  concerns: Operation[];
  /** How many questions were asked, and whether the last one waits for its reply. */
  questions: number;
  questionOpen: boolean;
  decision?: 'approve' | 'decline';
  entries: string[];
};

/** What the sender of an operation knew of the claim: an editor the version, a customer the link. */
export type Known = Pick<ModelClaim, 'version' | 'link'>;

export const modelClaim = (status: ClaimStatus): ModelClaim => ({
  status,
  version: 1,
  link: status === 'draft' ? 0 : 1,
  askedJustNow: false,
  contactChanged: false,
  fileThere: true,
  otherFiles: 0,
  concerns: [],
  questions: 0,
  questionOpen: false,
  ...(status === 'approved' ? { decision: 'approve' as const } : {}),
  entries: [],
});

/** The claim after an operation; the same object when it succeeds and changes nothing; undefined when it is refused. */
export const applied = (claim: ModelClaim, operation: Operation, known: Known): ModelClaim | undefined => {
  const isVersioned = operation === 'edit' || operation === 'cancel';
  if (isVersioned && claim.version !== known.version) return undefined;
  if (actorOf(operation) === 'customer' && (known.link === 0 || claim.link !== known.link)) return undefined;
  // Said again, an answer that stands is a success.
  if (operation === claim.decision) return claim;
  if (operation === 'take-back' && claim.entries.includes(entryOf['take-back'])) return claim;
  const status = nextStatus(claim.status, eventOf(operation), actorOf(operation));
  if (status instanceof Problem) return undefined;
  if (claim.concerns.includes(operation)) return claim;
  if (claim.concerns.includes('not-expected') && waitsForRelease.includes(operation)) return undefined;
  const ofFile = operation === 'remove-poe' || operation === 'replace-poe' || operation === 'note-poe';
  if (ofFile && !claim.fileThere) return undefined;
  if (operation === 'submit' && !claim.fileThere && claim.otherFiles === 0) return undefined;
  if (operation === 'resend' && claim.askedJustNow) return undefined;
  if (operation === 'change-contact' && claim.contactChanged) return claim;
  if (operation === 'ask' && (claim.questionOpen || claim.questions === 3)) return undefined;
  // The time to answer stands still.
  if (operation === 'window-ends' && claim.questionOpen) return undefined;
  const asks = operation === 'submit' || operation === 'resend' || operation === 'change-contact';
  return {
    ...claim,
    status,
    version: claim.version + 1,
    link: claim.link + (asks ? 1 : 0),
    askedJustNow: claim.askedJustNow || asks,
    fileThere: claim.fileThere && operation !== 'remove-poe',
    otherFiles: claim.otherFiles + (operation === 'add-poe' ? 1 : 0),
    concerns: concernsAfter(claim, operation, asks),
    questions: claim.questions + (operation === 'ask' ? 1 : 0),
    questionOpen: isQuestionOpen(claim, operation, status),
    contactChanged: claim.contactChanged || operation === 'change-contact',
    ...(operation === 'approve' || operation === 'decline' ? { decision: operation } : {}),
    entries: [...claim.entries, entryOf[operation]],
  };
};

/** Another contact, or the end of the wait, settles a question. A comment that names no question is no reply. */
const isQuestionOpen = ({ questionOpen }: ModelClaim, operation: Operation, status: ClaimStatus): boolean =>
  operation === 'ask' || (questionOpen && status === 'submitted' && operation !== 'change-contact');

const concernsAfter = ({ concerns }: ModelClaim, operation: Operation, asks: boolean): Operation[] => {
  // A new link: whoever has it may say it again.
  if (asks) return [];
  return operation === 'not-the-right-person' || operation === 'not-expected' ? [...concerns, operation] : concerns;
};

/** What can be seen after two operations: the status, what was recorded in which order, and who was told of success. */
export type Seen = { status: ClaimStatus; entries: string[]; succeeded: [boolean, boolean] };
export type Pair = [Operation, Operation];

/** What is seen when the operations come one after the other, the second first if `swapped`; both senders knew `start`. */
export const oneAfterTheOther = (start: ModelClaim, pair: Pair, swapped: boolean): Seen => {
  const [first, second] = swapped ? [pair[1], pair[0]] : pair;
  const afterFirst = applied(start, first, start);
  const between = afterFirst ?? start;
  const afterSecond = applied(between, second, start);
  const { status, entries } = afterSecond ?? between;
  const done: [boolean, boolean] = [afterFirst !== undefined, afterSecond !== undefined];
  return { status, entries, succeeded: swapped ? [done[1], done[0]] : done };
};

/** Both orders. */
export const serialOutcomes = (start: ModelClaim, pair: Pair): Seen[] => [
  oneAfterTheOther(start, pair, false),
  oneAfterTheOther(start, pair, true),
];

/** Every unordered pair of operations, an operation with itself included. */
export const allPairs: Pair[] = operations.flatMap((first, index) =>
  operations.slice(index).map((second): Pair => [first, second]),
);
