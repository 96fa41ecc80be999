import type { Span } from './otlp.ts';

/** A span and how many spans stand above it. */
export type Branch = { span: Span; depth: number };

/** The spans of one trace, each after the one that led to it. A span whose parent is not there, the caller's, is a root. */
export const traceTree = (spans: Span[]): Branch[] => {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const parentOf = ({ parentSpanId }: Span): string =>
    parentSpanId !== undefined && known.has(parentSpanId) ? parentSpanId : '';
  const children = Map.groupBy(spans, parentOf);
  const below = (parent: string, depth: number): Branch[] =>
    (children.get(parent) ?? []).flatMap((span) => [{ span, depth }, ...below(span.spanId, depth + 1)]);
  return below('', 0);
};
