/** The part of OTLP/JSON that the receiver reads. */

export type AttributeValue = string | number | boolean;

export type Span = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  /** RFC 3339, to the millisecond, and how long it took (ms). */
  startedAt: string;
  tookMs: number;
  failed: boolean;
  attributes: Record<string, AttributeValue>;
  links: { traceId: string; spanId: string }[];
};

/** The newest value of one metric for one set of attributes; of a histogram, how many values and their sum. */
export type MetricPoint = {
  name: string;
  unit: string;
  attributes: Record<string, AttributeValue>;
  /** Which process told it: counts of several add up. */
  instance: string;
  value: number;
  sum?: number;
  at: string;
};

type Value = { stringValue?: string; intValue?: number | string; doubleValue?: number; boolValue?: boolean };
type Attributes = { key: string; value: Value }[];
type Resource = { attributes?: Attributes };
type OtlpSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind?: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes?: Attributes;
  links?: { traceId: string; spanId: string }[];
  status?: { code?: number };
};
type Point = {
  attributes?: Attributes;
  asInt?: number | string;
  asDouble?: number;
  count?: number | string;
  sum?: number;
  timeUnixNano: string;
};
type OtlpMetric = Record<'sum' | 'gauge' | 'histogram', { dataPoints?: Point[] } | undefined> & {
  name: string;
  unit?: string;
};

export type TraceRequest = { resourceSpans?: { scopeSpans?: { spans?: OtlpSpan[] }[] }[] };
export type MetricRequest = {
  resourceMetrics?: { resource?: Resource; scopeMetrics?: { metrics?: OtlpMetric[] }[] }[];
};

const kinds = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
const failedStatus = 2;

const plainValue = ({ stringValue, intValue, doubleValue, boolValue }: Value): AttributeValue =>
  stringValue ?? boolValue ?? doubleValue ?? Number(intValue ?? 0);

const attributesOf = (attributes: Attributes = []): Record<string, AttributeValue> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, plainValue(value)]));

const msOf = (nanoseconds: string): number => Number(BigInt(nanoseconds) / 1000n) / 1000;
const instantOf = (nanoseconds: string): string => new Date(msOf(nanoseconds)).toISOString();

/** The spans of one request. Throws for what is no OTLP. */
export const spansOf = ({ resourceSpans = [] }: TraceRequest): Span[] =>
  resourceSpans
    .flatMap(({ scopeSpans = [] }) => scopeSpans.flatMap(({ spans = [] }) => spans))
    .map(({ traceId, spanId, parentSpanId, name, kind = 0, attributes, links = [], status, ...times }) => ({
      traceId,
      spanId,
      name,
      kind: kinds[kind] ?? 'internal',
      ...(parentSpanId ? { parentSpanId } : {}),
      startedAt: instantOf(times.startTimeUnixNano),
      tookMs: msOf(times.endTimeUnixNano) - msOf(times.startTimeUnixNano),
      failed: status?.code === failedStatus,
      attributes: attributesOf(attributes),
      links: links.map((link) => ({ traceId: link.traceId, spanId: link.spanId })),
    }));

/** The metrics of one request. Throws for what is no OTLP. */
export const metricsOf = ({ resourceMetrics = [] }: MetricRequest): MetricPoint[] =>
  resourceMetrics.flatMap(({ resource, scopeMetrics = [] }) => {
    const instance = String(attributesOf(resource?.attributes)['service.instance.id'] ?? '');
    const metrics = scopeMetrics.flatMap((scope) => scope.metrics ?? []);
    return metrics.flatMap(({ name, unit = '', sum, gauge, histogram }) =>
      ((sum ?? gauge ?? histogram)?.dataPoints ?? []).map((point) => ({
        name,
        unit,
        instance,
        attributes: attributesOf(point.attributes),
        at: instantOf(point.timeUnixNano),
        value: Number(point.count ?? point.asDouble ?? point.asInt ?? 0),
        ...(histogram && point.sum !== undefined ? { sum: point.sum } : {}),
      })),
    );
  });
