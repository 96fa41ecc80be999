import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvedClaim, linkIn, requestLinks, takeBack } from '../../support/claims/after-submission.ts';
import {
  completeDraft,
  decide,
  historyWith,
  mailsArrived,
  proof,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { inShort, recomputedHashes } from '../../support/claims/history-chain.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { logsOf } from '../../support/stack/stack-logs.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

const status = async (id: string): Promise<string> => (await avery.get(`claims/${id}`)).body.status;

describe('The end of an approved association', () => {
  test('by the partner needs a reason, is told to both sides, and is final', async () => {
    const id = await approvedClaim(stack, avery);
    expectProblem(await avery.post(`claims/${id}/disassociate`, {}), 422, 'required');
    const reason = 'The project ended early.';
    const headers = { 'idempotency-key': randomUUID() };
    const ended = await avery.post(`claims/${id}/disassociate`, { reason }, headers);
    expect(ended.status).toBe(200);
    expect(ended.body).toMatchObject({ status: 'ended', statusReason: reason, endedBy: 'partner' });
    expect(ended.body.allowedActions).toEqual(['comment', 'copy']);
    expect((await avery.post(`claims/${id}/disassociate`, { reason }, headers)).body).toEqual(ended.body);
    expectProblem(await avery.post(`claims/${id}/disassociate`, { reason }), 409, 'action-not-allowed');

    const entries = await historyWith(avery, id, 'ended-sent', 2);
    expect(inShort(entries).slice(-3)).toEqual([
      'partner ended approved>ended',
      'system ended-sent ended>ended',
      'system ended-sent ended>ended',
    ]);
    expect(recomputedHashes(entries)).toEqual(entries.map(({ hash }) => hash));
    const mails = (await mailsArrived(stack, id, 5)).slice(3);
    expect(mails.map(({ to }) => to[0]).toSorted()).toEqual(['avery@northwind.example', 'dana@contoso.example']);
    expect((await avery.get('claims?status=ended')).body.value.map((claim: { id: string }) => claim.id)).toContain(id);
  });

  test('by the customer: the receipt has a link, reading it changes nothing, and the form asks to confirm', async () => {
    const id = await approvedClaim(stack, avery);
    const receipt = (await mailsArrived(stack, id, 3)).find(({ subject }) => subject.startsWith('Receipt'));
    const link = linkIn(receipt);
    expect(link).not.toBe('');
    const page = await send(link, 'GET');
    expect(page.status).toBe(200);
    expect(page.text).toContain('value="take-back"');
    await send(link, 'HEAD');
    expect(await status(id)).toBe('approved');

    expect((await takeBack(link, {})).status).toBe(422);
    expect((await decide(link, 'decline')).status).toBe(409);
    expect(await status(id)).toBe('approved');

    const taken = await takeBack(link, { confirmed: 'yes', reason: 'We chose another partner.' });
    expect(taken.status).toBe(303);
    const { body } = await avery.get(`claims/${id}`);
    expect(body).toMatchObject({
      status: 'ended',
      endedBy: 'customer',
      statusReason: 'We chose another partner.',
      decision: { outcome: 'approved' },
    });
    expect((await takeBack(link)).status).toBe(303);
    const entries = await historyWith(avery, id, 'ended-sent', 2);
    expect(inShort(entries)).toContain('customer ended approved>ended');
    expect(entries.filter(({ event }) => event === 'ended')).toHaveLength(1);
    expect((await send(link, 'GET')).text).not.toContain('value="take-back"');
  });

  test('approving again with the link of the request changes nothing, and the page says that it has ended', async () => {
    const id = await approvedClaim(stack, avery);
    const [link = ''] = await requestLinks(stack, id, 1);
    await avery.post(`claims/${id}/disassociate`, { reason: 'The project is over.' });
    await historyWith(avery, id, 'ended-sent', 2);
    const { etag } = await avery.get(`claims/${id}`);
    const again = await decide(link, 'approve');
    // The approval was given and stands in the history: nothing was refused, and nothing is approved again.
    expect(again.status).toBe(303);
    expect((await avery.get(`claims/${id}`)).etag).toBe(etag);
    const page = await send(link, 'GET');
    expect(page.text).toContain('has ended');
    expect(page.text).toContain('The partner wrote: &quot;The project is over.&quot;');
    expect(page.text).toMatch(/<dt>Ended<\/dt><dd>\w+, \d+ \w+ \d{4}/);
    const told = (await mailsArrived(stack, id, 5)).slice(3);
    expect(told.map(({ text }) => text)).toEqual(
      [0, 1].map(() => expect.stringMatching(/^Ended: \w+, \d+ \w+ \d{4}/m)),
    );
    expect(page.text).not.toContain('name="decision"');
    expect((await decide(link, 'decline')).status).toBe(409);
  });

  test('by the customer without a reason says whose it was; no record has the token of the receipt', async () => {
    const id = await approvedClaim(stack, avery);
    const link = linkIn((await mailsArrived(stack, id, 3)).find(({ subject }) => subject.startsWith('Receipt')));
    await takeBack(link);
    expect((await avery.get(`claims/${id}`)).body).toMatchObject({ endedBy: 'customer', statusReason: 'customer' });
    const shown = [
      (await avery.get(`claims/${id}`)).text,
      (await avery.get(`claims/${id}/history`)).text,
      await logsOf(stack),
    ];
    const token = link.split('/').at(-1) ?? '';
    for (const text of shown) expect(text).not.toContain(token.split('.')[1]);
  });
});

describe('A copy', () => {
  test('of any claim is a draft with the same content and a life of its own', async () => {
    const id = await approvedClaim(stack, avery, 'To be copied');
    await avery.post(`claims/${id}/comments`, { text: 'Only for the first.' });
    const before = await avery.get(`claims/${id}`);
    const original = before.body;
    const headers = { 'idempotency-key': randomUUID() };
    const made = await avery.post(`claims/${id}/copy`, undefined, headers);
    expect(made.status).toBe(201);
    const copy = made.body;
    expect(made.headers.get('location')).toBe(`/api/claims/${copy.id}`);
    for (const field of [
      'name',
      'solutionArea',
      'track',
      'activities',
      'products',
      'customerContact',
      'partnerContact',
    ]) {
      expect(copy[field]).toEqual(original[field]);
    }
    expect(copy).toMatchObject({ status: 'draft', copiedFrom: id, comments: [] });
    for (const gone of ['decision', 'consent', 'request', 'submittedAt', 'leftOut', 'closedAt']) {
      expect(copy).not.toHaveProperty(gone);
    }
    expect((await avery.post(`claims/${id}/copy`, undefined, headers)).body).toEqual(copy);

    const { body } = await avery.get(`claims/${copy.id}/history`);
    expect(inShort(body.value)).toEqual(['partner created >draft']);
    const [file] = copy.poe;
    const { fileId, fileName, size, sha256 } = file;
    expect(body.value[0].detail).toEqual({ copiedFrom: id, poe: [{ fileId, fileName, size, sha256 }] });
    expect((await avery.get(`claims/${id}`)).etag).toBe(before.etag);
  });

  test('of a withdrawn claim has its files: the same bytes, and entries of their own', async () => {
    const id = await submittedClaim(avery);
    await avery.post(`claims/${id}/withdraw`, { reason: 'The wrong product.' });
    const [file] = (await avery.get(`claims/${id}`)).body.poe;
    const { body: copy } = await avery.post(`claims/${id}/copy`);
    expect(copy.poe).toMatchObject([{ fileName: file.fileName, size: file.size, sha256: file.sha256 }]);
    const [own] = copy.poe;
    expect(own.fileId).not.toBe(file.fileId);
    expect(own.uploadedAt > file.uploadedAt).toBe(true);
    expect(copy.missing).toEqual([]);

    const bytes = async (claimId: string, fileId: string) => (await avery.get(`claims/${claimId}/poe/${fileId}`)).text;
    expect(await bytes(copy.id, own.fileId)).toBe(await bytes(id, file.fileId));
    // What happens to the one does not touch the other.
    expect((await avery.delete(`claims/${copy.id}/poe/${own.fileId}`)).status).toBe(204);
    expect(await bytes(id, file.fileId)).toBe(proof);
  });

  test('of a claim of another partner is not found; a reader makes none', async () => {
    const id = await completeDraft(avery);
    const [kim, robin] = [await signIn(stack, 'kim'), await signIn(stack, 'robin')];
    expectProblem(await kim.post(`claims/${id}/copy`), 404, 'claim-not-found');
    expectProblem(await robin.post(`claims/${id}/copy`), 403, 'role-missing');
  });
});
