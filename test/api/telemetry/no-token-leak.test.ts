import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decide, decisionLink, historyWith, mailsArrived, submittedClaim } from '../../support/claims/claims.ts';
import { type Client, type Reply, send, signIn } from '../../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../../support/stack/faulty-stack.ts';
import { allStored } from '../../support/stack/stored.ts';
import { until } from '../../support/until.ts';

/**
 * Decision tokens and bearer tokens after a run with answers, refusals and failures: the outbox has the decision tokens,
 * and nothing else has any token. Looked for in everything that is stored, in every file of the stack's data as it lies on the disk,
 * and in what the app answers and prints.
 */

let stack: FaultyStack;
let avery: Client;
const secrets: string[] = [];
const answers: string[] = [];
let lastClaim: string;

const heard = async (reply: Promise<Reply>): Promise<Reply> => {
  const { text, headers, ...rest } = await reply;
  const shown = [...headers].filter(([name]) => name !== 'location');
  answers.push(text, JSON.stringify(shown));
  return { text, headers, ...rest };
};

const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';

const waitingClaim = async (): Promise<{ id: string; link: string }> => {
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  secrets.push(tokenOf(link));
  return { id, link };
};

beforeAll(async () => {
  stack = await startFaultyStack();
  avery = await signIn(stack, 'avery');
  secrets.push(avery.token);
});
afterAll(() => stack.stop());

const walk = async (): Promise<void> => {
  const [approved, declined, withdrawn, failing] = [
    await waitingClaim(),
    await waitingClaim(),
    await waitingClaim(),
    await waitingClaim(),
  ];
  for (const { link } of [approved, declined, withdrawn]) {
    await heard(send(link, 'GET'));
    await heard(send(link, 'HEAD'));
    await heard(send(`${link}?decision=approve`, 'GET'));
  }
  await heard(decide(approved.link, 'approve'));
  await heard(decide(approved.link, 'decline'));
  await heard(decide(declined.link, 'neither'));
  await heard(decide(declined.link, 'decline', 'No'));
  await heard(avery.post(`claims/${withdrawn.id}/withdraw`, { reason: 'No' }));
  await heard(decide(withdrawn.link, 'approve'));
  // Errors of every kind, with the token in the path each time: no route, no method, undecodable, too long, broken storage.
  await heard(send(`${failing.link}/more`, 'GET'));
  await heard(send(failing.link, 'PUT', { body: 'x' }));
  await heard(send(`${failing.link}%ff`, 'GET'));
  // Not heard: a problem tells its caller which path it is about, and here the caller put the token there.
  await send(`${stack.app}/api/${tokenOf(failing.link)}`, 'GET');
  await heard(send(`${failing.link}${'x'.repeat(5000)}`, 'GET'));
  await heard(send(failing.link, 'POST', { body: 'x'.repeat(50_000) }));
  for (const answer of [503, 500] as const) {
    stack.proxy.fateOf = ({ service }) => (service === 'table' ? { answer } : undefined);
    expect((await heard(send(failing.link, 'GET'))).status).toBe(503);
    expect((await heard(decide(failing.link, 'approve'))).status).toBe(503);
    await heard(avery.get('claims'));
    await heard(avery.get(`claims/${failing.id}`));
  }
  stack.proxy.fateOf = () => undefined;
  await heard(send(`${stack.app}/api/claims`, 'GET', { headers: { authorization: `Bearer ${avery.token}x` } }));
  await heard(avery.post('claims', { name: 1 }));

  lastClaim = failing.id;
  expect((await heard(decide(failing.link, 'approve'))).status).toBe(303);
  await historyWith(avery, lastClaim, 'receipt-sent');
  for (const { id } of [approved, declined, withdrawn, failing]) {
    await heard(avery.get(`claims/${id}`));
    await heard(avery.get(`claims/${id}/history`));
    answers.push((await stack.instance('GET', id)).text);
  }
  await heard(avery.get('claims'));
  const ops = await signIn(stack, 'ops');
  secrets.push(ops.token);
  await heard(ops.get('operations/claims?state=waiting'));
};

const filesBelow = async (folder: string): Promise<{ name: string; content: Buffer }[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  // A file may be gone before it is read: the host writes beside its files and renames.
  const read = files.map(async (name) => ({ name, content: await readFile(name).catch(() => Buffer.alloc(0)) }));
  return Promise.all(read);
};

test('tokens are in the outbox and in no answer, log, table, blob or durable history', {
  timeout: 60_000,
}, async () => {
  await walk();
  const [request] = await mailsArrived(stack, lastClaim, 1);
  expect(request?.text).toContain(secrets[4]);

  // The signature is the part without which a token is nothing; header and payload repeat from token to token.
  const signatures = secrets.map((token) => token.split('.')[2] ?? '');
  expect(new Set(signatures).size).toBe(6);
  for (const signature of signatures) {
    expect(signature.length).toBeGreaterThan(40);
    expect(answers.some((answer) => answer.includes(signature))).toBe(false);
  }

  await until('the last entry of the last claim', async () =>
    (await allStored(stack)).some(({ content }) => content.includes(`h|${lastClaim}|000007`)),
  );
  await stack.kill();
  const data = (part: string) => filesBelow(join(stack.dataDir, part));
  // The services of the killed host write out what they hold.
  await until('the mails to be on disk', async () =>
    (await data('mail')).some(({ content }) => content.includes(signatures[1] ?? '')),
  );
  const places = { logs: await data('logs'), storage: await allStored(stack), host: await data('host') };
  for (const [place, files] of Object.entries(places)) {
    // Each place knows the claim, so it is the right place to look, in a form that can be searched.
    const about = place === 'logs' ? '/decisions/{token}' : lastClaim;
    expect({ place, known: files.some(({ content }) => content.includes(about)) }).toEqual({ place, known: true });
    for (const { name, content } of files) {
      expect({ name, leaks: signatures.filter((signature) => content.includes(signature)) }).toEqual({
        name,
        leaks: [],
      });
    }
  }
});
