import { dayMs } from '../../lib/time.ts';
import type { AnswerCode, Claim, Decision } from '../claim.ts';

/**
 * The second factor: a code that is mailed to the customer contact and typed before an answer is taken. It is good for one answer
 * of one link. The record has no code, only what it is made from with a key: see `answer-codes.ts`.
 */

/** How long (ms) a code can be typed. */
const codeLifeMs = 10 * 60_000;
/** How often a code may be typed wrong. */
const maxWrong = 5;
/** How long (ms) a code is on its way: meanwhile no new one makes it useless that the customer may be typing. */
const onItsWayMs = 60_000;
type Limit = { codes: number; withinMs: number };
/** The most codes for one contact within a time (ms), so that no one fills a mailbox or guesses for long. */
const contactLimits: Limit[] = [
  { codes: 5, withinMs: 60 * 60_000 },
  { codes: 10, withinMs: dayMs },
];
/** The most codes of a claim within a time (ms), whoever gets them: contacts that take turns do not double what one gets. */
const claimLimits: Limit[] = [{ codes: 30, withinMs: dayMs }];
const remembered = Math.max(...[...contactLimits, ...claimLimits].map(({ codes }) => codes));

type Outcome = Decision['outcome'];

/** `none`: no code for this answer was sent with this link, or a newer one was sent for another. */
export type CodeState = 'open' | 'none' | 'expired' | 'spent';

/** Whether a code for this answer can be typed now. */
export const codeState = ({ answerCode, link }: Claim, outcome: Outcome, now: Date): CodeState => {
  if (answerCode === undefined || answerCode.linkVersion !== link?.version || answerCode.outcome !== outcome)
    return 'none';
  if (answerCode.wrong >= maxWrong) return 'spent';
  return now.getTime() < Date.parse(codeUntil(answerCode)) ? 'open' : 'expired';
};

/** Whether the code for this answer was sent a moment ago: asked for another one, it is sent again. */
export const isOnItsWay = (claim: Claim, outcome: Outcome, now: Date): boolean =>
  claim.answerCode !== undefined &&
  codeState(claim, outcome, now) === 'open' &&
  now.getTime() < Date.parse(claim.answerCode.issuedAt) + onItsWayMs;

/** The moment up to which a code can be typed. */
export const codeUntil = ({ issuedAt }: Pick<AnswerCode, 'issuedAt'>): string =>
  new Date(Date.parse(issuedAt) + codeLifeMs).toISOString();

/** How often it can still be typed wrong. */
export const triesLeft = ({ wrong }: Pick<AnswerCode, 'wrong'>): number => Math.max(0, maxWrong - wrong);

/** When the next code can be sent; undefined if that is now. A new contact does not pay for what the one before asked for. */
export const nextCodeFrom = ({ answerCode, link }: Claim, now: Date): string | undefined => {
  const sent = answerCode?.sent ?? [];
  const toContact = sent.filter(({ linkVersion }) => linkVersion >= (link?.contactSince ?? 0));
  const latest = Math.max(0, ...freeFrom(toContact, contactLimits), ...freeFrom(sent, claimLimits));
  return latest > now.getTime() ? new Date(latest).toISOString() : undefined;
};

/** When each limit that these codes have reached lets another one through. */
const freeFrom = (sent: AnswerCode['sent'], limits: Limit[]): number[] =>
  limits.flatMap(({ codes, withinMs }) => {
    const first = sent.at(-codes);
    return first === undefined ? [] : Date.parse(first.at) + withinMs;
  });

/** The claim with a new code for this answer; a code that was sent before is no good any more. */
export const withNewCode = (claim: Claim, outcome: Outcome, now: Date): Claim & { answerCode: AnswerCode } => {
  const issuedAt = now.toISOString();
  const linkVersion = claim.link?.version ?? 1;
  const sent = [...(claim.answerCode?.sent ?? []), { at: issuedAt, linkVersion }].slice(-remembered);
  // Numbers its mail: no two codes of a claim share one.
  const number = (claim.answerCode?.number ?? 0) + 1;
  return { ...claim, answerCode: { number, linkVersion, outcome, issuedAt, wrong: 0, sent } };
};

/** The claim after its code was typed wrong. */
export const withWrongCode = (claim: Claim, answerCode: AnswerCode): Claim & { answerCode: AnswerCode } => ({
  ...claim,
  answerCode: { ...answerCode, wrong: answerCode.wrong + 1 },
});

/** What people type, copied with blanks, hyphens or full-width digits. */
export const typedCode = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{Dash}]/gu, '');

export const isCode = (text: string): boolean => /^\d{6}$/.test(text);
