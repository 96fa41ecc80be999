import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { picture } from '../support/browser.ts';
import { browserPages } from '../support/browser-pages.ts';
import {
  completeBody,
  decide,
  decisionLink,
  newCustomer,
  submittedClaim,
  uploadTemplate,
} from '../support/claims/claims.ts';
import { verifyFile } from '../support/http/certificates.ts';
import { signIn } from '../support/http/client.ts';
import { expectPortalAccessible } from '../support/portal.ts';
import { type Stack, startStack } from '../support/stack/stack.ts';
import { pdfText } from '../support/text/pdf-text.ts';

const { browser, openPortal } = await browserPages('the portal');
let stack: Stack;
let folder: string;

beforeAll(async () => {
  if (browser === undefined) return;
  stack = await startStack();
  folder = await mkdtemp(join(tmpdir(), 'portal-proof-'));
  await writeFile(join(folder, 'statement.txt'), 'Statement of work for Power BI, signed by both parties.\n');
  await writeFile(join(folder, 'program.exe'), 'MZ');
});
afterAll(async () => {
  await stack?.stop();
  if (folder) await rm(folder, { recursive: true });
});

const open = (user: string, options: BrowserContextOptions = {}) => openPortal(stack, user, '/', options);

describe.skipIf(browser === undefined)('The portal', { meta: { needs: 'a browser' } }, () => {
  test('takes a partner from sign-in to the approval of the customer', { timeout: 120_000 }, async () => {
    const page = await open('avery');
    const customer = newCustomer();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await expectPortalAccessible(page);
    await page.getByRole('link', { name: 'Customer associations' }).first().click();
    await page.getByRole('heading', { name: 'No customer associations yet' }).waitFor();
    await expectPortalAccessible(page);
    await page.getByRole('button', { name: 'Customer association' }).first().click();

    // Nothing is wrong before someone has tried; then all of it is, each with a way to its field.
    await page.getByLabel('MPN ID').waitFor();
    expect(await page.getByText('This is missing.').count()).toBe(0);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('3 things need your attention').waitFor();
    await expectPortalAccessible(page);
    await page.getByRole('link', { name: /^MPN ID/ }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-partnerLocation-mpnId');
    await page.getByLabel('MPN ID').selectOption('4512345');
    await page.getByRole('textbox', { name: /domain name/ }).fill(customer.domain);
    await page.getByRole('textbox', { name: /Directory ID/ }).fill(customer.directoryId);
    await page.getByLabel('Customer’s country').selectOption('US');

    // A reload loses nothing that was typed.
    await page.reload();
    expect(await page.getByRole('textbox', { name: /domain name/ }).inputValue()).toBe(customer.domain);
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByRole('radio', { name: 'Business Applications' }).check();
    await page.getByRole('radio', { name: /Usage and/ }).check();
    await page.getByRole('checkbox', { name: /Pre-sales/ }).check();
    await page.getByLabel('Name of the claim').fill('Roll-out by portal');
    await picture(page, 'portal-activity');
    await expectPortalAccessible(page);
    await page.getByRole('button', { name: 'Create claim' }).click();

    await page.getByRole('checkbox', { name: 'Power BI' }).check();
    await page.getByRole('checkbox', { name: 'Power Apps' }).check();
    await page.getByText('2 chosen').waitFor();
    await expectPortalAccessible(page);
    await page.getByRole('button', { name: 'Continue' }).click();

    const contact = page.getByRole('group', { name: 'Customer contact' });
    await contact.getByLabel('Name').fill('Dana Customer');
    await contact.getByLabel('Job title').fill('IT director');
    await contact.getByLabel('E-mail').fill(`dana@${customer.domain}`);
    await page.getByRole('button', { name: 'Use my details' }).click();
    await expectPortalAccessible(page);
    await page.getByRole('button', { name: 'Continue' }).click();

    // A file that is refused says why, and does not stop the other.
    await page.getByRole('button', { name: 'browse' }).waitFor();
    const files = ['program.exe', 'statement.txt'].map((name) => join(folder, name));
    await page.locator('input[type=file]').setInputFiles(files);
    await page.getByText('This type of file is not accepted.').waitFor();
    await page.getByRole('button', { name: 'Remove statement.txt' }).waitFor();
    await picture(page, 'portal-proof');
    await expectPortalAccessible(page);
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByText('Your confirmation, at the end').waitFor();
    expect(await page.getByRole('region', { name: 'How the customer is asked' }).innerText()).toContain(
      'The customer has 5 business days to answer.',
    );
    const mail = page.frameLocator('iframe');
    await mail.getByText('Dear Dana Customer').waitFor();
    // Its style came through the policy, and nothing of it is cut off.
    expect(await mail.locator('body').evaluate('document.body.className')).toBe('back');
    const cutOff = 'document.documentElement.scrollHeight - innerHeight';
    await expect.poll(() => mail.locator('body').evaluate(cutOff)).toBe(0);
    await picture(page, 'portal-review');
    await expectPortalAccessible(page);

    // A gap and an answer each lead to their field, and the way on leads back.
    const focused = () => page.evaluate('document.activeElement.id');
    await page.getByRole('link', { name: /public-sector body: This is missing/ }).click();
    await expect.poll(focused).toBe('field-customer-publicSector');
    await page.getByLabel(/public-sector body/).selectOption('Yes');
    await page.getByText('This country has several.').waitFor();
    await page.getByLabel('Customer’s time zone').selectOption('America/Chicago');
    await page.getByText('Deadlines end at midnight in America/Chicago.').waitFor();
    await page.getByRole('button', { name: 'Back to the review' }).click();
    await page.getByRole('link', { name: /^Disclosure signed/ }).click();
    await expect.poll(focused).toBe('field-disclosureSigned');
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Back to the review' }).click();
    await page.getByRole('link', { name: 'Change: Customer contact, Job title' }).click();
    await expect.poll(focused).toBe('field-customerContact-title');
    await expectPortalAccessible(page);
    await page.getByRole('button', { name: 'Back to the review' }).click();
    await mail.getByText('Dear Dana Customer').waitFor();
    await page.getByRole('button', { name: 'Submit claim' }).click();
    await page.getByRole('link', { name: 'Confirm this to submit the claim.' }).waitFor();
    await page.getByRole('checkbox', { name: /^I confirm/ }).check();
    await page.getByText('Everything is there.').waitFor();
    const longPoll = page.waitForRequest(/[?&]wait=\d/);
    await page.getByRole('button', { name: 'Submit claim' }).click();

    await page.getByText('Waiting for the customer').first().waitFor();
    await page.getByText('The history is intact').waitFor();
    await page.getByText(/Possible in \d+ minutes, from/).waitFor();
    expect(await page.getByRole('button', { name: 'Send again' }).getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByRole('heading', { name: 'Comments' }).count()).toBe(1);
    const claimId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const link = await decisionLink(stack, claimId);
    // The page asks the API to tell it of a change, and is told at once.
    await longPoll;
    expect((await decide(link, 'approve')).status).toBe(303);
    const decidedAt = Date.now();
    await page.getByText('Approved', { exact: true }).first().waitFor({ timeout: 10_000 });
    expect(Date.now() - decidedAt).toBeLessThan(5_000);
    expect(await page.getByRole('status').allTextContents()).toContain('The status has changed: Approved.');
    await page.getByText('Approved by the customer').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Certificate (PDF)' }).click();
    const certificate = await readFile(await (await download).path());
    expect(pdfText(certificate)).toContain('Dana Customer');
    expect((await verifyFile(stack, certificate)).text).toContain('This certificate is genuine');
    await picture(page, 'portal-claim');
    await expectPortalAccessible(page);
  });

  test('finds a product by its former name, asks for a mandatory template, and shows what applies', async () => {
    const avery = await signIn(stack, 'avery');
    const usage = { solutionArea: 'modern_work_security', track: 'usage', activities: ['m365_usage'] };
    const created = await avery.post('claims', { ...completeBody('Viva'), ...usage, products: [] });
    const id = String(created.body.id);
    const page = await openPortal(stack, 'avery', `/associations/${id}/edit/products`);
    await page.getByRole('searchbox', { name: 'Find a product' }).fill('yammer');
    await page.getByRole('checkbox', { name: 'Viva Engage (formerly Yammer)' }).check();
    await page.getByText('1 chosen').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(1);
    await expectPortalAccessible(page);

    await page.goto(`${stack.app}/associations/${id}/edit/proof`);
    await page.getByText('This claim needs its template').waitFor();
    await page.locator('input[type=file]').setInputFiles(join(folder, 'statement.txt'));
    await page.getByRole('button', { name: 'Remove statement.txt' }).waitFor();
    await page.goto(`${stack.app}/associations/${id}/edit/review`);
    const gap = page.getByRole('link', { name: /has to be this claim's template/ });
    await gap.waitFor();
    const policy = page.getByRole('region', { name: 'How the customer is asked' });
    for (const said of [
      'The customer has 5 business days to answer.',
      'We send a reminder on days 3 and 5.',
      'Without an answer, the claim expires.',
      'The proof has to include the template of this claim',
      'without a code',
    ]) {
      expect(await policy.innerText()).toContain(said);
    }
    await picture(page, 'portal-review-policy');
    await expectPortalAccessible(page);
    await uploadTemplate(avery, id);
    await page.reload();
    await policy.waitFor();
    await page.getByText('Your confirmation, at the end').waitFor();
    expect(await gap.count()).toBe(0);
  });

  test('keeps filters, search and the open claim in the address, and exports the list', async () => {
    const id = await submittedClaim(await signIn(stack, 'kim'), 'Fabrikam to be found', {
      partnerLocation: { mpnId: '5209871' },
      partnerContact: { name: 'Kim Akers', email: 'kim@fabrikam.example' },
    });
    const page = await open('kim');
    await page.getByRole('link', { name: 'Customer associations' }).first().click();
    await page.getByRole('link', { name: 'Fabrikam to be found' }).waitFor();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.type('found');
    await page.waitForURL(/q=found/);
    await page.getByRole('link', { name: 'Waiting', exact: true }).click();
    await page.getByRole('link', { name: 'Fabrikam to be found' }).click();
    await page.getByRole('dialog').getByText('The history is intact').waitFor();
    expect(new URL(page.url()).search).toBe(`?tab=waiting&q=found&open=${id}`);
    await expectPortalAccessible(page);
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?tab=waiting&q=found');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await expectPortalAccessible(page);
  });

  test('lets a reader read, and nothing else', async () => {
    const page = await open('robin');
    await page.getByText('You can read your company’s claims.').waitFor();
    await page.getByRole('link', { name: 'Customer associations' }).first().click();
    await page.getByRole('link', { name: 'Needs action' }).waitFor();
    expect(await page.getByRole('button', { name: 'Customer association' }).count()).toBe(0);
  });

  test('speaks German, and fits a phone', { timeout: 60_000 }, async () => {
    const page = await open('avery', { locale: 'de-DE', viewport: { width: 360, height: 740 } });
    await page.getByRole('heading', { name: 'Übersicht' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('de');
    await page.getByRole('link', { name: 'Kundenzuordnungen' }).first().click();
    await page.getByRole('heading', { name: 'Kundenzuordnungen' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, 'portal-phone-de');
    await expectPortalAccessible(page);

    await page.goto(`${stack.app}/associations/new`);
    // What the API refuses is said in German too, and in plain words.
    await page.getByLabel('MPN-ID').selectOption('4512345');
    await page.getByRole('textbox', { name: /Domänenname/ }).fill('contoso.example');
    await page.getByRole('textbox', { name: /Verzeichnis-ID/ }).fill('1234');
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByText('Eine ID hat 32 Ziffern').first().waitFor();
    await expectPortalAccessible(page);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await picture(page, 'portal-phone-new');
  });

  test('keeps its own address in order: assets for ever, pages never, and no other code', async () => {
    const home = await fetch(`${stack.app}/associations`, { headers: { 'accept-encoding': 'br' } });
    expect(home.status).toBe(200);
    expect(home.headers.get('cache-control')).toBe('no-cache');
    expect(home.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(home.headers.get('content-security-policy')).not.toContain('unsafe');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await home.text())?.[1] ?? '';
    const asset = await fetch(`${stack.app}${script}`, { headers: { 'accept-encoding': 'gzip' } });
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect((await fetch(`${stack.app}/assets/gone.js`)).status).toBe(404);
    const frame = await fetch(`${stack.app}/mail-frame.html`);
    expect(frame.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect((await fetch(`${stack.app}/api/nothing`)).headers.get('content-type')).toBe('application/problem+json');
  });
});
