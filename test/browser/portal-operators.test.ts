import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectFits, picture } from '../support/browser.ts';
import { browserPages } from '../support/browser-pages.ts';
import { askedClaim } from '../support/claims/after-submission.ts';
import {
  claimWhen,
  contactAt,
  decide,
  decisionLink,
  newCustomer,
  proof,
  submittedClaim,
} from '../support/claims/claims.ts';
import { deliverEvent } from '../support/claims/platform-events.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { expectPortalAccessible } from '../support/portal.ts';
import { callInstance } from '../support/stack/instance.ts';
import { sharedStack } from '../support/stack/shared-stack.ts';
import type { Stack } from '../support/stack/stack.ts';
import { until } from '../support/until.ts';

const { browser, openPortal } = await browserPages('the operators’ pages of the portal');
let stack: Stack;
let avery: Client;

beforeAll(async () => {
  if (browser === undefined) return;
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(async () => {
  await stack?.stop();
});

/** The portal at this address, signed in as this user. */
const portalAs = (user: string, path: string, options: BrowserContextOptions = {}): Promise<Page> =>
  openPortal(stack, user, path, options);

/** A claim whose customer contact says that someone else has to be asked. */
const flaggedClaim = async (): Promise<string> => {
  const id = await submittedClaim(avery, 'Operated roll-out');
  await decide(await decisionLink(stack, id), 'not-me');
  await claimWhen(avery, id, ({ attention }) => attention !== undefined);
  return id;
};

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const dialogOf = (page: Page) => page.getByRole('dialog');

describe.skipIf(browser === undefined)('An operator', { meta: { needs: 'a browser' } }, () => {
  test('finds a claim that needs attention from the overview, and redrives it with a reason', async () => {
    const id = await flaggedClaim();
    const page = await portalAs('ops', '/');
    await heading(page, 'Operations').waitFor();
    await page.getByRole('link', { name: /claims? needs? attention$/ }).waitFor();
    await page.getByRole('img', { name: /^Claims submitted and completed .*: [1-9]\d* submitted/ }).waitFor();
    await page.getByText('Show the figures as a table').first().click();
    await page
      .getByRole('cell', { name: /^[1-9]\d*$/ })
      .first()
      .waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'operators-overview');
    await page.getByRole('link', { name: /claims? needs? attention$/ }).click();
    await heading(page, 'Claims in flight').waitFor();
    await page.getByRole('link', { name: id, exact: true }).waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'operators-failed');

    await page.getByRole('link', { name: id, exact: true }).click();
    await heading(page, 'Operated roll-out').waitFor();
    await page.getByText('The customer contact is not the right person: change the contact.').first().waitFor();
    await page.getByRole('cell', { name: 'Under way' }).first().waitFor();
    await page.getByText(/The history is intact/).waitFor();
    await page.getByRole('row', { name: /^Reserved.*Power BI/ }).waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'operators-claim');

    const redrive = page.getByRole('button', { name: `Redrive ${id}` });
    await redrive.click();
    await dialogOf(page).getByRole('button', { name: 'Redrive', exact: true }).click();
    await dialogOf(page).getByText('Say why you do this.').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    await expectPortalAccessible(page);
    await picture(page, 'operators-redrive');
    await page.keyboard.type('Talked to the customer: it is the right person.');
    await dialogOf(page).getByRole('button', { name: 'Redrive', exact: true }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `${id} has been redriven.` })
      .waitFor();
    await page.getByText('Reason: Talked to the customer: it is the right person.').waitFor();
    expect((await avery.get(`claims/${id}`)).body.attention).toBeUndefined();
  });

  test('redrives many at once, and the log says who and why', async () => {
    const id = await flaggedClaim();
    const page = await portalAs('ops', '/operations/claims?state=attention');
    await page.getByRole('link', { name: id, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Redrive many' }).click();
    await dialogOf(page).getByLabel('Only claims whose “Why” contains').fill('not the RIGHT person');
    await dialogOf(page).getByLabel('Reason').fill(`For ${id}.`);
    await dialogOf(page).getByRole('button', { name: 'Redrive many' }).click();
    await page
      .getByText(/\d+ claims? redriven/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: id, exact: true }).waitFor({ state: 'detached' });
    expect((await avery.get(`claims/${id}`)).body.attention).toBeUndefined();
    await page.getByRole('link', { name: 'Log' }).click();
    const row = page.getByRole('row').filter({ hasText: `For ${id}.` });
    await row.getByText('attention: not the RIGHT person').waitFor();
    await row.getByText('Ola Persson').waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'operators-log');
  });

  test('searches, writes to the partner, and puts a claim on hold', async () => {
    const customer = newCustomer();
    const { customerContact } = contactAt(customer.domain);
    const { email } = customerContact;
    const id = await submittedClaim(avery, 'Searched by an operator', { customer, customerContact });
    // The partners' list is not for operators: they get to their own overview.
    const page = await portalAs('ops', '/associations');
    await heading(page, 'Operations').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('northwind searched operator');
    await page.keyboard.press('Enter');
    const found = page.getByRole('row').filter({ hasText: id });
    await found.getByRole('link', { name: 'Searched by an operator' }).waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'operators-search');
    await page.getByLabel('Find a claim').fill(email);
    await page.getByRole('button', { name: 'Find' }).click();
    await heading(page, 'Claims of a customer contact').waitFor();
    await page.getByRole('row').filter({ hasText: id }).waitFor();
    expect(page.url() + (await page.title())).not.toContain('dana');
    await page.reload();
    await page.getByRole('row').filter({ hasText: id }).waitFor();
    await page.getByLabel('Find a claim').fill(id);
    await page.getByRole('button', { name: 'Find' }).click();
    await heading(page, 'Searched by an operator').waitFor();
    await page.goto(`${stack.app}/associations/${id}`);
    await heading(page, 'Searched by an operator').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/operations/claims/${id}`);

    await page.getByLabel('Write to the partner').fill('Please add the signed offer.');
    await page.getByRole('button', { name: 'Send comment' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Please add the signed offer.' }).waitFor();
    expect((await avery.get(`claims/${id}`)).body.comments.at(-1).text).toBe('Please add the signed offer.');

    await page.getByRole('button', { name: 'Put on legal hold' }).click();
    await dialogOf(page).getByLabel('Reason').fill('Asked for by legal.');
    await dialogOf(page).getByRole('button', { name: 'Put on legal hold' }).click();
    await page.getByRole('button', { name: 'Release the legal hold' }).waitFor();
    await page.getByText('On legal hold by Ola Persson: Asked for by legal.').waitFor();
  });

  test('extends a deadline, looks into a request, and stops it', async () => {
    const id = await submittedClaim(avery, 'Doubted by an operator');
    await claimWhen(avery, id, ({ request }) => request !== undefined);
    const page = await portalAs('ops', `/operations/claims/${id}`);
    const act = async (name: string, said: RegExp, days?: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      if (days !== undefined) await dialogOf(page).getByLabel('Business days').fill(days);
      await dialogOf(page).getByLabel('Reason').fill('The contact asked for it.');
      await dialogOf(page).getByRole('button', { name, exact: true }).click();
      await page.getByRole('status').filter({ hasText: said }).waitFor();
    };
    await act('Extend the deadline', /The customer can answer until/, '2');
    await page.getByText('Mail about the new deadline sent').waitFor();
    await act('Open an inquiry', /The request is under inquiry/);
    await page.getByText('Put under inquiry by an operator').waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'operators-inquiry');
    await act('Release from inquiry', /The request has been released/);
    await act('Open an inquiry', /The request is under inquiry/);
    await page.getByText('Needs attention').first().waitFor();
    await act('Stop the request', /The request has been stopped/);
    await until('no flag on the page', async () => (await page.getByText('Needs attention').count()) === 0);
    await page.getByText('Request stopped by an operator').waitFor();
    for (const side of ['customer', 'partner']) {
      await page.getByText(`Withdrawal notice to the ${side}: sent`).waitFor();
    }
    expect((await avery.get(`claims/${id}`)).body).toMatchObject({ status: 'withdrawn', closedBy: 'operator' });
  });

  test('sees that a process was suspended or terminated, and has it go on', async () => {
    const id = await askedClaim(avery, 'Stopped in the middle');
    const page = await portalAs('ops', `/operations/claims/${id}`);
    const process = (state: string) =>
      page
        .getByRole('definition')
        .filter({ hasText: new RegExp(`^${state}$`) })
        .waitFor({ timeout: 20_000 });
    const act = async (name: string, said: string, recorded: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      await dialogOf(page).getByLabel('Reason').fill('The incident is over.');
      await dialogOf(page)
        .getByRole('button', { name: name.replace(` ${id}`, ''), exact: true })
        .click();
      await page.getByRole('status').filter({ hasText: said }).waitFor();
      await page.getByText(recorded).first().waitFor();
      await process('Running');
    };
    await process('Running');
    expect(await page.getByRole('button', { name: /the process$/ }).count()).toBe(0);

    // The page is open and tells by itself how the process is.
    await callInstance(stack, 'POST', id, '/suspend');
    await process('Suspended');
    await expectPortalAccessible(page);
    await picture(page, 'operators-suspended');
    await act('Resume the process', 'The process goes on.', 'Process resumed by an operator');

    await callInstance(stack, 'POST', id, '/suspend');
    await process('Suspended');
    await act('Restart the process', 'The process has been started again.', 'Process restarted');

    await callInstance(stack, 'POST', id, '/terminate');
    await process('Ended');
    await page.getByText('Restarts the process, which continues from the record.').waitFor();
    await picture(page, 'operators-terminated');
    await act(`Redrive ${id}`, `${id} has been redriven.`, 'Process restarted by an operator');

    // It does go on: the customer's answer is told.
    await decide(await decisionLink(stack, id), 'approve');
    await page.getByText('Receipt to the customer: sent').waitFor({ timeout: 20_000 });
  });

  test('who is a reviewer downloads proof, and the look is in the history', async () => {
    const id = await askedClaim(avery, 'Looked into by a reviewer');
    const page = await portalAs('ida', `/operations/claims/${id}`);
    await page.getByText('Each download is in the history of the claim.').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download statement.txt' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('statement.txt');
    expect(await readFile(await saved.path(), 'utf8')).toBe(proof);
    const look = page.getByRole('listitem').filter({ hasText: 'Proof downloaded by a reviewer' });
    await look.getByText('statement.txt').waitFor();
    await look.getByText('Ida Novak').waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'operators-review');

    // An operator without the role gets no file.
    const other = await portalAs('ops', `/operations/claims/${id}`);
    await other.getByText('statement.txt').first().waitFor();
    expect(await other.getByRole('button', { name: 'Download statement.txt' }).count()).toBe(0);
  });

  test('discards a poison message', async () => {
    const messageId = await deliverEvent(stack, { eventType: 'Nobody.Knows.This' }, '-poison');
    const page = await portalAs('ops', '/operations/messages');
    const discard = page.getByRole('button', { name: `Discard ${messageId}` });
    await discard.waitFor();
    await expectPortalAccessible(page);
    await picture(page, 'operators-messages');
    await discard.click();
    await dialogOf(page).getByLabel('Reason').fill('Not one of ours.');
    await dialogOf(page).getByRole('button', { name: 'Discard', exact: true }).click();
    await discard.waitFor({ state: 'detached' });
    await page.getByText('The message is gone.').first().waitFor();
  });

  test('reads German, on a phone too, and no page has an axe finding', async () => {
    await flaggedClaim();
    const page = await portalAs('ops', '/operations', { locale: 'de-DE', viewport: { width: 360, height: 740 } });
    await heading(page, 'Betrieb').waitFor();
    const pages = {
      '': 'Betrieb',
      '/claims?state=attention': 'Laufende Ansprüche',
      '/claims?state=waiting': 'Laufende Ansprüche',
      '/messages': 'Nicht verarbeitbare Nachrichten',
      '/customers': 'Ungeprüfte Kunden',
      '/mails': 'Nicht zugestellte Mail',
      '/log': 'Protokoll',
    };
    for (const [path, title] of Object.entries(pages)) {
      await page.goto(`${stack.app}/operations${path}`);
      await heading(page, title).waitFor();
      // A page may load several things.
      await expect.poll(() => page.getByLabel('Wird geladen …').count(), { timeout: 30_000 }).toBe(0);
      await expectPortalAccessible(page);
      await expectFits(page);
      await picture(page, `operators-german-phone${path.replaceAll(/\W+/g, '-')}`);
    }
  });
});

test.skipIf(browser === undefined)('Partners are told that these pages are not for them', async () => {
  const page = await portalAs('avery', '/operations');
  await page.getByText('This part is for operators.').waitFor();
  expect(await page.getByLabel('Find a claim').count()).toBe(0);
});
