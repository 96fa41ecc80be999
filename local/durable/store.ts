import { DatabaseSync } from 'node:sqlite';
import type { HistoryEvent } from './contract.ts';

export type RuntimeStatus = 'Pending' | 'Running' | 'Suspended' | 'Completed' | 'Failed' | 'Terminated';

/** One orchestration instance as its status shows it. `input`, `output` and `customStatus` are JSON text; times in ms. */
export type InstanceRow = {
  id: string;
  execution: string;
  name: string;
  status: RuntimeStatus;
  input: string;
  output: string | null;
  customStatus: string | null;
  created: number;
  updated: number;
};

/** An event on its way to an instance; `execution` limits it to one run of that instance. */
export type Message = { seq: number; instance: string; execution: string | null; event: HistoryEvent };

/** An activity that has to run. `input` is JSON text, or null for undefined. */
export type WorkItem = { instance: string; execution: string; task: number; name: string; input: string | null };

export type TimerRow = { instance: string; execution: string; task: number; fireAt: number };

export type InstanceFilter = {
  from?: number | undefined;
  to?: number | undefined;
  statuses?: string[] | undefined;
  prefix?: string | undefined;
};

/** An instance in one of these states is over for good. */
export const isTerminal = (status: RuntimeStatus): boolean =>
  status === 'Completed' || status === 'Failed' || status === 'Terminated';

const TERMINAL = "('Completed', 'Failed', 'Terminated')";

