import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unanswered, unscannable } from '../../../local/storage/malware-scan.ts';
import {
  advance,
  claimWhen,
  completeBody,
  completeDraft,
  decisionLink,
  historyWith,
  mailsArrived,
  mailsOf,
} from '../../support/claims/claims.ts';
import { deliverEvent, malwareVerdict } from '../../support/claims/platform-events.ts';
import { type Client, type Reply, send, signIn, versionOf } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { callInstance } from '../../support/stack/instance.ts';
import { type OwnStack, startStack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** Where a scanner is deployed, files are handed out and requests leave only once it has found nothing. */

let stack: OwnStack;
let avery: Client;
let ops: Client;
let partnerId: string;
beforeAll(async () => {
  stack = await startStack({ settings: { AWAIT_POE_SCAN: 'on' } });
  avery = await signIn(stack, 'avery');
  ops = await signIn(stack, 'ops');
  partnerId = (await avery.get('partner')).body.partnerId;
});
afterAll(() => stack?.stop());

const fileOf = async (id: string) => (await avery.get(`claims/${id}`)).body.poe[0];
/** A draft whose only file has this content, and nothing else missing. */
const draftWith = async (content: string): Promise<string> => {
  const { id } = (await avery.post('claims', completeBody())).body;
  expect((await avery.upload(id, 'statement.txt', content)).status).toBe(201);
  return id;
};
const submit = (id: string): Promise<Reply> => avery.post(`claims/${id}/submit`, { acknowledged: true });
const submittedWith = async (content: string): Promise<string> => {
  const id = await draftWith(content);
  expect((await submit(id)).status).toBe(202);
  return id;
};
/** The verdict of a scan that took its time, on the only file of a claim. */
const verdict = async (id: string, result: string): Promise<void> => {
  const { fileId } = await fileOf(id);
  await deliverEvent(stack, malwareVerdict(`poe/${partnerId}/${id}/${fileId}`, result));
};
const stateIs =
  (scan: string) =>
  ({ poe }: Reply['body']): boolean =>
    poe.every((file: { scan?: string }) => file.scan === scan);
/** Resolves once the claim's process has looked at it and waits. */
const hasWaited = (id: string) =>
  until(`the process of ${id} to wait`, async () => {
    const { body } = await ops.get(`operations/claims/${id}/orchestration`);
    return body.steps?.some(
      ({ name, outcome }: Record<string, string>) => name === 'advanceClaim' && outcome === 'done',
    );
  });
const download = async (id: string): Promise<Reply> => avery.get(`claims/${id}/poe/${(await fileOf(id)).fileId}`);

describe('A file', () => {
  test('that is being checked is handed out to no one; once it is clean everybody has it, and no edit is refused for that', async () => {
    const id = await draftWith(unanswered);
    expect(await fileOf(id)).toMatchObject({ scan: 'pending' });
    const refused = await download(id);
    expectProblem(refused, 409, 'poe-being-checked');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);

    const before = await avery.get(`claims/${id}`);
    const waiting = fetch(`${stack.app}/api/claims/${id}?wait=20`, {
      headers: { authorization: `Bearer ${avery.token}`, 'if-none-match': before.etag },
    });
    await verdict(id, 'No threats found');
    const answer = await waiting;
    expect(answer.status).toBe(200);
    const after = (await answer.json()) as Reply['body'];
    expect(after).toMatchObject({
      updatedAt: before.body.updatedAt,
      poe: [{ scan: 'clean', checkedAt: expect.any(String) }],
    });
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).not.toBe(before.etag);
    expect(versionOf(etag)).toBe(versionOf(before.etag));
    expect((await download(id)).text).toBe(unanswered);
    const edited = await avery.patch(`claims/${id}`, { name: 'Edited meanwhile' }, before.etag);
    expect(edited.status).toBe(200);
    expect((await avery.get(`claims/${id}/history`)).body.value.map(({ event }: { event: string }) => event)).toEqual([
      'created',
      'poe-added',
      'edited',
    ]);
  });

  test('that is found clean by the scanner of its own accord needs no one', async () => {
    const id = await completeDraft(avery);
    await claimWhen(avery, id, stateIs('clean'));
    expect((await submit(id)).status).toBe(202);
    await mailsArrived(stack, id, 1);
  });

  test('that could not be checked keeps a draft from submission, until it is replaced', async () => {
    const id = await draftWith(unscannable);
    await claimWhen(avery, id, stateIs('failed'));
    expectProblem(await download(id), 403, 'poe-not-checked');
    expect(expectProblem(await submit(id), 422, 'claim-incomplete').errors).toMatchObject([
      { path: 'poe.0', code: 'poe-not-checked' },
    ]);
    const { fileId } = await fileOf(id);
    const replaced = await avery.send('PUT', `claims/${id}/poe/${fileId}?fileName=b.txt`, {
      body: 'Signed by both.',
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(replaced.body).toMatchObject({ scan: 'pending' });
    await claimWhen(avery, id, stateIs('clean'));
  });

  test('is copied with what is known of its bytes, and what is not known is scanned again', async () => {
    const clean = await completeDraft(avery);
    await claimWhen(avery, clean, stateIs('clean'));
    const copy = (await avery.post(`claims/${clean}/copy`, {})).body;
    expect(copy.poe).toMatchObject([{ scan: 'clean' }]);

    const failed = await draftWith(unscannable);
    await claimWhen(avery, failed, stateIs('failed'));
    const other = (await avery.post(`claims/${failed}/copy`, {})).body;
    expect(other.poe).toMatchObject([{ scan: 'pending' }]);
    await claimWhen(avery, other.id, stateIs('failed'));
  });
});

describe('A request', () => {
  test('leaves when the file that it waits for is clean, and its page shows none before', async () => {
    const id = await submittedWith(unanswered);
    await hasWaited(id);
    expect(await mailsOf(stack, id)).toEqual([]);
    expect((await avery.get(`claims/${id}`)).body).not.toHaveProperty('request');
    await verdict(id, 'No threats found');
    const link = await decisionLink(stack, id);
    expect((await send(link, 'GET')).text).toContain('statement.txt');

    const { body: added } = await avery.upload(id, 'later.txt', `${unanswered} Later.`);
    expect(added).toMatchObject({ scan: 'pending' });
    expect((await send(link, 'GET')).text).not.toContain('later.txt');
    await deliverEvent(stack, malwareVerdict(`poe/${partnerId}/${id}/${added.fileId}`, 'No threats found'));
    await claimWhen(avery, id, stateIs('clean'));
    expect((await send(link, 'GET')).text).toContain('later.txt');
  });

  test('does not leave when malware is found in its only file: the partner gets a mail, and sends clean proof', async () => {
    const id = await submittedWith(unanswered);
    await verdict(id, 'Malicious');
    const [told] = await mailsArrived(stack, id, 1);
    expect(told).toMatchObject({ subject: expect.stringContaining('Malware'), to: ['avery@northwind.example'] });
    expect(told?.text).toContain('statement.txt');
    await historyWith(avery, id, 'malware-found-sent');
    const { poe, attention } = (await avery.get(`claims/${id}`)).body;
    expect(attention).toMatchObject({ needs: 'operations', raisedBy: 'scan' });
    expectProblem(await avery.get(`claims/${id}/poe/${poe[0].fileId}`), 403, 'poe-malicious');

    expect((await avery.upload(id, 'clean.txt', 'Signed by both.')).status).toBe(201);
    const mails = await mailsArrived(stack, id, 2);
    expect(mails[1]?.text).toMatch(/\/decisions\//);
    const page = await send(await linkIn(mails[1]?.text), 'GET');
    expect(page.text).toContain('clean.txt');
    expect(page.text).not.toContain('statement.txt');
  });

  test('whose file could not be checked waits for operators: they accept it, with a reason', async () => {
    // A file that failed keeps a draft from being submitted: the verdict comes afterwards.
    const id = await submittedWith(unanswered);
    await verdict(id, 'Not Scanned');
    const claim = await claimWhen(avery, id, stateIs('failed'));
    expect(claim.attention).toMatchObject({ needs: 'operations', raisedBy: 'scan' });
    const { fileId } = claim.poe[0];
    const path = `operations/claims/${id}/accept-poe`;
    expectProblem(await avery.post(path, { fileId, reason: 'Mine.' }), 403, 'role-missing');
    expectProblem(await ops.post(path, { fileId, reason: '' }), 422, 'too-short');
    expectProblem(await ops.post(path, { fileId: 'poe-000000000000', reason: 'Known.' }), 404, 'poe-not-found');
    expect(await mailsOf(stack, id)).toEqual([]);

    const reason = 'Scanned by hand.';
    expect((await ops.post(path, { fileId, reason })).status).toBe(200);
    await mailsArrived(stack, id, 1);
    expect((await historyWith(avery, id, 'poe-accepted')).find(({ event }) => event === 'poe-accepted')).toMatchObject({
      actor: { kind: 'operator' },
      detail: { fileId, reason },
    });
    expect((await avery.get(`claims/${id}`)).body).not.toHaveProperty('attention');
    expect((await download(id)).text).toBe(unanswered);
    expectProblem(await ops.post(path, { fileId, reason }), 409, 'action-not-allowed');
  });
});

/** The decision link in a mail. */
const linkIn = async (text = ''): Promise<string> => /https?:\/\/\S+\/decisions\/[\w.-]+/.exec(text)?.[0] ?? '';

// These two move the clock, so they come last.
test('a request whose orchestration does not hear of the verdict leaves with the next run of the reconciler', async () => {
  const id = await submittedWith(unanswered);
  await hasWaited(id);
  await callInstance(stack, 'POST', id, '/terminate');
  await until(
    'the termination',
    async () => (await callInstance(stack, 'GET', id)).body.runtimeStatus === 'Terminated',
  );
  await verdict(id, 'No threats found');
  await claimWhen(avery, id, stateIs('clean'));
  expect(await mailsOf(stack, id)).toEqual([]);
  await advance(stack, 'PT2M');
  await mailsArrived(stack, id, 1);
  await historyWith(avery, id, 'workflow-restarted');
});

test('a verdict that gets lost is noticed an hour after the upload, and one that comes still later counts', async () => {
  const id = await submittedWith(unanswered);
  await hasWaited(id);
  await advance(stack, 'PT59M');
  avery = await signIn(stack, 'avery');
  ops = await signIn(stack, 'ops');
  expect((await avery.get(`claims/${id}`)).body).not.toHaveProperty('attention');
  await advance(stack, 'PT2M');
  const { attention } = await claimWhen(avery, id, (claim) => claim.attention !== undefined);
  expect(attention).toMatchObject({
    needs: 'operations',
    raisedBy: 'scan',
    reason: expect.stringContaining('an hour'),
  });
  const failed = async (): Promise<string[]> =>
    (await ops.get('operations/claims?state=attention')).body.value.map(({ claimId }: { claimId: string }) => claimId);
  expect(await failed()).toContain(id);
  expect(await mailsOf(stack, id)).toEqual([]);

  await verdict(id, 'No threats found');
  await mailsArrived(stack, id, 1);
  expect(await failed()).not.toContain(id);
  expect((await avery.get(`claims/${id}`)).body).not.toHaveProperty('attention');
  await historyWith(avery, id, 'poe-checked');
});
