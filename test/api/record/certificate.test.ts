import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tamper } from '../../support/claims/claim-rows.ts';
import {
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  newCustomer,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { certificateOf, uploadForm, verifyFile } from '../../support/http/certificates.ts';
import { type Client, type Reply, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { pdfText } from '../../support/text/pdf-text.ts';

let stack: Stack;
let avery: Client;
let kim: Client;
let ops: Client;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, kim, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'kim'), signIn(stack, 'ops')]);
});
afterAll(() => stack.stop());

const placeOf = (claimId: string) => ({ partnerId: stack.directories?.avery ?? '', claimId });

/** A claim that was answered, and of which everybody has been told. */
const decided = async (
  decision: 'approve' | 'decline' = 'approve',
  changes: object = {},
): Promise<{ id: string; link: string }> => {
  const id = await submittedClaim(avery, undefined, changes);
  const link = await decisionLink(stack, id);
  // After its report and the receipt, nothing changes the claim by itself.
  await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
  await decide(link, decision);
  await historyWith(avery, id, 'receipt-sent');
  return { id, link };
};

const expectPage = ({ headers, text }: Reply): void => {
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(text).not.toContain('<script');
};

describe('A certificate', () => {
  test('of an approved claim is a PDF with names, decision and hashes, which the public page finds genuine', async () => {
    const { id } = await decided('approve', {
      customerContact: {
        name: '山田 太郎',
        title: '部長',
        email: 'taro@contoso.example',
        foreignDomainReason: 'Head office.',
      },
    });
    const { headers, status } = await avery.send('GET', `claims/${id}/certificate`);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Certificate ${id}.pdf"`,
      'cache-control': 'no-store',
    });
    const pdf = await certificateOf(stack, avery, id);
    const text = pdfText(pdf);
    const { value: history } = (await avery.get(`claims/${id}/history`)).body;
    const submitted = history.find(({ event }: { event: string }) => event === 'submitted');
    for (const said of [
      'Approved by the customer',
      '山田 太郎, 部長, taro@contoso.example',
      'Northwind Partners',
      'Power BI',
      'statement.txt',
      submitted.detail.submission.sha256,
      `${stack.app}/certificates`,
    ]) {
      expect(text).toContain(said);
    }

    const page = await verifyFile(stack, pdf);
    expectPage(page);
    expect(page.status).toBe(200);
    expect(page.text).toContain('This certificate is genuine');
    for (const said of [id, 'Northwind Partners', 'Approved by the customer', 'still the one on the certificate']) {
      expect(page.text).toContain(said);
    }
  });

  test('with one byte changed, cut off or added is not genuine, and the page shows nothing of what it says', async () => {
    const { id } = await decided('decline');
    const pdf = await certificateOf(stack, avery, id);
    expect((await verifyFile(stack, pdf)).text).toContain('Declined by the customer');
    const changedAt = (at: number): Uint8Array => pdf.with(at, (pdf[at] ?? 0) ^ 1);
    for (const changed of [
      changedAt(0),
      changedAt(Math.floor(pdf.length / 2)),
      changedAt(pdf.length - 2),
      pdf.subarray(0, -1),
      Buffer.concat([pdf, Buffer.from(' ')]),
    ]) {
      const page = await verifyFile(stack, changed);
      expectPage(page);
      expect(page.status).toBe(200);
      expect(page.text).toContain('This certificate is not genuine');
      expect(page.text).not.toContain(id);
    }
  });

  test('is the same file as long as nothing changes, and in the language that is asked for', async () => {
    const { id } = await decided();
    const [one, other] = [await certificateOf(stack, avery, id), await certificateOf(stack, avery, id)];
    expect(one.equals(other)).toBe(true);
    expect(pdfText(await certificateOf(stack, avery, id, '?language=de'))).toContain('Der Kunde hat zugestimmt');
    expectProblem(await avery.get(`claims/${id}/certificate?language=xx`), 400, 'invalid-query');
  });

  test('says after the end of the association that its outcome has changed; a new one has the end', async () => {
    const { id } = await decided();
    const before = await certificateOf(stack, avery, id);
    expect((await avery.post(`claims/${id}/disassociate`, { reason: 'Done.' })).status).toBe(200);
    expect((await verifyFile(stack, before)).text).toContain('The outcome has changed since');
    const after = await certificateOf(stack, avery, id);
    expect(pdfText(after)).toContain('By the partner');
    expect((await verifyFile(stack, after)).text).toContain('still the one on the certificate');
  });

  test('is refused for a draft and for an open request, and another partner finds no claim', async () => {
    const draft = await completeDraft(avery);
    expectProblem(await avery.get(`claims/${draft}/certificate`), 409, 'action-not-allowed');
    const open = await submittedClaim(avery);
    expectProblem(await avery.get(`claims/${open}/certificate`), 409, 'action-not-allowed');
    const { id } = await decided();
    for (const path of ['certificate', 'history/verification']) {
      expectProblem(await kim.get(`claims/${id}/${path}`), 404, 'claim-not-found');
    }
  });

  test('the customer gets it in their language by the link on the receipt, which holds no token', async () => {
    const customer = { ...newCustomer(), name: '株式会社コントソ', language: 'ja' };
    const { id, link } = await decided('approve', { customer });
    const receipt = await send(link, 'GET');
    const [, href = ''] = /<a href="(\?certificate)">/.exec(receipt.text) ?? [];
    expect(receipt.text).not.toContain(link.split('/').at(-1));
    const answer = await fetch(new URL(href, link));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    const pdf = Buffer.from(await answer.arrayBuffer());
    expect(pdfText(pdf)).toContain('お客様が承認しました');
    expect(pdf.toString('latin1')).not.toContain(link.split('/').at(-1));
    const page = await verifyFile(stack, pdf, { 'accept-language': 'ja' });
    expect(page.text).toContain('この証明書は本物です');
    expect(page.text).toContain(id);
    // An open request has none: the page is the same with and without the question.
    const open = await submittedClaim(avery);
    const request = await fetch(`${await decisionLink(stack, open)}?certificate`);
    expect([request.status, request.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await fetch(`${link.slice(0, -4)}AAAA?certificate`)).status).toBe(404);
  });
});

