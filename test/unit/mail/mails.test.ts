import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { commentMail } from '../../../src/mail/notices/comment.ts';
import { operationIdOf } from '../../../src/mail/operation-id.ts';
import { closingMails } from '../../../src/mail/outcome.ts';
import { reminderMail, requestMail } from '../../../src/mail/request.ts';
import type { Mail } from '../../../src/mail/sender.ts';
import {
  decidedRecord,
  silencePolicy,
  submittedRecord,
  usualPolicy,
  waitingRecord,
} from '../../support/claims/records.ts';
import { testService } from '../../support/service.ts';

const hostile = `<img src=x onerror="alert('1')">&amp;</td>`;
const hostileText: Partial<Claim> = {
  name: hostile,
  partnerName: `Partner ${hostile}`,
  partnerLocation: { mpnId: '4512345', name: `Place ${hostile}`, country: 'US' },
  customer: { ...submittedRecord().customer, name: `Customer ${hostile}` },
  customerContact: { name: `Dana ${hostile}`, title: hostile, email: 'dana@contoso.example' },
  partnerContact: { name: `Avery ${hostile}`, email: 'avery@northwind.example' },
};
const reason = `Because ${hostile}`;
const link = 'https://claims.example/decisions/aaa.bbb.ccc';
const deadline = '2026-11-27T23:59:59.000Z';
const partner = 'avery@northwind.example';
const claimPage = ({ claimId }: Mail): string => `${testService.url}/associations/${claimId}`;

const facts = (claim: Claim) => ({ service: testService, claim, holders: [], link, deadline });
const answered = (outcome: 'approved' | 'declined', changes: Partial<Claim> = {}): Claim =>
  decidedRecord(outcome, {
    decision: { outcome, decidedAt: '2026-11-24T12:00:00.000Z', reason },
    ...changes,
  });

