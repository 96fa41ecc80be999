import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  advance,
  claimWhen,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  mailsOf,
  proof,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';
import { submittedIn } from '../../support/text/languages.ts';

let stack: Stack;
beforeAll(async () => {
  // Silence means approval here, so that the tests show where it does not.
  stack = await startStack({ settings: { CONSENT_ON_SILENCE: 'approve' } });
});
afterAll(() => stack.stop());

/** What happened, without the reports on delivery: they come when they come. */
const eventsOf = (history: { event: string }[]): string[] =>
  history.map(({ event }) => event).filter((event) => event !== 'delivery-reported');

/** The IDs of the claims that operations see as in need of someone. */
const needingSomebody = async (): Promise<string[]> => {
  const { body } = await (await signIn(stack, 'ops')).get('operations/claims?state=attention');
  return body.value.map(({ claimId }: { claimId: string }) => claimId);
};

describe('A contact who is not the right person', () => {
  test('says so once, the partner is told who is, and the link stays valid', async () => {
    const client = await signIn(stack, 'avery');
    const id = await submittedClaim(client);
    const link = await decisionLink(stack, id);
    await historyWith(client, id, 'request-sent');

    const said = await decide(link, 'not-me', 'Kim Lund <kim@contoso.example>');
    expect({ status: said.status, location: said.headers.get('location') }).toEqual({
      status: 303,
      location: new URL(link).pathname,
    });
    const [, notice] = await mailsArrived(stack, id, 2);
    expect({ to: notice?.to, subject: notice?.subject }).toEqual({
      to: ['avery@northwind.example'],
      subject: 'Another customer contact is needed: Contoso',
    });
    for (const part of [
      'Dana Customer (dana@contoso.example)',
      '> Kim Lund <kim@contoso.example>',
      'change the customer contact',
    ]) {
      expect(notice?.text).toContain(part);
    }
    expect(notice?.text).not.toContain('/decisions/');
    await historyWith(client, id, 'not-the-right-person-sent');

    const page = await send(link, 'GET');
    expect(page.status).toBe(200);
    expect(page.text).toContain('You told us that you are not the right person');
    expect(page.text).toContain('Kim Lund &lt;kim@contoso.example&gt;');
    expect(page.text).toContain('value="approve"');
    expect(page.text).not.toContain('value="not-me"');

    expect((await decide(link, 'not-me', 'Somebody else')).status).toBe(303);
    const { body: claim } = await client.get(`claims/${id}`);
    expect(claim).toMatchObject({
      status: 'submitted',
      attention: { needs: 'partner', raisedBy: 'customer' },
      concerns: [{ kind: 'not-the-right-person', text: 'Kim Lund <kim@contoso.example>' }],
    });
    expect(claim).not.toHaveProperty('notices');
    expect(claim.request.reminders.every(({ skipped }: { skipped?: true }) => skipped)).toBe(true);
    expect(eventsOf((await client.get(`claims/${id}/history`)).body.value).slice(-3)).toEqual([
      'request-sent',
      'not-the-right-person',
      'not-the-right-person-sent',
    ]);
    expect(await mailsOf(stack, id)).toHaveLength(2);

    expect((await decide(link, 'approve')).status).toBe(303);
    // The mark stays until the outcome has been told.
    await claimWhen(client, id, ({ status, attention }) => status === 'approved' && attention === undefined);
  });
});

