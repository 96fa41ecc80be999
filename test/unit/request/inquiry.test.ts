import { describe, expect, test } from 'vitest';
import { recordConcern } from '../../../src/claims/decision/record-concern.ts';
import { recordDecision } from '../../../src/claims/decision/record-decision.ts';
import type { Workflow } from '../../../src/claims/deps.ts';
import { openInquiry, releaseInquiry } from '../../../src/claims/operations/actions/inquire.ts';
import { redriveClaim } from '../../../src/claims/operations/actions/redrive-claim.ts';
import { closeUnanswered } from '../../../src/claims/request/close-unanswered.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import { aboutRedrive, redrivePlan } from '../../../src/domain/redrive.ts';
import { outcomeOnSilence } from '../../../src/domain/request/concern.ts';
import { withInquiry, withoutInquiry } from '../../../src/domain/request/inquiry.ts';
import { actionsOf } from '../../../src/domain/view/actions.ts';
import {
  decidedRecord,
  linkUntil,
  requestSentAt,
  silencePolicy,
  submittedRecord,
  usualPolicy,
  waitingRecord,
} from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

// Sent on a Friday: reminders on Wednesday and Friday, the window ends that Friday at midnight.
const request = requestSentAt(new Date('2026-11-20T10:00:00.000Z'));
const monday = new Date('2026-11-23T09:00:00.000Z');
const by = { kind: 'operator', name: 'Ola Persson' } as const;
const reason = 'The contact does not know this partner.';
/** The claim once its partner has been told. */
const told = ({ notices, ...claim }: Claim): Claim => claim;
const inquired = (changes: Partial<Claim> = {}): Claim =>
  told(
    withInquiry(waitingRecord({ request, policy: silencePolicy, ...changes }), monday, {
      by,
      reason,
      policy: usualPolicy,
    }),
  );
const days = (count: number): Date => new Date(monday.getTime() + count * 86_400_000);

describe('A request under inquiry', () => {
  test('gets no reminder and does not end with its window', () => {
    for (const day of [0, 3, 10, 29]) expect(nextStep(inquired(), days(day)).do).toBe('wait');
  });

  test('expires where no one releases it in 30 days, even where silence approves', async () => {
    const late = new Date(days(30).getTime() + 1);
    expect(nextStep(inquired(), late)).toEqual({ do: 'close-unanswered' });
    expect(outcomeOnSilence(inquired(), [])).toBe('expire');
    const claims = memoryClaims(inquired());
    await closeUnanswered(depsFor(claims, late), await claims.read());
    const { claim } = await claims.read();
    expect(claim).toMatchObject({ status: 'expired', statusReason: 'inquiry-not-released' });
    expect(claim.inquiry).toBeUndefined();
  });

  test('is watched until it expires', () => {
    expect(watchTimes(inquired(), 60)).toEqual([new Date(days(30).getTime() + 60_000).toISOString()]);
    expect(
      watchTimes(told(withInquiry(submittedRecord(), monday, { by, reason, policy: usualPolicy })), 60),
    ).toHaveLength(1);
  });

  test('is not sent, when it has not left', () => {
    const claim = told(withInquiry(submittedRecord(), monday, { by, reason, policy: usualPolicy }));
    expect(nextStep(claim, monday).do).toBe('wait');
  });

  test('can be withdrawn by the partner, and not sent again', () => {
    const { allowedActions, notAllowed } = actionsOf(inquired(), {
      missing: [],
      standing: [],
      mayAct: true,
      maxFiles: 10,
    });
    expect(allowedActions).toContain('withdraw');
    const refused = notAllowed.filter(({ code }) => code === 'under-inquiry').map(({ action }) => action);
    expect(refused.toSorted()).toEqual(['change-contact', 'resend']);
  });
});

