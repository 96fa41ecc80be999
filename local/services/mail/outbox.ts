import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { fateOf } from './fates.ts';
import type { EmailMessage } from './message.ts';

/** One mail, as `GET /outbox.json` lists it. */
export type OutboxMail = {
  id: string;
  receivedAt: string;
  operationId: string;
  /** Empty for a mail that an older version took in, as `replyTo` is. */
  from: string;
  replyTo: string[];
  to: string[];
  /** What is reported of each `to`. */
  delivery: { recipient: string; status: string }[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

export type Outbox = {
  /** Stores a mail once for each operation: the same operation again changes nothing, and is `false`. Written to disk on return. */
  add(operationId: string, message: EmailMessage): boolean;
  has(operationId: string): boolean;
  find(id: string): OutboxMail | undefined;
  /** Oldest first; `to` is a whole address, `claim` the `x-claim-id` header. */
  list(filter: { to?: string | undefined; claim?: string | undefined }): OutboxMail[];
  close(): void;
};

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS mail (
    number INTEGER PRIMARY KEY, operation TEXT NOT NULL UNIQUE, claim TEXT, content TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS mail_by_claim ON mail (claim);
  CREATE TABLE IF NOT EXISTS recipient (address TEXT NOT NULL, mail INTEGER NOT NULL, PRIMARY KEY (address, mail)) WITHOUT ROWID;
`;

const claimOf = (headers: Record<string, string>): string | null =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-claim-id')?.[1] ?? null;

type StoredMail = Omit<OutboxMail, 'delivery'>;

const toMail = (row: Record<string, SQLOutputValue>): OutboxMail => {
  // The cast: the column is written by `add` only.
  const {
    id,
    receivedAt,
    operationId,
    from = '',
    replyTo = [],
    to,
    ...rest
  } = JSON.parse(String(row.content)) as StoredMail;
  const delivery = to.map((recipient) => ({ recipient, status: fateOf(recipient) }));
  return { id, receivedAt, operationId, from, replyTo, to, delivery, ...rest };
};

/** Opens the outbox in `file`. */
export const openOutbox = (file: string): Outbox => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(SCHEMA);
  const insert = database.prepare(
    'INSERT INTO mail (operation, claim, content) VALUES (?, ?, ?) ON CONFLICT (operation) DO NOTHING',
  );
  const insertRecipient = database.prepare('INSERT OR IGNORE INTO recipient (address, mail) VALUES (?, ?)');
  const byOperation = database.prepare('SELECT 1 FROM mail WHERE operation = ?');
  const byId = database.prepare("SELECT content FROM mail WHERE content ->> 'id' = ?");
  // Two statements, so that the one for a claim uses its index: tests and benchmarks ask for it often.
  const select = (where: string) =>
    database.prepare(`SELECT content FROM mail WHERE ${where}
      AND ($to IS NULL OR number IN (SELECT mail FROM recipient WHERE address = $to)) ORDER BY number`);
  const ofAll = select('TRUE');
  const ofClaim = select('claim = $claim');

  const add: Outbox['add'] = (operationId, { senderAddress, replyTo = [], recipients, content, headers = {} }) => {
    const mail: StoredMail = {
      id: randomUUID(),
      receivedAt: new Date().toISOString(),
      operationId,
      from: senderAddress,
      replyTo: replyTo.map(({ address }) => address),
      to: (recipients.to ?? []).map(({ address }) => address),
      subject: content.subject,
      text: content.plainText ?? '',
      html: content.html ?? '',
      headers,
    };
    const everyone = [recipients.to, recipients.cc, recipients.bcc].flatMap((list) => list ?? []);
    database.exec('BEGIN IMMEDIATE');
    const { changes, lastInsertRowid } = insert.run(operationId, claimOf(headers), JSON.stringify(mail));
    if (changes) for (const { address } of everyone) insertRecipient.run(address.toLowerCase(), lastInsertRowid);
    database.exec('COMMIT');
    return changes > 0;
  };

  return {
    add,
    has: (operationId) => byOperation.get(operationId) !== undefined,
    find: (id) => {
      const row = byId.get(id);
      return row && toMail(row);
    },
    list: ({ to, claim }) => {
      const $to = to?.toLowerCase() ?? null;
      return (claim === undefined ? ofAll.all({ $to }) : ofClaim.all({ $to, $claim: claim })).map(toMail);
    },
    close: () => database.close(),
  };
};