describe('The public page', () => {
  test('asks for the file in the language of the browser, without script', async () => {
    const page = await send(`${stack.app}/certificates`, 'GET', { headers: { 'accept-language': 'fr' } });
    expectPage(page);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-language')).toBe('fr');
    expect(page.text).toContain('Vérifier un certificat');
    expect((await send(`${stack.app}/certificates`, 'HEAD')).status).toBe(200);
  });

  const pdf = Buffer.from('%PDF-1.7\nsomebody else’s\n%%EOF\n');
  test.each<[what: string, body: Uint8Array | string, status: number, says: string]>([
    ['a PDF of somebody else', pdf, 200, 'not genuine'],
    ['a text', Buffer.from('Hello'), 200, 'not genuine'],
    ['a seal and nothing else', Buffer.from(`%certificate-seal bG9jYWw ${'0'.repeat(64)}\n`), 200, 'not genuine'],
    ['an empty file', new Uint8Array(), 422, 'choose a file'],
    ['six megabytes', new Uint8Array(6 * 1024 * 1024), 413, 'too large'],
  ])('says of %s in plain words that it is none', async (_what, body, status, says) => {
    const page = await verifyFile(stack, Buffer.from(body));
    expectPage(page);
    expect(page.status).toBe(status);
    expect(page.text).toContain(says);
  });

  test('cannot read what is no form of ours: no file, two files, another type, a form that ends early', async () => {
    const post = (body: Uint8Array | string, type: string) =>
      send(`${stack.app}/certificates`, 'POST', { body, headers: { 'content-type': type } });
    const { body, type } = await uploadForm(pdf);
    const two = new FormData();
    two.append('certificate', new Blob([pdf]), 'one.pdf');
    two.append('certificate', new Blob([pdf]), 'two.pdf');
    const twice = new Response(two);
    const replies = [
      await post(await twice.bytes(), twice.headers.get('content-type') ?? ''),
      await post(pdf, 'application/pdf'),
      await post('certificate=x', 'application/x-www-form-urlencoded'),
      await post(body.subarray(0, -20), type),
      await post(body, 'multipart/form-data'),
      await post('', type),
    ];
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 422));
    for (const page of replies) expect(page.text).toContain('could not be read');
    const other = await uploadForm(pdf, 'another');
    expect((await post(other.body, other.type)).text).toContain('choose a file');
  });
});

