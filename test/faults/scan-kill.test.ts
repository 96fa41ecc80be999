import { afterAll, beforeAll, expect, test } from 'vitest';
import { unanswered } from '../../local/storage/malware-scan.ts';
import { advance, claimWhen, completeBody, mailsOf } from '../support/claims/claims.ts';
import { ledgerOf, orchestrationOf } from '../support/claims/end-state.ts';
import { deliverEvent, malwareVerdict } from '../support/claims/platform-events.ts';
import { signIn } from '../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { until } from '../support/until.ts';
import { killAt, nameOf, type Point, pointsOf } from './kill-points.ts';

let stack: FaultyStack;
beforeAll(async () => {
  stack = await startFaultyStack({ AWAIT_POE_SCAN: 'on' });
});
afterAll(() => stack?.stop());

const avery = () => signIn(stack, 'avery');

/** A submitted claim whose process waits for the verdict on its file. */
const claimInCheck = async (): Promise<string> => {
  const client = await avery();
  const { id } = (await client.post('claims', completeBody())).body;
  await client.upload(id, 'statement.txt', unanswered);
  expect((await client.post(`claims/${id}/submit`, { acknowledged: true })).status).toBe(202);
  await until(`the process of ${id} to wait`, async () =>
    (await stack.instance('GET', id)).body.customStatus?.includes('malware check'),
  );
  return id;
};
const findClean = async (id: string): Promise<void> => {
  const client = await avery();
  const { partnerId } = (await client.get('partner')).body;
  const [file] = (await client.get(`claims/${id}`)).body.poe;
  await deliverEvent(stack, malwareVerdict(`poe/${partnerId}/${id}/${file.fileId}`, 'No threats found'));
};
const requestSent = async (id: string) =>
  claimWhen(await avery(), id, ({ request }) => request?.delivery === 'delivered');

/** Entries that only a repair leaves, or whose place is up to the mail service. */
const asides = new Set(['workflow-restarted', 'delivery-reported']);

/** What a claim leaves behind; which moment watches it next depends on the clock. */
const endOf = async (id: string) => {
  const client = await avery();
  const [{ body: claim }, { body: history }] = await Promise.all([
    client.get(`claims/${id}`),
    client.get(`claims/${id}/history`),
  ]);
  return {
    scan: claim.poe[0].scan,
    attention: claim.attention,
    history: history.value.map(({ event }: { event: string }) => event).filter((event: string) => !asides.has(event)),
    mails: (await mailsOf(stack, id)).length,
    orchestration: await orchestrationOf(stack, id),
    watching: (await ledgerOf(stack, id)).filter(({ rowKey }) => /^\d/.test(`${rowKey}`)).length,
  };
};

test('a kill at any write of a verdict and of the request that waited for it sends the request once', async () => {
  const model = await claimInCheck();
  const found = await pointsOf(stack, model, async () => {
    await findClean(model);
    await until('the request', async () => (await mailsOf(stack, model)).length > 0);
    await until('its record', async () => (await (await avery()).get(`claims/${model}`)).body.request !== undefined);
  });
  expect(found.length).toBeGreaterThan(6);
  const points = new Map<string, Point>();
  for (const point of found) points.set(await claimInCheck(), point);
  const ids = [...points.keys()];
  await killAt(stack, points, () => Promise.all(ids.map(findClean)).catch(() => undefined));

  await stack.restart();
  // The queue keeps what a dead host had in hand from all others for a while; Event Grid delivers more than once anyway.
  await Promise.all(ids.map(findClean));
  const client = await avery();
  await Promise.all(ids.map((id) => claimWhen(client, id, ({ poe }) => poe[0].scan === 'clean')));
  await advance(stack, 'PT2M');
  await advance(stack, 'PT2M');
  await Promise.all([model, ...ids].map(requestSent));
  // Past the moment from which the scan would have taken too long: its row goes.
  await advance(stack, 'PT62M');
  await until('the rows to go', async () =>
    (await Promise.all(ids.map(endOf))).every(({ watching }) => watching === 1),
  );
  const expected = await endOf(model);
  expect(expected).toMatchObject({ scan: 'clean', mails: 1, orchestration: 'Running' });
  for (const [id, point] of points) expect({ point: nameOf(point), ...(await endOf(id)) }).toMatchObject(expected);
});
