import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  advance,
  claimWhen,
  completeDraft,
  draftBody,
  historyWith,
  mailsArrived,
  mailsOf,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { signIn } from '../../support/http/client.ts';
import { moveClockFile } from '../../support/stack/clock-file.ts';
import { type OwnStack, startStack } from '../../support/stack/stack.ts';

/** A draft that no one touches for 60 days is cancelled; its author is told a week before. */

let stack: OwnStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const avery = () => signIn(stack, 'avery');

test('a jump over the whole time has each thing happen on its day', async () => {
  const { body } = await (await avery()).post('claims', draftBody('Jumped over'));
  await advance(stack, 'P62D');
  const client = await avery();
  const history = await historyWith(client, body.id, 'cancelled');
  const dayOf = (event: string): number =>
    (Date.parse(history.find((entry) => entry.event === event)?.at ?? '') - Date.parse(body.createdAt)) / 86_400_000;
  expect(dayOf('expiry-announced')).toSatisfy((day: number) => day >= 53 && day < 54.1);
  expect(dayOf('cancelled')).toSatisfy((day: number) => day >= 60 && day < 61.2);
});

test('untouched drafts are announced on day 53 and cancelled on day 60; work on one gives it its time again', async () => {
  let client = await avery();
  const { body: bare } = await client.post('claims', draftBody('Left alone'));
  const worked = await completeDraft(client, 'Worked on');
  const saved = await completeDraft(client, 'Saved at the last moment');
  const submitted = await submittedClaim(client, 'Submitted in time');
  expect(bare).not.toHaveProperty('createdByEmail');

  await advance(stack, 'P30D');
  client = await avery();
  await client.post(`claims/${worked}/comments`, { text: 'Waits for the contract.' });

  // Day 52.9: nothing yet. Day 53: the two that were left alone.
  await advance(stack, 'P22DT22H');
  expect(await mailsOf(stack, bare.id)).toEqual([]);
  await advance(stack, 'PT3H');
  for (const id of [bare.id, saved]) {
    const [mail, ...more] = await mailsArrived(stack, id, 1);
    expect(mail).toMatchObject({
      to: ['avery@northwind.example'],
      subject: expect.stringMatching(/^A draft will be cancelled: /),
    });
    expect(more).toEqual([]);
  }
  expect(await mailsOf(stack, worked)).toEqual([]);
  client = await avery();
  const { body: announced } = await client.get(`claims/${bare.id}`);
  expect(announced).toMatchObject({ status: 'draft', expiry: { cancelAt: expect.any(String) } });
  expect(announced.expiry).not.toHaveProperty('version');
  const noticeMs = Date.parse(announced.expiry.cancelAt) - Date.parse(announced.expiry.announcedAt);
  expect(noticeMs / 86_400_000).toBeCloseTo(7, 1);
  expect((await historyWith(client, bare.id, 'expiry-announced')).at(-1)).toMatchObject({
    actor: { kind: 'system' },
    from: 'draft',
    to: 'draft',
    detail: { cancelAt: announced.expiry.cancelAt, mail: 'sent' },
  });

  await client.post(`claims/${saved}/comments`, { text: 'Still needed.' });
  expect((await client.get(`claims/${saved}`)).body).not.toHaveProperty('expiry');
  await advance(stack, 'P8D');
  client = await avery();
  expect(await claimWhen(client, bare.id, ({ status }) => status !== 'draft')).toMatchObject({
    status: 'cancelled',
    statusReason: 'untouched',
  });
  expect((await historyWith(client, bare.id, 'cancelled')).at(-1)).toMatchObject({
    actor: { kind: 'system' },
    from: 'draft',
    to: 'cancelled',
  });
  for (const id of [worked, saved]) expect((await client.get(`claims/${id}`)).body.status).toBe('draft');
  expect(await mailsOf(stack, bare.id)).toHaveLength(1);

  // 53 days after each was touched, in steps: the reconciler looks once after each.
  await advance(stack, 'P23D');
  await mailsArrived(stack, worked, 1);
  expect(await mailsOf(stack, saved)).toHaveLength(1);
  await advance(stack, 'P23D');
  await mailsArrived(stack, saved, 2);
  client = await avery();
  expect((await client.get(`claims/${worked}`)).body.status).toBe('cancelled');
  expect((await client.get(`claims/${submitted}`)).body.status).toBe('expired');
});

test('an outage over both days still leaves the author a week', async () => {
  let client = await avery();
  const id = await completeDraft(client, 'Long away');
  const { dataDir } = stack;
  await stack.kill();
  await moveClockFile(join(dataDir, 'host'), 90 * 86_400_000);
  stack = await startStack({ dataDir, referenceData: false });
  await advance(stack, 'PT2M');
  await mailsArrived(stack, id, 1);
  client = await avery();
  expect((await client.get(`claims/${id}`)).body.status).toBe('draft');
  await advance(stack, 'P6D');
  client = await avery();
  expect((await client.get(`claims/${id}`)).body.status).toBe('draft');
  await advance(stack, 'P2D');
  client = await avery();
  expect((await client.get(`claims/${id}`)).body.status).toBe('cancelled');
});

test('a draft is not in flight: operations do not see it and cannot push it', async () => {
  const client = await avery();
  const id = await completeDraft(client, 'Not in flight');
  const ops = await signIn(stack, 'ops');
  for (const state of ['waiting', 'stuck', 'attention']) {
    const { body } = await ops.get(`operations/claims?state=${state}`);
    expect(body.value.map(({ claimId }: { claimId: string }) => claimId)).not.toContain(id);
  }
  expect((await ops.post(`operations/claims/${id}/redrive`, { reason: 'For the test.' })).status).toBe(409);
});
