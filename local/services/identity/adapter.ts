import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS item (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expires REAL, uid TEXT, grant_id TEXT, user_code TEXT,
    PRIMARY KEY (model, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS item_by_grant ON item (grant_id);
`;

export type SessionStore = { adapter: (model: string) => Adapter; close(): void };

/** Keeps sign-ins, grants and refresh tokens in `file`, so that a restart of the stack signs no one out. */
export const openSessionStore = (file: string): SessionStore => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(SCHEMA);
  database.prepare('DELETE FROM item WHERE expires < ?').run(Date.now());

  const select = (where: string) =>
    database.prepare(`SELECT payload FROM item WHERE model = ? AND ${where} = ? AND (expires IS NULL OR expires > ?)`);
  const [byId, byUid, byUserCode] = [select('id'), select('uid'), select('user_code')];
  const upsert = database.prepare('INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?)');
  const destroy = database.prepare('DELETE FROM item WHERE model = ? AND id = ?');
  const revoke = database.prepare('DELETE FROM item WHERE model = ? AND grant_id = ?');
  const consume = database.prepare(
    "UPDATE item SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?",
  );
  // The cast: `upsert` wrote what the provider gave.
  const payloadOf = (row: Record<string, SQLOutputValue> | undefined) =>
    row && (JSON.parse(String(row.payload)) as AdapterPayload);

  const adapter = (model: string): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      const { uid = null, grantId = null, userCode = null } = payload;
      const expires = expiresIn ? Date.now() + expiresIn * 1000 : null;
      upsert.run(model, id, JSON.stringify(payload), expires, uid, grantId, userCode);
    },
    find: async (id) => payloadOf(byId.get(model, id, Date.now())),
    findByUid: async (uid) => payloadOf(byUid.get(model, uid, Date.now())),
    findByUserCode: async (code) => payloadOf(byUserCode.get(model, code, Date.now())),
    consume: async (id) => void consume.run(Math.floor(Date.now() / 1000), model, id),
    destroy: async (id) => void destroy.run(model, id),
    revokeByGrantId: async (grantId) => void revoke.run(model, grantId),
  });
  return { adapter, close: () => database.close() };
};
