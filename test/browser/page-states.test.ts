import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { withNewCode } from '../../src/domain/request/answer-code.ts';
import { withInquiry } from '../../src/domain/request/inquiry.ts';
import type { CustomerPage } from '../../src/functions/decision/customer-page.ts';
import { explanationPage } from '../../src/functions/decision/explanation-page.ts';
import { codePage, pageFor, standingPage, tryAgainPage } from '../../src/functions/decision/pages.ts';
import { pageHeaders } from '../../src/html/page.ts';
import { answerCodeMail } from '../../src/mail/answer-code.ts';
import { deadlineNearMail } from '../../src/mail/deadline-near.ts';
import { replyMail } from '../../src/mail/notices/question.ts';
import { closingMails } from '../../src/mail/outcome.ts';
import { reminderMail, requestMail } from '../../src/mail/request.ts';
import {
  expectAccessible,
  expectFits,
  forAxe,
  openBrowser,
  openPage,
  picture,
  type WatchedPage,
} from '../support/browser.ts';
import {
  decidedRecord,
  requestSentAt,
  silencePolicy,
  submittedRecord,
  usualPolicy,
  waitingRecord,
} from '../support/claims/records.ts';
import { bodyOf, testService } from '../support/service.ts';

const browser = await openBrowser('the states of the customer’s page, and the mails');
const origin = 'https://claims.example';
const link = `${origin}/decisions/${'aaaaaaaaaa'.repeat(20)}.bbbbbbbbbb.cccccccccc`;

const decision = { outcome: 'approved', decidedAt: '2026-11-24T12:00:00.000Z', reason: 'Fine with us.' } as const;
// As long as the fields allow: what is long must break, not run out of the page.
const long: Partial<Claim> = {
  partnerName: 'Northwind'.repeat(11),
  name: 'Claim'.repeat(20),
  partnerContact: { name: 'A'.repeat(100), email: `${'a'.repeat(60)}@${'northwind.'.repeat(6)}example` },
  products: [{ code: 'dynamics-365-sales', subscriptionId: '11111111-1111-4111-8111-111111111111' }],
};
const said = { at: '2026-11-24T12:00:00.000Z', linkVersion: 1, email: 'dana@contoso.example', text: 'Ask Kim Lund.' };
const concerns = [{ kind: 'not-the-right-person', ...said } as const, { kind: 'not-expected', ...said } as const];
const ended = { status: 'ended', statusReason: 'customer', decision } as const;
const german = { ...submittedRecord().customer, language: 'de', timeZone: 'Europe/Berlin' } as const;
const japanese = { ...submittedRecord().customer, language: 'ja', timeZone: 'Asia/Tokyo' } as const;
const revenue: Partial<Claim> = {
  track: 'revenue_association',
  activities: ['revenue'],
  revenue: {
    dynamicsSolutionSellerName: 'Fabrikam Consulting',
    customerName: 'Contoso Ltd',
    isvProductName: 'Northwind Planner',
  },
};
const lastReminder = waitingRecord({
  request: { ...requestSentAt(new Date(said.at)), reminders: [{ number: 1, dueAt: said.at }] },
});
const holder = decidedRecord('approved', { partnerName: 'Fabrikam Consulting', decision });
const english = 'en';
const outcome = (claim: Claim): CustomerPage => pageFor({ show: 'outcome', claim }, english);

const answer = { outcome: 'approved', seen: '', reason: 'Because </textarea>' } as const;
const until = '2026-11-24T12:10:00.000Z';

const asks = {
  id: 1,
  at: said.at,
  by: { kind: 'customer', name: 'Dana' },
  text: 'What will you see?\n\nAnd since when?',
} as const;
const questioned = waitingRecord({
  comments: [asks],
  question: { comment: 1, askedAt: said.at, pausedUntil: '2026-12-01T23:59:59.000Z' },
});
const replied = waitingRecord({
  comments: [asks, { id: 2, at: until, by: { kind: 'partner' }, text: 'Figures. '.repeat(100), answers: 1 }],
});
const reply = { kind: 'reply', number: 2, since: until } as const;

