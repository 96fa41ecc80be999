import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import { concernOf, outcomeOnSilence } from '../../../src/domain/request/concern.ts';
import type { Concern } from '../../../src/domain/request/concern-shape.ts';
import { noticeMail } from '../../../src/mail/notices/notice.ts';
import { silencePolicy, submittedRecord, waitingRecord } from '../../support/claims/records.ts';
import { testService } from '../../support/service.ts';

const at = '2026-11-23T08:00:00.000Z';
const now = new Date(at);
const said = (changes: Partial<Concern> = {}): Concern => ({
  kind: 'not-the-right-person',
  at,
  linkVersion: 1,
  email: 'dana@contoso.example',
  ...changes,
});
const notice = { kind: 'not-the-right-person', number: 1, since: at } as const;
const doubted = (changes: Partial<Claim> = {}): Claim =>
  waitingRecord({ concerns: [said({ text: 'Ask Kim.' })], notices: [notice], ...changes });
const policy = silencePolicy;
const askedAnew = { link: { version: 2, issuedAt: at } };
const newContact: Partial<Claim> = {
  customerContact: { name: 'Kim Lund', title: 'CIO', email: 'kim@contoso.example', mailbox: 'customer' },
};

test.each(['public', 'foreign'] as const)('Silence of a contact with a %s mailbox approves nothing', (mailbox) => {
  const { customerContact } = waitingRecord();
  expect(outcomeOnSilence(waitingRecord({ policy }), [])).toBe('approve');
  const away = waitingRecord({ policy, customerContact: { ...customerContact, mailbox } });
  expect(outcomeOnSilence(away, [])).toBe('expire');
  const { request } = away;
  expect(nextStep(away, new Date(Date.parse(request?.deadline ?? '') + 1000)).do).toBe('close-unanswered');
});

describe('What a customer said about a request', () => {
  test('belongs to the link that it was said with', () => {
    expect(concernOf(doubted(), 'not-the-right-person')?.text).toBe('Ask Kim.');
    expect(concernOf(doubted(), 'not-expected')).toBeUndefined();
    expect(concernOf(doubted(askedAnew), 'not-the-right-person')).toBeUndefined();
  });

  test('keeps silence from being approval, however often the same person is asked again', () => {
    expect(outcomeOnSilence(waitingRecord({ policy }), [])).toBe('approve');
    expect(outcomeOnSilence(doubted({ policy }), [])).toBe('expire');
    expect(outcomeOnSilence(doubted({ ...askedAnew, policy }), [])).toBe('expire');
  });

  test('binds another contact only when the request itself was in doubt', () => {
    expect(outcomeOnSilence(doubted({ ...askedAnew, ...newContact, policy }), [])).toBe('approve');
    const unexpected = doubted({ ...askedAnew, ...newContact, policy, concerns: [said({ kind: 'not-expected' })] });
    expect(outcomeOnSilence(unexpected, [])).toBe('expire');
  });
});

describe('A notice on the record', () => {
  test('is sent before anything else is waited for, and watched by the ledger until then', () => {
    expect(nextStep(doubted(), now)).toEqual({ do: 'send-notice', notice });
    expect(watchTimes(doubted(), 60)[0]).toBe('2026-11-23T08:01:00.000Z');
    expect(watchTimes(doubted(), 60).slice(1)).toEqual(watchTimes(waitingRecord(), 60));
  });

  test('is of no interest any more once the claim is closed', () => {
    const declined = doubted({ status: 'declined', closedAt: at });
    expect(nextStep(declined, now)).toEqual({ do: 'tell-outcome' });
    expect(watchTimes(declined, 60)).toEqual(watchTimes(waitingRecord({ status: 'declined', closedAt: at }), 60));
  });

  test('becomes a mail to the partner contact, or none when someone else is asked by now', () => {
    const mail = noticeMail({ service: testService, operationsContact: undefined }, doubted(), notice);
    expect(mail).toMatchObject({ kind: 'not-the-right-person', number: 1, to: { address: 'avery@northwind.example' } });
    expect(mail?.text).toContain('They wrote:\n\n> Ask Kim.\n');
    expect(mail?.html).toMatch(/They wrote:<\/p>\s*<blockquote[^>]*>Ask Kim\.</);
    expect(
      noticeMail(
        { service: testService, operationsContact: undefined },
        doubted({ ...askedAnew, ...newContact }),
        notice,
      ),
    ).toBeUndefined();
  });
});

test('a customer who is the wrong person does not keep a request from being put on record', () => {
  const attention = { reason: 'wrong person', since: at, needs: 'partner', raisedBy: 'customer' } as const;
  expect(nextStep(submittedRecord({ attention }), now)).toEqual({ do: 'send-request' });
});
