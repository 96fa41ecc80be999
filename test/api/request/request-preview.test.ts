import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  completeDraft,
  decide,
  decisionLink,
  draftBody,
  mailsArrived,
  newCustomer,
} from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const linkPattern = /\S+\/decisions\/\S+/;

describe('The preview of the request', () => {
  test('is the mail that the customer gets, but for the link', async () => {
    const id = await completeDraft(avery);
    const reply = await avery.get(`claims/${id}/request-preview`);
    expect(reply.status).toBe(200);
    const { subject, text, html } = reply.body;
    expect(html).not.toMatch(/href|\/decisions\//);
    expect(text).not.toContain('/decisions/');
    expect((await avery.get(`claims/${id}/history`)).body.value.map(({ event }: { event: string }) => event)).toEqual([
      'created',
      'poe-added',
    ]);

    expect((await avery.post(`claims/${id}/submit`, { acknowledged: true })).status).toBe(202);
    const [mail] = await mailsArrived(stack, id, 1);
    expect(mail?.subject).toBe(subject);
    expect(mail?.text.replace(linkPattern, '…')).toBe(text);
    expect((await avery.get(`claims/${id}/request-preview`)).body).toEqual(reply.body);
    await decide(await decisionLink(stack, id), 'approve');
    expectProblem(await avery.get(`claims/${id}/request-preview`), 409, 'action-not-allowed');
  });

  test('is in the language of the customer, with gaps for what the draft does not say yet', async () => {
    const customer = { ...newCustomer(), language: 'de' };
    const { body } = await avery.post('claims', { partnerLocation: draftBody().partnerLocation, customer });
    const preview = (await avery.get(`claims/${body.id}/request-preview`)).body;
    expect(preview.html).toContain('<html lang="de">');
    for (const part of ['- …', 'Angegebene Rolle: …', 'Guten Tag …']) expect(preview.text).toContain(part);
    expect(preview.text).not.toMatch(/undefined|null/);
  });

  test('can be read by readers of the partner, and by no one else', async () => {
    const id = await completeDraft(avery);
    const path = `claims/${id}/request-preview`;
    expect((await (await signIn(stack, 'robin')).get(path)).status).toBe(200);
    expectProblem(await (await signIn(stack, 'kim')).get(path), 404, 'claim-not-found');
    expectProblem(await (await signIn(stack, 'ops')).get(path), 403, 'role-missing');
  });
});