describe('The release of an inquiry', () => {
  const released = (after: number, changes: Partial<Claim> = {}) =>
    withoutInquiry(inquired(changes), days(after), { policy: usualPolicy, linkUntil });

  test('gives the business days back that were left', () => {
    // Four were left on that Monday: Tuesday to Friday. Two weeks later it is a Monday again.
    const { inquiry, request: moved } = released(14);
    expect(inquiry).toBeUndefined();
    expect(moved?.deadline).toBe('2026-12-11T23:59:59.000Z');
    expect(moved?.reminders.map(({ dueAt }) => dueAt)).toEqual([
      '2026-12-09T09:00:00.000Z',
      '2026-12-11T09:00:00.000Z',
    ]);
  });

  test('gives one business day where none was left', () => {
    const lastDay = new Date('2026-11-27T15:00:00.000Z');
    const claim = withInquiry(waitingRecord({ request }), lastDay, { by, reason, policy: usualPolicy });
    const { request: moved } = withoutInquiry(claim, new Date('2026-11-28T10:00:00.000Z'), {
      policy: usualPolicy,
      linkUntil,
    });
    expect(moved?.deadline).toBe('2026-11-30T23:59:59.000Z');
  });

  test('leaves reminders alone that were sent', () => {
    const sent = { ...request, reminders: request.reminders.map((one) => ({ ...one, sentAt: one.dueAt })) };
    expect(released(14, { request: sent }).request?.reminders).toEqual(sent.reminders);
  });

  test('gives the partner the time back in which a refused request can be mended', () => {
    // Refused on the Friday before: the claim would have expired on the next one.
    const attention = {
      reason: 'The mail service refused the address.',
      since: '2026-11-20T10:00:00.000Z',
      needs: 'partner',
      expiresAt: request.deadline,
    } as const;
    const claim = withInquiry(submittedRecord({ attention }), monday, { by, reason, policy: usualPolicy });
    const again = told(withoutInquiry(claim, days(14), { policy: usualPolicy, linkUntil }));
    expect(again.attention).toEqual({ ...attention, expiresAt: '2026-12-11T23:59:59.000Z' });
    expect(nextStep(again, days(14))).toMatchObject({ do: 'wait' });
    // On the last day, refused while the inquiry was open: at least a day.
    const late = { ...attention, since: '2026-11-27T12:00:00.000Z' };
    expect(
      withoutInquiry({ ...claim, attention: late }, days(14), { policy: usualPolicy, linkUntil }).attention?.expiresAt,
    ).toBe('2026-12-08T23:59:59.000Z');
  });

  test('sends a request that had not left, with a link whose life begins then', () => {
    const claim = withInquiry(submittedRecord(), monday, { by, reason, policy: usualPolicy });
    const sending = told(withoutInquiry(claim, days(2), { policy: usualPolicy, linkUntil }));
    expect(nextStep(sending, days(2))).toEqual({ do: 'send-request' });
    expect(sending.link).toEqual({ version: 1, issuedAt: days(2).toISOString() });
    expect(released(2).link).toEqual(inquired().link);
  });

  test('gives no time in which the link no longer works, and the reminders move with the deadline', () => {
    // Released on a Monday two weeks later, with four days left: the link ends on Thursday, on Tuesday, and later than the deadline.
    const until = (end: string) =>
      withoutInquiry(inquired(), days(14), { policy: usualPolicy, linkUntil: end }).request;
    expect(until('2026-12-10T10:00:00.000Z')).toMatchObject({
      deadline: '2026-12-09T23:59:59.000Z',
      reminders: [{ dueAt: '2026-12-09T09:00:00.000Z' }, { dueAt: '2026-12-09T09:00:00.000Z' }],
    });
    expect(until('2026-12-09T00:00:00.000Z')?.deadline).toBe('2026-12-08T23:59:59.000Z');
    expect(until('2026-12-11T23:59:59.000Z')?.deadline).toBe('2026-12-10T23:59:59.000Z');
    expect(until('2026-12-12T00:00:00.000Z')?.deadline).toBe('2026-12-11T23:59:59.000Z');
    // Saturday is no business day.
    expect(until('2026-12-13T10:00:00.000Z')?.deadline).toBe('2026-12-11T23:59:59.000Z');
  });
});

// The cast: the operations here only wake the workflow.
const workflow = { nudge: async () => undefined, state: async () => 'running' } as unknown as Workflow;

const fixture = (claim: Claim, rest: object = {}) => {
  const claims = memoryClaims(claim);
  const facts = { ...refOf(claim), version: 1, issuedAt: monday.toISOString(), purpose: 'decide' as const };
  const deps = depsFor(claims, monday, {
    links: { read: async () => ({ state: 'valid', facts }), linkFor: async () => ({ href: '', until: linkUntil }) },
    inquiryOnNotExpected: true,
    ...rest,
  });
  return { claims, deps, change: { by, ref: refOf(claim), reason, guard: {} } };
};

