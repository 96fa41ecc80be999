import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { MetricPoint, Span } from './otlp.ts';

/** A request as it came. */
export type Received = { path: string; body: string };

export type SpanStore = {
  addSpans(spans: Span[]): void;
  addMetrics(points: MetricPoint[]): void;
  /** Keeps the newest requests as they came, for whoever looks what is in them. */
  keep(received: Received): void;
  /** Every span of every trace that has a span of this claim, oldest first. */
  spansOfClaim(claimId: string): Span[];
  spansOfTrace(traceId: string): Span[];
  /** Claims with spans, the newest first. */
  claims(limit: number): { claimId: string; startedAt: string }[];
  metrics(): MetricPoint[];
  received(): Received[];
  close(): void;
};

const keptRequests = 2000;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS span (
    trace TEXT NOT NULL, span TEXT NOT NULL, claim TEXT, started TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (trace, span)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS span_by_claim ON span (claim, started) WHERE claim IS NOT NULL;
  CREATE TABLE IF NOT EXISTS metric (key TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS received (number INTEGER PRIMARY KEY, path TEXT NOT NULL, body TEXT NOT NULL);
`;

// The casts: the columns are written below only.
const contentOf = <T>(row: Record<string, SQLOutputValue>): T => JSON.parse(String(row.content)) as T;

/** Opens the store in `file`. */
export const openSpanStore = (file: string): SpanStore => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(SCHEMA);
  const insertSpan = database.prepare('INSERT OR REPLACE INTO span VALUES (?, ?, ?, ?, ?)');
  const insertMetric = database.prepare('INSERT OR REPLACE INTO metric VALUES (?, ?)');
  const insertReceived = database.prepare('INSERT INTO received (path, body) VALUES (?, ?)');
  const forget = database.prepare(
    `DELETE FROM received WHERE number <= (SELECT max(number) FROM received) - ${keptRequests}`,
  );
  const ofTrace = database.prepare('SELECT content FROM span WHERE trace = ? ORDER BY started');
  const ofClaim = database.prepare(
    'SELECT content FROM span WHERE trace IN (SELECT trace FROM span WHERE claim = ?) ORDER BY started',
  );
  const newest = database.prepare(
    'SELECT claim, max(started) AS started FROM span WHERE claim IS NOT NULL GROUP BY claim ORDER BY 2 DESC LIMIT ?',
  );

  return {
    addSpans: (spans) => {
      database.exec('BEGIN IMMEDIATE');
      for (const span of spans) {
        const claim = span.attributes['claim.id'];
        const claimId = claim === undefined ? null : String(claim);
        insertSpan.run(span.traceId, span.spanId, claimId, span.startedAt, JSON.stringify(span));
      }
      database.exec('COMMIT');
    },
    addMetrics: (points) => {
      for (const point of points) {
        const { name, instance, attributes } = point;
        insertMetric.run(JSON.stringify([name, instance, attributes]), JSON.stringify(point));
      }
    },
    keep: ({ path, body }) => {
      insertReceived.run(path, body);
      forget.run();
    },
    spansOfClaim: (claimId) => ofClaim.all(claimId).map(contentOf<Span>),
    spansOfTrace: (traceId) => ofTrace.all(traceId).map(contentOf<Span>),
    claims: (limit) =>
      newest.all(limit).map(({ claim, started }) => ({ claimId: String(claim), startedAt: String(started) })),
    metrics: () =>
      database
        .prepare('SELECT content FROM metric ORDER BY key')
        .all()
        .map(contentOf<MetricPoint>),
    received: () =>
      database
        .prepare('SELECT path, body FROM received ORDER BY number')
        .all()
        .map(({ path, body }) => ({ path: String(path), body: String(body) })),
    close: () => database.close(),
  };
};
