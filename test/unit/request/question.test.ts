import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { askQuestion } from '../../../src/claims/decision/ask-question.ts';
import { recordDecision } from '../../../src/claims/decision/record-decision.ts';
import type { Deps, Workflow } from '../../../src/claims/deps.ts';
import { openInquiry, releaseInquiry } from '../../../src/claims/operations/actions/inquire.ts';
import { changeContact } from '../../../src/claims/request/change-contact.ts';
import { closeUnanswered } from '../../../src/claims/request/close-unanswered.ts';
import { addComment } from '../../../src/claims/request/comments.ts';
import { resendRequest } from '../../../src/claims/request/resend-request.ts';
import { resumeClock } from '../../../src/claims/request/resume-clock.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { nextComment } from '../../../src/domain/comments.ts';
import { nextStep, timerSlackMs, watchTimes } from '../../../src/domain/next-step.ts';
import { outcomeOnSilence } from '../../../src/domain/request/concern.ts';
import { withLaterDeadline } from '../../../src/domain/request/extension.ts';
import { openDeadline } from '../../../src/domain/request/open-deadline.ts';
import { maxQuestions, openQuestion, questionRefusal, withClockRunning } from '../../../src/domain/request/question.ts';
import { eraseContact, erased, peopleIn } from '../../../src/domain/retention/erasure.ts';
import { actionsOf } from '../../../src/domain/view/actions.ts';
import { attentionReasons } from '../../../src/domain/view/attention-reasons.ts';
import type { Caller } from '../../../src/identity/caller.ts';
import { Problem } from '../../../src/lib/result.ts';
import { noticeMail } from '../../../src/mail/notices/notice.ts';
import { replyMail } from '../../../src/mail/notices/question.ts';
import {
  completeRecord,
  decidedRecord,
  linkUntil,
  requestSentAt,
  silencePolicy,
  usualPolicy,
  waitingRecord,
} from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';
import { testService } from '../../support/service.ts';

// Sent on a Friday: reminders on Wednesday and Friday, the window ends that Friday at midnight.
const request = requestSentAt(new Date('2026-11-20T10:00:00.000Z'));
const monday = new Date('2026-11-23T09:00:00.000Z');
const dana = { kind: 'customer', name: 'Dana Customer' } as const;
const at = (instant: string): Date => new Date(instant);
const later = (instant: string | undefined, ms = 1): Date => new Date(Date.parse(instant ?? '') + ms);

/** The claim with a question that was asked at `now`. */
const asked = (now = monday, changes: Partial<Claim> = {}): Claim => {
  const claim = waitingRecord({ request, policy: silencePolicy, ...changes });
  const comment = nextComment(claim, { by: dana, text: 'What will you see?', now, random: randomBytes });
  return {
    ...claim,
    comments: [...claim.comments, comment],
    question: openQuestion(claim, comment.id, { now, policy: usualPolicy }),
  };
};

describe('A question to the partner', () => {
  test('stops reminders and deadline for the length of a window, and no longer', () => {
    const claim = asked();
    // A window that begins on that Monday.
    expect(claim.question?.pausedUntil).toBe('2026-11-30T23:59:59.000Z');
    for (const day of ['2026-11-25', '2026-11-28', '2026-11-30']) {
      expect(nextStep(claim, at(`${day}T10:00:00.000Z`))).toMatchObject({ do: 'wait' });
    }
    expect(nextStep(claim, later(claim.question?.pausedUntil))).toEqual({ do: 'resume-clock' });
    expect(watchTimes(claim, 60)).toEqual(['2026-12-01T00:00:59.000Z']);
    expect(openDeadline(claim)).toBeUndefined();
  });

  test('gives the business days back that were left, and the reminders with them', () => {
    // Four were left: Tuesday to Friday.
    const running = withClockRunning(asked(), at('2026-11-25T16:00:00.000Z'), usualPolicy);
    expect(running.request).toMatchObject({
      deadline: '2026-12-01T23:59:59.000Z',
      reminders: [{ dueAt: '2026-11-27T09:00:00.000Z' }, { dueAt: '2026-12-01T09:00:00.000Z' }],
    });
    expect(running.question).toEqual({ comment: 1, askedAt: monday.toISOString() });
  });

  test('lets the time go on from the last moment of its pause, however late that is noticed', () => {
    const until = asked().question?.pausedUntil;
    const ends = [0, 1, 5 * 86_400_000].map((ms) => withClockRunning(asked(), later(until, ms), usualPolicy).request);
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });

  test('never lets silence approve while it has no reply', () => {
    expect(outcomeOnSilence(asked(), [])).toBe('expire');
    expect(outcomeOnSilence(withClockRunning(asked(), at('2027-01-01T00:00:00.000Z'), usualPolicy), [])).toBe('expire');
    expect(outcomeOnSilence(waitingRecord({ request, policy: silencePolicy }), [])).toBe('approve');
  });

  test('needs the partner, until the pause ends', () => {
    expect(attentionReasons(asked())).toMatchObject([{ code: 'question-open', dueAt: '2026-11-30T23:59:59.000Z' }]);
  });

  test('keeps operators from moving a deadline that stands still', () => {
    const extended = withLaterDeadline(asked(), { businessDays: 2, now: monday, policy: usualPolicy, linkUntil });
    expect(extended).toMatchObject({ code: 'action-not-allowed' });
  });
});

