import { type Html, html, page } from '../page.ts';
import type { Span } from './otlp.ts';
import { traceTree } from './trace-tree.ts';

const when = (iso: string) => html`<time datetime="${iso}">${iso.slice(0, 23).replace('T', ' ')} UTC</time>`;

const search = (claim: string) => html`<form class="filter" method="get" action="/traces">
<label>Claim ID <input name="claim" value="${claim}" autocomplete="off"></label>
<button>Show traces</button> <a href="/traces">All claims</a> <a href="/metrics">Metrics</a>
</form>`;

/** Claims that have traces, the newest first. */
export const claimsPage = (claims: { claimId: string; startedAt: string }[]): string => {
  const rows = claims.map(
    ({ claimId, startedAt }) =>
      html`<tr><td><a href="/traces?claim=${claimId}">${claimId}</a></td><td>${when(startedAt)}</td></tr>`,
  );
  const list = html`<table><thead><tr><th scope="col">Claim</th><th scope="col">Newest span</th></tr></thead><tbody>${rows}</tbody></table>`;
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
  const traces = [...Map.groupBy(spans, ({ traceId }) => traceId)].map(([traceId, own]) => traceTable(traceId, own));
  const title = claim === '' ? `Trace ${trace}` : `Traces of ${claim}`;
  return page(
    title,
    html`<h1>${title}</h1>
${search(claim)}
${traces.length > 0 ? traces : html`<p>There are none. The app sends its spans every few seconds; an ID that does not exist has none.</p>`}`,
  );
};

const traceTable = (traceId: string, spans: Span[]): Html => {
  const rows = traceTree(spans).map(
    ({ span, depth }) => html`<tr><td>${when(span.startedAt)}</td>
<td style="padding-left:${depth * 1.5}rem">${depth > 0 ? '└ ' : ''}${span.failed ? '✗ ' : ''}${span.name}</td>
<td>${span.tookMs.toFixed(span.tookMs < 10 ? 1 : 0)} ms</td><td>${facts(span)}${links(span, traceId)}</td></tr>`,
  );
  return html`<h2>Trace ${traceId}</h2>
<table><thead><tr><th scope="col">Began</th><th scope="col">Span</th><th scope="col">Took</th><th scope="col">About</th></tr></thead>
<tbody>${rows}</tbody></table>`;
};

const facts = ({ attributes }: Span): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

const links = (span: Span, traceId: string): Html[] =>
  [...new Set(span.links.map((link) => link.traceId))]
    .filter((other) => other !== traceId)
    .map((other) => html` <a href="/traces?trace=${other}">linked trace</a>`);
