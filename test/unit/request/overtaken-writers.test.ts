import { describe, expect, test } from 'vitest';
import { recordDecision } from '../../../src/claims/decision/record-decision.ts';
import type { Workflow } from '../../../src/claims/deps.ts';
import { closeUnanswered } from '../../../src/claims/request/close-unanswered.ts';
import { sendReminder } from '../../../src/claims/request/send-reminder.ts';
import { withdrawClaim } from '../../../src/claims/request/withdraw-claim.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { outcomeMail } from '../../../src/mail/outcome.ts';
import {
  decidedRecord,
  requestSentAt,
  silencePolicy,
  submittedRecord,
  waitingRecord,
} from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';
import { testService } from '../../support/service.ts';

/** Writers that read a claim, and find it changed when they write. */

const waiting = waitingRecord();
const request = requestSentAt(new Date('2026-11-20T10:00:00.000Z'));
const afterDeadline = new Date(Date.parse(request.deadline) + 3000);
const newLink = { version: 2, issuedAt: '2026-11-26T12:00:00.000Z' };

// The cast: the operations here only nudge the workflow.
const workflow = { nudge: async () => undefined } as unknown as Workflow;

/** A claim that another writer changes to `after`. */
const overtaken = async (before: Claim, after: Claim) => {
  const claims = memoryClaims(before);
  const stored = await claims.read();
  const overtake = async () => {
    await claims.save({ before: stored, claim: after, entries: [] as never });
  };
  return { claims, stored, overtake };
};

/** The same for an operation that reads the claim itself: the other writer comes right after its first read. */
const overtakenByRead = async (after: Claim) => {
  const { claims, stored, overtake } = await overtaken(waiting, after);
  let isFirst = true;
  const read = async () => {
    if (!isFirst) return claims.read();
    isFirst = false;
    await overtake();
    return stored;
  };
  return { ...claims, read };
};

describe('The end of the window', () => {
  const end = async (after: Claim, rest: object = {}) => {
    const { claims, stored, overtake } = await overtaken(waiting, after);
    await overtake();
    const result = await closeUnanswered(depsFor(claims, afterDeadline, rest), stored);
    return { result, claim: (await claims.read()).claim, entries: claims.entries() };
  };

  test('expires a claim that no one has changed', async () => {
    const { claim, entries } = await end({ ...waiting, version: 2 });
    expect(claim).toMatchObject({ status: 'expired', statusReason: 'no-answer' });
    expect(entries).toEqual(['system expired']);
  });

  const asked = { ...waiting, version: 2, policy: silencePolicy };
  test.each<[string, Claim]>([
    ['bounced', { ...asked, request: { ...request, delivery: 'bounced' } }],
    [
      'was refused',
      submittedRecord({
        version: 2,
        policy: silencePolicy,
        attention: { reason: 'refused', since: waiting.createdAt, needs: 'partner', expiresAt: request.deadline },
      }),
    ],
  ])('expires a claim whose request %s, also where silence approves', async (_, after) => {
    const { claim, entries } = await end(after);
    expect(claim).toMatchObject({ status: 'expired', statusReason: 'not-delivered' });
    expect(entries).toEqual(['system expired']);
    expect(outcomeMail(testService, claim).text).toContain('could not be delivered to the contact at Contoso');
  });

  test('expires a claim whose link ended before its deadline, also where silence approves', async () => {
    expect((await end(asked)).claim.status).toBe('approved');
    const links = { linkFor: async () => ({ href: 'https://claims.example/decisions/token', until: request.sentAt }) };
    expect((await end(asked, { links })).claim).toMatchObject({ status: 'expired', statusReason: 'no-answer' });
  });

  test('leaves a claim open whose customer is asked again since', async () => {
    const after = submittedRecord({ version: 2, link: newLink });
    const { result, claim, entries } = await end(after);
    expect(claim).toEqual(after);
    expect(result).toMatchObject({ claim: after });
    expect(entries).toEqual([]);
  });

  test('lets an answer stand that came first, and is no failure', async () => {
    const after = decidedRecord('approved', { version: 2 });
    const { result, claim, entries } = await end(after);
    expect(claim).toEqual(after);
    expect(result).toMatchObject({ claim: after });
    expect(entries).toEqual([]);
  });
});

describe('A reminder that was on its way', () => {
  const now = new Date(request.reminders[1]?.dueAt ?? '');
  const remind = async (number: number, before: Claim, after?: Claim) => {
    const { claims, stored, overtake } = await overtaken(before, after ?? before);
    const send = async () => {
      if (after !== undefined) await overtake();
      return { accepted: true };
    };
    const links = { linkFor: async () => new URL('http://localhost/decisions/token') };
    await sendReminder(depsFor(claims, now, { links, mail: { send } }), stored, number);
    return { claim: (await claims.read()).claim, entries: claims.entries() };
  };
  const withReminders = (...marks: object[]): Claim => {
    const reminders = request.reminders.map((reminder, at) => ({ ...reminder, ...marks[at] }));
    return waitingRecord({ request: { ...request, reminders } });
  };
  const sent = { sentAt: '2026-11-25T09:00:02.000Z' };

  test('is recorded as sent, and one that was due earlier as skipped', async () => {
    const { claim, entries } = await remind(2, waiting);
    expect(claim.request?.reminders).toMatchObject([{ skipped: true }, { sentAt: now.toISOString() }]);
    expect(entries).toEqual(['system reminder-sent']);
  });

  test('changes nothing about one that was sent before', async () => {
    const { claim } = await remind(2, withReminders(sent));
    expect(claim.request?.reminders[0]).toEqual({ ...request.reminders[0], ...sent });
  });

  test('is not recorded for a request that was sent again since, with a link of its own', async () => {
    const after = waitingRecord({ version: 2, link: newLink });
    const { claim, entries } = await remind(1, waiting, after);
    expect(claim).toEqual(after);
    expect(entries).toEqual([]);
  });

  test('is recorded once when two workers send it', async () => {
    const after = { ...withReminders(sent), version: 2 };
    const { claim, entries } = await remind(1, waiting, after);
    expect(claim).toEqual(after);
    expect(entries).toEqual([]);
  });

  test('is not recorded when it was skipped since', async () => {
    const after = { ...withReminders({ skipped: true }, { skipped: true }), version: 2 };
    const { claim, entries } = await remind(1, waiting, after);
    expect(claim).toEqual(after);
    expect(entries).toEqual([]);
  });
});

