import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TableClient } from '@azure/data-tables';
import { BlobServiceClient } from '@azure/storage-blob';
import type { Claim } from '../../src/domain/claim.ts';
import type { HistoryEntry } from '../../src/domain/history.ts';
import { containerName, tableNames } from '../../src/storage/table/names.ts';
import { fromColumns } from '../../src/storage/table/text-columns.ts';
import type { TwoHosts } from '../support/stack/two-hosts.ts';

type Row = Record<string, unknown> & { partitionKey: string; rowKey: string };

/** All that a soak leaves behind, read past the app. */
export type Evidence = {
  /** What the clock shows. */
  now: string;
  claims: Claim[];
  /** Rows of the claims table but the claims and their history. */
  otherRows: Row[];
  /** The headings that the claim's own row names. */
  headings: Map<string, string[]>;
  histories: Map<string, HistoryEntry[]>;
  ledger: Row[];
  /** `{partner}/{claim}/{file}`, and when its bytes began to be stored. */
  blobs: Map<string, string>;
  /** Operation IDs of the mails in the outbox, by claim. */
  mails: Map<string, string[]>;
  /** Runtime status of each orchestration, by claim. */
  orchestrations: Map<string, string>;
};

const rowsOf = async (connection: string, name: string): Promise<Row[]> => {
  const table = TableClient.fromConnectionString(connection, name, { allowInsecureConnection: true });
  const rows: Row[] = [];
  // The cast: every row has its keys.
  for await (const row of table.listEntities()) rows.push(row as Row);
  return rows;
};

const readRows = <T>(file: string, query: string): T[] => {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    // The cast: the query names the columns of the type.
    return db.prepare(query).all() as T[];
  } finally {
    db.close();
  }
};

/** Ends the hosts, because their task hub cannot be read before, and reads everything. */
export const readEvidence = async (stack: TwoHosts): Promise<Evidence> => {
  const connection = stack.storage;
  const rows = await rowsOf(connection, tableNames.claims);
  const ledger = await rowsOf(connection, tableNames.inFlight);
  const blobs = new Map<string, string>();
  const container = BlobServiceClient.fromConnectionString(connection).getContainerClient(containerName);
  for await (const { name, metadata } of container.listBlobsFlat({ includeMetadata: true })) {
    blobs.set(name, String(metadata?.stored));
  }
  await stack.stopHosts();

  const own = rows.filter(({ rowKey }) => rowKey.startsWith('c|'));
  const histories = new Map<string, HistoryEntry[]>();
  // In order of their keys: the sequence.
  for (const row of rows) {
    if (!row.rowKey.startsWith('h|')) continue;
    const claimId = row.rowKey.split('|')[1] ?? '';
    // The casts, here and below: what the app wrote.
    histories.set(claimId, [...(histories.get(claimId) ?? []), JSON.parse(fromColumns(row)) as HistoryEntry]);
  }
  const outbox = readRows<{ claim: string; operation: string }>(
    join(stack.dataDir, 'mail', 'outbox.db'),
    'SELECT claim, operation FROM mail WHERE claim IS NOT NULL ORDER BY number',
  );
  const instances = readRows<{ id: string; status: string }>(
    join(stack.dataDir, 'host', 'durable.db'),
    'SELECT id, status FROM instances',
  );
  return {
    now: new Date(Date.now() + stack.clockMs).toISOString(),
    claims: own.map((row) => JSON.parse(fromColumns(row)) as Claim),
    otherRows: rows.filter(({ rowKey }) => !/^[ch]\|/.test(rowKey)),
    headings: new Map(own.map(({ rowKey, index }) => [rowKey.slice(2), JSON.parse(String(index)) as string[]])),
    histories,
    ledger,
    blobs,
    mails: new Map(
      [...Map.groupBy(outbox, ({ claim }) => claim)].map(([claim, sent]) => [
        claim,
        sent.map((mail) => mail.operation),
      ]),
    ),
    orchestrations: new Map(instances.map(({ id, status }) => [id, status])),
  };
};
