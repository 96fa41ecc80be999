import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, type WatchedPage } from './browser.ts';
import type { Stack } from './stack/stack.ts';
import { until } from './until.ts';

/** Opens the portal as a demo user, who signs in at the local issuer as a person would. */
export const openPortal = async (
  browser: Browser,
  stack: Pick<Stack, 'app' | 'identity'>,
  user: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> => {
  const watched = await openPage(browser, [stack.app, stack.identity], {
    javaScriptEnabled: true,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    // Colours then change at once: one on its way to another has no contrast to speak of.
    reducedMotion: 'reduce',
    ...options,
  });
  const { page } = watched;
  await page.goto(stack.app);
  await page.getByRole('main').getByRole('button').click();
  await page.locator(`button[value=${user}]`).click();
  await page.waitForURL(`${stack.app}/**`);
  await page.locator('#main').waitFor();
  return watched;
};

/** Waits until a page shows what it loads. Its requests do not tell: one waits for a change on purpose. */
export const pageLoaded = async (page: Page): Promise<void> => {
  await page.locator('#main :is(h1, h2)').first().waitFor();
  await until('all that the page loads', async () => (await page.locator('[aria-busy=true]').count()) === 0);
};

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Runs axe-core over a page of the portal, without loosening its CSP: as a script of the browser, not of the page.
 * What guards the focus at the edges of a dialog is hidden and can be reached on purpose, so it is left out.
 */
export const expectPortalAccessible = async (page: Page): Promise<void> => {
  // A button on its way from one colour to another has neither: look when nothing moves but what always turns.
  const isStill = (): Promise<boolean> =>
    // Text, since this project's types know no DOM.
    page.evaluate(
      `document.getAnimations().every((one) => one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)`,
    );
  await until('the end of what moves', isStill);
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: await readFile(axeSource, 'utf8') });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run({ exclude: ['[data-tabster-dummy]'] }, { resultTypes: ['violations'] }).then(JSON.stringify)`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  // The cast: what axe.run resolves with, as text.
  const { violations } = JSON.parse(String(result.value)) as AxeResults;
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(findings).toEqual([]);
};

/** How many bytes of script, compressed with gzip, the first page of the portal loads. */
export const firstLoadBytes = async ({ app }: Pick<Stack, 'app'>): Promise<number> => {
  const home = await (await fetch(`${app}/`)).text();
  const scripts = [...home.matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path);
  const sizes = await Promise.all(
    scripts.map(async (path) => {
      const answer = await fetch(`${app}${path}`, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
      return Number(answer.headers.get('content-length'));
    }),
  );
  return sizes.reduce((total, size) => total + size, 0);
};
