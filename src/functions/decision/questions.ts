import type { Claim } from '../../domain/claim.ts';
import { questionsAndReplies } from '../../domain/request/question.ts';
import { type Html, html } from '../../html/html.ts';
import { customerVoice } from '../../words/claim-words.ts';

/** The questions to the partner with their replies, and what happens while one waits. */
export const questionsSection = (claim: Claim): Html | undefined => {
  const { words, moment } = customerVoice(claim);
  const { question: own, quoted } = words;
  const asked = questionsAndReplies(claim);
  if (asked.length === 0) return undefined;
  const open = claim.question;
  const waits =
    open &&
    (open.pausedUntil ? own.waiting(claim.partnerName, moment(open.pausedUntil)) : own.goesOn(claim.partnerName));
  return html`<h2>${own.heading}</h2>
<dl class="thread">${asked.map(
    ({ question, reply }) => html`<dt>${own.asked(moment(question.at))}</dt><dd>${quoted(question.text)}</dd>
${reply && html`<dt>${own.replied(claim.partnerName, moment(reply.at))}</dt><dd>${quoted(reply.text)}</dd>`}`,
  )}</dl>
${waits && html`<p class="note" role="status">${waits}</p>`}`;
};
