import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PARTNERS } from '../../local/demo/people.ts';
import { expectFits, picture } from '../support/browser.ts';
import { browserPages } from '../support/browser-pages.ts';
import { answerWithCode, codeSent, otherCode, sendForm, withSecondFactor } from '../support/claims/answer-codes.ts';
import { tamper } from '../support/claims/claim-rows.ts';
import {
  advance,
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  newCustomer,
  submittedClaim,
} from '../support/claims/claims.ts';
import { type Client, send, signIn } from '../support/http/client.ts';
import { expectPortalAccessible, pageLoaded } from '../support/portal.ts';
import { partnerPages } from '../support/portal-pages.ts';
import { asDemo, clockStack } from '../support/stack/shared-stack.ts';
import type { Stack } from '../support/stack/stack.ts';

/** How a claim ends other than well, as the partner sees it, and how the portal looks to those who see it in other ways. */

const { browser, openPortal } = await browserPages('outcomes in the portal');
let stack: Stack;
let avery: Client;

beforeAll(async () => {
  if (browser === undefined) return;
  stack = asDemo(await clockStack());
  avery = await signIn(stack, 'avery');
});
afterAll(async () => {
  await stack?.stop();
});

const open = (path: string, options: BrowserContextOptions = {}): Promise<Page> =>
  openPortal(stack, 'avery', path, options);

const status = (page: Page, words: string) =>
  page.getByText(words, { exact: true }).first().waitFor({ timeout: 10_000 });

