import { type Html, html, page, table, when } from '../page.ts';
import { DELIVERED } from './fates.ts';
import type { OutboxMail } from './outbox.ts';

/** An address that breaks between its parts where it has to. */
const breakable = (address: string): Html[] => address.split(/(?<=@)|(?=\.)/).map((part) => html`${part}<wbr>`);

const marked = (status: string): string => (status === DELIVERED ? status : `✗ ${status}`);

/** The list of mails, newest first. */
export const outboxPage = (mails: OutboxMail[], filter: { to: string; claim: string }): string => {
  const columns = [
    { title: 'Sent', whole: true },
    { title: 'To' },
    { title: 'Delivery', whole: true },
    { title: 'Subject' },
  ];
  const rows = mails.toReversed().map(({ id, receivedAt, to, delivery, subject }) => {
    const reported = new Set(delivery.map(({ status }) => marked(status)));
    return [
      when(receivedAt),
      html`${breakable(to.join(', '))}`,
      [...reported].join(', '),
      html`<a href="/outbox/${id}">${subject}</a>`,
    ];
  });
  const nothing = filter.to || filter.claim ? 'No mail matches.' : 'No mail yet. What the app sends appears here.';
  return page(
    'Outbox',
    html`<h1>Outbox</h1>
<p class="quiet">Every mail that the app sent on this machine. Nothing has left it.</p>
<form class="filter" method="get" action="/">
<label>To <input name="to" value="${filter.to}" autocomplete="off"></label>
<label>Claim ID <input name="claim" value="${filter.claim}" autocomplete="off"></label>
<button>Filter</button> <a href="/">Show all</a>
</form>
${mails.length > 0 ? table(columns, rows) : html`<p>${nothing}</p>`}`,
  );
};

/** One mail, as HTML in a frame that cannot run anything, or as its text part. */
export const mailPage = (mail: OutboxMail, view: 'html' | 'text'): string => {
  const facts: [string, string | Html][] = [
    ['From', mail.from],
    ['Reply-To', mail.replyTo.join(', ')],
    ['To', mail.to.join(', ')],
    ['Sent', when(mail.receivedAt)],
    ...mail.delivery.map(({ recipient, status }): [string, string] => ['Delivery', `${marked(status)}: ${recipient}`]),
    ...Object.entries(mail.headers),
  ];
  const known = facts.filter(([, value]) => value !== '');
  const list = known.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
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
<dl>${list}</dl>
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