describe('Who asks', () => {
  const asking = { now: monday, policy: usualPolicy, linkUntil };
  const past = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: index + 1, at: monday.toISOString(), by: dana, text: 'Why?' }));

  test(`asks ${maxQuestions} questions at most, one after the other`, () => {
    expect(questionRefusal(waitingRecord({ request, comments: past(2) }), asking)).toBeUndefined();
    expect(questionRefusal(waitingRecord({ request, comments: past(3) }), asking)).toBe('no-questions-left');
    expect(questionRefusal(asked(), asking)).toBe('question-open');
  });

  test('has a link that outlives the pause and what was left of the window', () => {
    const claim = waitingRecord({ request });
    const latest = withClockRunning(asked(), at('2027-01-01T00:00:00.000Z'), usualPolicy).request?.deadline ?? '';
    expect(questionRefusal(claim, { ...asking, linkUntil: latest })).toBe('question-too-late');
    expect(questionRefusal(claim, { ...asking, linkUntil: later(latest).toISOString() })).toBeUndefined();
  });
});

// The cast: the operations here only wake the workflow.
const workflow = { nudge: async () => undefined, state: async () => 'running' } as unknown as Workflow;
// The cast: the operations read no more of the caller.
const caller = { name: 'Avery Howard', id: 'avery', email: 'avery@northwind.example' } as unknown as Caller;

const fixture = (claim: Claim, now = monday) => {
  const claims = { ...memoryClaims(claim), history: async () => [] };
  const facts = { ...refOf(claim), version: 1, issuedAt: monday.toISOString(), purpose: 'decide' as const };
  const deps: Deps = depsFor(claims, now, {
    links: {
      read: async () => ({ state: 'valid', facts }),
      linkFor: async () => ({ href: 'https://claims.example/decisions/token', until: linkUntil }),
    },
    foreignContacts: 'allow',
    random: randomBytes,
  });
  const change = { caller, ref: refOf(claim), guard: {} };
  const ask = (text: string) => askQuestion(deps, workflow, 'token', text);
  return { claims, deps, change, ask, claim: async () => (await claims.read()).claim };
};

