import { randomUUID } from 'node:crypto';
import type { TokenCredential } from '@azure/identity';
import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { setGlobalErrorHandler, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  InstrumentType,
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import {
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import type { Log } from './log.ts';

/** Where telemetry goes, and how often (ms). */
export type TelemetryTargets = {
  otlpEndpoint?: string | undefined;
  applicationInsights?: string | undefined;
  credential: () => TokenCredential;
  spanDelayMs: number;
  metricIntervalMs: number;
};

type Exporters = { spans: SpanExporter; metrics: PushMetricExporter };

/** How long (ms) the process waits for the last export before it ends. */
const lastCallMs = 2000;
/** Minimum interval (ms) between two log lines about a failing receiver. */
const complaintMs = 60_000;

const otlp = (endpoint: string): Exporters => {
  const base = endpoint.replace(/\/+$/, '');
  const metricExporter = new OTLPMetricExporter({ url: `${base}/v1/metrics` });
  // A gauge without a fresh measurement is not reported, rather than with its last value.
  metricExporter.selectAggregationTemporality = (type) =>
    type === InstrumentType.OBSERVABLE_GAUGE ? AggregationTemporality.DELTA : AggregationTemporality.CUMULATIVE;
  return { spans: new OTLPTraceExporter({ url: `${base}/v1/traces` }), metrics: metricExporter };
};

/** Loaded only where it is used: it is larger than all the rest. Signs in with the app's identity. */
const azureMonitor = async (connectionString: string, credential: TokenCredential): Promise<Exporters> => {
  const { AzureMonitorMetricExporter, AzureMonitorTraceExporter } = await import(
    '@azure/monitor-opentelemetry-exporter'
  );
  const options = { connectionString, credential, disableOfflineStorage: true };
  return { spans: new AzureMonitorTraceExporter(options), metrics: new AzureMonitorMetricExporter(options) };
};

/**
 * Starts OpenTelemetry for this process. Nothing waits for a receiver: unsent data is buffered for a while, then dropped.
 * Resolves with the function that flushes and stops it.
 */
export const startSdk = async (targets: TelemetryTargets, log: Log): Promise<() => Promise<void>> => {
  const { otlpEndpoint, applicationInsights, credential, spanDelayMs, metricIntervalMs } = targets;
  const exporters = [
    ...(otlpEndpoint === undefined ? [] : [otlp(otlpEndpoint)]),
    ...(applicationInsights === undefined ? [] : [await azureMonitor(applicationInsights, credential())]),
  ];
  const resource = resourceFromAttributes({
    'service.name': 'customer-associations',
    'service.instance.id': randomUUID(),
  });
  const tracerProvider = new BasicTracerProvider({
    resource,
    // Record every trace, even if the caller's is not sampled: claims are few, and each must be complete.
    sampler: new AlwaysOnSampler(),
    spanProcessors: exporters.map(({ spans }) => new BatchSpanProcessor(spans, { scheduledDelayMillis: spanDelayMs })),
  });
  const meterProvider = new MeterProvider({
    resource,
    readers: exporters.map(
      ({ metrics: exporter }) =>
        new PeriodicExportingMetricReader({
          exporter,
          exportIntervalMillis: metricIntervalMs,
          exportTimeoutMillis: Math.min(metricIntervalMs, 10_000),
        }),
    ),
  });
  setGlobalErrorHandler(complainSometimes(log));
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(tracerProvider);
  metrics.setGlobalMeterProvider(meterProvider);

  return async () => {
    const ended = Promise.allSettled([tracerProvider.shutdown(), meterProvider.shutdown()]);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, lastCallMs).unref())]);
  };
};

const complainSometimes = (log: Log) => {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (error: unknown): void => {
    if (performance.now() - saidAt < complaintMs) return;
    saidAt = performance.now();
    log('telemetry-not-sent', { error: error instanceof Error ? error.name : typeof error });
  };
};
