import { type Html, html, page, table, when } from '../page.ts';
import type { Span } from './otlp.ts';
import { traceTree } from './trace-tree.ts';

const search = (claim: string) => html`<form class="filter" method="get" action="/traces">
<label>Claim ID <input name="claim" value="${claim}" autocomplete="off"></label>
<button>Show traces</button> <a href="/traces">All claims</a> <a href="/metrics">Metrics</a>
</form>`;

/** Claims that have traces, the newest first. */
export const claimsPage = (claims: { claimId: string; startedAt: string }[]): string => {
  const rows = claims.map(({ claimId, startedAt }) => [
    html`<a href="/traces?claim=${claimId}">${claimId}</a>`,
    when(startedAt),
  ]);
  const list = table([{ title: 'Claim' }, { title: 'Newest', whole: true }], rows);
  return page(
    'Traces',
    html`<h1>Traces</h1>
<p class="quiet">What the app did for each claim, step by step. Nothing has left this machine.</p>
${search('')}
${claims.length > 0 ? list : html`<p>Nothing yet. The app sends its spans every few seconds.</p>`}`,
  );
};

/** The traces of a claim, or one trace: every span under the one that led to it. */
export const tracesPage = (spans: Span[], { claim, trace }: { claim: string; trace: string }): string => {
  const traces = [...Map.groupBy(spans, ({ traceId }) => traceId)].map(([traceId, own]) =>
    claim === '' ? traceTable(own) : html`<h2>Trace ${traceId}</h2>${traceTable(own)}`,
  );
  const title = claim === '' ? `Trace ${trace}` : `Traces of ${claim}`;
  return page(
    title,
    html`<h1>${title}</h1>
${search(claim)}
${traces.length > 0 ? traces : html`<p>There are none. The app sends its spans every few seconds; an ID that does not exist has none.</p>`}`,
  );
};

const columns = [
  { title: 'Began', whole: true },
  { title: 'Span', whole: true },
  { title: 'Took', whole: true },
  { title: 'About' },
];

const traceTable = (spans: Span[]): Html => {
  const tree = traceTree(spans);
  const rows = tree.map(({ span, depth }, index) => [
    began(span, tree[index - 1]?.span),
    html`<span class="step" style="--depth:${depth}">${depth > 0 ? '└ ' : ''}${span.failed ? '✗ ' : ''}${span.name}</span>`,
    `${span.tookMs.toFixed(span.tookMs < 10 ? 1 : 0)} ms`,
    html`${facts(span)}${links(span)}`,
  ]);
  return table(columns, rows);
};

/** The time of day (UTC); the day above it where it is another than that of the row before. */
const began = ({ startedAt }: Span, before?: Span): Html => {
  const [day = '', time = ''] = startedAt.split('T');
  const isNewDay = before?.startedAt.slice(0, 10) !== day;
  return html`<time datetime="${startedAt}">${isNewDay ? html`${day}<br>` : ''}${time.slice(0, 12)}</time>`;
};

const facts = ({ attributes }: Span): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

const links = (span: Span): Html[] =>
  [...new Set(span.links.map((link) => link.traceId))]
    .filter((other) => other !== span.traceId)
    .map((other) => html` <a href="/traces?trace=${other}">linked trace</a>`);
