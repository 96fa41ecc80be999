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
/** The most codes within a time (ms), so that nobody fills a mailbox or guesses for long. */
const limits = [
  { codes: 5, withinMs: 60 * 60_000 },
  { codes: 10, withinMs: dayMs },
] as const;
const remembered = Math.max(...limits.map(({ codes }) => codes));

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

/** The moment up to which a code can be typed. */
export const codeUntil = ({ issuedAt }: Pick<AnswerCode, 'issuedAt'>): string =>
  new Date(Date.parse(issuedAt) + codeLifeMs).toISOString();

/** How often it can still be typed wrong. */
export const triesLeft = ({ wrong }: Pick<AnswerCode, 'wrong'>): number => Math.max(0, maxWrong - wrong);

/** When the next code can be sent; undefined if that is now. */
export const nextCodeFrom = ({ answerCode }: Claim, now: Date): string | undefined => {
  const sent = answerCode?.sent ?? [];
  const from = limits.flatMap(({ codes, withinMs }) => {
    const first = sent.at(-codes);
    return first === undefined ? [] : Date.parse(first) + withinMs;
  });
  const latest = Math.max(0, ...from);
  return latest > now.getTime() ? new Date(latest).toISOString() : undefined;
};

/** The claim with a new code for this answer; a code that was sent before is no good any more. */
export const withNewCode = (claim: Claim, outcome: Outcome, now: Date): Claim & { answerCode: AnswerCode } => {
  const issuedAt = now.toISOString();
  const sent = [...(claim.answerCode?.sent ?? []), issuedAt].slice(-remembered);
  // Numbers its mail: no two codes of a claim share one.
  const number = (claim.answerCode?.number ?? 0) + 1;
  return { ...claim, answerCode: { number, linkVersion: claim.link?.version ?? 1, outcome, issuedAt, wrong: 0, sent } };
};

/** The claim after its code was typed wrong. */
export const withWrongCode = (claim: Claim, answerCode: AnswerCode): Claim & { answerCode: AnswerCode } => ({
  ...claim,
  answerCode: { ...answerCode, wrong: answerCode.wrong + 1 },
});

/** What people type, copied with blanks, hyphens or full-width digits. */
export const typedCode = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{Dash}]/gu, '');

export const isCode = (text: string): boolean => /^\d{6}$/.test(text);