const pages: Record<string, CustomerPage> = {
  request: pageFor({ show: 'request', holders: [], claim: waitingRecord() }, english),
  'request, silence approves': pageFor(
    { show: 'request', holders: [], claim: waitingRecord({ policy: silencePolicy }) },
    english,
  ),
  'request whose mail is not on record': pageFor({ show: 'request', holders: [], claim: submittedRecord() }, english),
  'request with long names': pageFor({ show: 'request', holders: [], claim: waitingRecord(long) }, english),
  'request with an error': pageFor({ show: 'request', holders: [], claim: waitingRecord() }, english, {
    error: 'no-choice',
    text: 'Because </textarea><script>alert(1)</script>',
  }),
  approved: outcome(decidedRecord('approved', { decision })),
  'approved by silence': outcome(waitingRecord({ status: 'approved', consent: 'silence' })),
  declined: outcome(decidedRecord('declined')),
  withdrawn: outcome(waitingRecord({ status: 'withdrawn' })),
  expired: outcome(waitingRecord({ status: 'expired' })),
  'another answer stands': standingPage({ show: 'outcome', claim: decidedRecord('declined') }, english),
  'too late': pageFor({ show: 'too-late', claim: waitingRecord() }, english),
  'replaced link': pageFor({ show: 'replaced' }, english),
  'expired link': pageFor({ show: 'expired' }, english),
  'no such link': pageFor({ show: 'invalid' }, english),
  'try again': tryAgainPage('en'),
  'request after concerns': pageFor({ show: 'request', holders: [], claim: waitingRecord({ concerns }) }, english),
  'under inquiry': pageFor(
    {
      show: 'inquiry',
      claim: withInquiry(waitingRecord({ concerns }), new Date(said.at), {
        by: { kind: 'operator' },
        reason: 'Unclear.',
        policy: usualPolicy,
      }),
    },
    english,
  ),
  stopped: outcome(
    waitingRecord({ status: 'withdrawn', withdrawnBy: 'operator', statusReason: 'Not a request of ours.' }),
  ),
  'ended by the customer': outcome(decidedRecord('approved', { ...ended, endedBy: 'customer' })),
  'taking back not confirmed': pageFor({ show: 'outcome', claim: decidedRecord('approved', { decision }) }, english, {
    error: 'not-confirmed',
    choice: 'take-back',
    text: 'Because.',
  }),
  'request that would take over': pageFor({ show: 'request', holders: [holder], claim: waitingRecord() }, english),
  'request after the holder changed': pageFor({ show: 'request', holders: [holder], claim: waitingRecord() }, english, {
    error: 'holders-changed',
    choice: 'approve',
    text: '',
  }),
  'request for a revenue association': pageFor(
    { show: 'request', holders: [], claim: waitingRecord(revenue) },
    english,
  ),
  'request with a question': pageFor({ show: 'request', holders: [], claim: questioned }, english),
  'request with a reply': pageFor({ show: 'request', holders: [], claim: replied }, english),
  'request with a question in Japanese': pageFor(
    { show: 'request', holders: [], claim: { ...questioned, customer: japanese } },
    english,
  ),
  'question without words': pageFor({ show: 'request', holders: [], claim: waitingRecord() }, english, {
    error: 'question-missing',
    choice: 'ask',
    text: '',
  }),
  explanation: explanationPage(testService, english),
  'explanation in German': explanationPage(testService, 'de'),
  'explanation in Japanese': explanationPage(testService, 'ja'),
  'request that needs a code': pageFor(
    { show: 'request', holders: [], claim: waitingRecord({ policy: { ...usualPolicy, secondFactor: true } }) },
    english,
  ),
  code: codePage({ claim: waitingRecord(), answer, until }),
  'code with long names': codePage({ claim: waitingRecord(long), answer, until }),
  'wrong code': codePage({ claim: waitingRecord(), answer, until, fault: { fault: 'wrong', left: 4 } }),
  'spent code': codePage({ claim: waitingRecord(), answer, until: undefined, fault: { fault: 'spent' } }),
  'too many codes': codePage({ claim: waitingRecord(), answer, until, fault: { fault: 'limited', from: until } }),
  'code in German': codePage({ claim: waitingRecord({ customer: german }), answer, until }),
  'receipt with a code': outcome(
    decidedRecord('approved', { decision: { ...decision, code: { sentTo: 'dana@contoso.example', sentAt: until } } }),
  ),
  'request in German': pageFor({ show: 'request', holders: [], claim: waitingRecord({ customer: german }) }, english),
  'receipt in Japanese': outcome(decidedRecord('approved', { decision, customer: japanese })),
};

