import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HistoryEvent } from '../../../local/durable/contract.ts';
import { advance } from '../claims/claims.ts';
import type { RecordedRun } from '../claims/replay.ts';
import type { OwnStack } from './stack.ts';

/**
 * Ends a stack at a moment of rest and reads the orchestrations of these claims from its task hub. The stack's data is
 * removed with `stop`.
 */
export const readTaskHub = async (stack: OwnStack, claimIds: string[]): Promise<RecordedRun[]> => {
  // Answered once the engine is idle, so that the last turn is on disk.
  await advance(stack, 'PT1S');
  await stack.kill();
  const db = new DatabaseSync(join(stack.dataDir, 'host', 'durable.db'));
  try {
    const instance = db.prepare('SELECT input FROM instances WHERE id = ?');
    const chunks = db.prepare('SELECT events FROM history WHERE instance = ? ORDER BY position');
    return claimIds.map((instanceId) => ({
      instanceId,
      input: JSON.parse(String(instance.get(instanceId)?.input)),
      // The cast: what the engine wrote.
      history: chunks.all(instanceId).flatMap(({ events }) => JSON.parse(String(events)) as HistoryEvent[]),
    }));
  } finally {
    db.close();
  }
};
