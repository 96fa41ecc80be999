import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectFits, forAxe, picture } from '../support/browser.ts';
import { browserPages } from '../support/browser-pages.ts';
import { codeMails, codeSent, otherCode, withSecondFactor } from '../support/claims/answer-codes.ts';
import { claimWhen, decisionLink, mailsArrived, mailsOf, submittedClaim } from '../support/claims/claims.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { sharedStack } from '../support/stack/shared-stack.ts';
import type { Stack } from '../support/stack/stack.ts';
import { until } from '../support/until.ts';

const { browser, openPage } = await browserPages('the customer’s decision page');
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

const open = (options: BrowserContextOptions = {}): Promise<Page> => openPage([stack.app], options);

/** The page of a new claim, as the customer's browser without script shows it. */
const requestPage = async (options: BrowserContextOptions = {}, changes: object = {}) => {
  const id = await submittedClaim(avery, undefined, changes);
  const page = await open(options);
  const link = await decisionLink(stack, id);
  // The deadline is on the page as soon as the mail is on record.
  await claimWhen(avery, id, ({ request }) => request !== undefined);
  const answer = await page.goto(link);
  return { id, page, answer };
};
const send = { name: 'Send my answer' };

describe.skipIf(browser === undefined)('The decision page, without script', { meta: { needs: 'a browser' } }, () => {
  test('says who asks for what, what follows and by when to answer', async () => {
    const { page, answer, id } = await requestPage();
    expect(answer?.status()).toBe(200);
    expect(await page.title()).toBe('Northwind Partners asks for your approval');
    const text = await page.locator('main').textContent();
    for (const fact of ['Northwind Partners', 'avery@northwind.example', 'contoso.example', 'Power BI', id]) {
      expect(text).toContain(fact);
    }
    expect(text).toMatch(/Please answer by .+ at 23:59 \(UTC\)\. If you do not answer by then, the request expires/);
    expect(text).toContain('gets no administrator rights');
    await picture(page, 'request-desktop');
  });

  test('says who runs the service, and leads to a page that explains requests in any of the languages', async () => {
    const { page } = await requestPage({ viewport: { width: 320, height: 640 } });
    expect(await page.locator('main').textContent()).toContain('Customer associations, run by Claims Example Ltd');
    await page.getByRole('link', { name: /^What this is, how to check that it is genuine/ }).click();
    await page.getByRole('heading', { level: 1, name: 'About requests for your approval' }).waitFor();
    expect(await page.getByRole('link', { name: /^What this is/ }).count()).toBe(0);
    await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Über Anfragen nach Ihrer Zustimmung' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('[aria-current]').textContent()).toBe('Deutsch');
    await expectFits(page);
  });

  test('takes an approval and shows the receipt, again after a reload', async () => {
    const { page, id } = await requestPage();
    await page.getByLabel('Yes, I approve this association').check();
    await page.getByRole('button', send).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You approved this request');
    const { request } = await claimWhen(avery, id, ({ status }) => status === 'approved');
    expect(request.sentTo).toBe('dana@contoso.example');
    await page.reload();
    expect(await page.locator('main').textContent()).toContain('This page is your receipt');
    expect(await mailsArrived(stack, id, 3)).toHaveLength(3);
    await picture(page, 'receipt');
  });

  test('takes a reason with line breaks along with a refusal', async () => {
    const { page, id } = await requestPage();
    await page.getByLabel('No, I decline it').check();
    await page.getByLabel(/^Reason/).fill('We work with <another> partner.\nSorry.');
    await page.getByRole('button', send).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You declined this request');
    expect(await page.locator('main').textContent()).toContain('We work with <another> partner.');
    const { decision } = await claimWhen(avery, id, ({ status }) => status === 'declined');
    expect(decision.reason).toBe('We work with <another> partner.\nSorry.');
  });

  test('asks for a choice when none was made, and keeps what was typed', async () => {
    const { page, id } = await requestPage();
    // A browser that knows `required` would not send the form; older ones and scripts do.
    await page.evaluate('document.forms[0].noValidate = true');
    await page.getByLabel(/^Reason/).fill('I am not sure yet.');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', send).click(),
    ]);
    expect(answer.status()).toBe(422);
    expect(await page.getByRole('alert').textContent()).toBe('Please choose one of the answers.');
    expect(await page.getByLabel(/^Reason/).inputValue()).toBe('I am not sure yet.');
    expect((await avery.get(`claims/${id}`)).body.status).toBe('submitted');
    await picture(page, 'request-error');
  });

  test('keeps the first answer when another one is sent from a second window', async () => {
    const { page, id } = await requestPage();
    const second = await open();
    await second.goto(page.url());
    await page.getByLabel('Yes, I approve this association').check();
    await page.getByRole('button', send).click();
    await second.getByLabel('No, I decline it').check();
    await second.getByRole('button', send).click();
    expect(await second.getByRole('status').textContent()).toContain('Your answer was not recorded');
    expect(await second.getByRole('heading', { level: 1 }).textContent()).toBe('You approved this request');
    expect((await avery.get(`claims/${id}`)).body.status).toBe('approved');
  });

  test('can be answered with the keyboard alone', async () => {
    const { page, id } = await requestPage();
    const focused = () => page.evaluate<string>('document.activeElement.name || document.activeElement.type || ""');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('decision');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('reason');
    await page.keyboard.type('By keyboard.');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('submit');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=You declined this request');
    const { decision } = await claimWhen(avery, id, ({ status }) => status === 'declined');
    expect(decision.reason).toBe('By keyboard.');
  });

  test('takes a question to the partner, and shows the reply', async () => {
    const { page, id } = await requestPage({ viewport: { width: 320, height: 640 } });
    await page.getByLabel('I have a question for Northwind Partners').check();
    await page.getByRole('button', send).click();
    await page.getByRole('alert').getByText('Please write your question into the text field.').waitFor();
    expect(await page.getByLabel('I have a question for Northwind Partners').isChecked()).toBe(true);
    await page.getByLabel(/^Reason, question/).fill('Which figures will you see?');
    await page.getByRole('button', send).click();
    await page.getByRole('heading', { name: 'Questions and replies' }).waitFor();
    await page.getByText('your time to answer is paused').waitFor();
    expect(await page.getByLabel('I have a question for Northwind Partners').count()).toBe(0);
    await expectFits(page, 'a question that waits');
    await picture(page, 'question-320');

    expect((await avery.post(`claims/${id}/comments`, { text: 'The number of licences.', answers: 1 })).status).toBe(
      201,
    );
    await page.reload();
    await page.getByText('"The number of licences."').waitFor();
    await page.getByText('Please answer by').waitFor();
    await expectFits(page, 'a reply');
    await page.getByLabel('Yes, I approve this association').check();
    await page.getByRole('button', send).click();
    await page.getByRole('heading', { level: 1, name: 'You approved this request' }).waitFor();
  });

  test('asks for a code where the policy wants one, by mail, and says so on the receipt', async () => {
    const { page, id } = await requestPage({ viewport: { width: 320, height: 640 } });
    await withSecondFactor(stack, { partnerId: stack.directories?.avery ?? '', claimId: id });
    await page.reload();
    expect(await page.locator('main').textContent()).toContain('we first send a code to your address');
    await page.getByLabel('Yes, I approve this association').check();
    await page.getByLabel(/^Reason/).fill('Good\nwork.');
    await page.getByRole('button', send).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Confirm your answer');
    await expectFits(page);
    await picture(page, 'code-320');
    const code = await codeSent(stack, id);

    await page.getByLabel('Code from the mail').fill(otherCode(code));
    await page.getByRole('button', { name: 'Yes, I approve this association' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('This code is wrong. You have 4 tries left.');
    await expectFits(page);
    await picture(page, 'code-wrong-320');
    await page.getByRole('button', { name: 'Send a new code' }).click();
    await page.getByText('We sent this code less than a minute ago').waitFor();
    await expectFits(page);
    expect(await codeMails(stack, id)).toHaveLength(1);
    await page.getByLabel('Code from the mail').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    // A key does not wait for the page that follows.
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'You approved this request' }).waitFor();
    const receipt = await page.locator('main').textContent();
    expect(receipt).toContain('This answer was confirmed with a code that was sent to dana@contoso.example');
    expect((await claimWhen(avery, id, ({ status }) => status === 'approved')).decision.reason).toBe('Good\nwork.');
    await picture(page, 'code-receipt-320');
  });

  test('leads back from the code to the request, where nothing was recorded', async () => {
    const { page, id } = await requestPage();
    await withSecondFactor(stack, { partnerId: stack.directories?.avery ?? '', claimId: id });
    await page.getByLabel('No, I decline it').check();
    await page.getByRole('button', send).click();
    await page.getByRole('link', { name: 'Back to the request' }).click();
    await page.getByRole('button', send).waitFor();
    expect((await avery.get(`claims/${id}`)).body.status).toBe('submitted');
  });

  test('fits a window of 320 px, before and after the answer', async () => {
    const { page } = await requestPage({ viewport: { width: 320, height: 640 } });
    await expectFits(page);
    await picture(page, 'request-320');
    await page.getByLabel('Yes, I approve this association').check();
    await page.getByRole('button', send).click();
    await expectFits(page);
    await picture(page, 'receipt-320');
  });

  test('fits at 200 % zoom and with text twice as large', async () => {
    // Zoom of 200 % is half the window at two pixels a pixel.
    const { page } = await requestPage({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await expectFits(page);
    await page.evaluate('document.documentElement.style.fontSize = "32px"');
    await expectFits(page);
  });

  test('prints on white, with everything on it', async () => {
    const { page } = await requestPage();
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    await picture(page, 'request-print');
  });

  test('hands the certificate out behind the answer, and anyone can verify it; a changed byte shows', async () => {
    const { page, id } = await requestPage({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    await page.getByLabel('Yes, I approve this association').check();
    await page.getByRole('button', send).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the certificate (PDF)' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`Certificate ${id}.pdf`);
    const pdf = await readFile(await saved.path());

    const verify = async (buffer: Buffer): Promise<void> => {
      await page.goto(`${stack.app}/certificates`);
      await expectFits(page);
      await picture(page, 'certificate-form-320');
      const file = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer };
      await page.getByLabel('Certificate (PDF file)').setInputFiles(file);
      await page.getByRole('button', { name: 'Verify' }).click();
    };
    await verify(pdf);
    await page.getByRole('heading', { level: 1, name: 'This certificate is genuine' }).waitFor();
    const text = await page.locator('main').textContent();
    for (const fact of [id, 'Northwind Partners', 'Approved by the customer']) expect(text).toContain(fact);
    await expectFits(page);
    await picture(page, 'certificate-genuine-320');
    await page.getByRole('link', { name: 'Verify another certificate' }).click();
    await page.getByRole('heading', { level: 1, name: 'Verify a certificate' }).waitFor();
    await verify(Buffer.from(pdf.with(pdf.length >> 1, (pdf[pdf.length >> 1] ?? 0) ^ 1)));
    await page.getByRole('heading', { level: 1, name: 'This certificate is not genuine' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain(id);
    await expectFits(page);
    await picture(page, 'certificate-wrong-320');
  });

  test('leads from the mail over a question and a code to a certificate that anyone can verify', async () => {
    const id = await submittedClaim(avery);
    const [request] = await mailsArrived(stack, id, 1);
    await withSecondFactor(stack, { partnerId: stack.directories?.avery ?? '', claimId: id });
    const page = await open({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    // Not on a page of the service, whose policy forbids the style of a mail.
    const openMail = async (html = '') => {
      await page.goto('about:blank');
      await page.setContent(html);
    };
    await openMail(request?.html);
    await page.getByRole('link', { name: /about-requests/ }).click();
    await page.getByRole('heading', { level: 1, name: 'About requests for your approval' }).waitFor();

    await openMail(request?.html);
    await page.getByRole('link', { name: 'Read the request and answer' }).click();
    await page.getByLabel('I have a question for Northwind Partners').check();
    await page.getByLabel(/^Reason, question/).fill('Which figures will you see?');
    await page.getByRole('button', send).click();
    await page.getByText('your time to answer is paused').waitFor();
    expect((await avery.post(`claims/${id}/comments`, { text: 'The number of licences.', answers: 1 })).status).toBe(
      201,
    );
    const reply = await until('the mail with the reply', async () =>
      (await mailsOf(stack, id)).find(({ to, text }) => to[0]?.startsWith('dana@') && text.includes('of licences.')),
    );
    await openMail(reply.html);
    await page.getByRole('link', { name: 'Read the request and answer' }).click();
    await page.getByText('"The number of licences."').waitFor();

    await page.getByLabel('Yes, I approve this association').check();
    await page.getByRole('button', send).click();
    await page.getByLabel('Code from the mail').fill(await codeSent(stack, id));
    await page.getByRole('button', { name: 'Yes, I approve this association' }).click();
    await page.getByRole('heading', { level: 1, name: 'You approved this request' }).waitFor();
    await page.getByText('This answer was confirmed with a code').waitFor();
    await expectFits(page, 'the receipt of the walk');
    await picture(page, 'walk-receipt-320-dark');

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the certificate (PDF)' }).click();
    const buffer = await readFile(await (await download).path());
    await page.goto(`${stack.app}/certificates`);
    const file = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer };
    await page.getByLabel('Certificate (PDF file)').setInputFiles(file);
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByRole('heading', { level: 1, name: 'This certificate is genuine' }).waitFor();
    const { body } = await avery.get(`claims/${id}/history/verification`);
    expect(body).toMatchObject({ intact: true });
  });

  test('shows nothing of the claim where the link is incomplete', async () => {
    const page = await open();
    const id = await submittedClaim(avery);
    const link = await decisionLink(stack, id);
    const answer = await page.goto(link.slice(0, -5));
    expect(answer?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe("We can't find a request for this link");
    expect(await page.locator('main').textContent()).not.toContain('Northwind');
  });
});

describe.skipIf(browser === undefined)('The decision page, as axe sees it', { meta: { needs: 'a browser' } }, () => {
  test('has no findings with the request, with an error, and with the receipt', async () => {
    const { page } = await requestPage(forAxe);
    await expectAccessible(page);
    await page.evaluate('document.forms[0].noValidate = true');
    await page.getByRole('button', send).click();
    await page.waitForSelector('[role=alert]');
    await expectAccessible(page);
    await page.getByLabel('Yes, I approve this association').check();
    await page.getByRole('button', send).click();
    await page.waitForSelector('text=This page is your receipt');
    await expectAccessible(page);
    await page.goto(`${stack.app}/certificates`);
    await expectAccessible(page);
    await page.evaluate('document.forms[0].noValidate = true');
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText('Please choose a file first.').waitFor();
    await expectAccessible(page);
  });
});