describe('The verification of a history', () => {
  test('of an untouched claim finds it intact, for its partner and for operators alike', async () => {
    const { id } = await decided();
    await avery.post(`claims/${id}/comments`, { text: 'Thank you.' });
    const { body } = await avery.get(`claims/${id}/history/verification`);
    expect(body).toMatchObject({
      intact: true,
      chain: { holds: true, erasedEntries: 0 },
      submission: { agreement: 'matches' },
      comments: { matching: 1, differing: 0, erased: 0 },
    });
    const { value: history } = (await avery.get(`claims/${id}/history`)).body;
    expect(history.at(body.chain.entries - 1).hash).toBe(body.chain.headHash);
    expect((await ops.get(`operations/claims/${id}/history/verification`)).body).toMatchObject({ intact: true });
  });

  test('names the entry that someone changed in the table, and nothing is certified; an old certificate stays genuine', async () => {
    const { id } = await decided();
    const pdf = await certificateOf(stack, avery, id);
    await tamper(stack, { ...placeOf(id), sequence: 2 }, (text) => text.replace('"event":"', '"event":"not-'));
    expect((await avery.get(`claims/${id}/history/verification`)).body).toMatchObject({
      intact: false,
      chain: { holds: false, firstBrokenEntry: 2 },
    });
    expectProblem(await avery.get(`claims/${id}/certificate`), 409, 'history-broken');
    expect((await verifyFile(stack, pdf)).text).toContain('This certificate is genuine');
  });

  test('finds another contact and another product in the record alone, and where', async () => {
    const { id } = await decided();
    await tamper(stack, placeOf(id), (text) => text.replaceAll('"power-bi"', '"power-apps"'));
    expect((await avery.get(`claims/${id}/history/verification`)).body).toMatchObject({
      intact: false,
      chain: { holds: true },
      submission: { agreement: 'differs', parts: { products: 'differs', contacts: 'matches' } },
    });
    expectProblem(await avery.get(`claims/${id}/certificate`), 409, 'history-broken');
  });

  test('a history that was made again from some entry on contradicts the certificate', async () => {
    const { id } = await decided();
    const pdf = await certificateOf(stack, avery, id);
    const { body } = await avery.get(`claims/${id}/history/verification`);
    await tamper(stack, { ...placeOf(id), sequence: body.chain.entries }, (text) =>
      text.replace(body.chain.headHash, 'ab'.repeat(32)),
    );
    const page = await verifyFile(stack, pdf);
    expect(page.text).toContain('This certificate is genuine');
    expect(page.text).toContain('no longer agrees with the certificate');
  });

  test('after an erasure says what can no longer be compared, and the certificate of before still verifies', async () => {
    const { id } = await decided('decline');
    await avery.post(`claims/${id}/comments`, { text: 'Dana Customer was on leave.' });
    await avery.post(`claims/${id}/comments`, { text: 'We ask again in spring.' });
    const before = await certificateOf(stack, avery, id);
    const erased = await ops.post(`operations/claims/${id}/erase-contact`, { reason: 'Asked for.' });
    expect(erased.status).toBe(200);
    expect((await avery.get(`claims/${id}/history/verification`)).body).toMatchObject({
      intact: true,
      chain: { holds: true, erasedEntries: expect.any(Number) },
      submission: { agreement: 'erased', parts: { products: 'matches', proof: 'matches', contacts: 'erased' } },
      comments: { matching: 1, differing: 0, erased: 1 },
    });
    expect((await verifyFile(stack, before)).text).toContain('still the one on the certificate');
    const after = pdfText(await certificateOf(stack, avery, id));
    expect(after).toContain('People at the customer were erased');
    expect(after).not.toContain('Dana');
  });
});
