import type { Claim } from '../../src/domain/claim.ts';
import { verifyHistory } from '../../src/domain/record/verification.ts';
import { recomputedHashes, type ShownEntry } from '../support/claims/history-chain.ts';
import { mailKind } from '../support/http/call-label.ts';
import type { Evidence } from './evidence.ts';
import type { Mailbox } from './faults.ts';
import type { Acknowledged, World } from './world.ts';

/** One promise: how often it was put to the test, and where it does not hold. */
export type Check = { what: string; count: number; failures: string[] };

export const check = <T>(what: string, cases: Iterable<T>, failureOf: (one: T) => string | undefined): Check => {
  const all = [...cases];
  return { what, count: all.length, failures: all.map(failureOf).filter((failure) => failure !== undefined) };
};

const eventsOf = ({ histories }: Evidence, { id }: Claim): string[] =>
  (histories.get(id) ?? []).map(({ event }) => event);

/** Whether the record says what somebody was told. */
const stands = ({ what, which }: Acknowledged, claim: Claim, events: string[]): boolean => {
  const { status, decision, poe, comments } = claim;
  switch (what) {
    case 'created':
      return true;
    case 'uploaded':
      return poe.some(({ fileId }) => fileId === which);
    case 'submitted':
      return claim.submittedAt !== undefined && status !== 'draft';
    case 'approved':
      return decision?.outcome === 'approved' && (status === 'approved' || status === 'ended');
    case 'declined':
      return decision?.outcome === 'declined' && status === 'declined';
    case 'asked':
      return events.includes('question-asked') || comments.some(({ by }) => by.kind === 'customer');
    case 'replied':
      return comments.some(({ text, answers }) => text === which && answers !== undefined);
    case 'contact-changed':
      return events.includes('contact-changed');
    case 'taken-back':
    case 'disassociated':
      return status === 'ended';
    default:
      return status === what;
  }
};

/** Events that a claim has at most once, and those that end its wait for an answer, of which it has at most one. */
const once = ['created', 'submitted', 'ended', 'outcome-sent', 'receipt-sent', 'question-asked', 'contact-changed'];
const endings = ['approved', 'declined', 'expired', 'withdrawn', 'cancelled'];

const doubledIn = (claim: Claim, events: string[]): string | undefined => {
  const count = (...of: string[]): number => events.filter((event) => of.includes(event)).length;
  const doubled = once.filter((event) => count(event) > 1);
  if (count(...endings) > 1) doubled.push(endings.filter((event) => events.includes(event)).join(' and '));
  if (count('poe-added') > 1) doubled.push('poe-added');
  return doubled.length === 0 ? undefined : `${claim.id} has twice: ${doubled.join(', ')}`;
};

/** What keeps a claim from being over. An approved one, or one that has ended, has nothing more to come. */
const stuckness = (claim: Claim, orchestration: string | undefined): string | undefined => {
  const { id, status, settledAt, attention, notices = [] } = claim;
  const wasSubmitted = claim.submittedAt !== undefined;
  const faults = [
    ...(status === 'draft' || status === 'submitted' ? [`is ${status}`] : []),
    ...(wasSubmitted && settledAt === undefined ? ['is not settled'] : []),
    ...(notices.length > 0 ? [`has a notice that was not sent: ${notices.map(({ kind }) => kind).join()}`] : []),
    ...(attention === undefined ? [] : [`needs attention: ${attention.reason}`]),
    ...(orchestration !== (wasSubmitted ? 'Completed' : undefined)
      ? [`its orchestration is ${orchestration ?? 'missing'}`]
      : []),
  ];
  return faults.length === 0 ? undefined : `${id} ${faults.join('; ')}`;
};

/** The mail kinds of which a claim has one for each entry of its history. */
const recordedMails: [event: string, kind: RegExp][] = [
  ['request-sent', /^request( \d+)?$/],
  ['outcome-sent', /^outcome$/],
  ['receipt-sent', /^receipt$/],
  ['reminder-sent', /^reminder( \d+)?$/],
  ['deadline-near-sent', /^deadline-near( \d+)?$/],
];

/**
 * Of an association that ended before anybody had recorded that its approval was told, nobody records it any more. See "What a
 * crash leaves" in docs/reliability.md.
 */
const isUnrecorded = ({ status }: Claim, events: string[]): boolean =>
  status === 'ended' && !events.includes('outcome-sent');

const wrongMails = (evidence: Evidence, claim: Claim): string | undefined => {
  const kinds = (evidence.mails.get(claim.id) ?? []).map((operationId) => mailKind(claim.id, operationId));
  const events = eventsOf(evidence, claim);
  const faults = recordedMails.flatMap(([event, kind]) => {
    if (isUnrecorded(claim, events) && /^(outcome|receipt)-sent$/.test(event)) return [];
    const [sent, recorded] = [
      kinds.filter((one) => kind.test(one)).length,
      events.filter((one) => one === event).length,
    ];
    return sent === recorded ? [] : [`${sent} mails and ${recorded} entries ${event}`];
  });
  const doubled = kinds.filter((kind, at) => kinds.indexOf(kind) !== at);
  const all = [...faults, ...doubled.map((kind) => `two mails '${kind}'`)];
  return all.length === 0 ? undefined : `${claim.id}: ${all.join('; ')} (${events.join(', ')})`;
};

/** What people were told, and what the claims' histories and mails say. */
export const checkClaims = (evidence: Evidence, world: World, mailbox: Mailbox): Check[] => {
  const { claims, histories } = evidence;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return [
    check('acknowledged answers stand', world.acknowledged, (told) => {
      const claim = byId.get(told.claimId);
      if (claim !== undefined && stands(told, claim, eventsOf(evidence, claim))) return undefined;
      return `${told.claimId} was said to be ${told.what}, and is ${claim?.status ?? 'missing'}`;
    }),
    check('claims have one outcome, and each step once', claims, (claim) =>
      doubledIn(claim, eventsOf(evidence, claim)),
    ),
    check(
      'claims were created once',
      Map.groupBy(claims, ({ name }) => name),
      ([name, same]) => (same.length === 1 ? undefined : `${name} is there ${same.length} times`),
    ),
    check('claims are over, and their orchestrations too', claims, (claim) =>
      stuckness(claim, evidence.orchestrations.get(claim.id)),
    ),
    check('history chains hold', claims, (claim) => {
      const entries = histories.get(claim.id) ?? [];
      // The cast: an entry as it is stored has all that an entry as it is shown has.
      const recomputed = recomputedHashes(entries as ShownEntry[]);
      const holds = recomputed.every((hash, at) => hash === entries[at]?.hash);
      return holds && verifyHistory(claim, entries).intact ? undefined : `${claim.id} is not intact`;
    }),
    check('claims have each mail once, and no other', claims, (claim) => wrongMails(evidence, claim)),
    {
      what: 'repeated mails were needed, and had the same operation ID',
      count: mailbox.repeats,
      failures: mailbox.needlessRepeats,
    },
    {
      what: 'requests repeated under their key got the first answer',
      count: world.counts.repeated,
      failures: world.repeatedDifferently,
    },
    {
      what: 'answers were right, or said when to try again',
      count: world.counts.requests,
      failures: world.wrongAnswers,
    },
  ];
};
