import { afterAll, beforeAll, expect, test } from 'vitest';
import { later } from '../../support/claims/after-submission.ts';
import {
  advance,
  claimWhen,
  contoso,
  decide,
  decisionLink,
  newCustomer,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { draftFor, listed, namesIn } from '../../support/claims/lists.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { stackTime } from '../../support/stack/stack-clock.ts';
import { until } from '../../support/until.ts';

/** Why the rows of the list need action. */

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await clockStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

type Row = { id: string; needsAction: boolean; attentionReasons: { code: string; text: string; dueAt?: string }[] };
const row = async (id: string): Promise<Row> => {
  const [found] = await listed(avery, `q=${id}`);
  expect(found.needsAction).toBe(found.attentionReasons.length > 0);
  return found;
};
const reasonsWhen = (id: string, code: string): Promise<Row['attentionReasons']> =>
  until(`${code} on the row of ${id}`, async () => {
    const { attentionReasons } = await row(id);
    return attentionReasons.some((reason) => reason.code === code) && attentionReasons;
  });

test('a row says why it needs action, and until when', async () => {
  const draft = await draftFor(avery, 'contoso.example', { name: 'draft' });
  expect((await row(draft.id)).attentionReasons).toEqual([
    { code: 'draft-unfinished', text: 'The draft has not been submitted.' },
  ]);

  const customerContact = { name: 'Bo Unce', title: 'CIO', email: 'bounce@contoso.example' };
  const bounced = await submittedClaim(avery, 'bounced', { customerContact });
  const { deadline } = (await claimWhen(avery, bounced, ({ request }) => request?.delivery === 'bounced')).request;
  expect(await reasonsWhen(bounced, 'request-not-delivered')).toEqual([
    { code: 'request-not-delivered', text: expect.stringContaining('did not reach'), dueAt: deadline },
  ]);

  const wrong = await submittedClaim(avery, 'wrong person');
  await decide(await decisionLink(stack, wrong), 'not-me', 'Ask Kim.');
  expect((await reasonsWhen(wrong, 'wrong-person')).map(({ code }) => code)).toEqual(['wrong-person']);
  const contact = { name: 'Kim Lund', title: 'CFO', email: 'kim@contoso.example' };
  expect((await avery.post(`claims/${wrong}/customer-contact`, contact)).status).toBe(200);
  expect(await row(wrong)).toMatchObject({ needsAction: false, attentionReasons: [] });
});

test('that others ask to take over stands on the row until it was read', async () => {
  const kim = await signIn(stack, 'kim');
  const customer = newCustomer();
  const standing = await submittedClaim(avery, 'asked for', { customer });
  await decide(await decisionLink(stack, standing), 'approve');
  await claimWhen(avery, standing, ({ status }) => status === 'approved');
  await submittedClaim(kim, undefined, { customer, partnerLocation: { mpnId: '5209871' } });
  await advance(stack, 'PT3M');
  await reasonsWhen(standing, 'takeover-requested');
  await avery.post(`claims/${standing}/comments/read`);
  expect((await row(standing)).attentionReasons).toEqual([]);
});

test('a claim needs action when its deadline is near, without anybody having written anything', async () => {
  const id = await submittedClaim(avery, 'soon due', {
    customer: { ...newCustomer(), name: contoso.name },
  });
  const { request } = await claimWhen(avery, id, (claim) => claim.request?.delivery === 'delivered');
  expect(await row(id)).toMatchObject({ needsAction: false });
  const needing = async (query = '') => namesIn(avery, `needsAction=true&q=soon&${query}`);
  const counted = async () => (await avery.get('claims/counts')).body.needsAction;
  expect(await needing()).toEqual([]);
  const before = await listed(avery, 'needsAction=true&top=100');
  expect(await counted()).toBe(before.length);

  const now = await stackTime(stack);
  const days = Math.ceil((Date.parse(request.deadline) - now.getTime()) / 86_400_000) - 1;
  avery = await later(stack, `P${days}D`);
  const claim = (await avery.get(`claims/${id}`)).body;
  expect((await row(id)).attentionReasons).toEqual([
    { code: 'deadline-near', text: expect.any(String), dueAt: claim.request.deadline },
  ]);
  expect(await needing()).toEqual(['soon due']);
  expect(await needing('sort=changed')).toEqual(['soon due']);
  expect(await needing('sort=deadline')).toEqual(['soon due']);
  const all = await listed(avery, 'needsAction=true&top=100');
  expect(await counted()).toBe(all.length);
  expect(all.length).toBeGreaterThan(before.length);
  expect(await namesIn(avery, 'needsAction=false&q=soon')).toEqual([]);
});
