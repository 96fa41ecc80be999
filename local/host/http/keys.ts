import { randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { readJsonFile, writeJsonFile } from '../atomic-json.ts';

/** Access keys of the host: `master` opens everything, `function` functions of that level, `durable` the Durable HTTP API. */
export type HostKeys = { master: string; function: string; durable: string };

/** Reads the keys from `dataDir/host-keys.json`; makes and keeps them the first time. */
export const loadHostKeys = async (dataDir: string): Promise<HostKeys> => {
  const file = join(dataDir, 'host-keys.json');
  const kept = (await readJsonFile(file)) as HostKeys | undefined;
  if (kept) return kept;
  const newKey = () => randomBytes(32).toString('base64url');
  const keys = { master: newKey(), function: newKey(), durable: newKey() };
  await writeJsonFile(file, keys);
  return keys;
};

/** Whether a request carries one of `accepted`, in the `x-functions-key` header or the `code` query parameter. */
export const hasKey = (accepted: string[], header: string | string[] | undefined, query: URLSearchParams): boolean => {
  const given = typeof header === 'string' ? header : query.get('code');
  return given !== null && accepted.some((key) => sameText(key, given));
};

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
