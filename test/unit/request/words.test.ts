import { describe, expect, test } from 'vitest';
import type { AnswerCode, Claim } from '../../../src/domain/claim.ts';
import { type Language, languages } from '../../../src/domain/language.ts';
import { withNewCode } from '../../../src/domain/request/answer-code.ts';
import { withInquiry } from '../../../src/domain/request/inquiry.ts';
import type { FormError } from '../../../src/functions/decision/answer-form.ts';
import type { CodeFault } from '../../../src/functions/decision/code-page.ts';
import type { CustomerPage } from '../../../src/functions/decision/customer-page.ts';
import { explanationPage } from '../../../src/functions/decision/explanation-page.ts';
import { codePage, pageFor, standingPage, tryAgainPage } from '../../../src/functions/decision/pages.ts';
import { answerCodeMail } from '../../../src/mail/answer-code.ts';
import { contactChangedMail } from '../../../src/mail/notices/contact-changed.ts';
import { replyMail } from '../../../src/mail/notices/question.ts';
import { closingMails } from '../../../src/mail/outcome.ts';
import { reminderMail, requestMail } from '../../../src/mail/request.ts';
import type { Mail } from '../../../src/mail/sender.ts';
import { momentInWords } from '../../../src/words/moments.ts';
import { preferredLanguage } from '../../../src/words/words.ts';
import {
  decidedRecord,
  requestSentAt,
  submittedRecord,
  usualPolicy,
  waitingRecord,
} from '../../support/claims/records.ts';
import { bodyOf, testService } from '../../support/service.ts';
import { visibleText, wordsOnly } from '../../support/text/visible-text.ts';

const hostile = `<img src=x onerror="alert('1')">&amp;</td>`;
const link = 'https://claims.example/decisions/aaa.bbb.ccc';
const deadline = '2026-11-27T22:59:59.000Z';
const closedAt = '2026-11-24T12:00:00.000Z';

/** A claim of a customer with this language, in Berlin, with names that try to be markup. */
const changesFor = (language: Language): Partial<Claim> => ({
  partnerName: `Partner ${hostile}`,
  partnerLocation: { mpnId: '4512345', name: `Place ${hostile}`, country: 'US' },
  customer: { ...submittedRecord().customer, name: `Customer ${hostile}`, language, timeZone: 'Europe/Berlin' },
  customerContact: { name: `Dana ${hostile}`, title: hostile, email: 'dana@contoso.example' },
  partnerContact: { name: `Avery ${hostile}`, email: 'avery@northwind.example' },
});

const revenueOf = (name: string): Partial<Claim> => ({
  track: 'revenue_association',
  activities: ['revenue'],
  revenue: { dynamicsSolutionSellerName: name, customerName: name, isvProductName: name },
});

const answered = (outcome: 'approved' | 'declined', language: Language): Claim =>
  decidedRecord(outcome, {
    ...changesFor(language),
    decision: { outcome, decidedAt: closedAt, reason: `Because ${hostile}` },
  });
const endedBy = (by: 'partner' | 'customer' | 'operator', language: Language): Claim => ({
  ...answered('approved', language),
  status: 'ended',
  endedBy: by,
  statusReason: `Enough ${hostile}`,
});

/** Answered after a code. */
const confirmed = (language: Language): Claim => ({
  ...answered('approved', language),
  decision: { outcome: 'approved', decidedAt: closedAt, code: { sentTo: 'dana@contoso.example', sentAt: closedAt } },
});
const asks = {
  id: 1,
  at: closedAt,
  by: { kind: 'customer', name: `Dana ${hostile}` },
  text: `Why? ${hostile}`,
} as const;
/** With a question, which waits or got no reply in time. */
const questioned = (language: Language, pausedUntil?: string): Claim =>
  waitingRecord({
    ...changesFor(language),
    comments: [asks],
    question: { comment: 1, askedAt: closedAt, ...(pausedUntil ? { pausedUntil } : {}) },
  });
const replied = (language: Language): Claim =>
  waitingRecord({
    ...changesFor(language),
    comments: [asks, { id: 2, at: closedAt, by: { kind: 'partner' }, text: `So. ${hostile}`, answers: 1 }],
  });

