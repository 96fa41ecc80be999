import type { Claim } from '../../domain/claim.ts';
import { type Html, html } from '../../html/html.ts';
import { customerFacts, customerVoice, productNames } from '../../words/claim-words.ts';

/** What the customer sees of a claim: the facts, with `more` of them at the end, and the products. */
export const claimDetails = (claim: Claim, more: [label: string, value: string][] = []): Html => {
  const voice = customerVoice(claim);
  const rows = [...customerFacts(claim, voice), ...more];
  return html`<dl>
${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
</dl>
<h2>${voice.words.labels.products}</h2>
<ul>${productNames(claim, voice).map((name) => html`<li>${name}</li>`)}</ul>`;
};
