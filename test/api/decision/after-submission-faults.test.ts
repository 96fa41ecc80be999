import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvedClaim, askedClaim, later, linkIn, takeBack } from '../../support/claims/after-submission.ts';
import {
  advance,
  claimWhen,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  mailsOf,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { inShort } from '../../support/claims/history-chain.ts';
import { mailKind } from '../../support/http/call-label.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../../support/stack/faulty-stack.ts';
import type { Call } from '../../support/stack/storage-proxy.ts';
import { until } from '../../support/until.ts';

let stack: FaultyStack;
let avery: Client;
beforeAll(async () => {
  stack = await startFaultyStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

const contact = { name: 'Lee Newcomer', title: 'CIO', email: 'lee.newcomer@contoso.example' };
const kindsOf = async (id: string): Promise<string[]> =>
  (await mailsOf(stack, id)).map(({ operationId }) => mailKind(id, operationId)).toSorted();

/** Holds the calls that `matches` picks; `held` counts them, `release` lets them go on. */
const holding = (when: 'before' | 'after', matches: (call: Call) => boolean) => {
  const gate = Promise.withResolvers<void>();
  const counted = { held: 0 };
  stack.proxy.fateOf = (call) => {
    if (!matches(call)) return undefined;
    const wait = (): Promise<void> => {
      counted.held += 1;
      return gate.promise;
    };
    return when === 'before' ? { before: wait } : { after: wait };
  };
  return {
    /** Resolves once `count` calls are held. */
    until: (count: number) => until(`${count} calls held`, async () => counted.held >= count),
    release: () => {
      stack.proxy.fateOf = () => undefined;
      gate.resolve();
    },
  };
};

test('killed after the record was written and before the workflow heard of it, each is carried through', async () => {
  const [given, taken] = [await approvedClaim(stack, avery), await approvedClaim(stack, avery)];
  const receipt = (await mailsArrived(stack, taken, 3)).find(({ subject }) => subject.startsWith('Receipt'));
  const [again, moved] = [await askedClaim(avery), await askedClaim(avery)];
  avery = await later(stack, 'PT16M');
  // A report that came in between would make the write that is held one that is refused and tried again.
  for (const id of [again, moved]) await historyWith(avery, id, 'delivery-reported');

  const events = /"event\\":\\"(ended|resend-requested|contact-changed)\\"/;
  const held = holding('after', ({ kind, text }) => kind === 'table:batch claims' && events.test(text));
  const lost = Promise.allSettled([
    avery.post(`claims/${given}/disassociate`, { reason: 'Over.' }),
    takeBack(linkIn(receipt)),
    avery.post(`claims/${again}/resend`, {}),
    avery.post(`claims/${moved}/customer-contact`, contact),
  ]);
  await held.until(4);
  await stack.kill();
  held.release();
  await lost;
  await stack.restart();
  await advance(stack, 'PT3M');
  avery = await signIn(stack, 'avery');

  await historyWith(avery, given, 'ended-sent', 2);
  await historyWith(avery, taken, 'ended-sent', 2);
  await historyWith(avery, again, 'request-sent', 2);
  await historyWith(avery, moved, 'contact-changed-sent');
  await historyWith(avery, moved, 'request-sent', 2);
  for (const id of [given, taken]) {
    expect(await kindsOf(id)).toEqual(['ended', 'ended 2', 'outcome', 'receipt', 'request']);
  }
  expect(await kindsOf(again)).toEqual(['request', 'request 2']);
  expect(await kindsOf(moved)).toEqual(['contact-changed', 'request', 'request 2']);
});

test('a contact who is changed while the request is on its way is told, and the new one is asked', async () => {
  const held = holding('before', ({ kind }) => kind === 'mail:send');
  const id = await submittedClaim(avery);
  await held.until(1);
  expect((await avery.post(`claims/${id}/customer-contact`, contact)).status).toBe(200);
  held.release();

  const entries = await historyWith(avery, id, 'request-sent', 2);
  expect(inShort(entries).slice(2)).toEqual([
    'partner submitted draft>submitted',
    'partner contact-changed submitted>submitted',
    'system request-sent submitted>submitted',
    'system contact-changed-sent submitted>submitted',
    'system request-sent submitted>submitted',
  ]);
  const mails = await mailsArrived(stack, id, 3);
  expect(mails.map(({ to }) => to[0])).toEqual(['dana@contoso.example', 'dana@contoso.example', contact.email]);
  await claimWhen(avery, id, ({ request }) => request?.sentTo === contact.email);
});

test('an association that is ended while its approval is being told ends all the same, and both are told', async () => {
  const id = await submittedClaim(avery);
  const link = await decisionLink(stack, id);
  await historyWith(avery, id, 'request-sent');
  const held = holding('before', ({ kind }) => kind === 'mail:send');
  expect((await decide(link, 'approve')).status).toBe(303);
  await held.until(1);
  expect((await avery.post(`claims/${id}/disassociate`, { reason: 'Over.' })).status).toBe(200);
  held.release();

  await historyWith(avery, id, 'ended-sent', 2);
  expect(await kindsOf(id)).toEqual(['ended', 'ended 2', 'outcome', 'receipt', 'request']);
});
