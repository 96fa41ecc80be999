import { expect } from 'vitest';
import { advance, completeBody, decide, decisionLink, proof } from '../support/claims/claims.ts';
import { carriedThrough, orchestrationOf } from '../support/claims/end-state.ts';
import { type Client, type Reply, signIn } from '../support/http/client.ts';
import type { FaultyStack } from '../support/stack/faulty-stack.ts';
import { until } from '../support/until.ts';

/** What a refusal must look like while something behind the app is out of order: never a bare 500, and when to come back. */
const expectTryAgain = (reply: Reply): void => {
  expect({ status: reply.status, retryAfter: reply.headers.get('retry-after') }).toEqual({
    status: 503,
    retryAfter: '5',
  });
  const isPage = reply.headers.get('content-type')?.startsWith('text/html');
  expect(isPage || reply.body?.code === 'dependency-unavailable').toBe(true);
};

/** Asks again for as long as the answer is "try again", as a good client does. */
export const insist = (what: string, send: () => Promise<Reply>): Promise<Reply> =>
  until(what, async () => {
    const reply = await send();
    if (reply.status < 500) return reply;
    expectTryAgain(reply);
    return undefined;
  });

const succeed = async (what: string, status: number, send: () => Promise<Reply>): Promise<Reply> => {
  const reply = await insist(what, send);
  expect({ what, status: reply.status, text: reply.text }).toEqual({ what, status, text: reply.text });
  return reply;
};

/** Lets time pass, a little at a time, until `look` sees something: the app waits before it tries again. */
export const inTime = <T>(stack: FaultyStack, what: string, look: () => Promise<T | undefined | false>): Promise<T> =>
  until(what, async () => {
    const seen = await look();
    if (seen === undefined || seen === false) await advance(stack, 'PT10S');
    return seen;
  });

type Insistent = {
  draft: () => Promise<string>;
  submit: (claimId: string) => Promise<void>;
  approve: (claimId: string) => Promise<void>;
};

/** A partner and a customer who repeat what was not answered well; the partner always under the same Idempotency-Key. */
const insistent = (stack: FaultyStack, client: Client): Insistent => {
  const once = (key: string) => ({ 'idempotency-key': key });
  const draft = async (): Promise<string> => {
    const key = crypto.randomUUID();
    const body = completeBody();
    const created = await succeed('create', 201, () => client.post('claims', body, once(key)));
    const claimId: string = created.body.id;
    await succeed('upload', 201, () => client.upload(claimId, 'statement.txt', proof, once(`file-${claimId}`)));
    return claimId;
  };
  const submit = async (claimId: string): Promise<void> => {
    const body = { acknowledged: true };
    await succeed('submit', 202, () => client.post(`claims/${claimId}/submit`, body, once(`submit-${claimId}`)));
  };
  const approve = async (claimId: string): Promise<void> => {
    const link = await decisionLink(stack, claimId);
    await succeed('approve', 303, () => decide(link, 'approve'));
  };
  return { draft, submit, approve };
};

/** A whole life, from draft to approval told to everybody, whatever happens behind the app; resolves with the claim's ID. */
export const liveThrough = async (stack: FaultyStack): Promise<string> => {
  const { draft, submit, approve } = insistent(stack, await signIn(stack, 'avery'));
  const claimId = await draft();
  await submit(claimId);
  await inTime(stack, 'the request', async () => (await recordOf(stack, claimId)).includes('request-sent'));
  await approve(claimId);
  await inTime(stack, 'the end', async () => (await orchestrationOf(stack, claimId)) === 'Completed');
  await carriedThrough(stack, claimId);
  return claimId;
};

/** Events in the claim's history, read past the app. */
export const recordOf = async (stack: FaultyStack, claimId: string): Promise<string[]> => {
  const rows = await stack.rows('claims');
  const entries = rows.filter(({ rowKey }) => String(rowKey).startsWith(`h|${claimId}|`));
  return entries.map(({ doc0 }) => JSON.parse(String(doc0)).event);
};
