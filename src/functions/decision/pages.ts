import type { LinkView } from '../../claims/record-decision.ts';
import type { Claim } from '../../domain/claim.ts';
import { type Html, html } from '../../html/html.ts';
import { page } from '../../html/page.ts';
import {
  activityNames,
  customerName,
  momentInWords,
  partnerInWords,
  productNames,
  sees,
  seesNot,
  silenceInWords,
} from '../../mail/claim-words.ts';

/** The customer's pages: plain HTML that works without script. */
export type DecisionPage = { status: number; body: string };

/** What the customer sent back and must correct. */
export type FormError = { message: string; reason: string };

const longestReason = 1000;

const facts = (claim: Claim): Html => html`<dl>
<dt>Partner</dt><dd>${partnerInWords(claim)}</dd>
<dt>Asked by</dt><dd>${claim.partnerContact?.name}, ${claim.partnerContact?.email}</dd>
<dt>Your organisation</dt><dd>${customerName(claim)} (${claim.customer.domain})</dd>
<dt>For</dt><dd>${activityNames(claim)}</dd>
<dt>Claim</dt><dd>${claim.id}</dd>
</dl>
<h2>Products</h2>
<ul>${productNames(claim).map((name) => html`<li>${name}</li>`)}</ul>`;

const form = (claim: Claim, onSilence: 'expire' | 'approve', error?: FormError): Html => html`
${error && html`<p class="note error" role="alert">${error.message}</p>`}
<p>${claim.partnerName} asks to be associated with ${customerName(claim)} for the products below. Your answer decides.</p>
${facts(claim)}
<h2>If you approve</h2>
<p>${sees(claim)}</p>
<p>${seesNot(claim)}</p>
<h2>Your answer</h2>
${claim.request && html`<p>Please answer by <strong>${momentInWords(claim.request.deadline)}</strong>. ${silenceInWords(claim.onSilence ?? onSilence)}</p>`}
<form method="post">
<fieldset><legend>Do you approve?</legend>
<label class="choice"><input type="radio" name="decision" value="approve" required> Yes, I approve this association</label>
<label class="choice"><input type="radio" name="decision" value="decline" required> No, I decline it</label>
</fieldset>
<label for="reason">Reason (optional; ${claim.partnerName} will see it)</label>
<textarea id="reason" name="reason" maxlength="${longestReason}">${error?.reason}</textarea>
<p><button type="submit">Send my answer</button></p>
</form>
<p class="small">Did you not expect this? Decline, or write to ${claim.partnerContact?.email}. Only you can answer with this link; please do not pass it on.</p>`;

const outcomeWords = (claim: Claim): { title: string; text: string } => {
  const partner = claim.partnerName;
  switch (claim.status) {
    case 'approved':
      return claim.consent === 'silence'
        ? { title: 'Approved without an answer', text: 'There was no answer in time, which counts as approval.' }
        : { title: 'You approved this request', text: `${partner} is now the partner of record for these products.` };
    case 'declined':
      return {
        title: 'You declined this request',
        text: `${partner} has been told. Nothing changes for your organisation.`,
      };
    case 'withdrawn':
      return { title: 'This request was withdrawn', text: `${partner} took its request back. You need to do nothing.` };
    default:
      return {
        title: 'This request has expired',
        text: 'There was no answer in time. Nothing changes for your organisation.',
      };
  }
};

const outcome = (claim: Claim, status: number, note?: string): DecisionPage => {
  const { title, text } = outcomeWords(claim);
  const { decision } = claim;
  // The other ends have no receipt mail.
  const answered = claim.status === 'approved' || claim.status === 'declined';
  return {
    status,
    body: page(
      title,
      html`${note && html`<p class="note" role="status">${note}</p>`}
<p>${text}</p>
${decision && html`<p>Recorded ${momentInWords(decision.decidedAt)}.</p>`}
${decision?.reason && html`<p class="typed">Your reason: ${decision.reason}</p>`}
${facts(claim)}
${answered && html`<p class="small">This page is your receipt: you can print it. A copy comes by e-mail.</p>`}`,
    ),
  };
};

const plain = (status: number, title: string, text: string): DecisionPage => ({
  status,
  body: page(title, html`<p>${text}</p>`),
});

/** One neutral page for every token that is not one of ours: it does not say why. */
const noSuchRequest = plain(
  404,
  'This link leads to no request',
  'Check that the link is complete: some mail programs break long links in two. Or ask your partner to send a new one.',
);

/** The page for what a link leads to. `note` explains why an answer just sent was not the one recorded. */
export const pageFor = (view: LinkView, onSilence: 'expire' | 'approve', error?: FormError): DecisionPage => {
  switch (view.show) {
    case 'request':
      return {
        status: error ? 422 : 200,
        body: page(`${view.claim.partnerName} asks for your approval`, form(view.claim, onSilence, error)),
      };
    case 'outcome':
      return outcome(view.claim, 200);
    case 'too-late':
      return plain(
        410,
        'The time to answer is over',
        `The time to answer the request of ${view.claim.partnerName} has passed.`,
      );
    case 'replaced':
      return plain(
        410,
        'There is a newer link',
        'A newer mail replaced this link. Please use the link in the latest mail.',
      );
    case 'expired':
      return plain(410, 'This link has expired', 'Ask your partner to send a new request.');
    case 'invalid':
      return noSuchRequest;
  }
};

/** The page for an answer that came after another one: what stands, and that it was not changed. */
export const standingPage = (view: LinkView, onSilence: 'expire' | 'approve'): DecisionPage =>
  view.show === 'outcome'
    ? outcome(view.claim, 409, 'Your answer was not recorded: the request has its final answer already, shown here.')
    : pageFor(view, onSilence);

/** The page when something behind us is down. Nothing was recorded. */
export const tryAgainPage: DecisionPage = plain(
  503,
  'Please try again in a moment',
  'Something went wrong on our side and your answer was not recorded. The link stays valid.',
);
