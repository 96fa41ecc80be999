import { afterEach, describe, expect, test } from 'vitest';
import { EventType } from '../../local/durable/history.ts';
import { advance, decide, decisionLink, historyWith, mailsArrived, submittedClaim } from '../support/claims/claims.ts';
import { turnsOf } from '../support/claims/replay.ts';
import { signIn } from '../support/http/client.ts';
import { type OwnStack, startStack } from '../support/stack/stack.ts';
import { readTaskHub } from '../support/stack/task-hub.ts';

const started: OwnStack[] = [];
const start = async (flags: string[] = []): Promise<OwnStack> => {
  const stack = await startStack({ flags });
  started.push(stack);
  return stack;
};
afterEach(async () => {
  for (const stack of started.splice(0)) await stack.stop();
});

describe('The workflow of the whole app', () => {
  test('takes four turns and two activities for an approved claim', async () => {
    const stack = await start();
    const id = await submittedClaim(await signIn(stack, 'avery'));
    await decide(await decisionLink(stack, id), 'approve');
    await mailsArrived(stack, id, 3);
    const [run] = await readTaskHub(stack, [id]);
    if (run === undefined) throw new Error('The claim has no orchestration.');
    expect(turnsOf(run)).toHaveLength(4);
    expect(run.history.filter(({ EventType: type }) => type === EventType.TaskScheduled)).toHaveLength(2);
  });

  test.each([
    ['1 s early', -1000],
    ['30 s late', 30_000],
  ])('sends each reminder once and expires after the deadline when timers fire %s', async (_, skewMs) => {
    const stack = await start([`--timer-skew=${skewMs}`]);
    const id = await submittedClaim(await signIn(stack, 'avery'));
    await mailsArrived(stack, id, 1);
    await advance(stack, 'P9D');
    const avery = await signIn(stack, 'avery');
    const history = await historyWith(avery, id, 'outcome-sent');
    const events = history.map(({ event }) => event).filter((event) => event !== 'delivery-reported');
    expect(events.slice(events.indexOf('request-sent'))).toEqual([
      'request-sent',
      'reminder-sent',
      'deadline-near-sent',
      'reminder-sent',
      'expired',
      'outcome-sent',
      'expired-sent',
    ]);

    const { body: claim } = await avery.get(`claims/${id}`);
    const at = (event: string, nth = 0): number =>
      Date.parse(history.filter((entry) => entry.event === event)[nth]?.at ?? '');
    const expectSoonAfter = (instant: number, due: string): void => {
      expect(instant).toBeGreaterThanOrEqual(Date.parse(due));
      expect(instant - Date.parse(due)).toBeLessThan(60_000);
    };
    expectSoonAfter(at('reminder-sent', 0), claim.request.reminders[0].dueAt);
    expectSoonAfter(at('deadline-near-sent'), claim.request.reminders[0].dueAt);
    expectSoonAfter(at('reminder-sent', 1), claim.request.reminders[1].dueAt);
    expectSoonAfter(at('expired'), claim.request.deadline);
    expect((await mailsArrived(stack, id, 6)).map(({ subject }) => subject.split(':')[0]).toSorted()).toEqual([
      'Expired',
      'Last reminder',
      'No answer yet, two business days left',
      'Northwind Partners asks for your approval',
      'Reminder',
      'The request from Northwind Partners has expired',
    ]);
  });
});