const codeMail = (claim: Claim & { answerCode: AnswerCode }): Mail =>
  answerCodeMail(testService, claim, { code: claim.answerCode, digits: '012345', until: deadline });

/** Every mail to a customer, in one language. */
const mailsIn = (language: Language): Record<string, Mail | undefined> => {
  const changes = changesFor(language);
  const facts = (onSilence: 'expire' | 'approve') => ({
    claim: waitingRecord({ ...changes, policy: { ...usualPolicy, onSilence } }),
    service: testService,
    holders: [],
    link,
    deadline,
  });
  const toCustomer = (claim: Claim) =>
    closingMails(testService, claim, { href: link, until: deadline }).find(
      ({ to }) => to.address === 'dana@contoso.example',
    );
  return {
    request: requestMail(facts('expire')),
    'request, silence approves': requestMail(facts('approve')),
    reminder: reminderMail(facts('expire'), 1),
    extension: reminderMail(
      {
        ...facts('expire'),
        claim: waitingRecord({
          ...changes,
          request: {
            ...requestSentAt(new Date(closedAt)),
            reminders: [{ number: 1, dueAt: closedAt, extension: true }],
          },
        }),
      },
      1,
    ),
    'last reminder': reminderMail(facts('expire'), 2),
    'request for revenue': requestMail({
      ...facts('expire'),
      claim: waitingRecord({ ...changes, ...revenueOf(hostile) }),
    }),
    expired: toCustomer(waitingRecord({ status: 'expired', ...changes })),
    'expired under inquiry': toCustomer(
      waitingRecord({ status: 'expired', statusReason: 'inquiry-not-released', ...changes }),
    ),
    stopped: toCustomer(
      waitingRecord({ status: 'withdrawn', withdrawnBy: 'operator', statusReason: hostile, ...changes }),
    ),
    'ended by operators': toCustomer(endedBy('operator', language)),
    approved: toCustomer(answered('approved', language)),
    'approved by silence': toCustomer(waitingRecord({ status: 'approved', consent: 'silence', ...changes })),
    declined: toCustomer(answered('declined', language)),
    withdrawn: toCustomer(waitingRecord({ status: 'withdrawn', ...changes })),
    'ended by the partner': toCustomer(endedBy('partner', language)),
    'ended by the customer': toCustomer(endedBy('customer', language)),
    'code to approve': codeMail(withNewCode(waitingRecord(changes), 'approved', new Date(closedAt))),
    'code to decline': codeMail(withNewCode(waitingRecord(changes), 'declined', new Date(closedAt))),
    confirmed: toCustomer(confirmed(language)),
    reply: replyMail(testService, replied(language), {
      notice: { kind: 'reply', number: 2, since: closedAt },
      holders: [],
      link,
    }),
    'no reply': replyMail(testService, questioned(language), {
      notice: { kind: 'no-reply', number: 1, since: closedAt },
      holders: [],
      link,
    }),
    'contact changed': contactChangedMail(testService, waitingRecord(changes), {
      kind: 'contact-changed',
      number: 1,
      since: closedAt,
      to: { name: `Dana ${hostile}`, email: 'dana@contoso.example' },
    }),
  };
};

