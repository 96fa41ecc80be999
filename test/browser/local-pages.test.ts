import { createHash } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIENCE, WEB_CLIENT } from '../../local/services/identity/names.ts';
import { expectAccessible, expectFits, forAxe, picture } from '../support/browser.ts';
import { browserPages } from '../support/browser-pages.ts';
import { contactAt, contoso, mailsArrived, submittedClaim } from '../support/claims/claims.ts';
import { signIn } from '../support/http/client.ts';
import { sharedStack } from '../support/stack/shared-stack.ts';
import type { Stack } from '../support/stack/stack.ts';
import { spansWhen } from '../support/telemetry.ts';

const { browser, openPage } = await browserPages('outbox, traces, sign-in and start page');
let stack: Stack;
let claimId: string;
let traceId: string;

beforeAll(async () => {
  if (browser === undefined) return;
  stack = await sharedStack();
  // At a customer whose name has a length that people have, unlike those made up for tests.
  claimId = await submittedClaim(await signIn(stack, 'avery'), undefined, {
    customer: contoso,
    ...contactAt('contoso.example'),
  });
  await mailsArrived(stack, claimId, 1);
  const spans = await spansWhen(stack, claimId, (found) => found.some(({ name }) => name === 'sendMail'));
  traceId = spans[0]?.traceId ?? '';
});
afterAll(async () => {
  await stack?.stop();
});

const open = async (url: string, options: BrowserContextOptions = {}) => {
  const page = await openPage([stack.app, stack.identity, stack.mail, stack.telemetry], options);
  await page.goto(url);
  return page;
};

/** What stands on more lines than it should: whole cells but the day above a time, and short words of the others. */
const brokenIn = (page: Page): Promise<string[]> =>
  // Text, since this project's types know no DOM.
  page.evaluate(`[...document.querySelectorAll('th, td')].flatMap((cell) => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { data } = texts.currentNode;
      const pieces = cell.matches('th, .whole') ? [{ index: 0, 0: data }] : data.matchAll(/\\w{1,12}/g);
      for (const { index, 0: piece } of pieces) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + piece.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(piece);
      }
    }
    return found;
  })`);

const signInUrl = (): string => {
  const query = new URLSearchParams({
    client_id: WEB_CLIENT,
    response_type: 'code',
    redirect_uri: `${stack.app}/`,
    scope: `openid profile ${AUDIENCE}/access_as_user`,
    state: 'some-state',
    code_challenge: createHash('sha256').update('a'.repeat(43)).digest('base64url'),
    code_challenge_method: 'S256',
  });
  return `${stack.identity}/auth?${query}`;
};

const addresses = (): [string, string][] => [
  ['start', stack.app],
  ['missing', `${stack.app}/no-such-page`],
  ['sign-in', signInUrl()],
  ['outbox', stack.mail],
  ['outbox-empty', `${stack.mail}/?to=nobody@example.com`],
  ['outbox-missing', `${stack.mail}/no-such-page`],
  ['claims', `${stack.telemetry}/traces`],
  ['traces', `${stack.telemetry}/traces?claim=${claimId}`],
  ['trace', `${stack.telemetry}/traces?trace=${traceId}`],
  ['metrics', `${stack.telemetry}/metrics`],
];

describe.skipIf(browser === undefined)('The pages of the local stack', { meta: { needs: 'a browser' } }, () => {
  test('have no findings of axe', async () => {
    for (const [name, url] of addresses()) {
      const page = await open(url, forAxe);
      await picture(page, name);
      await expectAccessible(page);
    }
  });

  test('fit 320 px, without script', async () => {
    for (const [name, url] of addresses()) {
      const page = await open(url, { viewport: { width: 320, height: 640 } });
      await expectFits(page, name);
    }
  });

  test('keep titles of columns, names of spans and durations on one line, and break no word for a narrow window', async () => {
    for (const width of [1100, 700, 390]) {
      for (const [name, url] of [
        ['traces', `${stack.telemetry}/traces?claim=${claimId}`],
        // Mails of this claim alone: customers made up for other tests have longer names than any person's.
        ['outbox', `${stack.mail}/?claim=${claimId}`],
      ] as const) {
        const page = await open(url, { javaScriptEnabled: true, viewport: { width, height: 800 } });
        await picture(page, `${name}-${width}`);
        expect([name, width, await brokenIn(page)]).toEqual([name, width, []]);
      }
    }
  });

  test('lead from the outbox to the mail, and from the mail to the decision page', async () => {
    const page = await open(`${stack.mail}/?claim=${claimId}`);
    await page.getByRole('link', { name: 'Northwind Partners asks for your approval' }).click();
    await picture(page, 'outbox-mail');
    const mail = page.frameLocator('iframe');
    const [decisionPage] = await Promise.all([
      page.context().waitForEvent('page'),
      mail.getByRole('link', { name: 'Read the request and answer' }).click(),
    ]);
    await decisionPage.waitForLoadState();
    expect(await decisionPage.title()).toBe('Northwind Partners asks for your approval');
    expect(new URL(decisionPage.url()).origin).toBe(stack.app);
  });

  test('show the mail around its frame without findings of axe', async () => {
    const page = await open(`${stack.mail}/?claim=${claimId}`, forAxe);
    await page.getByRole('link', { name: 'Northwind Partners asks for your approval' }).click();
    await page.getByRole('link', { name: 'Text part' }).click();
    expect(await page.locator('pre').textContent()).toContain('/decisions/');
    await expectAccessible(page);
  });

  test('let a demo user in and bring them back to the app', async () => {
    const page = await open(signInUrl());
    await page.getByRole('button', { name: /^Avery Howard/ }).click();
    await page.waitForURL(`${stack.app}/**`);
    expect(new URL(page.url()).searchParams.get('state')).toBe('some-state');
    expect(new URL(page.url()).searchParams.get('code')).toBeTruthy();
  });
});
