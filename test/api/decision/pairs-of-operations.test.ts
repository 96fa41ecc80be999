import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimStatus } from '../../../src/domain/claim-state.ts';
import { later, linkIn, takeBack } from '../../support/claims/after-submission.ts';
import {
  allPairs,
  customerOperations,
  modelClaim,
  type Operation,
  type Pair,
  serialOutcomes,
} from '../../support/claims/claim-model.ts';
import { advance, claimWhen, completeDraft, decide, historyWith, mailsArrived } from '../../support/claims/claims.ts';
import { recomputedHashes, type ShownEntry } from '../../support/claims/history-chain.ts';
import { type Client, type Reply, signIn } from '../../support/http/client.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await clockStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

type Start = 'draft' | 'submitted' | 'approved';
type Round = { start: Start; pair: Pair; id: string; fileId: string; etag: string; link: string; before: number };

/** Pairs of which one at least is possible at the start; before submission no customer has a link. */
const rounds = (['draft', 'submitted', 'approved'] as const).flatMap((start) =>
  allPairs
    // The end of the window is no request: what it races with is in `window` and `decision-races`.
    .filter((pair) => !pair.includes('window-ends'))
    .filter((pair) => start !== 'draft' || !pair.some((operation) => customerOperations.includes(operation)))
    .filter((pair) => serialOutcomes(modelClaim(start), pair).some(({ entries }) => entries.length > 0))
    .map((pair) => ({ start, pair })),
);

const inBatches = async <T, R>(items: T[], act: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += 12) {
    results.push(...(await Promise.all(items.slice(at, at + 12).map(act))));
  }
  return results;
};

const setUp = async ({ start, pair }: { start: Start; pair: Pair }): Promise<Round> => {
  const id = await completeDraft(avery, `${start}: ${pair.join(' and ')}`);
  let link = '';
  if (start !== 'draft') {
    await avery.post(`claims/${id}/submit`, { acknowledged: true });
    link = linkIn((await mailsArrived(stack, id, 1))[0]);
    await historyWith(avery, id, 'request-sent');
  }
  if (start === 'approved') {
    await decide(link, 'approve');
    await historyWith(avery, id, 'receipt-sent');
  }
  const { etag, body: claim } = await avery.get(`claims/${id}`);
  const { body } = await avery.get(`claims/${id}/history`);
  return { start, pair, id, fileId: claim.poe[0].fileId, etag, link, before: body.value.length };
};

const contact = { name: 'Lee Newcomer', title: 'CIO', email: 'lee.newcomer@contoso.example' };

const fire = ({ id, fileId, etag, link }: Round, operation: Operation, which: number): Promise<Reply> => {
  const path = `claims/${id}`;
  switch (operation) {
    case 'edit':
      return avery.patch(path, { name: 'Edited' }, etag);
    case 'submit':
      return avery.post(`${path}/submit`, { acknowledged: true });
    case 'withdraw':
    case 'disassociate':
      return avery.post(`${path}/${operation}`, { reason: 'For the test.' });
    case 'resend':
      return avery.post(`${path}/resend`, {});
    case 'change-contact':
      return avery.post(`${path}/customer-contact`, contact);
    case 'approve':
    case 'decline':
      return decide(link, operation);
    case 'take-back':
      return takeBack(link);
    case 'comment':
      return avery.post(`${path}/comments`, { text: `Comment ${which}.` });
    case 'add-poe':
      return avery.upload(id, `more-${which}.txt`, `More proof, number ${which}.\n`);
    case 'cancel':
      return avery.delete(path, etag);
    case 'remove-poe':
      return avery.delete(`${path}/poe/${fileId}`);
    case 'replace-poe':
      return avery.send('PUT', `${path}/poe/${fileId}?fileName=better-${which}.txt`, {
        body: `Better proof, number ${which}.\n`,
        headers: { 'content-type': 'application/octet-stream' },
      });
    case 'note-poe':
      return avery.patch(`${path}/poe/${fileId}`, { note: `Note ${which}.` });
    case 'not-the-right-person':
      return decide(link, 'not-me');
    case 'not-expected':
      return decide(link, 'not-expected');
    case 'ask':
      return decide(link, 'ask', `Question ${which}?`);
    case 'window-ends':
      throw new Error('Nobody sends the end of a window.');
  }
};

/** A page shown again with 200 is no success of a form; a redirect to the receipt is. */
const isSuccess = (operation: Operation, { status }: Reply): boolean =>
  customerOperations.includes(operation) ? status === 303 : status >= 200 && status < 300;

/** The entry that says that nothing remains to be done now, and how often. */
const lastEntry: Partial<Record<ClaimStatus, [event: string, count: number]>> = {
  approved: ['receipt-sent', 1],
  declined: ['receipt-sent', 1],
  withdrawn: ['withdrawn-sent', 1],
  ended: ['ended-sent', 2],
};

const limit = { timeout: 240_000 };
test(`each of ${rounds.length} pairs of operations at once ends as one of the two orders would`, limit, async () => {
  const ready = await inBatches(rounds, setUp);
  avery = await later(stack, 'PT16M');
  const fired = await inBatches(ready, async (round) => {
    const replies = await Promise.all(round.pair.map((operation, which) => fire(round, operation, which)));
    const succeeded = round.pair.map((operation, which) => {
      const reply = replies[which];
      return reply !== undefined && isSuccess(operation, reply);
    });
    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
    return { ...round, succeeded };
  });
  // What a lost nudge left undone is the reconciler's.
  await advance(stack, 'PT3M');

  await inBatches(fired, async ({ start, pair, id, before, succeeded }) => {
    const { status } = (await avery.get(`claims/${id}`)).body;
    const [event, count] = lastEntry[status as ClaimStatus] ?? [];
    if (event !== undefined) await historyWith(avery, id, event, count);
    if (status === 'submitted') await claimWhen(avery, id, ({ request }) => request !== undefined);
    const entries: ShownEntry[] = (await avery.get(`claims/${id}/history`)).body.value;
    const done = entries.slice(before).filter(({ actor }) => actor.kind !== 'system');
    const seen = { status, entries: done.map(({ actor, event: name }) => `${actor.kind} ${name}`), succeeded };
    expect(serialOutcomes(modelClaim(start), pair), `${start}: ${pair.join(' and ')}`).toContainEqual(seen);
    expect(recomputedHashes(entries)).toEqual(entries.map(({ hash }) => hash));
  });
});