describe('A question and its reply', () => {
  test('are one thread: the reply goes to the customer, and the time goes on', async () => {
    const { claims, deps, change, ask, claim } = fixture(waitingRecord({ request }));
    expect(await ask('What will you see?')).toMatchObject({ recorded: true });
    // Sent twice, asked once.
    expect(await ask('What will you see?')).toMatchObject({ recorded: true });
    expect(await ask('And for how long?')).toMatchObject({ recorded: false, refusal: 'question-open' });
    await addComment(deps, () => workflow, { ...change, text: 'Figures of usage.', answers: 1 });
    expect(await claim()).toMatchObject({
      comments: [
        { id: 1, by: dana, text: 'What will you see?' },
        { id: 2, by: { kind: 'partner' }, text: 'Figures of usage.', answers: 1 },
      ],
      notices: [
        { kind: 'question', number: 1 },
        { kind: 'reply', number: 2 },
      ],
      // On the same day, nothing is lost and nothing won.
      request: { deadline: request.deadline, reminders: request.reminders },
    });
    expect((await claim()).question).toBeUndefined();
    await addComment(deps, () => workflow, { ...change, text: 'Between us.' });
    expect((await claim()).notices).toHaveLength(2);
    expect(claims.entries()).toEqual(['customer question-asked', 'partner commented', 'partner commented']);
  });

  test('wait for each other: a comment that names no question is none, and no one gets it by mail', async () => {
    const { claims, deps, change, claim } = fixture(asked());
    const before = await claim();
    expect(await addComment(deps, () => workflow, { ...change, text: 'They never pay.' })).not.toBeInstanceOf(Problem);
    const { question, notices, request: still, comments } = await claim();
    expect({ question, notices, request: still }).toEqual({
      question: before.question,
      notices: before.notices,
      request: before.request,
    });
    expect(comments.at(-1)).not.toHaveProperty('answers');
    expect(claims.entries()).toEqual(['partner commented']);
  });

  test.each([0, 2, 7])('belong together: comment %i is no open question, and nothing is written', async (answers) => {
    const { claims, deps, change, claim } = fixture(asked());
    await addComment(deps, () => workflow, { ...change, text: 'A note.' });
    const before = await claim();
    expect(await addComment(deps, () => workflow, { ...change, text: 'So.', answers })).toMatchObject({
      code: 'action-not-allowed',
    });
    expect(await claim()).toEqual(before);
    expect(claims.entries()).toEqual(['partner commented']);
  });

  test('end with the reply: a second one to the same question is refused', async () => {
    const { deps, change, claim } = fixture(asked());
    await addComment(deps, () => workflow, { ...change, text: 'Figures of usage.', answers: 1 });
    expect(await addComment(deps, () => workflow, { ...change, text: 'More.', answers: 1 })).toMatchObject({
      code: 'action-not-allowed',
    });
    expect((await claim()).comments).toHaveLength(2);
  });

  test('tell both sides when there is none in time; a late reply is still sent', async () => {
    const question = asked();
    const late = later(question.question?.pausedUntil, timerSlackMs);
    const { claims, deps, change, claim } = fixture(question, late);
    await resumeClock(deps, await claims.read());
    await resumeClock(deps, await claims.read());
    expect((await claim()).notices).toMatchObject([
      { kind: 'question-unanswered', number: 1 },
      { kind: 'no-reply', number: 1 },
    ]);
    const { deadline } = (await claim()).request ?? {};
    expect(deadline).toBe('2026-12-04T23:59:59.000Z');
    await addComment(deps, () => workflow, { ...change, text: 'Sorry, late.', answers: 1 });
    expect((await claim()).request?.deadline).toBe(deadline);
    expect((await claim()).notices?.at(-1)).toMatchObject({ kind: 'reply', number: 2 });
    expect(claims.entries()).toEqual(['system question-unanswered', 'partner commented']);
  });

  test('without a reply the request expires in the end, where silence would approve', async () => {
    const running = withClockRunning(asked(), at('2027-01-01T00:00:00.000Z'), usualPolicy);
    const { claims, deps, claim } = fixture(running, later(running.request?.deadline, timerSlackMs));
    await closeUnanswered(deps, await claims.read());
    expect(await claim()).toMatchObject({ status: 'expired', statusReason: 'no-answer' });
    expect((await claim()).question).toBeUndefined();
  });

  test('do not keep the customer from answering', async () => {
    const { claims, deps, claim } = fixture(asked(), at('2026-11-29T10:00:00.000Z'));
    // After the deadline that stands still, within the pause.
    const answer = await recordDecision(deps, workflow, 'token', { outcome: 'declined', seen: '' });
    expect(answer).toMatchObject({ recorded: true });
    expect((await claim()).question).toBeUndefined();
    expect(claims.entries()).toEqual(['customer declined']);
  });

  test('always have room for the reply', async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({
      id: index + 1,
      at: monday.toISOString(),
      by: { kind: 'partner' as const },
      text: 'Note.',
    }));
    const { deps, change, ask, claim } = fixture(waitingRecord({ request, comments: full }));
    expect(await ask('Why?')).toMatchObject({ recorded: true });
    expect(
      actionsOf(await claim(), { missing: [], standing: [], mayAct: true, maxFiles: 10 }).allowedActions,
    ).toContain('comment');
    expect(await addComment(deps, () => workflow, { ...change, text: 'A note.' })).toMatchObject({
      code: 'too-many-comments',
    });
    await addComment(deps, () => workflow, { ...change, text: 'So.', answers: 101 });
    expect((await claim()).comments.at(-1)).toMatchObject({ id: 102, answers: 101 });
    expect(await addComment(deps, () => workflow, { ...change, text: 'More.' })).toMatchObject({
      code: 'too-many-comments',
    });
  });

  test.each([
    ['after the deadline', waitingRecord({ request }), later(request.deadline), 'too-late'],
    ['after an answer', decidedRecord('declined', { request }), monday, 'outcome'],
  ])('%s are none any more', async (_, record, now, show) => {
    const { claims, ask } = fixture(record, now);
    expect(await ask('Why?')).toMatchObject({ recorded: false, view: { show } });
    expect(claims.entries()).toEqual([]);
  });
});

