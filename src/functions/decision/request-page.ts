import type { Claim } from '../../domain/claim.ts';
import { concernOf, outcomeOnSilence } from '../../domain/request/concern.ts';
import { type Html, html } from '../../html/html.ts';
import { shownAddress } from '../../lib/idn.ts';
import { customerName, customerVoice, sees, seesNot } from '../../words/claim-words.ts';
import { type Choice, type FormError, maxTextLength } from './answer-form.ts';
import { claimDetails } from './claim-details.ts';

/** What an open request shows: who asks for what, what approving and silence mean, and the form. */
export const requestContent = (claim: Claim, error?: FormError): Html => {
  const voice = customerVoice(claim);
  const { words } = voice;
  const deadline = claim.request?.deadline;
  return html`${error && html`<p class="note error" role="alert">${words.page.formErrors[error.error]}</p>`}
${concernNotes(claim)}
<p>${words.asks(claim.partnerName, customerName(claim), claim.products.length)}</p>
${claimDetails(claim)}
${proofOnFile(claim)}
<h2>${words.page.ifYouApprove}</h2>
<p>${sees(claim, voice)}</p>
<p>${seesNot(claim, voice)}</p>
<h2>${words.page.yourAnswer}</h2>
${
  deadline !== undefined &&
  html`<p><strong><time datetime="${deadline}">${words.answerBy(voice.moment(deadline))}</time></strong> ${words.silence[outcomeOnSilence(claim)]}</p>`
}
${answerForm(claim, error)}
<p class="small">${words.page.onlyYou(shownAddress(claim.partnerContact?.email ?? ''))}</p>`;
};

/** The files by name and date: some may have come after the request. One that has malware proves nothing. */
const proofOnFile = (claim: Claim): Html | undefined => {
  const { words, moment } = customerVoice(claim);
  const files = claim.poe.filter(({ malwareFoundAt }) => malwareFoundAt === undefined);
  if (files.length === 0) return undefined;
  return html`<h2>${words.page.proof}</h2>
<dl class="files">${files.map(({ fileName, uploadedAt }) => html`<dt>${fileName}</dt><dd>${words.page.proofAdded(moment(uploadedAt))}</dd>`)}</dl>`;
};

/** What the customer said before, and what happens now. */
const concernNotes = (claim: Claim): Html[] => {
  const { words, moment } = customerVoice(claim);
  const { page } = words;
  const notes = [
    {
      said: page.saidNotMe,
      next: page.saidNotMeNext(claim.partnerName),
      concern: concernOf(claim, 'not-the-right-person'),
    },
    { said: page.saidNotExpected, next: page.saidNotExpectedNext, concern: concernOf(claim, 'not-expected') },
  ];
  return notes.flatMap(({ said, next, concern }) =>
    concern === undefined
      ? []
      : html`<div class="note" role="status"><p><strong>${said(moment(concern.at))}</strong></p>
${concern.text && html`<p>${words.mail.youWrote(words.quoted(concern.text))}</p>`}
<p>${next}</p></div>`,
  );
};

const answerForm = (claim: Claim, error?: FormError): Html => {
  const { page } = customerVoice(claim).words;
  const radio = (value: Choice, label: string, hint?: string) => html`<label class="choice">
<input type="radio" name="decision" value="${value}" required${error?.choice === value && html` checked`}>
<span>${label}${hint !== undefined && html`<span class="hint">${hint}</span>`}</span></label>`;
  const canSay = (kind: 'not-the-right-person' | 'not-expected') => concernOf(claim, kind) === undefined;
  const others = [
    ...(canSay('not-the-right-person') ? [radio('not-me', page.notMe, page.notMeHint(claim.partnerName))] : []),
    ...(canSay('not-expected') ? [radio('not-expected', page.notExpected, page.notExpectedHint)] : []),
  ];
  return html`<form method="post">
<fieldset><legend>${page.question}</legend>
${radio('approve', page.approve)}
${radio('decline', page.decline)}
${others.length > 0 && html`<p class="otherwise">${page.otherwise}</p>`}
${others}
</fieldset>
<label for="reason">${page.text(claim.partnerName)}</label>
<textarea id="reason" name="reason" maxlength="${maxTextLength}">${error?.text}</textarea>
<p><button type="submit">${page.send}</button></p>
</form>`;
};
