import { html, page, table, when } from '../page.ts';
import type { MetricPoint } from './otlp.ts';

const attributesOf = ({ attributes }: MetricPoint): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

const shown = ({ value, sum, unit }: MetricPoint): string => {
  if (sum !== undefined && value === 1) return `once, ${sum.toFixed(1)} ${unit}`;
  if (sum !== undefined) return `${value} times, ${(sum / Math.max(1, value)).toFixed(1)} ${unit} on average`;
  return unit === 's' ? `${value.toFixed(1)} s` : `${value}`;
};

/** The newest value of every metric; of counts, for each run of the app. */
export const metricsPage = (points: MetricPoint[]): string => {
  const columns = [{ title: 'Metric' }, { title: 'Of' }, { title: 'Value' }, { title: 'At', whole: true }];
  const rows = points.map((point) => [point.name, attributesOf(point), shown(point), when(point.at)]);
  return page(
    'Metrics',
    html`<p><a href="/traces">Traces</a></p>
<h1>Metrics</h1>
<p class="quiet">What the app counted and measured. Counts start from zero whenever the app starts.</p>
${points.length > 0 ? table(columns, rows) : html`<p>Nothing yet. The app sends its metrics every few seconds.</p>`}`,
  );
};