/** Every page that a customer can see, in one language. */
const pagesIn = (language: Language): Record<string, CustomerPage> => {
  const changes = changesFor(language);
  const waiting = waitingRecord(changes);
  const said = { at: closedAt, linkVersion: 1, email: 'dana@contoso.example', text: `Ask Kim ${hostile}` };
  const doubted = waitingRecord({
    ...changes,
    concerns: [
      { kind: 'not-the-right-person', ...said },
      { kind: 'not-expected', ...said },
    ],
  });
  const outcome = (claim: Claim) => pageFor({ show: 'outcome', claim }, language);
  const inError = (error: FormError['error']) =>
    pageFor({ show: 'request', holders: [], claim: waiting }, language, { error, text: hostile });
  return {
    request: pageFor({ show: 'request', holders: [], claim: waiting }, language),
    'request for revenue': pageFor(
      { show: 'request', holders: [], claim: waitingRecord({ ...changes, ...revenueOf(hostile) }) },
      language,
    ),
    'request after concerns': pageFor({ show: 'request', holders: [], claim: doubted }, language),
    'under inquiry': pageFor(
      {
        show: 'inquiry',
        claim: withInquiry(doubted, new Date(closedAt), {
          by: { kind: 'operator' },
          reason: hostile,
          policy: usualPolicy,
        }),
      },
      language,
    ),
    'released from inquiry': pageFor(
      { show: 'request', holders: [], claim: { ...doubted, inquiryReleasedAt: closedAt } },
      language,
    ),
    'no choice': inError('no-choice'),
    'too long': inError('text-too-long'),
    'wrong characters': inError('text-characters'),
    unreadable: inError('unreadable'),
    'question without words': inError('question-missing'),
    'question before the reply': inError('question-open'),
    'fourth question': inError('no-questions-left'),
    'question too late for the link': inError('question-too-late'),
    'question that waits': pageFor({ show: 'request', holders: [], claim: questioned(language, deadline) }, language),
    'question without a reply': pageFor({ show: 'request', holders: [], claim: questioned(language) }, language),
    'question with its reply': pageFor({ show: 'request', holders: [], claim: replied(language) }, language),
    approved: outcome(answered('approved', language)),
    'approved by silence': outcome(waitingRecord({ status: 'approved', consent: 'silence', ...changes })),
    declined: outcome(answered('declined', language)),
    expired: outcome(waitingRecord({ status: 'expired', ...changes })),
    'expired under inquiry': outcome(
      waitingRecord({ status: 'expired', statusReason: 'inquiry-not-released', ...changes }),
    ),
    stopped: outcome(
      waitingRecord({ status: 'withdrawn', withdrawnBy: 'operator', statusReason: hostile, ...changes }),
    ),
    'ended by operators': outcome(endedBy('operator', language)),
    withdrawn: outcome(waitingRecord({ status: 'withdrawn', ...changes })),
    'ended by the partner': outcome(endedBy('partner', language)),
    'ended by the customer': outcome(endedBy('customer', language)),
    'not confirmed': pageFor({ show: 'outcome', claim: answered('approved', language) }, language, {
      error: 'not-confirmed',
      choice: 'take-back',
      text: hostile,
    }),
    standing: standingPage({ show: 'outcome', claim: answered('declined', language) }, language),
    ...codePages(waiting),
    confirmed: outcome(confirmed(language)),
    'request that needs a code': pageFor(
      { show: 'request', holders: [], claim: { ...waiting, policy: { ...usualPolicy, secondFactor: true } } },
      language,
    ),
    'too late': pageFor({ show: 'too-late', claim: waiting }, language),
    replaced: pageFor({ show: 'replaced' }, language),
    'link expired': pageFor({ show: 'expired' }, language),
    'no request': pageFor({ show: 'invalid' }, language),
    'try again': tryAgainPage(language),
    explanation: explanationPage(testService, language),
  };
};

/** Every page that asks for a code. */
const codePages = (claim: Claim): Record<string, CustomerPage> => {
  const faults: (CodeFault | undefined)[] = [
    undefined,
    ...(['none', 'expired', 'spent', 'malformed', 'unsendable'] as const).map((fault) => ({ fault })),
    { fault: 'wrong', left: 1 },
    { fault: 'wrong', left: 4 },
    { fault: 'limited', from: deadline },
    { fault: 'on-its-way' },
  ];
  const pages = (['approved', 'declined'] as const).flatMap((outcome) =>
    faults.map((fault): [string, CustomerPage] => [
      `code, ${outcome}, ${JSON.stringify(fault)}`,
      codePage({
        claim,
        answer: { outcome, seen: hostile, reason: hostile },
        until: deadline,
        ...(fault ? { fault } : {}),
      }),
    ]),
  );
  return Object.fromEntries(pages);
};