// The exclusive lock keeps a second host off the same hub; the system drops it when the process dies.
const SCHEMA = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS instances (
    id TEXT PRIMARY KEY, execution TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL,
    output TEXT, customStatus TEXT, created INTEGER NOT NULL, updated INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS history (
    instance TEXT NOT NULL, position INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY (instance, position)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS inbox (
    seq INTEGER PRIMARY KEY, instance TEXT NOT NULL, execution TEXT, event TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS inboxByInstance ON inbox (instance);
  CREATE TABLE IF NOT EXISTS work (
    instance TEXT NOT NULL, execution TEXT NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, input TEXT,
    PRIMARY KEY (instance, execution, task)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS timers (
    instance TEXT NOT NULL, execution TEXT NOT NULL, task INTEGER NOT NULL, fireAt INTEGER NOT NULL,
    PRIMARY KEY (instance, execution, task)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS timersByTime ON timers (fireAt);
`;

/** Another process has the hub's file open. */
export class HubInUseError extends Error {
  override name = 'HubInUseError';
}

const open = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file);
  try {
    db.exec(SCHEMA);
    return db;
  } catch (error) {
    db.close();
    const locked = error instanceof Error && error.message.includes('locked');
    throw locked ? new HubInUseError(`another host is using ${file} (database is locked)`, { cause: error }) : error;
  }
};

export type Store = ReturnType<typeof openStore>;

/** Opens (or makes) the SQLite file. Every call is synchronous; writes belong inside the journal's transactions. */
export const openStore = (file: string) => {
  const db = open(file);
  const instance = db.prepare('SELECT * FROM instances WHERE id = ?');
  const alive = db.prepare(`SELECT * FROM instances WHERE status NOT IN ${TERMINAL}`);
  const putInstance = db.prepare(
    `INSERT OR REPLACE INTO instances (id, execution, name, status, input, output, customStatus, created, updated)
     VALUES (:id, :execution, :name, :status, :input, :output, :customStatus, :created, :updated)`,
  );
  const history = db.prepare('SELECT events FROM history WHERE instance = ? ORDER BY position');
  const historyChunks = db.prepare('SELECT count(*) AS chunks FROM history WHERE instance = ?');
  const addHistory = db.prepare('INSERT OR REPLACE INTO history (instance, position, events) VALUES (?, ?, ?)');
  const inbox = db.prepare('SELECT * FROM inbox ORDER BY seq');
  const addMessage = db.prepare('INSERT OR REPLACE INTO inbox (seq, instance, execution, event) VALUES (?, ?, ?, ?)');
  const dropMessage = db.prepare('DELETE FROM inbox WHERE seq = ?');
  const work = db.prepare('SELECT * FROM work');
  const addWork = db.prepare('INSERT OR REPLACE INTO work VALUES (:instance, :execution, :task, :name, :input)');
  const dropWork = db.prepare('DELETE FROM work WHERE instance = ? AND execution = ? AND task = ?');
  const addTimer = db.prepare('INSERT OR REPLACE INTO timers VALUES (:instance, :execution, :task, :fireAt)');
  const dropTimer = db.prepare('DELETE FROM timers WHERE instance = ? AND execution = ? AND task = ?');
  const firstTimer = db.prepare('SELECT min(fireAt) AS fireAt FROM timers');
  const dueTimers = db.prepare('SELECT * FROM timers WHERE fireAt <= ? ORDER BY fireAt');
  const clear = (['history', 'timers', 'inbox'] as const).map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE instance = ?`),
  );
  const [clearHistory, clearTimers, clearInbox] = clear;
  const dropInstance = db.prepare('DELETE FROM instances WHERE id = ?');

  // Rows come back as Record<string, SQLOutputValue>; each statement above selects exactly the columns of its type.
  const rows = <T>(found: unknown): T[] => found as T[];

  return {
    transaction(write: () => void): void {
      db.exec('BEGIN IMMEDIATE');
      try {
        write();
        db.exec('COMMIT');
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    close: (): void => {
      if (db.isOpen) db.close();
    },

    instance: (id: string): InstanceRow | undefined => rows<InstanceRow>([instance.get(id)])[0],
    liveInstances: (): InstanceRow[] => rows(alive.all()),
    instances: (filter: InstanceFilter, startAt = '', limit = Number.MAX_SAFE_INTEGER): InstanceRow[] => {
      const statuses = filter.statuses ?? [];
      const prefix = filter.prefix ?? '';
      const anyOf = statuses.length > 0 ? `AND status COLLATE NOCASE IN (${statuses.map(() => '?').join()})` : '';
      return rows(
        db
          .prepare(
            `SELECT * FROM instances WHERE id >= ? AND created BETWEEN ? AND ? AND substr(id, 1, length(?)) = ? ${anyOf}
             ORDER BY id LIMIT ?`,
          )
          .all(startAt, filter.from ?? 0, filter.to ?? Number.MAX_SAFE_INTEGER, prefix, prefix, ...statuses, limit),
      );
    },
    putInstance: (row: InstanceRow): unknown => putInstance.run(row),
    /** Removes an instance's history, timers and messages; activities that run already end unheard. */
    clearInstance: (id: string): void => {
      for (const statement of clear) statement.run(id);
    },
    dropInstance: (id: string): unknown => dropInstance.run(id),

    history: (id: string): HistoryEvent[] =>
      rows<{ events: string }>(history.all(id)).flatMap((row) => rows<HistoryEvent>(JSON.parse(row.events))),
    historyChunks: (id: string): number => rows<{ chunks: number }>([historyChunks.get(id)])[0]?.chunks ?? 0,
    addHistory: (id: string, position: number, events: HistoryEvent[]): unknown =>
      addHistory.run(id, position, JSON.stringify(events)),
    clearHistory: (id: string): unknown => clearHistory?.run(id),

    messages: (): Message[] =>
      rows<Message & { event: string }>(inbox.all()).map((row) => ({ ...row, event: JSON.parse(row.event) })),
    addMessage: (message: Message): unknown =>
      addMessage.run(message.seq, message.instance, message.execution, JSON.stringify(message.event)),
    clearMessages: (id: string): unknown => clearInbox?.run(id),
    dropMessage: (seq: number): unknown => dropMessage.run(seq),

    work: (): WorkItem[] => rows(work.all()),
    addWork: (item: WorkItem): unknown => addWork.run(item),
    dropWork: (item: WorkItem): unknown => dropWork.run(item.instance, item.execution, item.task),

    addTimer: (timer: TimerRow): unknown => addTimer.run(timer),
    dropTimer: (timer: Omit<TimerRow, 'fireAt'>): unknown => dropTimer.run(timer.instance, timer.execution, timer.task),
    clearTimers: (id: string): unknown => clearTimers?.run(id),
    firstTimer: (): number | undefined => rows<{ fireAt: number | null }>([firstTimer.get()])[0]?.fireAt ?? undefined,
    dueTimers: (time: number): TimerRow[] => rows(dueTimers.all(Math.floor(time))),
  };
};
