import type { Claim } from '../../domain/claim.ts';
import { isApproving } from '../../domain/claim-state.ts';
import { wasHandedOut } from '../../domain/proof/scan.ts';
import { certifiedOutcome } from '../../domain/record/certificate.ts';
import { type Html, html } from '../../html/html.ts';
import { shownAddress } from '../../lib/hosts/idn.ts';
import { closeReasonToCustomer, endingOf } from '../../words/association-end.ts';
import { certificateWordsIn } from '../../words/certificate/certificate-words.ts';
import { customerName, customerVoice, dateFacts, provenSentence, tookOverSentence } from '../../words/claim-words.ts';
import { type FormError, formErrorText, maxTextLength } from './answer-form.ts';
import { claimDetails } from './claim-details.ts';

/** What became of a request: the title of its page. */
export const outcomeTitle = (claim: Claim): string => outcomeTexts(claim).title;

const outcomeTexts = (claim: Claim): { title: string; text: string } => {
  const { page, mail, sentences } = customerVoice(claim).words;
  const partner = claim.partnerName;
  if (isApproving(claim)) {
    return { title: page.approved.title, text: page.approved.text(partner, claim.products.length) };
  }
  switch (claim.status) {
    case 'approved':
      return claim.consent === 'silence'
        ? page.approvedBySilence
        : { title: page.approved.title, text: page.approved.text(partner, claim.products.length) };
    case 'declined':
      return { title: page.declined.title, text: page.declined.text(partner) };
    case 'withdrawn':
      return claim.withdrawnBy === 'operator'
        ? { title: page.stopped.title, text: page.stopped.text(partner) }
        : { title: page.withdrawn.title, text: page.withdrawn.text(partner) };
    case 'ended': {
      const { title, byPartner, byCustomer, bySubscription, byOperator, superseded } = page.ended;
      const by = {
        partner: byPartner,
        customer: byCustomer,
        system: bySubscription,
        operator: byOperator,
        successor: (name: string) => superseded(name, claim.supersededBy ?? ''),
      };
      return { title, text: by[endingOf(claim)](partner) };
    }
    default:
      return claim.statusReason === 'inquiry-not-released'
        ? {
            title: page.expiredRequest.title,
            text: sentences(mail.expiredUnreleased(partner, customerName(claim)), mail.nothingChanges),
          }
        : page.expiredRequest;
  }
};

/** The page that a customer keeps: what was decided, by whom, when, why, and which proof was on file. `note` goes first. */
export const receiptContent = (claim: Claim, { note, error }: { note?: string; error?: FormError } = {}): Html => {
  const voice = customerVoice(claim);
  const { words } = voice;
  const tookOver = claim.status === 'approved' ? tookOverSentence(claim, voice) : undefined;
  const proven = provenSentence(claim, voice);
  const ending = closeReasonToCustomer(claim);
  // The other ends have no receipt mail.
  const answered = claim.status === 'approved' || claim.status === 'declined';
  return html`${note && html`<p class="note" role="status">${note}</p>`}
${error && html`<p class="note error" role="alert">${formErrorText(error, words)}</p>`}
<p>${outcomeTexts(claim).text}</p>
${tookOver !== undefined && html`<p>${tookOver}</p>`}
${proven !== undefined && html`<p>${proven}</p>`}
${ending !== undefined && html`<p>${ending}</p>`}
${claimDetails(claim, decisionFacts(claim))}
${evidence(claim)}
${answered && html`<p class="small no-print">${words.page.printable}</p>`}
${certifiedOutcome(claim) && certificateLink(claim)}
${claim.status === 'approved' && withdrawalForm(claim, error)}`;
};

/** Its address is relative: the page does not repeat the token of its own. */
const certificateLink = (claim: Claim): Html => {
  const { link, hint } = certificateWordsIn(customerVoice(claim).language).receipt;
  return html`<p class="no-print"><a href="?certificate">${link}</a><span class="hint">${hint}</span></p>`;
};

const decisionFacts = (claim: Claim): [label: string, value: string][] => {
  const voice = customerVoice(claim);
  const { words } = voice;
  const { decision, customerContact } = claim;
  const dates = dateFacts(claim, voice);
  if (decision === undefined) return dates;
  const { name, title, email } = customerContact ?? {};
  const by = [name, title, email && shownAddress(email)].filter((part) => part !== undefined).join(', ');
  return [
    [words.labels.answeredBy, by],
    ...dates,
    ...(decision.reason ? [[words.labels.reason, decision.reason] satisfies [string, string]] : []),
  ];
};

/** The hashes of the files that were there when the customer answered: later ones are no part of what was decided. */
const evidence = (claim: Claim): Html | undefined => {
  const { words, moment } = customerVoice(claim);
  const { page } = words;
  const answeredAt = claim.decision?.decidedAt;
  if (answeredAt === undefined) return undefined;
  const files = claim.poe.filter((file) => wasHandedOut(file, answeredAt));
  if (files.length === 0) return undefined;
  return html`<h2>${page.evidence}</h2>
<dl class="files">${files.map(({ fileName, sha256, uploadedAt }) => html`<dt>${fileName}</dt><dd>${page.proofAdded(moment(uploadedAt))}</dd><dd>SHA-256 <code>${sha256}</code></dd>`)}</dl>
<p class="small">${page.evidenceHint(claim.partnerName)}</p>`;
};

/** An approval can be withdrawn, after a confirmation of its own. */
const withdrawalForm = (claim: Claim, error?: FormError): Html => {
  const { withdrawApproval } = customerVoice(claim).words.page;
  return html`<details class="no-print"${error && html` open`}><summary>${withdrawApproval.heading}</summary>
<p>${withdrawApproval.text(claim.partnerName)}</p>
<form method="post">
<input type="hidden" name="decision" value="take-back">
<label for="reason">${withdrawApproval.reason(claim.partnerName)}</label>
<textarea id="reason" name="reason" maxlength="${maxTextLength}">${error?.text}</textarea>
<label class="choice"><input type="checkbox" name="confirmed" value="yes" required> <span>${withdrawApproval.confirm}</span></label>
<p><button type="submit">${withdrawApproval.button}</button></p>
</form></details>`;
};
