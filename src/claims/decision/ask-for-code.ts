import type { AnswerCode, Claim } from '../../domain/claim.ts';
import { customerActor } from '../../domain/customer/customer-actor.ts';
import { codeState, codeUntil, isOnItsWay, nextCodeFrom, withNewCode } from '../../domain/request/answer-code.ts';
import { answerCodeMail } from '../../mail/answer-code.ts';
import { unchanged } from '../change-claim.ts';
import type { Deps } from '../deps.ts';
import { holdersOf, seenOf } from '../holder/holders-of.ts';
import { changeByLink, type LinkView } from './open-link.ts';
import type { CustomerAnswer } from './record-decision.ts';

/**
 * What came of asking: the code that was sent (`onItsWay`: a moment ago already, so there is no new one), the moment from which one
 * can be sent again, that the mail service refuses the address, or why none is needed.
 */
export type CodeAsked =
  | { sent: { claim: Claim; until: string }; onItsWay: boolean }
  | { limitedUntil: string; claim: Claim }
  | { unsendable: true; claim: Claim }
  | { holdersChanged: true }
  | { view: LinkView };

type Why = LinkView | 'holders-changed' | { limitedUntil: string } | 'sent-before' | 'on-its-way';

/**
 * Sends the code for an answer to the customer contact. While a code for it can be typed, that one is sent again, unless the
 * customer wants a new one and it was not sent a moment ago: the mail service drops what it has already sent, so this also heals a
 * crash between record and mail.
 */
export const askForCode = async (
  deps: Deps,
  token: string,
  { outcome, seen }: Pick<CustomerAnswer, 'outcome' | 'seen'>,
  { again }: { again: boolean },
): Promise<CodeAsked> => {
  const changed = await changeByLink<Why>(
    deps,
    token,
    async (claim, view, now) => {
      if (view.show !== 'request' || !claim.policy?.secondFactor) return unchanged(view);
      // No code for an answer to a page that is out of date.
      if (outcome === 'approved' && seenOf(await holdersOf(deps, claim)) !== seen) return unchanged('holders-changed');
      if (!again && codeState(claim, outcome, now) === 'open') return unchanged('sent-before');
      if (isOnItsWay(claim, outcome, now)) return unchanged('on-its-way');
      const limitedUntil = nextCodeFrom(claim, now);
      if (limitedUntil !== undefined) return unchanged({ limitedUntil });
      const to = claim.customerContact?.email ?? '';
      return {
        claim: withNewCode(claim, outcome, now),
        entries: [{ actor: customerActor(claim), event: 'code-requested', detail: { outcome, to } }],
      };
    },
    () => ({}),
  );
  if (!('claim' in changed)) return { view: changed.view };
  const { claim, unchanged: why } = changed;
  if (why === 'holders-changed') return { holdersChanged: true };
  if (why !== undefined && typeof why !== 'string') {
    return 'limitedUntil' in why ? { limitedUntil: why.limitedUntil, claim } : { view: why };
  }
  const until = await send(deps, claim, claim.answerCode);
  return until === undefined ? { unsendable: true, claim } : { sent: { claim, until }, onItsWay: why === 'on-its-way' };
};

/** Up to when the code that was sent can be typed; undefined if the mail service refuses its mail. */
const send = async (deps: Deps, claim: Claim, code: AnswerCode | undefined): Promise<string | undefined> => {
  if (code === undefined) throw new Error('A code was to be sent that the record does not have.');
  const until = codeUntil(code);
  const sent = await deps.mail.send(
    answerCodeMail(deps.service, claim, { code, digits: deps.answerCodes.digitsOf(claim, code), until }),
  );
  return sent.accepted ? until : undefined;
};
