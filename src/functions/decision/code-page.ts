import type { AnsweredWithCode } from '../../claims/decision/record-decision.ts';
import type { Claim } from '../../domain/claim.ts';
import { type Html, html } from '../../html/html.ts';
import { shownAddress } from '../../lib/hosts/idn.ts';
import { customerVoice } from '../../words/claim-words.ts';

/** Why the answer was not taken yet. `limited`: no code can be sent before `from`; `on-its-way`: the last one was sent a moment ago; `unsendable`: none can be sent to this address. */
export type CodeFault =
  | { fault: 'none' | 'expired' | 'spent' | 'malformed' | 'unsendable' | 'on-its-way' }
  | { fault: 'wrong'; left: number }
  | { fault: 'limited'; from: string };

/** `until`: up to when the code that was sent can be typed; undefined if none can. */
export type CodeStep = { claim: Claim; answer: AnsweredWithCode; until: string | undefined; fault?: CodeFault };

/** The page between an answer and its record: it carries the answer, and asks for the code from the mail. */
export const codeContent = ({ claim, answer, until, fault }: CodeStep): Html => {
  const { words, moment } = customerVoice(claim);
  const { code, page } = words;
  const email = shownAddress(claim.customerContact?.email ?? '');
  const carried = html`<input type="hidden" name="decision" value="${answer.outcome === 'approved' ? 'approve' : 'decline'}">
<input type="hidden" name="seen" value="${answer.seen}">
<input type="hidden" name="reason" value="${answer.reason ?? ''}">`;
  const canSend = fault?.fault !== 'limited' && fault?.fault !== 'unsendable';
  return html`${fault && html`<p class="note error" role="alert">${faultText(claim, fault)}</p>`}
<p>${code.chosen[answer.outcome](claim.partnerName)}</p>
${
  until !== undefined &&
  html`<p>${code.sent(email, moment(until))}</p>
<form method="post">
${carried}
<label for="code">${code.field}</label>
<input id="code" class="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required>
<p><button type="submit">${page[answer.outcome === 'approved' ? 'approve' : 'decline']}</button></p>
</form>
<p class="small">${code.notThere}</p>`
}
${
  canSend &&
  html`<form method="post">
${carried}
<input type="hidden" name="again" value="yes">
<p><button type="submit" class="second">${code.again}</button></p>
</form>`
}
<p><a href="">${code.back}</a></p>`;
};

const faultText = (claim: Claim, fault: CodeFault): string => {
  const { words, moment } = customerVoice(claim);
  const { faults } = words.code;
  if (fault.fault === 'wrong') return faults.wrong(fault.left);
  if (fault.fault === 'unsendable') {
    const { customerContact, partnerContact } = claim;
    return faults.unsendable(shownAddress(customerContact?.email ?? ''), shownAddress(partnerContact?.email ?? ''));
  }
  return fault.fault === 'limited' ? faults.limited(moment(fault.from)) : faults[fault.fault];
};
