/** Records what the orchestrations of real claims went through, for the replay tests: `node test/workflow/record.ts`. */
import { writeFile } from 'node:fs/promises';
import { build } from '../../local/build.ts';
import type { HistoryEvent } from '../../local/durable/contract.ts';
import {
  advance,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  mailsOf,
  submittedClaim,
} from '../support/claims/claims.ts';
import { loadLifecycle, type RecordedRun, turnsOf } from '../support/claims/replay.ts';
import { send, signIn } from '../support/http/client.ts';
import { type Stack, startStack } from '../support/stack/stack.ts';
import { readTaskHub } from '../support/stack/task-hub.ts';
import { until } from '../support/until.ts';

/** Takes one claim to its end; resolves with its ID. */
type Scenario = (stack: Stack) => Promise<string>;

const avery = (stack: Stack) => signIn(stack, 'avery');
const mailFault = (stack: Stack, fault: object) => send(`${stack.mail}/faults`, 'POST', { json: fault });

/** Moves the clock on, again and again, until `seen`: an activity that fails takes its own time. */
const letTimePass = (stack: Stack, step: string, seen: () => Promise<boolean>): Promise<boolean> =>
  until(
    'what time brings',
    async () => {
      await advance(stack, step);
      return seen();
    },
    60_000,
  );

const answered =
  (decision: string): Scenario =>
  async (stack) => {
    const id = await submittedClaim(await avery(stack));
    await decide(await decisionLink(stack, id), decision);
    await mailsArrived(stack, id, 3);
    return id;
  };

const unanswered: Scenario = async (stack) => {
  const id = await submittedClaim(await avery(stack));
  await mailsArrived(stack, id, 1);
  await advance(stack, 'P9D');
  await historyWith(await avery(stack), id, 'outcome-sent');
  return id;
};

const withdraw = async (stack: Stack, id: string): Promise<void> => {
  await (await avery(stack)).post(`claims/${id}/withdraw`, { reason: 'Sent too early.' });
};

const withdrawnBeforeTheRequest: Scenario = async (stack) => {
  await mailFault(stack, { kind: 'error', times: 2 });
  const id = await submittedClaim(await avery(stack));
  await withdraw(stack, id);
  await letTimePass(stack, 'PT10S', async () => (await mailsOf(stack, id)).length === 1);
  return id;
};

const withdrawnAfterTheRequest: Scenario = async (stack) => {
  const id = await submittedClaim(await avery(stack));
  await mailsArrived(stack, id, 1);
  await withdraw(stack, id);
  await mailsArrived(stack, id, 2);
  return id;
};

const retried: Scenario = async (stack) => {
  await mailFault(stack, { kind: 'error', times: 4 });
  const id = await submittedClaim(await avery(stack));
  await letTimePass(stack, 'PT10S', async () => (await mailsOf(stack, id)).length === 1);
  await decide(await decisionLink(stack, id), 'approve');
  await mailsArrived(stack, id, 3);
  return id;
};

const redriven: Scenario = async (stack) => {
  await mailFault(stack, { kind: 'error', times: 100 });
  const id = await submittedClaim(await avery(stack));
  await letTimePass(stack, 'PT10M', async () => {
    const { body } = await (await avery(stack)).get(`claims/${id}`);
    return body.attention?.needs === 'operations';
  });
  await send(`${stack.mail}/faults`, 'DELETE');
  await (await signIn(stack, 'ops')).post(`operations/claims/${id}/redrive`, { reason: 'For the test.' });
  // A nudge does not cut the pause of a retry short.
  await letTimePass(stack, 'PT10M', async () => (await mailsOf(stack, id)).length === 1);
  await decide(await decisionLink(stack, id), 'approve');
  await mailsArrived(stack, id, 3);
  return id;
};

const decidedDuringTheReminder: Scenario = async (stack) => {
  const id = await submittedClaim(await avery(stack));
  const link = await decisionLink(stack, id);
  // The reminder is in the outbox at once; its activity ends when the answer comes.
  await mailFault(stack, { kind: 'delay', ms: 2000 });
  const waited = advance(stack, 'P6D');
  await mailsArrived(stack, id, 2);
  await decide(link, 'approve');
  await waited;
  await mailsArrived(stack, id, 4);
  return id;
};

const usual: Record<string, Scenario> = {
  approved: answered('approve'),
  declined: answered('decline'),
  'withdrawn-before-the-request': withdrawnBeforeTheRequest,
  'withdrawn-after-the-request': withdrawnAfterTheRequest,
  'expired-after-two-reminders': unanswered,
  'retried-activity': retried,
  'failed-and-redriven': redriven,
  'decided-during-the-reminder': decidedDuringTheReminder,
};

/** A failure's text names files of this machine; the orchestrator must not read it anyway. */
const trimmed = (event: HistoryEvent): HistoryEvent =>
  'Details' in event ? { ...event, Reason: String(event.Reason).split('\n')[0], Details: '' } : event;

const keep = async (name: string, recorded: RecordedRun): Promise<void> => {
  const runTurn = await loadLifecycle();
  const run = { ...recorded, history: recorded.history.map(trimmed) };
  const answers = [];
  for (const { trigger } of turnsOf(run)) answers.push(await runTurn(trigger));
  const file = new URL(`./histories/${name}.json`, import.meta.url);
  await writeFile(file, `${JSON.stringify({ ...run, answers }, null, 1)}\n`);
  process.stdout.write(`${name}: ${answers.length} turns\n`);
};

const record = async (scenarios: Record<string, Scenario>, settings: Record<string, string>): Promise<void> => {
  const stack = await startStack({ settings });
  try {
    const names = Object.keys(scenarios);
    const ids: string[] = [];
    for (const scenario of Object.values(scenarios)) ids.push(await scenario(stack));
    const runs = await readTaskHub(stack, ids);
    for (const [index, run] of runs.entries()) await keep(names[index] ?? '', run);
  } finally {
    await stack.stop();
  }
};

await build();
await record(usual, {});
await record({ 'approved-by-silence': unanswered }, { CONSENT_ON_SILENCE: 'approve' });
process.exit(0);