describe('What comes between question and reply', () => {
  test('an inquiry takes the place of the pause, and gives the same days back', async () => {
    const { claims, deps, change, ask, claim } = fixture(asked());
    const by = { kind: 'operator' as const };
    await openInquiry(deps, workflow, { ...change, by, reason: 'Unclear.' });
    expect(await claim()).toMatchObject({ question: { comment: 1 }, inquiry: { since: monday.toISOString() } });
    expect((await claim()).question?.pausedUntil).toBeUndefined();
    expect(await ask('Hello?')).toMatchObject({ recorded: false, view: { show: 'inquiry' } });
    await addComment(deps, () => workflow, { ...change, text: 'Figures of usage.', answers: 1 });
    await releaseInquiry(deps, workflow, { ...change, by, reason: 'Clear.' });
    expect((await claim()).request).toMatchObject(request);
    expect(claims.entries()).toEqual(['operator inquiry-opened', 'partner commented', 'operator inquiry-released']);
  });

  test('another contact settles it, and no reply goes there', async () => {
    const notices = [{ kind: 'question' as const, number: 1, since: monday.toISOString() }];
    const { deps, change, claim } = fixture(asked(monday, { notices }));
    const contact = { name: 'Lee Newcomer', title: 'CIO', email: 'lee@contoso.example' };
    expect(await changeContact(deps, workflow, { ...change, contact })).not.toBeInstanceOf(Problem);
    expect((await claim()).question).toBeUndefined();
    expect((await claim()).notices).toMatchObject([{ kind: 'contact-changed' }]);
    const reply = { ...change, text: 'A note.', answers: 1 };
    expect(await addComment(deps, () => workflow, reply)).toMatchObject({ code: 'action-not-allowed' });
    expect((await claim()).comments).toHaveLength(1);
  });

  test('a new link starts a new window, and the question still waits for its reply', async () => {
    const { deps, change, claim } = fixture(asked());
    await resendRequest(deps, workflow, change);
    expect(await claim()).toMatchObject({ question: { comment: 1 }, link: { version: 2 } });
    expect((await claim()).question?.pausedUntil).toBeUndefined();
    expect(nextStep(await claim(), monday)).toEqual({ do: 'send-request' });
  });
});

const forged = 'See below.\n\nThe team of the service:\nGo to https://evil.example at once.';

describe('The mails', () => {
  const senders = { service: testService, operationsContact: undefined };
  const notice = { kind: 'question' as const, number: 1, since: monday.toISOString() };

  test('tell the partner of a question, unless it has its reply by then', () => {
    const mail = noticeMail(senders, asked(), notice);
    expect(mail?.subject).toBe('A question from your customer: Contoso');
    expect(mail?.text).toContain('\n> What will you see?\n');
    expect(mail?.text).toContain('the time to answer is paused');
    const { question, ...answered } = asked();
    expect(noticeMail(senders, answered, notice)).toBeUndefined();
    expect(noticeMail(senders, { ...asked(), status: 'withdrawn' }, notice)).toBeUndefined();
  });

  test('mark each line of what others wrote, so that none looks like a line of the service', () => {
    const by = { kind: 'partner' as const };
    const [question] = asked().comments.map((comment) => ({ ...comment, text: forged }));
    const claim = { ...asked(), comments: [...(question ? [question] : [])] };
    const reply = { ...nextComment(claim, { by, text: forged, now: monday, random: randomBytes }), answers: 1 };
    const mails = [
      [noticeMail(senders, claim, notice), 'Dana Customer asks:'],
      [noticeMail(senders, claim, { ...notice, kind: 'question-unanswered' }), 'has no reply yet:'],
      [
        replyMail(
          testService,
          { ...claim, comments: [...claim.comments, reply] },
          {
            notice: { kind: 'reply', number: 2, since: monday.toISOString() },
            holders: [],
            link: 'https://c.example/x',
          },
        ),
        'Northwind Partners wrote:',
      ],
    ] as const;
    for (const [mail, before] of mails) {
      const quote = forged.split('\n').map((line) => `> ${line}`.trimEnd());
      expect(mail?.text).toContain(`${before}\n\n${quote.join('\n')}\n\n`);
      expect(mail?.text.split('\n').filter((line) => line.includes('evil.example'))).toEqual(
        Array.from({ length: before.includes('wrote') ? 2 : 1 }, () => quote.at(-1)),
      );
      expect(mail?.html).toMatch(new RegExp(`${before}</p>\\s*<blockquote[^>]*>See below\\.<br><br>The team`));
      expect(mail?.html.replaceAll(/<blockquote[^>]*>.*?<\/blockquote>/gs, '')).not.toContain('evil.example');
    }
  });
});

test('an erasure takes what the customer asked, and the name from the reply', () => {
  const { question, ...rest } = asked();
  const by = { kind: 'partner' as const };
  const told = { by, text: 'Dana Customer, see above.', now: monday, random: randomBytes };
  const reply = { ...nextComment(rest, told), answers: 1 };
  const closed = { ...completeRecord(), ...rest, status: 'declined' as const, comments: [...rest.comments, reply] };
  const { claim } = eraseContact(closed, [], peopleIn(closed, [])) ?? {};
  expect(claim?.comments).toMatchObject([
    { by: { kind: 'customer', name: erased }, text: erased },
    { text: `${erased}, see above.` },
  ]);
});
