import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstBrokenEntry } from '../../../src/domain/history.ts';
import {
  claimWhen,
  completeDraft,
  contoso,
  decide,
  decisionLink,
  draftBody,
  historyWith,
  mailsArrived,
  mailsOf,
  proof,
  restOfDraft,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { inShort, recomputedHashes } from '../../support/claims/history-chain.ts';
import { type Reply, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await sharedStack();
});
afterAll(() => stack.stop());

const avery = { kind: 'partner', name: 'Avery Howard', id: '5b1f6a20-93d4-4e7c-a8b6-0f2d7c9e1a11' };
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

test('an approved claim goes from draft to approved and tells everybody what happened', async () => {
  const client = await signIn(stack, 'avery');

  const draft = draftBody();
  const created = await client.post('claims', draft);
  expect(created.status).toBe(201);
  expect(created.body.id).toMatch(/^ca-[0-9a-z]{9}-[0-9a-z]{8}$/);
  expect(created.headers.get('location')).toBe(`/api/claims/${created.body.id}`);
  expect(created.etag).toMatch(/^"\d+\.[\w-]+"$/);
  expect(created.body.missing.map(({ path }: { path: string }) => path)).toEqual([
    'products',
    ...['name', 'title', 'email'].map((field) => `customerContact.${field}`),
    ...['name', 'email'].map((field) => `partnerContact.${field}`),
    'poe',
  ]);
  const { id } = created.body;

  const edited = await client.patch(`claims/${id}`, restOfDraft, created.etag);
  expect(edited.status).toBe(200);
  const uploaded = await client.upload(id, 'statement.txt', proof);
  expect(uploaded.status).toBe(201);
  const commented = await client.post(`claims/${id}/comments`, { text: 'Signed in October.' });
  expect(commented.status).toBe(201);
  expect(commented.body.missing).toEqual([]);

  const submitted = await client.post(`claims/${id}/submit`, { acknowledged: true });
  expect({ status: submitted.status, claim: submitted.body.status }).toEqual({ status: 202, claim: 'submitted' });
  expect(submitted.body.allowedActions).toEqual(['withdraw', 'resend', 'change-contact', 'add-poe', 'comment', 'copy']);

  await claimWhen(client, id, ({ request }) => request?.delivery === 'delivered');
  const receipt = await decide(await decisionLink(stack, id), 'approve');
  expect(receipt.status).toBe(303);
  const history = await historyWith(client, id, 'receipt-sent');

  const { body: claim, etag } = await client.get(`claims/${id}`);
  const sha256 = createHash('sha256').update(proof).digest('hex');
  expect(claim).toEqual({
    id,
    status: 'approved',
    consent: 'explicit',
    closedBy: 'customer',
    catalogueVersion: '2026-01',
    name: 'Contoso roll-out',
    partnerLocation: { mpnId: '4512345', name: 'Northwind Partners, Seattle', country: 'US' },
    contactMailbox: 'customer',
    customer: {
      domain: draft.customer.domain,
      directoryId: draft.customer.directoryId,
      name: 'Contoso',
      deadlineTimeZone: 'UTC',
      verification: {
        result: 'matched',
        checkedAt: instant,
        message: 'Domain and Directory ID belong together.',
      },
    },
    solutionArea: 'business_applications',
    track: 'usage_presales',
    activities: ['presales'],
    ...restOfDraft,
    poe: [
      {
        fileId: uploaded.body.fileId,
        fileName: 'statement.txt',
        contentType: 'text/plain; charset=utf-8',
        size: proof.length,
        sha256,
        uploadedAt: instant,
        uploadedBy: avery,
        mentions: [],
      },
    ],
    readiness: expect.any(Array),
    hints: [{ code: 'figures-pending', message: expect.any(String), until: expect.stringMatching(/-16$/) }],
    unreadComments: 0,
    subscriptionsKnown: false,
    comments: [{ id: 1, at: instant, by: avery, text: 'Signed in October.' }],
    request: {
      sentAt: instant,
      sentTo: 'dana@contoso.example',
      sentFrom: expect.stringContaining('@'),
      subject: 'Northwind Partners asks for your approval',
      deadline: expect.stringMatching(/T23:59:59\.000Z$/),
      deadlineInWords: expect.stringMatching(/ at 23:59 \(UTC\)$/),
      reminders: [
        { number: 1, dueAt: expect.stringMatching(/T09:00:00\.000Z$/) },
        { number: 2, dueAt: expect.stringMatching(/T09:00:00\.000Z$/) },
      ],
      delivery: 'delivered',
      deliveryMessage: 'The mail was delivered.',
      attemptedAt: instant,
    },
    decision: { outcome: 'approved', decidedAt: instant },
    createdAt: instant,
    createdBy: avery,
    onSilence: 'expire',
    policy: {
      windowBusinessDays: 5,
      reminderDays: [3, 5],
      onSilence: 'expire',
      templateMandatory: false,
      secondFactor: false,
    },
    submittedAt: instant,
    closedAt: claim.decision.decidedAt,
    updatedAt: instant,
    missing: [],
    attentionReasons: [],
    allowedActions: ['comment', 'add-poe', 'disassociate', 'copy'],
    notAllowed: expect.any(Array),
  });
  const times = [claim.createdAt, claim.poe[0].uploadedAt, claim.comments[0].at, claim.submittedAt];
  times.push(claim.request.sentAt, claim.decision.decidedAt, claim.updatedAt);
  expect(times.toSorted()).toEqual(times);
  expect(etag).not.toBe(submitted.etag);

  expect(inShort(history)).toEqual([
    'partner created >draft',
    'partner edited draft>draft',
    'partner poe-added draft>draft',
    'partner commented draft>draft',
    'partner submitted draft>submitted',
    'system request-sent submitted>submitted',
    'customer approved submitted>approved',
    'system outcome-sent approved>approved',
    'system receipt-sent approved>approved',
  ]);
  expect(history.find(({ event }) => event === 'approved')?.actor).toEqual({ kind: 'customer', name: 'Dana Customer' });
  expect(history.slice(0, 5).map(({ actor }) => actor)).toEqual(Array(5).fill(avery));
});

