import { type Attributes, type Counter, type Histogram, metrics } from '@opentelemetry/api';

const counters = {
  'claims.transitions': 'Changes of status, by the status before (from) and after (to).',
  'claims.decisions': 'Claims that stopped waiting for the customer, by outcome.',
  'mails.sent': 'Mails offered to the mail service, by kind and result: accepted, refused, failed.',
  'reminders.sent': 'Reminders that the mail service accepted.',
  'reconciler.repairs': 'Repairs by the reconciler, by finding.',
} as const;
const gauges = {
  'claims.in_flight': ['{claim}', 'Claims with something left to do, by status.'],
  'claims.oldest_waiting_age': ['s', 'How long the oldest claim has been waiting for its customer.'],
  'claims.due_within_day': ['{claim}', 'Claims whose next step is due within a day.'],
  'claims.attention': ['{claim}', 'Claims that need attention.'],
  'poison.messages': ['{message}', 'Messages in the poison queue: they could not be handled.'],
} as const;

export type CounterName = keyof typeof counters;
export type GaugeName = keyof typeof gauges;
/** Names of all metrics, for alerts, workbook and documents. */
export const metricNames: string[] = [...Object.keys(counters), ...Object.keys(gauges), 'claims.time_to_decision'];
/** One value of a gauge. */
export type Measured = { gauge: GaugeName; value: number; attributes?: Attributes };

type Instruments = { counters: Record<string, Counter>; timeToDecision: Histogram };

let instruments: Instruments | undefined;
/** How long (ms) a measurement is reported: an older one could contradict that of another instance. */
const freshMs = 90_000;
let measured: { values: Measured[]; at: number } = { values: [], at: 0 };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const decisionBoundaries = [
  minute,
  10 * minute,
  hour,
  6 * hour,
  day,
  2 * day,
  3 * day,
  5 * day,
  7 * day,
  14 * day,
  30 * day,
];

/** Creates the instruments once the SDK is loaded. Without telemetry, counting does nothing. */
export const startMetrics = (): void => {
  const meter = metrics.getMeter('customer-associations');
  instruments = {
    counters: Object.fromEntries(
      Object.entries(counters).map(([name, description]) => [name, meter.createCounter(name, { description })]),
    ),
    timeToDecision: meter.createHistogram('claims.time_to_decision', {
      unit: 's',
      description: "From submission to the customer's answer.",
      advice: { explicitBucketBoundaries: decisionBoundaries },
    }),
  };
  const observed = Object.entries(gauges).map(([name, [unit, description]]) =>
    meter.createObservableGauge(name, { unit, description }),
  );
  const byName = new Map(Object.keys(gauges).map((name, index) => [name, observed[index]]));
  meter.addBatchObservableCallback((result) => {
    if (performance.now() - measured.at > freshMs) return;
    for (const { gauge, value, attributes } of measured.values) {
      const instrument = byName.get(gauge);
      if (instrument) result.observe(instrument, value, attributes);
    }
  }, observed);
};

/** Whether telemetry is on, so that measuring is worth its reads. */
export const isMeasuring = (): boolean => instruments !== undefined;

export const count = (name: CounterName, attributes: Attributes = {}, by = 1): void => {
  instruments?.counters[name]?.add(by, attributes);
};

export const recordTimeToDecision = (seconds: number, attributes: Attributes): void => {
  instruments?.timeToDecision.record(seconds, attributes);
};

/** Replaces the previous measurement. */
export const setGauges = (values: Measured[]): void => {
  measured = { values, at: performance.now() };
};
