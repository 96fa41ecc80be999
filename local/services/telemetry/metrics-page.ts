import { html, page } from '../page.ts';
import type { MetricPoint } from './otlp.ts';

const attributesOf = ({ attributes }: MetricPoint): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

const shown = ({ value, sum, unit }: MetricPoint): string => {
  if (sum !== undefined) return `${value} times, ${(sum / Math.max(1, value)).toFixed(1)} ${unit} on average`;
  return unit === 's' ? `${value.toFixed(1)} s` : `${value}`;
};

/** The newest value of every metric; of counts, for each run of the app. */
export const metricsPage = (points: MetricPoint[]): string => {
  const rows = points.map(
    (point) =>
      html`<tr><td>${point.name}</td><td>${attributesOf(point)}</td><td>${shown(point)}</td><td><time datetime="${point.at}">${point.at.slice(0, 19).replace('T', ' ')} UTC</time></td></tr>`,
  );
  const table = html`<table><thead><tr><th scope="col">Metric</th><th scope="col">Of</th><th scope="col">Value</th><th scope="col">At</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  return page(
    'Metrics',
    html`<p><a href="/traces">Traces</a></p>
<h1>Metrics</h1>
<p class="quiet">What the app counted and measured. Counts begin anew whenever the app starts.</p>
${points.length > 0 ? table : html`<p>Nothing yet. The app sends its metrics every few seconds.</p>`}`,
  );
};
