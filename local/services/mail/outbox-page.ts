import { html, page } from '../page.ts';
import type { OutboxMail } from './outbox.ts';

const when = (iso: string) => html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;

/** The list of mails, newest first. */
export const outboxPage = (mails: OutboxMail[], filter: { to: string; claim: string }): string => {
  const rows = mails
    .toReversed()
    .map(
      ({ id, receivedAt, to, subject }) =>
        html`<tr><td>${when(receivedAt)}</td><td>${to.join(', ')}</td><td><a href="/outbox/${id}">${subject}</a></td></tr>`,
    );
  const list = html`<table><thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  const nothing = html`<p>No mail yet. What the app sends appears here.</p>`;
  return page(
    'Outbox',
    html`<h1>Outbox</h1>
<p class="quiet">Every mail that the app sent on this machine. Nothing has left it.</p>
<form class="filter" method="get" action="/">
<label>To <input name="to" value="${filter.to}" autocomplete="off"></label>
<label>Claim ID <input name="claim" value="${filter.claim}" autocomplete="off"></label>
<button>Filter</button> <a href="/">Show all</a>
</form>
${mails.length > 0 ? list : nothing}`,
  );
};

/** One mail, as HTML in a frame that cannot run anything, or as its text part. */
export const mailPage = (mail: OutboxMail, view: 'html' | 'text'): string => {
  const headers = Object.entries(mail.headers).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
  const frame = html`<iframe title="The mail as the reader sees it" src="/outbox/${mail.id}/html"
sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  const tab = (name: 'html' | 'text', label: string) =>
    view === name
      ? html`<a href="?view=${name}" aria-current="page">${label}</a>`
      : html`<a href="?view=${name}">${label}</a>`;
  return page(
    mail.subject,
    html`<p><a href="/">Outbox</a></p>
<h1>${mail.subject}</h1>
<dl><dt>To</dt><dd>${mail.to.join(', ')}</dd><dt>Received</dt><dd>${when(mail.receivedAt)}</dd>${headers}</dl>
<nav class="tabs" aria-label="Part of the mail">${tab('html', 'Mail')} ${tab('text', 'Text part')}</nav>
${view === 'html' ? frame : html`<pre>${mail.text}</pre>`}`,
  );
};

/**
 * The HTML part for the frame. Its links open in a tab of their own: pages that a mail leads to refuse to be framed.
 */
export const framedHtml = (mail: OutboxMail): string => {
  const base = '<base target="_blank">';
  const head = /<head[^>]*>/i;
  return head.test(mail.html) ? mail.html.replace(head, (tag) => tag + base) : base + mail.html;
};
