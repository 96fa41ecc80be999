import { askForCode } from '../../claims/decision/ask-for-code.ts';
import type { LinkView } from '../../claims/decision/open-link.ts';
import type { AnsweredWithCode, CodeRefusal } from '../../claims/decision/record-decision.ts';
import type { Deps } from '../../claims/deps.ts';
import type { Claim } from '../../domain/claim.ts';
import { codeState, codeUntil } from '../../domain/request/answer-code.ts';
import type { CodeFault, CodeStep } from './code-page.ts';

/** What comes before an answer is taken: the page that asks for the code, or what stands in its way. */
export type BeforeAnswer = { step: CodeStep } | { holdersChanged: true } | { view: LinkView };

/** Sends a code and asks for it. `again`: a new one, unless the last one was sent a moment ago. */
export const sendCode = async (
  deps: Deps,
  token: string,
  answer: AnsweredWithCode,
  { again }: { again: boolean },
): Promise<BeforeAnswer> => {
  const asked = await askForCode(deps, token, answer, { again });
  if ('sent' in asked) {
    return { step: { ...asked.sent, answer, ...(asked.onItsWay ? { fault: { fault: 'on-its-way' as const } } : {}) } };
  }
  if ('unsendable' in asked)
    return { step: { claim: asked.claim, answer, until: undefined, fault: { fault: 'unsendable' } } };
  if (!('limitedUntil' in asked)) return asked;
  return { step: stepOf(deps, asked.claim, answer, { fault: 'limited', from: asked.limitedUntil }) };
};

/** Asks for the code again, or for the first time. */
export const codeStep = async (
  deps: Deps,
  token: string,
  answer: AnsweredWithCode,
  { refusal, view }: { refusal: CodeRefusal; view: LinkView },
): Promise<BeforeAnswer> => {
  if (refusal.code === 'needed') return sendCode(deps, token, answer, { again: false });
  if (view.show !== 'request') return { view };
  if (refusal.code !== 'wrong') return { step: stepOf(deps, view.claim, answer, { fault: refusal.code }) };
  const { left } = refusal;
  return { step: stepOf(deps, view.claim, answer, left === 0 ? { fault: 'spent' } : { fault: 'wrong', left }) };
};

const stepOf = (deps: Deps, claim: Claim, answer: AnsweredWithCode, fault: CodeFault): CodeStep => {
  const { answerCode } = claim;
  const isOpen = codeState(claim, answer.outcome, deps.now()) === 'open';
  return { claim, answer, until: isOpen && answerCode ? codeUntil(answerCode) : undefined, fault };
};
