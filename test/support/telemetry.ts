import type { MetricPoint, Span } from '../../local/services/telemetry/otlp.ts';
import { send } from './http/client.ts';
import type { Stack } from './stack/stack.ts';
import { until } from './until.ts';

/** What the stack's receiver of telemetry has got. */

type Receiver = Pick<Stack, 'telemetry'>;

/** Settings with which spans and metrics arrive while a test waits. */
export const promptTelemetry = { OTEL_BSP_SCHEDULE_DELAY: '50', OTEL_METRIC_EXPORT_INTERVAL: '200' };

/** Every span of every trace that has to do with a claim, in the order of time. */
export const spansOf = async ({ telemetry }: Receiver, claimId: string): Promise<Span[]> =>
  (await send(`${telemetry}/spans.json?claim=${claimId}`, 'GET')).body.value;

/** The same, once they are as wanted. */
export const spansWhen = (receiver: Receiver, claimId: string, wanted: (spans: Span[]) => boolean): Promise<Span[]> =>
  until(`spans of ${claimId} as wanted`, async () => {
    const spans = await spansOf(receiver, claimId);
    return wanted(spans) && spans;
  });

/** The newest values of a metric, by its attributes. */
export const metric = async ({ telemetry }: Receiver, name: string): Promise<MetricPoint[]> => {
  const { value } = (await send(`${telemetry}/metrics.json`, 'GET')).body as { value: MetricPoint[] };
  return value.filter((point) => point.name === name);
};

/** The requests that the receiver took, as they were. */
export const received = async ({ telemetry }: Receiver): Promise<{ path: string; body: string }[]> =>
  (await send(`${telemetry}/received.json`, 'GET')).body.value;

/** A new `traceparent`, as a browser sends it, and its trace. */
export const newTraceparent = (): { traceparent: string; traceId: string } => {
  const hex = (bytes: number): string => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
  const traceId = hex(16);
  return { traceparent: `00-${traceId}-${hex(8)}-01`, traceId };
};
