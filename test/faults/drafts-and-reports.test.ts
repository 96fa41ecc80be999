import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance, completeDraft, mailsOf } from '../support/claims/claims.ts';
import { ledgerOf, watchingRows } from '../support/claims/end-state.ts';
import { deliverEvent, deliveryReport } from '../support/claims/platform-events.ts';
import { claimOf, labelOf, mailKind } from '../support/http/call-label.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../support/stack/faulty-stack.ts';
import { stackTime } from '../support/stack/stack-clock.ts';
import { until } from '../support/until.ts';
import { inTime, recordOf } from './insisting.ts';

/** SIGKILL in the middle of what nobody waits for: the end of an untouched draft, and a report on a mail. */

let stack: FaultyStack;
let avery: Client;
beforeAll(async () => {
  stack = await startFaultyStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

const never = new Promise<void>(() => {});

/** Runs until the call with this label has taken effect and kills the host before it is told; starts it again. */
const killAfter = async (label: string, run: () => Promise<unknown>): Promise<void> => {
  let reached = false;
  stack.proxy.fateOf = (call) => {
    if (labelOf(call) !== label) return undefined;
    return {
      after: () => {
        reached = true;
        return never;
      },
    };
  };
  const lost = run().catch(() => undefined);
  await until(label, async () => reached);
  await stack.kill();
  await lost;
  await stack.restart();
};

const kindsOf = async (id: string): Promise<string[]> =>
  (await mailsOf(stack, id)).map(({ operationId }) => mailKind(id, operationId).split(' ')[0] ?? '');

const countOf = async (id: string, event: string): Promise<number> =>
  (await recordOf(stack, id)).filter((each) => each === event).length;

/** Once more whatever the reconciler has to do. */
const aMinute = () => advance(stack, 'PT61S');

test('an untouched draft is announced once and cancelled once, wherever its end was cut off', async () => {
  const id = await completeDraft(avery, 'Cut off');
  await killAfter('mail:send draft-expiring 2', () => advance(stack, 'P53DT1H'));
  await inTime(stack, 'the announcement', async () => (await countOf(id, 'expiry-announced')) === 1);
  expect(await kindsOf(id)).toEqual(['draft-expiring']);

  await killAfter('table:batch claims cancelled', () => advance(stack, 'P8D'));
  await aMinute();
  expect(await countOf(id, 'cancelled')).toBe(1);
  expect(await countOf(id, 'expiry-announced')).toBe(1);
  expect(await kindsOf(id)).toEqual(['draft-expiring']);
  await until('the ledger to be done with it', async () => (await watchingRows(stack, id)).length === 0);
});

test('killed between the announcement and its new row, a draft keeps its time', async () => {
  avery = await signIn(stack, 'avery');
  const id = await completeDraft(avery, 'Between');
  await killAfter('table:batch claims expiry-announced', () => advance(stack, 'P53DT1H'));
  await aMinute();
  expect(await ledgerOf(stack, id)).toMatchObject([{ kind: 'draft' }]);
  await advance(stack, 'P8D');
  await inTime(stack, 'the end of the draft', async () => (await countOf(id, 'cancelled')) === 1);
  expect(await kindsOf(id)).toEqual(['draft-expiring']);
});

test('a report that was recorded when the host died still leads to the mail that tells of it', async () => {
  avery = await signIn(stack, 'avery');
  const id = await completeDraft(avery, 'Bounces');
  const { etag } = await avery.get(`claims/${id}`);
  const customerContact = { name: 'Dana Customer', title: 'CIO', email: 'bounce@contoso.example' };
  await avery.patch(`claims/${id}`, { customerContact }, etag);
  await killAfter('table:batch claims delivery-reported', () =>
    avery.post(`claims/${id}/submit`, { acknowledged: true }),
  );
  await inTime(stack, 'the mail', async () => (await countOf(id, 'delivery-failed-sent')) === 1);
  expect(await kindsOf(id)).toEqual(['request', 'delivery-failed']);
  expect(await countOf(id, 'delivery-reported')).toBe(1);
});

test('a request that left and was never recorded is in the history of a claim that was withdrawn meanwhile, once', async () => {
  avery = await signIn(stack, 'avery');
  const id = await completeDraft(avery, 'Withdrawn');
  let reached = false;
  stack.proxy.fateOf = (call) => {
    if (labelOf(call) !== 'mail:send request' || claimOf(call) !== id) return undefined;
    return {
      after: () => {
        reached = true;
        return never;
      },
    };
  };
  await avery.post(`claims/${id}/submit`, { acknowledged: true });
  await until('the request to leave', async () => reached);
  expect((await avery.post(`claims/${id}/withdraw`, { reason: 'Wrong' })).status).toBe(200);
  await stack.kill();
  await stack.restart();
  await aMinute();
  const [request] = await mailsOf(stack, id);
  await deliverEvent(
    stack,
    deliveryReport(request?.operationId ?? '', 'Delivered', (await stackTime(stack)).toISOString()),
  );
  await inTime(stack, 'the record of the request', async () => (await countOf(id, 'request-sent')) === 1);
  await inTime(stack, 'the mail that tells of the withdrawal', async () => (await countOf(id, 'withdrawn-sent')) === 1);
  expect(await countOf(id, 'request-sent')).toBe(1);
  expect((await kindsOf(id)).toSorted()).toEqual(['request', 'withdrawn']);
});
