import { present } from '../../lib/present.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Claim } from '../claim.ts';
import { closedBy } from '../closed-by.ts';
import { digestOf, type HistoryEntry } from '../history.ts';
import type { Comment } from '../request/thread-shape.ts';

/**
 * Erases the people at the customer from a closed claim and leaves the proof: what was asked and answered, when, and the
 * files. Names and addresses are replaced wherever they occur; what these people wrote is removed as a whole.
 */

export const erased = '(erased)';

/** Names and addresses of the people at the customer, from the claim and its history; longest first. */
export const peopleIn = (claim: Claim, history: HistoryEntry[]): string[] => {
  const { customerContact, technicalContact, formerContacts = [], request, concerns = [], notices = [] } = claim;
  const found = [
    ...[customerContact, technicalContact].flatMap((contact) => [contact?.name, contact?.email]),
    ...formerContacts,
    request?.sentTo,
    ...concerns.map(({ email }) => email),
    ...claim.comments.flatMap(({ by }) => (by.kind === 'customer' ? [by.name] : [])),
    ...notices.flatMap((notice) => ('to' in notice ? [notice.to.name, notice.to.email] : [])),
    ...history.flatMap(({ actor, event, detail }) => [
      ...(actor.kind === 'customer' ? [actor.name] : []),
      ...(addressEvents.has(event) ? [detail?.from, detail?.to] : []),
    ]),
  ];
  const texts = found.filter((text): text is string => typeof text === 'string' && text.length > 1 && text !== erased);
  return [...new Set(texts)].toSorted((one, other) => other.length - one.length);
};
/** Events whose detail has addresses of customer contacts, as `from` and `to`. */
const addressEvents = new Set([
  'request-sent',
  'contact-changed',
  'code-requested',
  'approved',
  'declined',
  'approve-takeover',
]);

/** Removes them from a text. Whole words only, so that a short name does not damage other words. */
export const withoutPeople = (text: string, people: string[]): string =>
  people.reduce((left, person) => {
    const literal = person.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return left.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), erased);
  }, text);

/** Removes them from the claim. */
const eraseClaim = (claim: Claim, people: string[]): Claim => {
  const {
    decision,
    request,
    concerns,
    customerContact,
    technicalContact,
    formerContacts,
    notices,
    submission,
    ...rest
  } = claim;
  const isTheirs = closedBy(claim) === 'customer';
  return {
    ...rest,
    ...present({
      name: claim.name && withoutPeople(claim.name, people),
      statusReason: claim.statusReason && (isTheirs ? erased : withoutPeople(claim.statusReason, people)),
      customerContact: customerContact && { name: erased },
      technicalContact: technicalContact && { name: erased },
      // Without its salt, the hash of the contacts in the history tells nothing about them.
      submission: submission && { files: submission.files },
      request: request && { ...request, sentTo: erased },
      decision: decision && {
        outcome: decision.outcome,
        decidedAt: decision.decidedAt,
        ...present({ code: decision.code && { ...decision.code, sentTo: erased } }),
      },
      concerns: concerns?.map(({ text, ...said }) => ({ ...said, email: erased })),
    }),
    comments: claim.comments.map((comment) => eraseComment(comment, people)),
    poe: claim.poe.map((file) =>
      file.note === undefined ? file : { ...file, note: withoutPeople(file.note, people) },
    ),
  };
};

/** A comment without them. One that named someone loses its salt too, or its hash would confirm a guess. */
const eraseComment = ({ salt, ...comment }: Comment, people: string[]): Comment => {
  // What the customer asked goes as a whole.
  if (comment.by.kind === 'customer') {
    return { ...comment, by: { ...comment.by, ...(comment.by.name ? { name: erased } : {}) }, text: erased };
  }
  const text = withoutPeople(comment.text, people);
  return { ...comment, text, ...(text === comment.text ? present({ salt }) : {}) };
};

/** A history entry without them. `hash` stays that of the entry as it was appended: see `digestOf`. */
const eraseEntry = (entry: HistoryEntry, people: string[]): HistoryEntry => {
  const isTheirs = entry.actor.kind === 'customer';
  const actor = isTheirs && entry.actor.name !== undefined ? { ...entry.actor, name: erased } : entry.actor;
  const detail = entry.detail && eraseDetail(entry.detail, people, isTheirs);
  const changed = { ...entry, actor, ...(detail ? { detail } : {}) };
  return canonicalJson(changed) === canonicalJson(entry) ? entry : { ...changed, erased: true };
};

/** Members of a detail in which people are, or may be, named. Hashes, codes and names of files are the proof. */
const eraseDetail = (detail: Record<string, unknown>, people: string[], isTheirs: boolean): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(detail).map(([key, value]) => {
      if (typeof value !== 'string' || !namingMembers.has(key)) return [key, value];
      return [key, isTheirs && writtenMembers.has(key) ? erased : withoutPeople(value, people)];
    }),
  );
const writtenMembers = new Set(['reason', 'text']);
const namingMembers = new Set([...writtenMembers, 'from', 'to', 'foreignDomainReason']);

/** The result of an erasure: the claim, the changed history entries, and the digests that vouch for them. */
export type Erasure = { claim: Claim; isWhole: boolean; rewritten: HistoryEntry[]; digests: Record<string, string> };

/**
 * Undefined when no person is left in the claim. One call erases the oldest `maxEntries` entries of a long history, and the claim with
 * the last of them; the rest is for another call with the same people.
 */
export const eraseContact = (
  claim: Claim,
  history: HistoryEntry[],
  people: string[],
  maxEntries = Number.POSITIVE_INFINITY,
): Erasure | undefined => {
  const after = eraseClaim(claim, people);
  const all = history.map((entry) => eraseEntry(entry, people)).filter((entry) => !history.includes(entry));
  if (all.length === 0 && canonicalJson(after) === canonicalJson(claim)) return undefined;
  const rewritten = all.slice(0, maxEntries);
  return {
    claim: all.length > rewritten.length ? claim : after,
    isWhole: all.length === rewritten.length,
    rewritten,
    digests: Object.fromEntries(rewritten.map((entry) => [String(entry.sequence), digestOf(entry)])),
  };
};
