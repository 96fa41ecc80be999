import { type Attributes, context, ROOT_CONTEXT, type Span, SpanKind, trace } from '@opentelemetry/api';
import type { Claim } from '../domain/claim.ts';
import { endSpan, type Facts, noteFacts, tracer } from './operation.ts';
import { readTraceparent, writeTraceparent } from './traceparent.ts';

/** `traceparent` of the running span, to store on a claim; undefined without telemetry. */
export const traceToKeep = (): string | undefined => {
  const span = trace.getActiveSpan();
  return span?.isRecording() ? writeTraceparent(span.spanContext()) : undefined;
};

type ClaimSpan = {
  name: string;
  claim: Claim;
  /** When the work began; the claim is read only afterwards. */
  began: Date;
  attributes?: Attributes;
};

/**
 * Runs work on a claim in a span of the claim's own trace, which its submission started. Requests, timers and
 * orchestrations all join that trace; a caller with another trace is linked, in both directions.
 */
export const inClaimSpan = async <T>(
  { name, claim, began, attributes = {} }: ClaimSpan,
  act: (span: Span) => Promise<T>,
  factsOf: (result: T) => Facts = () => ({}),
): Promise<T> => {
  const active = trace.getActiveSpan();
  const caller = trace.getSpanContext(context.active());
  const kept = readTraceparent(claim.trace);
  const isElsewhere = kept !== undefined && kept.traceId !== caller?.traceId;
  const parent = isElsewhere ? trace.setSpanContext(ROOT_CONTEXT, kept) : context.active();
  const links = isElsewhere && caller ? [{ context: caller }] : [];
  if (isElsewhere) active?.addLink({ context: kept });

  const options = { kind: SpanKind.INTERNAL, startTime: began, attributes, links };
  const span = tracer().startSpan(name, options, parent);
  // Not that of a span that only stands in where there is no telemetry.
  if (span.isRecording() && active?.isRecording() !== true) noteFacts({ traceId: span.spanContext().traceId });
  let facts: Facts = { claimId: claim.id, status: claim.status };
  let failure: unknown;
  return context.with(trace.setSpan(parent, span), async () => {
    try {
      const result = await act(span);
      facts = { ...facts, ...factsOf(result) };
      return result;
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      noteFacts(facts);
      endSpan(span, facts, failure);
    }
  });
};