/** Every kind of mail in every form, of a claim with these changes. */
const everyMail = (changes: Partial<Claim>): [string, Mail][] =>
  Object.entries({
    request: [requestMail(facts(submittedRecord(changes)))],
    'request, silence approves': [requestMail(facts({ ...submittedRecord(changes), policy: silencePolicy }))],
    reminder: [reminderMail(facts(waitingRecord(changes)), 2)],
    approved: closingMails(testService, answered('approved', changes)),
    'approved by silence': closingMails(
      testService,
      waitingRecord({ status: 'approved', consent: 'silence', ...changes }),
    ),
    declined: closingMails(testService, answered('declined', changes)),
    expired: closingMails(testService, waitingRecord({ status: 'expired', ...changes })),
    withdrawn: closingMails(testService, waitingRecord({ status: 'withdrawn', ...changes })),
  }).flatMap(([name, mails]) => mails.map((mail): [string, Mail] => [`${name}: ${mail.kind}`, mail]));

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
/** What a reader sees of HTML. */
const visible = (markup: string): string =>
  (markup.split('<body')[1] ?? '')
    .replaceAll(/^[^>]*>|<[^>]*>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
/** Letters and digits alone: layout, bullets and colons differ between the parts. */
const words = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

describe.each(everyMail(hostileText))('The mail "%s"', (_, mail) => {
  test('lets no name of a stranger become markup', () => {
    expect(mail.html).not.toMatch(/<img|onerror="|<\/td>&amp;/);
    expect(mail.html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;&lt;/td&gt;');
  });

  test('says the same in its text part and in its HTML part', () => {
    // Below its button the HTML part names the site alone.
    const behindButton = mail.to.address === partner ? claimPage(mail) : link;
    expect(words(visible(mail.html))).toBe(words(mail.text.replaceAll(behindButton, new URL(behindButton).host)));
    expect(mail.text).toContain(hostile);
  });

  test('loads nothing and runs nothing', () => {
    expect(mail.html).not.toMatch(/<(?:script|link|iframe|form|object|img)|\s(?:src|onload|onclick)="|url\(/i);
  });
});

describe('The mails of a claim', () => {
  test('go to the customer with answers to the partner, and outcomes to the partner', () => {
    const recipients = everyMail({}).map(([name, { to, replyTo }]) => [name, to.address, replyTo?.address]);
    for (const [name, to, replyTo] of recipients) {
      const toPartner = name?.endsWith(': outcome');
      expect([name, to, replyTo]).toEqual([
        name,
        toPartner ? 'avery@northwind.example' : 'dana@contoso.example',
        toPartner ? undefined : 'avery@northwind.example',
      ]);
    }
  });

  test('show the link to the customer who is asked, and to no one else', () => {
    for (const [name, mail] of everyMail({})) {
      const asks = mail.kind === 'request' || mail.kind === 'reminder';
      expect([name, mail.text.includes(link), mail.html.includes(`href="${link}"`)]).toEqual([name, asks, asks]);
      expect(mail.subject).not.toContain('/decisions/');
    }
  });

  test('lead the partner, and no one else, to the page of the claim', () => {
    for (const [name, mail] of everyMail({})) {
      const isToPartner = mail.to.address === partner;
      const page = claimPage(mail);
      expect([name, mail.text.includes(page), mail.html.includes(`href="${page}"`)]).toEqual([
        name,
        isToPartner,
        isToPartner,
      ]);
    }
  });

  test('say by when to answer and what silence means', () => {
    const [expire, approve] = [usualPolicy, silencePolicy].map((policy) =>
      requestMail(facts(submittedRecord({ policy }))),
    );
    expect(expire?.text).toMatch(/Please answer by Friday,? 27 November 2026 at 23:59 \(UTC\)\. If you do not answer/);
    expect(expire?.text).toContain('the request expires and nothing changes');
    expect(approve?.text).toContain('the request counts as approved');
  });

  test('quote the reason of the customer to both sides, when there is one', () => {
    for (const mail of closingMails(testService, answered('declined'))) expect(mail.text).toContain(`"${reason}"`);
    for (const mail of closingMails(testService, decidedRecord('declined'))) expect(mail.text).not.toContain('wrote');
  });

  test('marks the further lines of a reason, so that none looks like a line of the service', () => {
    const lines = ['It is over.', 'Please answer by Friday:', 'https://evil.example'];
    const changes = { statusReason: lines.join('\n'), closedAt: '2026-11-20T10:00:00.000Z' };
    const ended = closingMails(testService, waitingRecord({ status: 'ended', endedBy: 'partner', ...changes }));
    expect(ended).toHaveLength(2);
    for (const { text } of ended) expect(text).toContain(`: "${lines.join('\n> ')}"\n\n`);
  });

  test('are none for a claim that was never submitted', () => {
    expect(closingMails(testService, submittedRecord({ status: 'cancelled' }))).toEqual([]);
  });
});

describe('The last reminder', () => {
  const reminders = waitingRecord().request?.reminders ?? [];
  const [third, fifth] = reminders;
  const remind = (number: number, marked = reminders) => {
    const { request, ...claim } = waitingRecord();
    return reminderMail(
      facts({ ...claim, ...(request ? { request: { ...request, reminders: marked } } : {}) }),
      number,
    );
  };

  test('says that it is the last, and when the time to answer ends', () => {
    expect(remind(1).subject).toBe('Reminder: Northwind Partners is waiting for your answer');
    expect(remind(1).text).not.toContain('last reminder');
    expect(remind(2).subject).toBe('Last reminder: Northwind Partners is waiting for your answer');
    expect(remind(2).text).toContain('This is the last reminder. The time to answer ends on Friday, 27 November 2026');
  });

  test('is the first one when no other can follow', () => {
    if (third === undefined || fifth === undefined) throw new Error('Two reminders.');
    expect(remind(1, [third]).subject).toMatch(/^Last reminder/);
    expect(remind(1, [third, { ...fifth, skipped: true }]).subject).toMatch(/^Last reminder/);
    // The news of a later deadline is no reminder.
    const extension = { number: 3, dueAt: third.dueAt, extension: true } as const;
    expect(remind(3, [{ ...third, sentAt: third.dueAt }, extension]).text).not.toContain('last reminder');
  });
});

describe('A request that has expired', () => {
  const expired = (changes: Partial<Claim> = {}) =>
    closingMails(testService, waitingRecord({ status: 'expired', statusReason: 'no-answer', ...changes }));
  const kinds = (mails: Mail[]) => mails.map(({ kind }) => kind);

  test('is told to the customer who was asked, with nothing to do', () => {
    const [, toCustomer] = expired();
    expect(toCustomer).toMatchObject({
      to: { address: 'dana@contoso.example' },
      subject: 'The request from Northwind Partners has expired',
    });
    expect(toCustomer?.text).toContain('There was no answer in time');
    expect(toCustomer?.text).toContain("you don't need to do anything");
    const [, unreleased] = expired({ statusReason: 'inquiry-not-released' });
    expect(unreleased?.text).toContain('had questions about the request');
    expect(unreleased?.text).not.toContain('no answer in time');
  });

  test('is told to the partner alone, where the request never left, bounced, or went to the wrong person', () => {
    const { request, ...unasked } = waitingRecord({ status: 'expired', statusReason: 'not-delivered' });
    if (request === undefined) throw new Error('It waits.');
    expect(kinds(closingMails(testService, unasked))).toEqual(['outcome']);
    expect(kinds(expired({ request: { ...request, delivery: 'bounced' } }))).toEqual(['outcome']);
    const concern = {
      kind: 'not-the-right-person',
      at: deadline,
      linkVersion: 1,
      email: 'dana@contoso.example',
    } as const;
    expect(kinds(expired({ concerns: [concern] }))).toEqual(['outcome']);
    expect(kinds(expired({ concerns: [{ ...concern, linkVersion: 0 }] }))).toEqual(['outcome', 'expired']);
  });
});

describe('A request for a revenue association', () => {
  test('has words of its own, and who sold what to whom', () => {
    const revenue = {
      dynamicsSolutionSellerName: 'Fabrikam Consulting',
      customerName: 'Contoso Ltd',
      isvProductName: 'Northwind Planner',
    };
    const { text } = requestMail(
      facts(submittedRecord({ track: 'revenue_association', activities: ['revenue'], revenue })),
    );
    expect(text).toContain(
      'asks to be recorded as a partner that influenced the choice of Contoso for the product below',
    );
    for (const line of [
      'Sold to you by: Fabrikam Consulting',
      'Customer in the sale: Contoso Ltd',
      "The partner's solution: Northwind Planner",
    ]) {
      expect(text).toContain(`\n${line}\n`);
    }
    expect(requestMail(facts(submittedRecord())).text).not.toContain('Sold to you by');
  });
});

describe('The mail with the comment of an operator', () => {
  const at = '2026-11-24T12:00:00.000Z';
  const said = (changes: Partial<Claim> = {}): Claim =>
    waitingRecord({ comments: [{ id: 1, at, by: { kind: 'operator' }, text: 'Add page 4.' }], ...changes });

  test('can be answered where operations have an address, and on the claim in any case', () => {
    const mail = commentMail(testService, said(), 1, 'operations@claims.example');
    expect(mail?.replyTo?.address).toBe('operations@claims.example');
    expect(mail?.text).toContain('your reply goes to the team');
    const silent = commentMail(testService, said(), 1);
    expect(silent).not.toHaveProperty('replyTo');
    expect(silent?.text).toContain('reply with a comment');
    expect(silent?.text).not.toContain('reply to this mail');
  });

  test('holds the longest comment in full, in both parts', () => {
    const text = `${'Please read this. '.repeat(120).slice(0, 1995)}<End>`;
    const mail = commentMail(testService, said({ comments: [{ id: 1, at, by: { kind: 'operator' }, text }] }), 1);
    expect(text).toHaveLength(2000);
    expect(mail?.text).toContain(text);
    expect(mail?.html).toContain('&lt;End&gt;');
  });

  test('goes to the author of a draft without a partner contact, and to no one without an address', () => {
    const { partnerContact, ...claim } = said({ status: 'draft' });
    expect(commentMail(testService, { ...claim, createdByEmail: 'avery@northwind.example' }, 1)?.to.address).toBe(
      'avery@northwind.example',
    );
    expect(commentMail(testService, claim, 1)).toBeUndefined();
  });
});

describe('The operation ID of a mail', () => {
  const partnerId = '3f0b7c52-6d1e-4c8a-9a55-1c2f8e7b4d01';
  const claimId = 'ca-zyh2k9q0p-4m7k2x9a';

  test('never changes for one mail: another one would send the mails in flight twice', () => {
    expect(operationIdOf({ partnerId, claimId, kind: 'request', number: 1 })).toBe(
      'ffa229a6-e0b1-8287-a62e-a5400001674b',
    );
  });

  test('is a UUID of its own for each kind, number and claim', () => {
    const kinds = ['request', 'reminder', 'outcome', 'receipt', 'withdrawn'] as const;
    const ids = kinds.flatMap((kind) =>
      [1, 2].flatMap((number) =>
        [claimId, 'ca-zyh2k9q0p-4m7k2x9b'].map((id) => operationIdOf({ partnerId, claimId: id, kind, number })),
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