describe.skipIf(browser === undefined)('The portal', { meta: { needs: 'a browser' } }, () => {
  test('shows a partner that the customer declined, with the reason, while the page is open', async () => {
    const id = await submittedClaim(avery, 'To be declined');
    const page = await open(`/associations/${id}`);
    await status(page, 'Waiting for the customer');
    expect((await decide(await decisionLink(stack, id), 'decline', 'We work with somebody else.')).status).toBe(303);
    await status(page, 'Declined');
    await page.getByText('We work with somebody else.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);
    await expectPortalAccessible(page);
    await picture(page, 'portal-declined');
  });

  test('shows a partner why a request is under inquiry, and what has to wait for its release', async () => {
    const id = await submittedClaim(avery, 'Under inquiry');
    await claimWhen(avery, id, ({ request }) => request !== undefined);
    const ops = await signIn(stack, 'ops');
    const reason = 'Is this your customer?';
    expect((await ops.post(`operations/claims/${id}/inquiry`, { reason })).status).toBe(200);
    const page = await open(`/associations/${id}`);
    await page.getByText(`Their reason: “${reason}”. The customer cannot answer`).waitFor();
    for (const action of ['Send again', 'Change contact']) {
      await page.getByText(`${action}: You can’t ask again or change the contact while the operators`).waitFor();
    }
  });

  test('shows a partner where a history was changed behind the back of the service', async () => {
    const id = await submittedClaim(avery, 'Tampered with');
    expect((await decide(await decisionLink(stack, id), 'decline')).status).toBe(303);
    const place = { partnerId: DEMO_PARTNERS[0]?.tenantId ?? '', claimId: id };
    await historyWith(avery, id, 'receipt-sent');
    await tamper(stack, { ...place, sequence: 2 }, (text) => text.replace('statement.txt', 'another.txt'));
    const page = await open(`/associations/${id}`);
    await page.getByText('The history does not fit together at entry 2.').waitFor();
    await page.getByRole('button', { name: 'Certificate (PDF)' }).waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'portal-tampered');
  });

  test('shows a partner what an answer was confirmed with, and that a code was sent and typed wrong', async () => {
    const id = await submittedClaim(avery, 'Confirmed with a code');
    const link = await decisionLink(stack, id);
    await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
    await withSecondFactor(stack, { partnerId: DEMO_PARTNERS[0]?.tenantId ?? '', claimId: id });
    const form = { decision: 'approve', reason: '', seen: '' };
    await sendForm(link, form);
    await sendForm(link, { ...form, code: otherCode(await codeSent(stack, id)) });
    expect((await answerWithCode(stack, { claimId: id, link, decision: 'approve' })).status).toBe(303);
    const page = await open(`/associations/${id}`);
    await status(page, 'Approved');
    await page.getByText('Confirmed with a code that was sent to dana@contoso.example.').waitFor();
    await page.getByText('Code sent to the customer').waitFor();
    await page.getByText('A wrong code was typed').waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'portal-confirmed');
  });

  test('shows a partner that no one answered in time', async () => {
    const id = await submittedClaim(avery, 'Left unanswered');
    await mailsArrived(stack, id, 1);
    await advance(stack, 'P10D');
    avery = await signIn(stack, 'avery');
    await claimWhen(avery, id, (claim) => claim.status === 'expired');
    const page = await open('/associations?q=unanswered');
    await page.getByRole('link', { name: 'Left unanswered' }).first().click();
    await status(page, 'Expired');
    await page.getByText('The history is intact').waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'portal-expired');
  });

  test('shows a question of the customer in the thread, and takes the reply', async () => {
    const id = await submittedClaim(avery, 'To be asked about');
    const link = await decisionLink(stack, id);
    await claimWhen(avery, id, ({ request }) => request !== undefined);
    expect((await decide(link, 'ask', 'Which figures will you see?')).status).toBe(303);
    const page = await open('/associations?q=asked');
    await page.getByText('Question to answer', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'To be asked about' }).first().click();
    await page.getByText('The customer has a question.').waitFor();
    await page.getByText('Which figures will you see?').waitFor();
    await page.getByText('Question from the customer', { exact: true }).waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'portal-question');

    // What is typed as a comment stays one, and what is typed as a reply waits beside it.
    await page.getByLabel('Reply to the customer').fill('The number of licences.');
    await page.getByRole('button', { name: 'Comment without replying' }).click();
    await page.keyboard.type('They always ask that.');
    await page.getByRole('button', { name: 'Add comment' }).click();
    await page.getByRole('listitem').filter({ hasText: 'They always ask that.' }).waitFor();
    await page.getByText('The customer has a question.').waitFor();
    await expectPortalAccessible(page);
    await page.getByRole('button', { name: 'Reply to the customer instead' }).click();
    expect(await page.getByLabel('Reply to the customer').inputValue()).toBe('The number of licences.');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('The number of licences.').waitFor();
    await page.getByText('Reply to the customer', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Add comment' }).waitFor();
    await page.getByText(/Dana Customer can answer until/).waitFor();
    const mails = await mailsArrived(stack, id, 3);
    expect(mails.map(({ subject }) => subject)).toContain('Northwind Partners replied to your question');
    expect(JSON.stringify(mails)).not.toContain('They always ask that.');
  });

  test('keeps what was typed as a reply when the customer decides first, and sends it to no one', async () => {
    const id = await submittedClaim(avery, 'To be decided before the reply');
    const link = await decisionLink(stack, id);
    await claimWhen(avery, id, ({ request }) => request !== undefined);
    expect((await decide(link, 'ask', 'Which figures will you see?')).status).toBe(303);
    const page = await open(`/associations/${id}`);
    await page.getByLabel('Reply to the customer').fill('The number of licences.');
    expect((await decide(link, 'decline', 'No reply.')).status).toBe(303);
    await status(page, 'Declined');
    await page.getByRole('button', { name: 'Add comment' }).waitFor();
    expect(await page.getByLabel('Add a comment').inputValue()).toBe('The number of licences.');
    expect(await page.getByRole('button', { name: 'Send reply' }).count()).toBe(0);
  });

  test('keeps a comment that was begun before the question a comment', async () => {
    const id = await submittedClaim(avery, 'To be asked about later');
    const link = await decisionLink(stack, id);
    await claimWhen(avery, id, ({ request }) => request !== undefined);
    const page = await open(`/associations/${id}`);
    await page.getByLabel('Add a comment').fill('They never read what they sign.');
    expect((await decide(link, 'ask', 'Which figures will you see?')).status).toBe(303);
    await page.getByText('The customer has a question.').waitFor();
    expect(await page.getByLabel('Add a comment').inputValue()).toBe('They never read what they sign.');
    await page.getByRole('button', { name: 'Add comment' }).click();
    await page.getByRole('listitem').filter({ hasText: 'They never read' }).waitFor();
    await page.getByText('The customer has a question.').waitFor();
    expect((await send(link, 'GET')).text).not.toContain('They never read');
  });

  test('says in the wizard that a claim for the same is about to end, and when', async () => {
    const customer = newCustomer();
    const { directoryId, name, domain } = customer;
    const product = 'dynamics-365-sales';
    const { now } = (await send(`${stack.app}/admin/clock`, 'GET')).body;
    const endsOn = new Date(Date.parse(now) + 25 * 86_400_000);
    const subscription = {
      subscriptionId: randomUUID(),
      product,
      state: 'active',
      endsOn: endsOn.toISOString().slice(0, 10),
    };
    const ops = await signIn(stack, 'ops');
    const json = { name, domain, subscriptions: [subscription] };
    await ops.send('PUT', `operations/customers/${directoryId}/subscriptions`, { json });
    const same = { customer, products: [{ code: product, subscriptionId: subscription.subscriptionId }] };
    avery = await signIn(stack, 'avery');
    const standing = await submittedClaim(avery, 'About to end', same);
    await decide(await decisionLink(stack, standing), 'approve');
    await historyWith(avery, standing, 'receipt-sent');
    // The service looks at subscriptions once a week.
    await advance(stack, 'P8D');
    avery = await signIn(stack, 'avery');
    await historyWith(avery, standing, 'subscription-end-near');

    const id = await completeDraft(avery, 'To follow it', same);
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(endsOn);
    // It is the same day where the day begins later.
    const page = await open(`/associations/${id}/edit/products`, { timezoneId: 'America/Los_Angeles' });
    const hint = page.getByText(`Your approved claim for the same ends with its subscription on ${day}.`);
    await hint.waitFor();
    await expectPortalAccessible(page);
    await page.goto(`${stack.app}/associations/${id}/edit/review`);
    await hint.waitFor();
    await page.getByRole('checkbox', { name: /^I confirm/ }).check();
    // Nothing is missing, and yet it cannot be submitted.
    await page.getByRole('region', { name: 'Still missing' }).waitFor({ state: 'detached' });
    expect(await page.getByText('Everything is there.').count()).toBe(0);
    await expectPortalAccessible(page);
    await picture(page, 'portal-own-ending');
    await page.getByRole('link', { name: standing }).first().click();
    await page.waitForURL(`${stack.app}/associations/${standing}`);
    await status(page, 'Approved');
  });

  test('can be read in forced colours, and at 400 % of its size', async () => {
    const id = await submittedClaim(avery, 'Seen in other ways');
    // A window of 1,280 by 1,024 pixels at 400 % is one of 320 by 256.
    const viewport = { width: 320, height: 256 };
    const page = await open('/', { forcedColors: 'active', viewport });
    for (const [name, path] of partnerPages(id, id).filter(([named]) =>
      /^(overview|list|claim|new-claim)$/.test(named),
    )) {
      await page.goto(`${stack.app}${path}`);
      await pageLoaded(page);
      await expectFits(page, name);
      await expectPortalAccessible(page);
      await picture(page, `portal-small-${name}`);
    }
  });
});