test('the history is a chain of hashes that anybody can check, and a changed, dropped or swapped entry shows', async () => {
  const client = await signIn(stack, 'avery');
  const id = await submittedClaim(client);
  // A delivery report may have followed already.
  const history: Reply['body'][] = (await historyWith(client, id, 'request-sent')).slice(0, 4);

  expect(history.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(recomputedHashes(history)).toEqual(history.map(({ hash }) => hash));
  expect(history.map(({ previousHash }) => previousHash)).toEqual([
    '',
    ...history.slice(0, -1).map(({ hash }) => hash),
  ]);

  const head = { length: history.length, hash: history.at(-1).hash };
  const [first, second, third, fourth] = history;
  expect(firstBrokenEntry(history, head)).toBeUndefined();
  expect(firstBrokenEntry([first, { ...second, at: first.at }, third, fourth], head)).toBe(2);
  expect(firstBrokenEntry([first, second, fourth], head)).toBe(3);
  expect(firstBrokenEntry([first, third, second, fourth], head)).toBe(2);
  expect(firstBrokenEntry([first, second, third], head)).toBe(4);
});

test('the request mail says who asks for what, until when, and has one link', async () => {
  const client = await signIn(stack, 'avery');
  const id = await submittedClaim(client, undefined, { customer: contoso, products: [{ code: 'power-apps' }] });
  const { request } = await claimWhen(client, id, (claim) => claim.request !== undefined);
  const [mail, ...others] = await mailsArrived(stack, id, 1);

  expect(others).toEqual([]);
  expect(mail?.to).toEqual(['dana@contoso.example']);
  expect(mail?.subject).toBe('Northwind Partners asks for your approval');
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(request.deadline),
  );
  for (const part of [mail?.text, mail?.html]) {
    for (const said of [
      'Dana Customer',
      'Northwind Partners, Seattle (Microsoft partner ID 4512345)',
      'Avery Howard',
      id,
    ]) {
      expect(part).toContain(said);
    }
    for (const said of [
      'Contoso (contoso.example)',
      'Pre-sales – Northwind Partners advised you before you bought',
      'Power Apps',
      'avery@northwind.example',
    ]) {
      expect(part).toContain(said);
    }
    expect(part).toContain('no administrator rights');
    expect(part).toContain(`Please answer by ${day} at 23:59 (UTC). If you do not answer by then, the request expires`);
    expect(part).toContain('Not expecting this, or not the right person?');
    const links = part?.match(/https?:\/\/[^\s"<]+/g) ?? [];
    const explanation = `${stack.app}/about-requests?language=en`;
    expect(new Set(links)).toEqual(new Set([await decisionLink(stack, id), explanation]));
    expect(part).toContain('Customer associations, run by Claims Example Ltd');
    expect(part).toContain('You can withdraw an approval later');
    expect(part).toContain('Write to help@claims.example.');
    for (const unexplained of ['MPN', 'sold-seat']) expect(part).not.toContain(unexplained);
  }
  expect(mail?.text.match(/https?:/g)).toHaveLength(2);
  expect(mail?.html).not.toMatch(/<(script|img|link|iframe)/i);
});

test('a stored file comes back byte for byte, as an attachment that no browser runs', async () => {
  const client = await signIn(stack, 'avery');
  const id = await completeDraft(client);
  const { body: claim } = await client.get(`claims/${id}`);
  const file = await client.get(`claims/${id}/poe/${claim.poe[0].fileId}`);

  expect(file.status).toBe(200);
  expect(file.text).toBe(proof);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(proof.length),
    'content-disposition': `attachment; filename="statement.txt"; filename*=UTF-8''statement.txt`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

test('a declined claim keeps the reason and passes it on to the partner, as text and never as markup', async () => {
  const client = await signIn(stack, 'avery');
  const id = await submittedClaim(client);
  const reason = 'We <b>never</b> met & our supplier is another.\nSorry.';
  const answered = await decide(await decisionLink(stack, id), 'decline', reason.replace('\n', '\r\n'));
  expect(answered.status).toBe(303);
  const history = await historyWith(client, id, 'receipt-sent');

  const { body: claim } = await client.get(`claims/${id}`);
  expect(claim).toMatchObject({
    status: 'declined',
    statusReason: reason,
    allowedActions: ['comment', 'copy'],
    missing: [],
  });
  expect(claim.decision).toEqual({ outcome: 'declined', decidedAt: claim.closedAt, reason });
  expect(claim).not.toHaveProperty('consent');
  expect(history.find(({ event }) => event === 'declined')).toMatchObject({
    actor: { kind: 'customer', name: 'Dana Customer' },
    from: 'submitted',
    to: 'declined',
    detail: { reason },
  });

  const [, ...closing] = await mailsArrived(stack, id, 3);
  expect(closing.map(({ to, subject }) => [to, subject]).toSorted()).toEqual([
    [['avery@northwind.example'], 'Declined: Contoso'],
    [['dana@contoso.example'], 'Receipt: you declined the request from Northwind Partners'],
  ]);
  for (const mail of closing) {
    // A further line of someone's words never looks like one of the service.
    expect(mail.text).toContain(reason.replace('\n', '\n> '));
    expect(mail.html).toContain('We &lt;b&gt;never&lt;/b&gt; met &amp; our supplier is another.');
    expect(mail.text).not.toContain('/decisions/');
  }
});

test('a withdrawn claim kills the link, and the customer is told', async () => {
  const client = await signIn(stack, 'avery');
  const id = await submittedClaim(client);
  const link = await decisionLink(stack, id);
  const withdrawn = await client.post(`claims/${id}/withdraw`, { reason: 'Wrong contact.' });
  expect(withdrawn.status).toBe(200);
  expect(withdrawn.body).toMatchObject({
    status: 'withdrawn',
    statusReason: 'Wrong contact.',
    allowedActions: ['comment', 'copy'],
  });

  const page = await send(link, 'GET');
  expect(page.text).toContain('This request was withdrawn');
  expect(page.text).not.toContain('<form');
  expect((await decide(link, 'approve')).status).toBe(409);

  const history = await historyWith(client, id, 'withdrawn-sent');
  expect(inShort(history).slice(-2)).toEqual([
    'partner withdrawn submitted>withdrawn',
    'system withdrawn-sent withdrawn>withdrawn',
  ]);
  const [, notice, ...others] = await mailsArrived(stack, id, 2);
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ to: ['dana@contoso.example'], subject: 'Northwind Partners withdrew its request' });
  expect(notice?.text).toContain('The request can no longer be answered.');
  expect(notice?.text).not.toContain('/decisions/');
  const { body: claim } = await client.get(`claims/${id}`);
  expect(claim).not.toHaveProperty('decision');
});

test('a cancelled draft ends without any mail and takes no further change', async () => {
  const client = await signIn(stack, 'avery');
  const id = await completeDraft(client);
  const { etag } = await client.get(`claims/${id}`);
  const cancelled = await client.delete(`claims/${id}`, etag);
  expect({ status: cancelled.status, text: cancelled.text }).toEqual({ status: 204, text: '' });

  expectProblem(await client.post(`claims/${id}/submit`, { acknowledged: true }), 409, 'action-not-allowed');
  expectProblem(await client.patch(`claims/${id}`, { name: 'Again' }, cancelled.etag), 409, 'action-not-allowed');
  const { body: claim } = await client.get(`claims/${id}`);
  expect(claim).toMatchObject({ status: 'cancelled', allowedActions: ['copy'], missing: [] });
  expect(claim).not.toHaveProperty('submittedAt');
  const { body: history } = await client.get(`claims/${id}/history`);
  expect(inShort(history.value).at(-1)).toBe('partner cancelled draft>cancelled');
  expect(await mailsOf(stack, id)).toEqual([]);
});
