import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectFits, forAxe, picture } from '../support/browser.ts';
import { browserPages } from '../support/browser-pages.ts';
import {
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  newCustomer,
  submittedClaim,
} from '../support/claims/claims.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { expectPortalAccessible, pageLoaded } from '../support/portal.ts';
import { asDemo, sharedStack } from '../support/stack/shared-stack.ts';
import type { Stack } from '../support/stack/stack.ts';

/** One partner of record, as both partners, the customer and operators see it. */

const { browser, openPage, openPortal } = await browserPages('one partner of record');
let stack: Stack;
let avery: Client;
let kim: Client;

beforeAll(async () => {
  if (browser === undefined) return;
  stack = asDemo(await sharedStack());
  [avery, kim] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'kim')]);
});
afterAll(async () => {
  await stack?.stop();
});

const open = (user: string, path: string, options: BrowserContextOptions = {}): Promise<Page> =>
  openPortal(stack, user, path, options);

const approved = async (name: string, customer: object): Promise<string> => {
  const id = await submittedClaim(avery, name, { customer });
  expect((await decide(await decisionLink(stack, id), 'approve')).status).toBe(303);
  await claimWhen(avery, id, ({ status }) => status === 'approved');
  return id;
};

/** Looks at a page as it is: nothing wrong for axe, nothing cut off; in a wide and a narrow window. */
const lookAt = async (page: Page, name: string): Promise<void> => {
  await pageLoaded(page);
  await expectPortalAccessible(page);
  await picture(page, `holder-${name}`);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  await picture(page, `holder-${name}-phone`);
  if (size) await page.setViewportSize(size);
};

const ofFabrikam = {
  partnerLocation: { mpnId: '5209871' },
  partnerContact: { name: 'Kim Akers', email: 'kim@fabrikam.example' },
};

describe.skipIf(browser === undefined)('One partner of record', { meta: { needs: 'a browser' } }, () => {
  test('is asked for, taken over and left, and every page says so', { timeout: 240_000 }, async () => {
    const customer = newCustomer();
    const standing = await approved('Held by Northwind', customer);
    const id = await completeDraft(kim, 'Wanted by Fabrikam', { customer, ...ofFabrikam });

    // The draft says beforehand what the customer will be asked, and names no one.
    const fabrikam = await open('kim', `/associations/${id}/edit/products`);
    const hint = fabrikam.getByText(/^Another partner is partner of record .* the customer then decides/);
    await hint.waitFor();
    await lookAt(fabrikam, 'products');
    await fabrikam.goto(`${stack.app}/associations/${id}/edit/review`);
    await hint.waitFor();
    expect(await fabrikam.getByText('Northwind').count()).toBe(0);
    await lookAt(fabrikam, 'review');
    await fabrikam.getByRole('checkbox', { name: /^I confirm/ }).check();
    await fabrikam.getByText('Everything is there.').waitFor();
    await fabrikam.getByRole('button', { name: 'Submit claim' }).click();
    await fabrikam.getByText('Waiting for the customer').first().waitFor();

    // The incumbent sees on its first page that it was asked for, and reads there what that means.
    await historyWith(avery, standing, 'takeover-requested');
    const northwind = await open('avery', '/');
    const row = northwind.getByRole('listitem').filter({ hasText: 'Held by Northwind' });
    await row.getByText('Another partner asks to take over').waitFor();
    await lookAt(northwind, 'overview');
    await row.getByRole('link', { name: 'Held by Northwind' }).click();
    const asked = northwind.getByText(/^Another partner asked the customer to take over this association/);
    await asked.waitFor();
    await northwind.getByText('The history is intact').waitFor();
    expect(await northwind.getByText('Fabrikam').count()).toBe(0);
    await lookAt(northwind, 'asked');
    await northwind.getByRole('button', { name: 'Mark as read' }).click();
    await asked.waitFor({ state: 'detached' });

    // Operators see who holds what the claim asks for.
    const operators = await open('ops', `/operations/claims/${id}`);
    const held = operators.getByText(/^Held by Northwind Partners, since /);
    await held.getByRole('link', { name: standing }).waitFor();
    await lookAt(operators, 'operations');

    // The customer reads who it is now and what an approval does, and approves.
    const decision = await openPage([stack.app], forAxe);
    await decision.goto(await decisionLink(stack, id));
    await decision.getByText(/^Northwind Partners has been your partner of record for Power BI since /).waitFor();
    await decision.getByText(/^If you approve, Fabrikam Consulting takes over and your association with/).waitFor();
    await expectAccessible(decision);
    await picture(decision, 'holder-decision');
    await decision.getByRole('radio', { name: 'I approve' }).check();
    await decision.getByRole('button', { name: 'Send my answer' }).click();
    await decision.getByText('Fabrikam Consulting took over from Northwind Partners.').first().waitFor();
    await expectAccessible(decision);

    // Both pages are open, and change by themselves.
    await fabrikam.getByText('You took over from another partner.').waitFor({ timeout: 15_000 });
    await fabrikam.getByText('Approved by the customer, in place of another partner').waitFor();
    await lookAt(fabrikam, 'took-over');
    await northwind.getByText(/^The customer approved another partner for the same product/).waitFor();
    await northwind.getByText('Association ended', { exact: true }).waitFor();
    expect(await northwind.getByText('Fabrikam').count()).toBe(0);
    await lookAt(northwind, 'superseded');
    await northwind.goto(`${stack.app}/associations?q=${standing}`);
    await northwind.getByRole('row').filter({ hasText: standing }).getByText('Another partner took over').waitFor();
    await lookAt(northwind, 'list');
  });

  test('is one claim of a partner, too: a draft for the same leads to the claim that stands', async () => {
    const customer = newCustomer();
    const standing = await approved('Mine already', customer);
    const id = await completeDraft(avery, 'Mine again', { customer });
    const page = await open('avery', `/associations/${id}/edit/review`, { colorScheme: 'dark', locale: 'de-DE' });
    await page.getByText(/^Sie haben bereits einen Anspruch .*, wenn jener beendet ist:/).waitFor();
    await page.getByRole('checkbox', { name: /^Ich bestätige/ }).check();
    expect(await page.getByText('Alles ist da.').count()).toBe(0);
    await lookAt(page, 'own');
    await page.getByRole('link', { name: standing }).click();
    await page.waitForURL(`${stack.app}/associations/${standing}`);
  });

  test('lets a claim that waits take proof and comments', async () => {
    const id = await submittedClaim(avery, 'Asked for more');
    const ops = await signIn(stack, 'ops');
    await ops.post(`operations/claims/${id}/comments`, { text: 'Please add the signed order.' });
    const page = await open('avery', `/associations/${id}`);
    await page.getByText('Please add the signed order.').waitFor();
    const buffer = Buffer.from('Signed order for Power BI.\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'order.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Download order.txt' }).waitFor();
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
    await page.getByLabel('Add a comment').fill('The signed order is there now.');
    await page.getByRole('button', { name: 'Add comment' }).click();
    await page.getByText('The signed order is there now.').waitFor();
    await page.getByText('Proof added: order.txt').waitFor();
    await lookAt(page, 'waiting');
    await page.goto(await decisionLink(stack, id));
    await page.getByText('order.txt').waitFor();
  });
});