const facts = (claim: Claim, holders: Claim[] = []) => ({
  service: testService,
  claim,
  holders,
  link,
  deadline: '2026-11-27T23:59:59.000Z',
});
const mails = Object.entries({
  request: [requestMail(facts(submittedRecord()))],
  'request with long names': [requestMail(facts(submittedRecord({ ...long, policy: silencePolicy })))],
  'request that would take over': [requestMail(facts(submittedRecord(), [holder]))],
  reminder: [reminderMail(facts(waitingRecord()), 1)],
  'last reminder': [reminderMail(facts(lastReminder), 1)],
  'request for a revenue association': [requestMail(facts(waitingRecord(revenue)))],
  'deadline near': [deadlineNearMail(testService, waitingRecord())],
  approved: closingMails(testService, decidedRecord('approved', { decision })),
  declined: closingMails(testService, decidedRecord('declined')),
  expired: closingMails(testService, waitingRecord({ status: 'expired' })),
  withdrawn: closingMails(testService, waitingRecord({ status: 'withdrawn' })),
  ended: closingMails(testService, decidedRecord('approved', { ...ended, endedBy: 'customer' })),
  'reply to a question': replyMail(testService, replied, { notice: reply, holders: [], link }) ?? [],
  'no reply to a question':
    replyMail(testService, questioned, { notice: { ...reply, kind: 'no-reply', number: 1 }, holders: [], link }) ?? [],
  'code to approve': [
    answerCodeMail(testService, waitingRecord(), {
      code: withNewCode(waitingRecord(), 'approved', new Date(said.at)).answerCode,
      digits: '012345',
      until,
    }),
  ],
  'request in German': [requestMail(facts(waitingRecord({ customer: german })))],
  'receipt in Japanese': closingMails(testService, decidedRecord('approved', { decision, customer: japanese }), {
    href: link,
    until: '2028-11-26T10:00:00.000Z',
  }),
}).flatMap(([name, list]) => [list].flat().map((mail): [string, string] => [`${name}, ${mail.kind}`, mail.html]));

let plain: WatchedPage;
let forAxePage: WatchedPage;
beforeAll(async () => {
  if (browser === undefined) return;
  plain = await openPage(browser, [origin], { viewport: { width: 320, height: 640 } });
  forAxePage = await openPage(browser, [origin], forAxe);
});
afterEach(() => {
  expect(plain?.faults.splice(0) ?? []).toEqual([]);
  expect(forAxePage?.faults.splice(0) ?? []).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
});

const show = async ({ page }: WatchedPage, body: string, headers: Record<string, string>): Promise<void> => {
  await page.unroute('**/*');
  await page.route('**/*', (route) => route.fulfill({ status: 200, headers, body }));
  await page.goto(link);
};

const inEachScheme = async (page: Page, act: (scheme: 'light' | 'dark') => Promise<void>): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await act(colorScheme);
  }
};

describe.skipIf(browser === undefined)('Every state of the customer’s page', { meta: { needs: 'a browser' } }, () => {
  test.each(Object.entries(pages))(
    '"%s" fits 320 px under its own CSP, and axe finds nothing, light or dark',
    async (name, page) => {
      const body = bodyOf(page);
      await show(plain, body, pageHeaders);
      await expectFits(plain.page);
      // The style came through the policy: without it, the body would have the margin of a page without style.
      expect(await plain.page.evaluate('getComputedStyle(document.body).margin')).toBe('0px');
      expect(await plain.page.locator('script').count()).toBe(0);
      await inEachScheme(plain.page, (scheme) => picture(plain.page, `page-${name.replaceAll(/\W+/g, '-')}-${scheme}`));
      await show(forAxePage, body, pageHeaders);
      await inEachScheme(forAxePage.page, () => expectAccessible(forAxePage.page));
    },
  );
});

describe.skipIf(browser === undefined)('Every mail', { meta: { needs: 'a browser' } }, () => {
  const headers = { 'content-type': 'text/html; charset=utf-8' };

  test.each(mails)('"%s" fits 320 px, and axe finds nothing, light or dark', async (name, body) => {
    await show(plain, body, headers);
    await expectFits(plain.page);
    await picture(plain.page, `mail-${name.replaceAll(/\W+/g, '-')}-phone`);
    await show(forAxePage, body, headers);
    await inEachScheme(forAxePage.page, async (scheme) => {
      await picture(forAxePage.page, `mail-${name.replaceAll(/\W+/g, '-')}-${scheme}`);
      // A mail is shown inside the page of a mail program, whose landmarks those are.
      await expectAccessible(forAxePage.page, ['landmark-one-main', 'region']);
    });
  });
});
