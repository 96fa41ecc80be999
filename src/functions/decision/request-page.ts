import { seenOf } from '../../claims/holder/holders-of.ts';
import type { Claim } from '../../domain/claim.ts';
import { isHandedOut } from '../../domain/proof/scan.ts';
import { concernOf, outcomeOnSilence } from '../../domain/request/concern.ts';
import { openDeadline } from '../../domain/request/open-deadline.ts';
import { canAsk } from '../../domain/request/question.ts';
import { type Html, html } from '../../html/html.ts';
import { shownAddress } from '../../lib/hosts/idn.ts';
import { asks, customerVoice, holderSentences, sees, seesNot, type Voice } from '../../words/claim-words.ts';
import type { Words } from '../../words/en.ts';
import { type Choice, type FormError, formErrorText, maxTextLength } from './answer-form.ts';
import { claimDetails } from './claim-details.ts';
import { questionsSection } from './questions.ts';

type Request = { claim: Claim; holders: Claim[] };

/** What an open request shows: who asks for what, who holds it now, what approving and silence mean, and the form. */
export const requestContent = ({ claim, holders }: Request, error?: FormError): Html => {
  const voice = customerVoice(claim);
  const { words } = voice;
  const deadline = openDeadline(claim);
  return html`${error && html`<p class="note error" role="alert">${errorText(error, holders, words)}</p>`}
${concernNotes(claim)}
${questionsSection(claim)}
<p>${asks(claim, voice)}</p>
${claimDetails(claim)}
${proofOnFile(claim)}
${holderSection({ claim, holders }, voice)}
<h2>${words.page.ifYouApprove}</h2>
<p>${sees(claim, voice)}</p>
<p>${seesNot(claim, voice)}</p>
<p>${words.about.wayOut(claim.partnerName)}</p>
<h2>${words.page.yourAnswer}</h2>
${
  deadline !== undefined &&
  html`<p><strong><time datetime="${deadline}">${words.answerBy(voice.moment(deadline))}</time></strong> ${words.silence[outcomeOnSilence(claim, holders)]}</p>`
}
${answerForm({ claim, holders }, error)}
<p class="small">${words.sentences(
    (canAsk(claim) ? words.page.askAbove : words.page.writeTo)(shownAddress(claim.partnerContact?.email ?? '')),
    words.page.onlyYou,
  )}</p>`;
};

/** The files by name and date: some may have come after the request. One that is not handed out proves nothing. */
const proofOnFile = (claim: Claim): Html | undefined => {
  const { words, moment } = customerVoice(claim);
  const files = claim.poe.filter(isHandedOut);
  if (files.length === 0) return undefined;
  return html`<h2>${words.page.proof}</h2>
<p>${words.page.proofHint(claim.partnerName)}</p>
<dl class="files">${files.map(({ fileName, uploadedAt }) => html`<dt>${fileName}</dt><dd>${words.page.proofAdded(moment(uploadedAt))}</dd>`)}</dl>`;
};

/** What is wrong. If the partner of record changed and there is one, the section about it says who. */
const errorText = (error: FormError, holders: Claim[], words: Words): string => {
  const text = formErrorText(error, words);
  const isGone = error.error === 'holders-changed' && holders.length === 0;
  return isGone ? words.sentences(text, words.page.nobodyHolds) : text;
};

const holderSection = ({ claim, holders }: Request, voice: Voice): Html | undefined => {
  const sentences = holderSentences(claim, holders, voice);
  if (sentences.length === 0) return undefined;
  return html`<h2>${voice.words.page.holder}</h2>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}`;
};

/** A request that operators look at: it cannot be answered now. */
export const inquiryContent = (claim: Claim): Html => {
  const { words } = customerVoice(claim);
  const { text, next } = words.page.inquiry;
  return html`${concernNotes(claim)}
${questionsSection(claim)}
<p>${text(claim.partnerName)}</p>
<p>${next}</p>
${claimDetails(claim)}`;
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
    { said: page.saidNotExpected, next: afterNotExpected(claim), concern: concernOf(claim, 'not-expected') },
  ];
  return notes.flatMap(({ said, next, concern }) =>
    concern === undefined
      ? []
      : html`<div class="note" role="status"><p><strong>${said(moment(concern.at))}</strong></p>
${concern.text && html`<p>${words.mail.youWrote(words.quoted(concern.text))}</p>`}
<p>${next}</p></div>`,
  );
};

/** What came of the customer's "I did not expect this". */
const afterNotExpected = ({ inquiry, inquiryReleasedAt, ...claim }: Claim): string => {
  const { page } = customerVoice(claim).words;
  if (inquiry !== undefined) return page.saidNotExpectedInquiry;
  return inquiryReleasedAt === undefined ? page.saidNotExpectedNext : page.inquiry.released;
};

const answerForm = ({ claim, holders }: Request, error?: FormError): Html => {
  const { page, code, question } = customerVoice(claim).words;
  const radio = (value: Choice, label: string, hint?: string) => html`<label class="choice">
<input type="radio" name="decision" value="${value}" required${error?.choice === value && html` checked`}>
<span>${label}${hint !== undefined && html`<span class="hint">${hint}</span>`}</span></label>`;
  const mayAsk = canAsk(claim);
  const canSay = (kind: 'not-the-right-person' | 'not-expected') => concernOf(claim, kind) === undefined;
  const others = [
    ...(canSay('not-the-right-person') ? [radio('not-me', page.notMe, page.notMeHint(claim.partnerName))] : []),
    ...(canSay('not-expected') ? [radio('not-expected', page.notExpected, page.notExpectedHint)] : []),
  ];
  return html`<form method="post">
<input type="hidden" name="seen" value="${seenOf(holders)}">
<fieldset><legend>${page.question}</legend>
${radio('approve', page.approve)}
${radio('decline', page.decline)}
${
  mayAsk &&
  html`<p class="otherwise">${question.before}</p>
${radio('ask', question.ask(claim.partnerName), question.askHint(claim.partnerName))}`
}
${others.length > 0 && html`<p class="otherwise">${page.otherwise}</p>`}
${others}
</fieldset>
<label for="reason">${(mayAsk ? page.text : page.textWithoutQuestion)(claim.partnerName)}</label>
<textarea id="reason" name="reason" maxlength="${maxTextLength}">${error?.text}</textarea>
${claim.policy?.secondFactor && html`<p class="small">${code.announced}</p>`}
<p><button type="submit">${page.send}</button></p>
</form>`;
};