describe('Operators', () => {
  test('open an inquiry once, and release it', async () => {
    const { claims, deps, change } = fixture(waitingRecord({ request }));
    await openInquiry(deps, workflow, change);
    await openInquiry(deps, workflow, change);
    expect((await claims.read()).claim.attention).toMatchObject({ raisedBy: 'operator', needs: 'operations' });
    await releaseInquiry(deps, workflow, change);
    expect(claims.entries()).toEqual(['operator inquiry-opened', 'operator inquiry-released']);
    expect((await claims.read()).claim.attention).toBeUndefined();
    expect(await releaseInquiry(deps, workflow, change)).toMatchObject({ code: 'action-not-allowed' });
  });

  test.each([
    ['has ended', monday.toISOString()],
    ['ends before another business day is over', '2026-11-24T23:59:59.000Z'],
  ])('cannot release a request whose link %s: it expires with the inquiry', async (_, until) => {
    const links = { linkFor: async () => ({ href: '', until }) };
    const { claims, deps, change } = fixture(inquired(), { links });
    const refused = await releaseInquiry(deps, workflow, change);
    expect(refused).toMatchObject({ code: 'action-not-allowed', detail: expect.stringContaining('Stop the request') });
    expect(claims.entries()).toEqual([]);
    const late = new Date(days(30).getTime() + 1);
    await closeUnanswered({ ...deps, now: () => late }, await claims.read());
    expect((await claims.read()).claim).toMatchObject({ status: 'expired', statusReason: 'inquiry-not-released' });
  });

  test('cannot open one into a claim that was just answered', async () => {
    const { deps, change } = fixture(decidedRecord('approved'));
    expect(await openInquiry(deps, workflow, change)).toMatchObject({ code: 'action-not-allowed' });
  });

  test('redrive a claim under inquiry, which keeps the flag of the inquiry and no other', async () => {
    const listed: string[] = [];
    const attention = { add: async (_: unknown, why: string) => void listed.push(why), remove: async () => undefined };
    const rest = { ledger: { ...depsFor(memoryClaims(inquired()), monday).ledger, attention } };
    const failed = { reason: 'The mail service is away.', since: monday.toISOString(), needs: 'operations' } as const;
    const { claims, deps, change } = fixture(inquired({ attention: failed }), rest);
    for (const mark of ['The mark is cleared.', 'it takes the step that is due.']) {
      const { claim } = await claims.read();
      expect(redrivePlan(aboutRedrive(claim, 60), 'running').words).toMatch(new RegExp(`${mark}$`));
      await redriveClaim({ ...deps, claims: { ...deps.claims, missingRows: async () => [] } }, change.ref, {
        workflow,
        by,
        reason: 'For the test.',
      });
      expect((await claims.read()).claim).toMatchObject({
        inquiry: { reason },
        attention: { reason: `Under inquiry: ${reason}`, needs: 'operations', raisedBy: 'operator' },
      });
    }
    expect(listed).toEqual(Array(2).fill(`Under inquiry: ${reason}`));
    await releaseInquiry(deps, workflow, change);
    expect((await claims.read()).claim.attention).toBeUndefined();
  });

  test('keep a flag that is about something else', async () => {
    const attention = {
      reason: 'Malware',
      since: monday.toISOString(),
      needs: 'operations',
      raisedBy: 'scan',
    } as const;
    const { claims, deps, change } = fixture(inquired({ attention }));
    await releaseInquiry(deps, workflow, change);
    expect((await claims.read()).claim.attention).toEqual(attention);
  });
});

describe('A customer who did not expect the request', () => {
  test('opens an inquiry, and is heard once', async () => {
    const { claims, deps } = fixture(waitingRecord({ request }));
    for (const text of ['Who are they?', 'Hello?']) {
      const { recorded } = await recordConcern(deps, workflow, 'token', { kind: 'not-expected', text });
      expect(recorded).toBe(true);
    }
    expect((await claims.read()).claim.inquiry).toMatchObject({ by: { kind: 'customer' } });
    const answer = await recordDecision(deps, workflow, 'token', { outcome: 'approved', seen: '' });
    expect(answer).toMatchObject({ recorded: false, view: { show: 'inquiry' } });
    const other = await recordConcern(deps, workflow, 'token', { kind: 'not-the-right-person' });
    expect(other).toMatchObject({ recorded: false, view: { show: 'inquiry' } });
    expect(claims.entries()).toEqual(['customer not-expected']);
  });

  test('opens none where the setting is off, and can still answer', async () => {
    const { claims, deps } = fixture(waitingRecord({ request }), { inquiryOnNotExpected: false });
    await recordConcern(deps, workflow, 'token', { kind: 'not-expected' });
    expect((await claims.read()).claim.inquiry).toBeUndefined();
    expect(await recordDecision(deps, workflow, 'token', { outcome: 'declined', seen: '' })).toMatchObject({
      recorded: true,
    });
  });
});
