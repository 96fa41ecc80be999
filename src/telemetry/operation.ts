import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { Log } from './log.ts';
import { readTraceparent } from './traceparent.ts';

/** Facts of an operation for spans and log lines: IDs, statuses and codes, never a person, a token or a file. */
export type Facts = {
  claimId?: string | undefined;
  status?: string | undefined;
  code?: string | undefined;
  httpStatus?: number | undefined;
  traceId?: string | undefined;
};

/** One invocation of a function. Without `kind` it gets no span of its own; work on the claim still has one. */
export type Call = {
  name: string;
  kind?: 'server' | 'consumer' | 'internal';
  invocationId: string;
  /** The caller's header, unchecked. */
  traceparent?: string | undefined;
  facts?: Facts;
  attributes?: Attributes;
};

const kinds = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER, internal: SpanKind.INTERNAL };
const running = new AsyncLocalStorage<Facts>();

export const tracer = () => trace.getTracer('customer-associations');

/** Adds facts to the running operation. */
export const noteFacts = (facts: Facts): void => {
  Object.assign(running.getStore() ?? {}, facts);
};

/** The trace that the operation belongs to: the span's, else the caller's, else the ID of the invocation. */
export const traceIdOf = ({ traceparent, invocationId }: Pick<Call, 'traceparent' | 'invocationId'>): string =>
  trace.getActiveSpan()?.spanContext().traceId ?? readTraceparent(traceparent)?.traceId ?? invocationId;

/** Runs one operation with a log line and, if telemetry is on, a span. Errors are rethrown. */
export const runOperation = async <T>(log: Log, call: Call, act: () => Promise<T>): Promise<T> => {
  const facts: Facts = { ...call.facts };
  const began = performance.now();
  let failure: unknown;
  const parent = callerContext(call.traceparent);
  const span = call.kind && tracer().startSpan(call.name, { kind: kinds[call.kind], ...attributesOf(call) }, parent);
  const inside = span ? trace.setSpan(parent, span) : parent;
  return context.with(inside, () =>
    running.run(facts, async () => {
      try {
        return await act();
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        const { traceId = traceIdOf(call), ...known } = facts;
        if (span) endSpan(span, facts, failure);
        const durationMs = Math.round(performance.now() - began);
        const failed = failure === undefined ? {} : { error: nameOf(failure) };
        log('operation', { operation: call.name, ...given(known), ...failed, durationMs, traceId });
      }
    }),
  );
};

const callerContext = (traceparent: string | undefined): Context => {
  const caller = readTraceparent(traceparent);
  return caller ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
};

const attributesOf = ({ attributes }: Call): { attributes?: Attributes } => (attributes ? { attributes } : {});

const given = (facts: Facts): Record<string, string | number> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Record<string, string>;

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Ends a span with the facts of its operation. An error is reported by name, since its message may contain request data. */
export const endSpan = (span: Span, { claimId, status, code, httpStatus }: Facts, failure: unknown): void => {
  if (claimId !== undefined) span.setAttribute('claim.id', claimId);
  if (status !== undefined) span.setAttribute('claim.status', status);
  if (code !== undefined) span.setAttribute('problem.code', code);
  if (httpStatus !== undefined) span.setAttribute('http.response.status_code', httpStatus);
  if (failure !== undefined) span.setAttribute('error.type', nameOf(failure));
  if (failure !== undefined || (httpStatus ?? 0) >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};
