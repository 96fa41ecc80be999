import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { browserPages } from '../support/browser-pages.ts';
import { completeDraft, mailsArrived, submittedClaim } from '../support/claims/claims.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { expectPortalAccessible, firstLoadBytes, pageLoaded } from '../support/portal.ts';
import { operatorPages, partnerPages } from '../support/portal-pages.ts';
import { asDemo, sharedStack } from '../support/stack/shared-stack.ts';
import type { Stack } from '../support/stack/stack.ts';
import { until } from '../support/until.ts';

const { browser, openPortal } = await browserPages('mishaps in the portal', { withFaults: true });
let stack: Stack;
let avery: Client;

beforeAll(async () => {
  if (browser === undefined) return;
  stack = asDemo(await sharedStack());
  avery = await signIn(stack, 'avery');
});
afterAll(async () => {
  await stack?.stop();
});

const open = (user: string, path: string): Promise<Page> => openPortal(stack, user, path);

const nameOf = async (id: string): Promise<string> => (await avery.get(`claims/${id}`)).body.name;

describe.skipIf(browser === undefined)('The portal', { meta: { needs: 'a browser' } }, () => {
  test('merges what another tab changed, and asks where both changed the same', async () => {
    const id = await completeDraft(avery, 'As it was');
    const page = await open('avery', `/associations/${id}/edit/activity`);
    const name = page.getByLabel('Name of the claim');
    await name.waitFor();

    const { etag } = await avery.get(`claims/${id}`);
    await name.fill('Mine');
    await avery.patch(`claims/${id}`, { name: 'Theirs' }, etag);
    await name.blur();
    await page.getByText('Someone else changed this draft').waitFor();
    await page.getByRole('alertdialog').getByText('Theirs', { exact: true }).waitFor();
    await expectPortalAccessible(page);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await until('my name', async () => (await nameOf(id)) === 'Mine');
  });

  test('asks as well where what was typed waited in the browser while a colleague saved', async () => {
    const id = await completeDraft(avery, 'As it was');
    const page = await open('avery', `/associations/${id}/edit/activity`);
    const name = page.getByLabel('Name of the claim');
    await name.waitFor();
    await page.route('**/claims/**', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await name.fill('Mine, from before');
    await name.blur();
    await page.getByText('Not saved yet.').waitFor();
    const { etag } = await avery.get(`claims/${id}`);
    await avery.patch(`claims/${id}`, { name: 'Theirs' }, etag);
    await page.unroute('**/claims/**');
    await page.reload();
    await page.getByRole('alertdialog').getByText('Theirs', { exact: true }).waitFor();
    expect(await nameOf(id)).toBe('Theirs');
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect.poll(() => name.inputValue()).toBe('Theirs');
  });

  test('gives the page and the focus back when a dialog closes', async () => {
    const id = await submittedClaim(avery, 'Opened and closed');
    const page = await open('avery', '/associations');
    const isHidden = () => page.locator('#root').getAttribute('aria-hidden');
    const focused = () => page.evaluate('document.activeElement.textContent');
    const link = page.getByRole('link', { name: 'Opened and closed' });
    await link.click();
    await page.getByRole('dialog').getByText('The history is intact').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(isHidden).toBeNull();
    await expect.poll(focused).toBe('Opened and closed');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(isHidden).toBeNull();
    await expect.poll(focused).toBe('Opened and closed');
    await page.goto(`${stack.app}/associations/${id}`);
    const withdraw = page.getByRole('button', { name: 'Withdraw' });
    await withdraw.click();
    await page.getByRole('dialog').getByRole('button').first().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(isHidden).toBeNull();
    await expect.poll(focused).toMatch(/^Withdraw/);
  });

  test('signs out of every tab, and leaves nothing that was typed to the next person', async () => {
    const page = await open('avery', '/associations/new');
    await page.getByRole('textbox', { name: /domain name/ }).fill('confidential.example');
    const kept = () => page.evaluate("JSON.stringify(localStorage).includes('confidential.example')");
    expect(await kept()).toBe(true);
    const second = await page.context().newPage();
    await second.goto(`${stack.app}/associations/new`);
    // This browser is known: the issuer answers at once, or asks who it is.
    const who = second.locator('button[value=avery]');
    await who.or(second.locator('#main')).first().waitFor();
    if (await who.isVisible()) await who.click();
    await second.locator('#main').waitFor();
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await second.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(new URL(second.url()).pathname).toBe('/associations/new');
    await second.goto(`${stack.app}/`);
    expect(await second.evaluate("JSON.stringify(localStorage).includes('confidential.example')")).toBe(false);
  });

  test('returns to the address that was asked for after a sign-in that was cancelled', async () => {
    const page = await open('avery', '/');
    await page.evaluate('sessionStorage.clear(); localStorage.clear()');
    await page.context().clearCookies();
    await page.goto(`${stack.app}/associations?tab=waiting`);
    const [request] = await Promise.all([
      page.waitForRequest((asked) => asked.url().startsWith(stack.identity) && asked.url().includes('code_challenge')),
      page.getByRole('button', { name: 'Sign in' }).click(),
    ]);
    const state = new URL(request.url()).searchParams.get('state');
    await page.locator('button[value=avery]').waitFor();
    await page.goto(`${stack.app}/?error=access_denied&state=${state}`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(page.url()).toBe(`${stack.app}/associations?tab=waiting`);
    // An answer that belongs to no request, such as one from the history, is no dead end either.
    await page.goto(`${stack.app}/?code=old&state=unknown`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(page.url()).toBe(`${stack.app}/`);
  });

  test('keeps what is typed without a network, and saves it when there is one again', async () => {
    const id = await completeDraft(avery, 'On line');
    const page = await open('avery', `/associations/${id}/edit/activity`);
    const name = page.getByLabel('Name of the claim');
    await name.waitFor();
    await page.context().setOffline(true);
    await name.fill('Typed off line');
    await name.blur();
    await page.getByText('Not saved yet.').waitFor();
    await page.context().setOffline(false);
    await until('what was typed', async () => (await nameOf(id)) === 'Typed off line');
  });

  test('keeps a choice of area that waits for its activity while another field is saved', async () => {
    const modernWork = { solutionArea: 'modern_work_security', track: 'usage', activities: ['m365_usage'] };
    const id = await completeDraft(avery, 'Teams', { ...modernWork, products: [{ code: 'teams' }] });
    const saved = async () => (await avery.get(`claims/${id}`)).body;
    const page = await open('avery', `/associations/${id}/edit/activity`);
    await page.getByRole('checkbox', { name: /don’t want the incentive/ }).check();
    await until('the incentive declined', async () => (await saved()).incentiveOptOut === true);
    const area = page.getByRole('radio', { name: 'Business Applications' });
    await area.check();
    await page.getByLabel('Name of the claim').fill('Power BI');
    await page.getByLabel('Name of the claim').blur();
    await until('the name', async () => (await saved()).name === 'Power BI');
    expect(await area.isChecked()).toBe(true);
    expect(await saved()).toMatchObject(modernWork);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: /What kind of association is it: This is missing/ }).waitFor();

    // What belonged to the former activity goes with it, and keeps nothing from being saved.
    await page.getByRole('radio', { name: /Usage and/ }).check();
    await page.getByRole('checkbox', { name: /Pre-sales/ }).check();
    await until('the area', async () => (await saved()).solutionArea === 'business_applications');
    expect(await saved()).toMatchObject({ activities: ['presales'], products: [], incentiveOptOut: false });
  });

  test('follows a claim where long requests are cut off', async () => {
    const id = await submittedClaim(avery, 'Cut off');
    const page = await open('avery', `/associations/${id}`);
    await page.getByText('The history is intact').waitFor();
    await page.route('**/claims/*wait=*', (route) => route.abort());
    await page.waitForRequest(/wait=/);
    expect((await avery.post(`claims/${id}/withdraw`, { reason: 'Not now.' })).status).toBe(200);
    await page.getByText('Withdrawn', { exact: true }).first().waitFor({ timeout: 10_000 });
  });

  test('goes on with an upload whose connection was lost', async () => {
    const id = await completeDraft(avery, 'Lost upload');
    const page = await open('avery', `/associations/${id}/edit/proof`);
    await page.getByRole('button', { name: 'browse' }).waitFor();
    await page.context().setOffline(true);
    const file = { name: 'second.txt', mimeType: 'text/plain', buffer: Buffer.from('A second statement.\n') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('The connection was lost.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Remove second.txt' }).waitFor();
    expect((await avery.get(`claims/${id}`)).body.poe).toHaveLength(2);

    // A proof file goes only after a question.
    const files = async () => (await avery.get(`claims/${id}`)).body.poe.length;
    const remove = page.getByRole('button', { name: 'Remove second.txt' });
    await remove.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await files()).toBe(2);
    await remove.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    // Behind the open dialog no role finds the button: what counts is the record, and the page afterwards.
    await until('the file to be gone', async () => (await files()) === 1);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await remove.waitFor({ state: 'detached' });
  });

  test('asks to sign in again where the sign-in has ended, and keeps what was typed', async () => {
    const id = await completeDraft(avery, 'Signed in');
    const page = await open('avery', `/associations/${id}/edit/activity`);
    const name = page.getByLabel('Name of the claim');
    await name.waitFor();
    // The token is refused from here on, and cannot be renewed.
    await page.evaluate(`for (const key of Object.keys(sessionStorage)) {
      const kept = JSON.parse(sessionStorage.getItem(key));
      if (!kept.access_token) continue;
      sessionStorage.setItem(key, JSON.stringify({ ...kept, access_token: 'gone', refresh_token: 'gone', expires_at: 1 }));
    }`);
    await name.fill('Typed before');
    await name.blur();
    await page.getByText('Your sign-in has ended').waitFor({ timeout: 15_000 });
    await expectPortalAccessible(page);
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Sign in again' }).click(),
    ]);
    // The issuer still knows who it is, or asks; the window closes by itself.
    const who = popup.locator('button[value=avery]');
    await Promise.race([popup.waitForEvent('close'), who.click()]).catch(() => undefined);
    await until('what was typed', async () => (await nameOf(id)) === 'Typed before');
    expect(await name.inputValue()).toBe('Typed before');
  });

  test('has no findings of axe on any page', { timeout: 120_000 }, async () => {
    const claim = await submittedClaim(avery, 'For operators');
    await mailsArrived(stack, claim, 1);
    const draft = await completeDraft(avery, 'For pages');
    for (const [user, pages] of [
      ['avery', partnerPages(claim, draft)],
      ['ops', operatorPages(claim)],
    ] as const) {
      const page = await open(user, '/');
      for (const [name, path] of pages) {
        await page.goto(`${stack.app}${path}`);
        await pageLoaded(page);
        await expectPortalAccessible(page).catch((error: Error) => {
          throw new Error(`${name}: ${error.message}`);
        });
      }
    }
  });

  test('lets an operator put a claim on hold, with the reason', async () => {
    await submittedClaim(avery, 'To be held');
    const page = await open('ops', '/operations');
    await page.getByLabel('Find a claim').fill('northwind held');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('link', { name: /^To be held/ }).click();
    await page.getByRole('button', { name: 'Put on legal hold' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Put on legal hold' }).click();
    await dialog
      .getByRole('alert')
      .or(dialog.getByText(/At least|required/))
      .first()
      .waitFor();
    await dialog.getByLabel('Reason').fill('A court asked for it.');
    await dialog.getByRole('button', { name: 'Put on legal hold' }).click();
    await page.getByText('On legal hold by Ola Persson: A court asked for it.').waitFor();
  });

  test('loads at most 180 kB of script, compressed, for its first page', async () => {
    const sum = await firstLoadBytes(stack);
    expect(sum).toBeGreaterThan(50_000);
    expect(sum).toBeLessThanOrEqual(180_000);
  });
});
