import type { TableClient } from '@azure/data-tables';
import type { Actor } from '../domain/history.ts';
import { countedDown, type RandomBytes } from '../domain/ids.ts';
import { present } from '../lib/present.ts';
import { odata } from './table/odata.ts';
import { firstRows, newestFirst, removeOlder } from './table/row-range.ts';

/** What operators did, unless it concerns one claim: that is in the claim's history. */
export type OperatorAction = {
  at: string;
  by: Actor;
  action: OperatorActionKind;
  subject: string;
  reason: string;
  /** Absent while the action runs, or if it was cut off. */
  outcome?: (typeof actionOutcomes)[number];
};
export const operatorActionKinds = ['redrive-all', 'replay-message', 'discard-message'] as const;
export type OperatorActionKind = (typeof operatorActionKinds)[number];
export const actionOutcomes = ['done', 'message-not-found'] as const;

/** One run of the reconciler, with a count for each finding. */
export type ReconcilerRun = { at: string; tookMs: number; findings: Record<string, number> };

const actions = 'actions';
const runs = 'runs';
/** The last run, whatever it found; runs that found something have rows of their own, newest first. */
const last = '~last';

export type OperationsLog = ReturnType<typeof createOperationsLog>;

/** Rows of the ledger's table, beside the claims in flight. */
export const createOperationsLog = (table: TableClient, random: RandomBytes) => {
  /** Enters an action before it is taken, so none is taken without an entry. Returns a function that records its outcome. */
  const note = async (
    noted: Omit<OperatorAction, 'outcome'>,
  ): Promise<(outcome: NonNullable<OperatorAction['outcome']>) => Promise<void>> => {
    const { at, by, action, subject, reason } = noted;
    const rowKey = `${countedDown(new Date(at))}-${Buffer.from(random(5)).toString('hex')}`;
    const row = { partitionKey: actions, rowKey, at, by: JSON.stringify(by), action, subject, reason };
    await table.upsertEntity(row, 'Replace');
    return async (outcome) => {
      await table.upsertEntity({ ...row, outcome }, 'Replace');
    };
  };

  /** Newest first, after the row with the key `after`; `next` is the key to go on after. */
  const noted = async (top: number, after = ''): Promise<{ value: OperatorAction[]; next?: string }> => {
    const { rows, ...more } = await newestFirst(table, actions, top, after);
    const value = rows.map(
      // The casts: written above.
      ({ at, by, action, subject, reason, outcome }) =>
        present({ at, by: JSON.parse(String(by)) as Actor, action, subject, reason, outcome }) as OperatorAction,
    );
    return { value, ...more };
  };

  const noteRun = async (run: ReconcilerRun): Promise<void> => {
    const row = { partitionKey: runs, at: run.at, tookMs: run.tookMs, findings: JSON.stringify(run.findings) };
    if (Object.values(run.findings).some((count) => count > 0)) {
      await table.upsertEntity({ ...row, rowKey: countedDown(new Date(run.at)) }, 'Replace');
    }
    await table.upsertEntity({ ...row, rowKey: last }, 'Replace');
  };

  const runOf = (row: Record<string, unknown>): ReconcilerRun => ({
    at: String(row.at),
    tookMs: Number(row.tookMs),
    // The cast: written above.
    findings: JSON.parse(String(row.findings)) as Record<string, number>,
  });

  const lastRun = async (): Promise<ReconcilerRun | undefined> => {
    const filter = odata`PartitionKey eq ${runs} and RowKey eq ${last}`;
    for await (const row of table.listEntities({ queryOptions: { filter } })) return runOf(row);
    return undefined;
  };

  /** The runs that found something, newest first. */
  const runsThatFound = async (top: number): Promise<ReconcilerRun[]> => {
    const filter = odata`PartitionKey eq ${runs} and RowKey lt ${last}`;
    const { rows } = await firstRows(table, { filter }, top);
    return rows.slice(0, top).map(runOf);
  };

  /** Removes runs from before `before`. */
  const forgetRuns = (before: Date): Promise<void> => removeOlder(table, runs, before);

  return { note, noted, noteRun, lastRun, runsThatFound, forgetRuns };
};
