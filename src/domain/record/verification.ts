import { present } from '../../lib/present.ts';
import type { Claim } from '../claim.ts';
import { commentDigest, writtenEvents } from '../comments.ts';
import { erasedEvent, firstBrokenEntry, type HistoryEntry } from '../history.ts';
import {
  contactChangedEvent,
  partDigest,
  type SubmissionPart,
  submissionParts,
  submittedEvent,
  wholeDigest,
} from './submission.ts';

/**
 * Whether a claim's history holds, and whether the record still says what the history says was submitted and written. `erased`: the
 * people in it were erased, and with them what its hash could be compared with.
 */

export type Agreement = 'matches' | 'differs' | 'erased';

/** What became of a submission: `entry` is the number of its history entry, `sha256` the hash of the whole. */
export type SubmissionCheck = {
  entry: number;
  sha256: string;
  agreement: Agreement;
  parts: Record<SubmissionPart, Agreement>;
};

export type HistoryVerification = {
  /** The chain holds, and nothing in the record differs from it. */
  intact: boolean;
  chain: {
    holds: boolean;
    entries: number;
    headHash: string;
    firstBrokenEntry?: number;
    /** Entries from which people were erased. A later entry vouches for what is left of them. */
    erasedEntries: number;
  };
  /** Undefined until the claim is submitted. */
  submission?: SubmissionCheck;
  /** How many comments have the text that was written. */
  comments: { matching: number; differing: number; erased: number };
};

/** Checks the history of a claim, and the claim by its history. Both must have been read at the same version. */
export const verifyHistory = (claim: Claim, entries: HistoryEntry[]): HistoryVerification => {
  const broken = firstBrokenEntry(entries, claim.history);
  const submission = checkSubmission(claim, entries);
  const comments = checkComments(claim, entries);
  const agrees = submission?.agreement !== 'differs' && comments.differing === 0;
  return {
    intact: broken === undefined && agrees,
    chain: {
      holds: broken === undefined,
      entries: entries.length,
      headHash: claim.history.hash,
      ...present({ firstBrokenEntry: broken }),
      erasedEntries: entries.filter(({ erased }) => erased).length,
    },
    ...present({ submission }),
    comments,
  };
};

/** Whether people were erased from this history: without that, nothing may be missing. */
const hasErasure = (entries: HistoryEntry[]): boolean => entries.some(({ event }) => event === erasedEvent);

/** The hash at `member` of an entry's detail; empty if it has none. */
const digestAt = (entry: HistoryEntry | undefined, member: string): string => String(entry?.detail?.[member] ?? '');

const checkSubmission = (claim: Claim, entries: HistoryEntry[]): SubmissionCheck | undefined => {
  if (claim.submittedAt === undefined) return undefined;
  const entry = entries.find(({ event }) => event === submittedEvent);
  const recorded = Object(entry?.detail?.submission) as Partial<Record<SubmissionPart | 'sha256', string>>;
  const lastContact = entries.findLast(({ event }) => event === contactChangedEvent);
  const expected = (part: SubmissionPart): string | undefined =>
    part === 'contacts' && lastContact !== undefined ? digestAt(lastContact, 'contacts') : recorded[part];
  const agreementOf = (part: SubmissionPart): Agreement => {
    if (part === 'contacts' && claim.submission?.salt === undefined && hasErasure(entries)) return 'erased';
    return expected(part) === partDigest(claim, part) ? 'matches' : 'differs';
  };
  const parts = {
    partner: agreementOf('partner'),
    customer: agreementOf('customer'),
    products: agreementOf('products'),
    contacts: agreementOf('contacts'),
    proof: agreementOf('proof'),
  };
  const { sha256 = '', partner = '', customer = '', products = '', contacts = '', proof = '' } = recorded;
  const isWhole = sha256 === wholeDigest(claim, { partner, customer, products, contacts, proof });
  return { entry: entry?.sequence ?? 0, sha256, agreement: isWhole ? worstOf(parts) : 'differs', parts };
};

const worstOf = (parts: Record<SubmissionPart, Agreement>): Agreement => {
  const found = submissionParts.map((part) => parts[part]);
  if (found.includes('differs')) return 'differs';
  return found.includes('erased') ? 'erased' : 'matches';
};

const checkComments = ({ comments }: Claim, entries: HistoryEntry[]): HistoryVerification['comments'] => {
  const written = new Map(
    entries
      .filter(({ event }) => writtenEvents.has(event))
      .map((entry) => [entry.detail?.comment, digestAt(entry, 'sha256')]),
  );
  const counts = { matching: 0, differing: 0, erased: 0 };
  for (const comment of comments) {
    const recorded = written.get(comment.id);
    const wasErased = comment.salt === undefined && hasErasure(entries);
    if (recorded !== undefined && wasErased) counts.erased += 1;
    else if (recorded === commentDigest(comment)) counts.matching += 1;
    else counts.differing += 1;
  }
  // A comment that the history tells of, and the record has no longer.
  counts.differing += [...written.keys()].filter((id) => !comments.some((comment) => comment.id === id)).length;
  return counts;
};
