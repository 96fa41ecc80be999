import { mailKind } from '../http/call-label.ts';
import type { Client } from '../http/client.ts';
import type { FaultyStack } from '../stack/faulty-stack.ts';
import { until } from '../until.ts';
import { mailsOf, proof } from './claims.ts';
import { recomputedHashes, type ShownEntry } from './history-chain.ts';

/** All that a claim leaves behind, as the people and the machines around it see it. */
export type EndState = {
  status: string;
  consent?: string;
  decision?: string;
  attention: boolean;
  history: string[];
  chainHolds: boolean;
  mails: string[];
  filesIntact: boolean;
  orchestration: string;
  /** Rows of the in-flight ledger: those that watch the claim, what it asks for and holds, that it is over. */
  ledger: { watching: number; asking: number; holding: number; over: number };
};

/** Entries that only a repair leaves, or whose place is up to the mail service; all others are those of a life without faults. */
const asides = new Set(['workflow-restarted', 'delivery-reported', 'approval-interrupted']);

/** The runtime status of the claim's orchestration: `Running`, `Completed`, ...; `missing` when there is none. */
export const orchestrationOf = async (stack: FaultyStack, claimId: string): Promise<string> => {
  const { status, body } = await stack.instance('GET', claimId);
  return status === 404 ? 'missing' : body.runtimeStatus;
};

/** Rows of the in-flight ledger that watch the claim. */
export const watchingRows = async (stack: FaultyStack, claimId: string): Promise<Record<string, unknown>[]> =>
  (await ledgerOf(stack, claimId)).filter(({ rowKey }) => /^\d/.test(String(rowKey)));

/** Rows of the in-flight ledger that name the claim. */
export const ledgerOf = async (stack: FaultyStack, claimId: string): Promise<Record<string, unknown>[]> =>
  (await stack.rows('inflight')).filter((row) => row.claimId === claimId || `${row.doc0}`.includes(claimId));

/** Waits until the claim's orchestration has come to its end. */
export const carriedThrough = (stack: FaultyStack, claimId: string): Promise<boolean> =>
  until(`the end of ${claimId}`, async () => (await orchestrationOf(stack, claimId)) === 'Completed');

/** What became of the claim. `client` must have been signed in after the clock was last moved. */
export const endStateOf = async (stack: FaultyStack, client: Client, claimId: string): Promise<EndState> => {
  const { body: claim } = await client.get(`claims/${claimId}`);
  const { body } = await client.get(`claims/${claimId}/history`);
  const entries: ShownEntry[] = body.value;
  const files: { fileId: string }[] = claim.poe;
  const contents = await Promise.all(files.map(({ fileId }) => client.get(`claims/${claimId}/poe/${fileId}`)));
  const mails = await mailsOf(stack, claimId);
  const rows = await ledgerOf(stack, claimId);
  const count = (key: RegExp): number => rows.filter(({ rowKey }) => key.test(`${rowKey}`)).length;
  return {
    status: claim.status,
    ...(claim.consent ? { consent: claim.consent } : {}),
    ...(claim.decision ? { decision: claim.decision.outcome } : {}),
    attention: claim.attention !== undefined,
    history: entries.map(({ event }) => event).filter((event) => !asides.has(event)),
    chainHolds: recomputedHashes(entries).every((hash, index) => hash === entries[index]?.hash),
    mails: mails.map(({ operationId }) => mailKind(claimId, operationId)).toSorted(),
    filesIntact: contents.length === 1 && contents.every(({ text }) => text === proof),
    orchestration: await orchestrationOf(stack, claimId),
    ledger: { watching: count(/^\d/), asking: count(/\|asking$/), holding: count(/\|holding$/), over: count(/^r\|/) },
  };
};