describe.each(languages)('In %s', (language) => {
  const mails = Object.entries(mailsIn(language));
  const pages = Object.entries(pagesIn(language));

  test.each(mails)('the mail "%s" says the same in both parts and lets no name become markup', (_, mail) => {
    expect(mail?.html).toContain(`<html lang="${language}">`);
    expect(mail?.html).not.toMatch(/<img|onerror="|<\/td>&amp;|undefined|\[object/);
    expect(wordsOnly(visibleText(mail?.html ?? ''))).toBe(
      // Below its button the HTML part names the site alone.
      wordsOnly((mail?.text ?? '').replaceAll(link, new URL(link).host)),
    );
    expect(mail?.text).toContain('ca-zyh2k9q0p-4m7k2x9a');
    expect(mail?.subject).not.toMatch(/Dana|Avery|contoso/i);
  });

  test.each(pages)('the page "%s" has its language and lets no name become markup', (_, page) => {
    const body = bodyOf(page);
    expect(page.language).toBe(language);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).not.toMatch(/<img|onerror="|<\/td>&amp;|undefined|\[object|<script/);
  });

  test('one product is spoken of as one, several as several, where the language tells them apart', () => {
    const asked = (products: { code: string }[]) =>
      requestMail({
        service: testService,
        claim: waitingRecord({ ...changesFor(language), products }),
        holders: [],
        link,
        deadline,
      });
    const [one, two] = [asked([{ code: 'power-bi' }]), asked([{ code: 'power-bi' }, { code: 'power-apps' }])];
    const withoutList = ({ text }: Mail) => text.replaceAll(/^- .*\n/gm, '');
    expect(withoutList(one) === withoutList(two)).toBe(language === 'ja');
  });
});

test.each(languages.filter((language) => language !== 'en'))('In %s nothing is left in English', (language) => {
  const mails = Object.entries(mailsIn(language));
  const pages = Object.entries(pagesIn(language));
  const english: Record<string, Mail | undefined> = mailsIn('en');
  for (const [name, mail] of mails) expect([name, mail?.subject]).not.toEqual([name, english[name]?.subject]);
  const headings = (body: string) =>
    [...body.matchAll(/<(?:h1|h2|legend|label|dt)[^>]*>(.*?)</g)].map(([, text]) => text);
  for (const [name, page] of pages) {
    const own = headings(bodyOf(page));
    const english = pagesIn('en')[name];
    const same = headings(english === undefined ? '' : bodyOf(english)).filter((text) => text && own.includes(text));
    // Spelled alike in some of the languages; file names are no one's language.
    expect([name, same.filter((text) => !['Partner', 'statement.txt'].includes(text ?? ''))]).toEqual([name, []]);
  }
});

describe('A moment in words', () => {
  test.each([
    ['en', 'America/New_York', 'Friday, 27 November 2026 at 17:59 (Eastern Standard Time)'],
    ['de', 'Europe/Berlin', 'Freitag, 27. November 2026 um 23:59 Uhr (Mitteleuropäische Normalzeit)'],
    ['fr', 'Europe/Paris', 'vendredi 27 novembre 2026 à 23:59 (heure normale d’Europe centrale)'],
    ['es', 'America/Bogota', 'viernes, 27 de noviembre de 2026, 17:59 (hora estándar de Colombia)'],
    ['ja', 'Asia/Tokyo', '2026年11月28日土曜日 7:59（日本標準時）'],
    ['pt-BR', 'America/Sao_Paulo', 'sexta-feira, 27 de novembro de 2026 às 19:59 (Horário Padrão de Brasília)'],
  ] as const)('in %s, %s, has the day there and names the zone', (language, timeZone, words) => {
    expect(momentInWords(deadline, { language, timeZone })).toBe(words);
  });

  test('names summer time in summer, and UTC when no zone is known', () => {
    const inSummer = momentInWords('2026-07-01T12:00:00.000Z', { language: 'de', timeZone: 'Europe/Berlin' });
    expect(inSummer).toBe('Mittwoch, 1. Juli 2026 um 14:00 Uhr (Mitteleuropäische Sommerzeit)');
    expect(momentInWords(deadline)).toBe('Friday, 27 November 2026 at 22:59 (UTC)');
  });
});

test.each([
  [null, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['sv,fi;q=0.9', 'en'],
  ['de-AT,en;q=0.8', 'de'],
  ['en;q=0.2, ja', 'ja'],
  ['pt', 'pt-BR'],
  ['pt-PT;q=0.9,es;q=0.91', 'es'],
  ['fr;q=0, de;q=0.1', 'de'],
  ['xx;q=garbage,,;,fr', 'fr'],
] as const)('Accept-Language "%s" gets %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