describe('A contact who did not expect the request', () => {
  test('puts it under inquiry, once, and can answer after its release', async () => {
    const client = await signIn(stack, 'avery');
    const id = await submittedClaim(client);
    const link = await decisionLink(stack, id);
    await historyWith(client, id, 'request-sent');

    const said = await Promise.all(['', 'Who are you?', ''].map((text) => decide(link, 'not-expected', text)));
    expect(said.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { body: claim } = await client.get(`claims/${id}`);
    expect(claim).toMatchObject({ status: 'submitted', attention: { needs: 'operations', raisedBy: 'customer' } });
    expect(claim.concerns).toHaveLength(1);
    expect(
      eventsOf((await client.get(`claims/${id}/history`)).body.value).filter((event) => event === 'not-expected'),
    ).toEqual(['not-expected']);
    expect(await needingSomebody()).toContain(id);
    const page = await send(link, 'GET');
    expect(page.text).toContain('You told us that you did not expect this request');
    expect(page.text).toContain('This request is under review');
    expect(page.text).not.toContain('<form');
    for (const answer of ['approve', 'decline', 'not-me']) expect((await decide(link, answer)).status).toBe(409);
    expectProblem(await client.post(`claims/${id}/resend`, {}), 409, 'under-inquiry');
    expect((await client.get(`claims/${id}`)).body).toMatchObject({
      status: 'submitted',
      inquiry: { by: { kind: 'customer' } },
    });

    const ops = await signIn(stack, 'ops');
    const released = await ops.post(`operations/claims/${id}/inquiry/release`, {
      reason: 'The contact knows them now.',
    });
    expect(released.body).toEqual({ id, status: 'submitted', deadline: expect.any(String) });
    expect((await send(link, 'GET')).text).toContain('have looked into it');
    expect(await needingSomebody()).not.toContain(id);

    expect((await decide(link, 'decline', 'Unknown to us.')).status).toBe(303);
    await historyWith(client, id, 'receipt-sent');
    expect(await needingSomebody()).not.toContain(id);
    expect((await decide(link, 'not-expected')).status).toBe(409);
  });
});

describe('What the customer reads', () => {
  const german = { language: 'de', timeZone: 'Europe/Berlin' };

  test('is in the language and the time zone of the claim, from the request to the receipt', async () => {
    const client = await signIn(stack, 'avery');
    const id = await submittedIn(client, german);
    const [request] = await mailsArrived(stack, id, 1);
    expect(request?.subject).toBe('Northwind Partners bittet um Ihre Zustimmung');
    expect(request?.text).toContain('Guten Tag Dana Customer,');
    expect(request?.text).toMatch(
      /Bitte antworten Sie bis \S+, \d+\. \S+ \d{4} um 23:59 Uhr \(Mitteleuropäische \S+zeit\)\./,
    );
    expect(request?.html).toContain('<html lang="de">');

    const link = await decisionLink(stack, id);
    const page = await send(link, 'GET', { headers: { 'accept-language': 'fr' } });
    expect(page.headers.get('content-language')).toBe('de');
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toContain('Ja, ich stimme der Zuordnung zu');
    const missing = await decide(link, '');
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('Bitte wählen Sie eine der Antworten aus.');

    expect((await decide(link, 'approve', 'Gerne.')).status).toBe(303);
    const receipt = await send(link, 'GET');
    for (const part of [
      'Sie haben dieser Anfrage zugestimmt',
      id,
      'Northwind Partners',
      'Dana Customer, IT Director, dana@contoso.example',
      'Gerne.',
      createHash('sha256').update(proof).digest('hex'),
    ]) {
      expect(receipt.text).toContain(part);
    }
    const mails = await mailsArrived(stack, id, 3);
    expect(mails.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([
        'Approved: Contoso',
        'Bestätigung: Sie haben der Anfrage von Northwind Partners zugestimmt',
      ]),
    );

    const other = await decide(link, 'decline');
    expect(other.status).toBe(409);
    expect(other.text).toContain('Ihre Antwort wurde nicht übernommen');
    const unconfirmed = await decide(link, 'take-back');
    expect(unconfirmed.status).toBe(422);
    expect(unconfirmed.text).toContain('Bitte bestätigen Sie, dass Sie Ihre Zustimmung widerrufen möchten.');
    expect((await client.get(`claims/${id}`)).body.status).toBe('approved');
  });

  test('on a page about no claim, is in the language that the browser asks for', async () => {
    const inLanguage = async (acceptLanguage: string) => {
      const { status, headers, text } = await send(`${stack.app}/decisions/none`, 'GET', {
        headers: { 'accept-language': acceptLanguage },
      });
      return [status, headers.get('content-language'), /<h1>(.*?)<\/h1>/.exec(text)?.[1]];
    };
    expect(await inLanguage('ja-JP, en;q=0.5')).toEqual([404, 'ja', 'このリンクに該当する依頼はありません']);
    expect(await inLanguage('sv, pt;q=0.8, de;q=0.3')).toEqual([
      404,
      'pt-BR',
      'Este link não leva a nenhuma solicitação',
    ]);
    expect(await inLanguage('sv')).toEqual([404, 'en', 'We can&#39;t find a request for this link']);
  });
});

test('someone who did not expect the request never approves it by silence', async () => {
  const client = await signIn(stack, 'avery');
  const id = await submittedClaim(client);
  const link = await decisionLink(stack, id);
  await historyWith(client, id, 'request-sent');
  expect((await decide(link, 'not-expected')).status).toBe(303);
  await advance(stack, 'P31D');
  const later = await signIn(stack, 'avery');
  expect(await claimWhen(later, id, ({ status }) => status !== 'submitted')).toMatchObject({
    status: 'expired',
    statusReason: 'inquiry-not-released',
  });
  // Page and mail tell the customer why.
  await historyWith(later, id, 'expired-sent');
  const told = 'had questions about the request';
  expect((await send(link, 'GET')).text).toContain(told);
  expect((await mailsOf(stack, id)).find(({ subject }) => subject.endsWith('has expired'))?.text).toContain(told);
});