describe('A reminder to an address that refused the request', () => {
  const now = new Date(request.reminders[0]?.dueAt ?? '');
  const to = (delivery: Delivery, changes: Partial<Claim> = {}): Claim =>
    waitingRecord({ request: { ...request, delivery }, ...changes });
  const remind = async (before: Claim, after?: Claim) => {
    const { claims, stored, overtake } = await overtaken(before, after ?? before);
    if (after !== undefined) await overtake();
    let mails = 0;
    const send = async () => {
      mails += 1;
      return { accepted: true };
    };
    const links = { linkFor: async () => new URL('http://localhost/decisions/token') };
    await sendReminder(depsFor(claims, now, { links, mail: { send } }), stored, 1);
    return { mails, reminder: (await claims.read()).claim.request?.reminders[0], entries: claims.entries() };
  };

  test.each(['bounced', 'suppressed'] as const)('is skipped, as the history says, when it %s', async (delivery) => {
    const { mails, reminder, entries } = await remind(to(delivery));
    expect(mails).toBe(0);
    expect(reminder).toMatchObject({ skipped: true });
    expect(entries).toEqual(['system reminder-skipped']);
  });

  test.each(['filtered', 'quarantined', 'failed', 'accepted'] as const)(
    'leaves when it was only %s: this one may arrive',
    async (delivery) => {
      const { mails, reminder } = await remind(to(delivery));
      expect(mails).toBe(1);
      expect(reminder).toMatchObject({ sentAt: now.toISOString() });
    },
  );

  test('is left for the next step when a report that it arrived comes first', async () => {
    const { mails, reminder, entries } = await remind(to('bounced'), to('delivered', { version: 2 }));
    expect(mails).toBe(0);
    expect(reminder).toEqual(request.reminders[0]);
    expect(entries).toEqual([]);
  });
});

describe('An answer of the customer', () => {
  const facts = { ...refOf(waiting), version: 1, issuedAt: waiting.createdAt, purpose: 'decide' };
  const links = { read: async () => ({ state: 'valid', facts }) };
  const answer = async (after: Claim, at = new Date('2026-11-24T12:00:00.000Z')) => {
    const claims = await overtakenByRead(after);
    const deps = depsFor(claims, at, { links });
    const result = await recordDecision(deps, workflow, 'token', { outcome: 'approved', seen: '' });
    return { ...result, claim: (await claims.read()).claim, entries: claims.entries() };
  };

  test('is recorded when the claim still waits', async () => {
    const { recorded, claim, entries } = await answer({ ...waiting, version: 2 });
    expect(recorded).toBe(true);
    expect(claim).toMatchObject({ status: 'approved', decision: { outcome: 'approved' } });
    expect(entries).toEqual(['customer approved']);
  });

  test.each([
    ['a withdrawal', waitingRecord({ status: 'withdrawn', version: 2 }), 'outcome'],
    ['the other answer', decidedRecord('declined', { version: 2 }), 'outcome'],
    ['a new link', waitingRecord({ version: 2, link: newLink }), 'replaced'],
    ['another contact', waitingRecord({ version: 2, link: { ...newLink, contactSince: 2 } }), 'other-contact'],
  ])('comes too late after %s', async (_, after, show) => {
    const { recorded, view, claim, entries } = await answer(after);
    expect({ recorded, show: view.show }).toEqual({ recorded: false, show });
    expect(claim).toEqual(after);
    expect(entries).toEqual([]);
  });

  test('comes too late after the deadline', async () => {
    const { recorded, view, entries } = await answer({ ...waiting, version: 2 }, afterDeadline);
    expect({ recorded, show: view.show }).toEqual({ recorded: false, show: 'too-late' });
    expect(entries).toEqual([]);
  });
});

describe('A withdrawal', () => {
  const caller = {
    partnerId: waiting.partnerId,
    userId: 'u',
    name: 'Avery',
    email: 'avery@northwind.example',
    roles: [],
  };
  const withdraw = async (after: Claim) => {
    const claims = await overtakenByRead(after);
    const deps = depsFor(claims, new Date('2026-11-24T12:00:00.000Z'));
    const result = await withdrawClaim(deps, workflow, {
      caller,
      ref: refOf(waiting),
      reason: 'Not needed.',
      guard: {},
    });
    return { result, claim: (await claims.read()).claim, entries: claims.entries() };
  };

  test('ends a claim that still waits', async () => {
    const { claim, entries } = await withdraw({ ...waiting, version: 2 });
    expect(claim).toMatchObject({ status: 'withdrawn', statusReason: 'Not needed.' });
    expect(entries).toEqual(['partner withdrawn']);
  });

  test('is refused when the customer answered first', async () => {
    const after = decidedRecord('approved', { version: 2 });
    const { result, claim, entries } = await withdraw(after);
    expect(result).toMatchObject({ code: 'action-not-allowed' });
    expect(claim).toEqual(after);
    expect(entries).toEqual([]);
  });
});
