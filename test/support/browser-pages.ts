import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { openBrowser, openPage, type WatchedPage } from './browser.ts';
import { openPortal } from './portal.ts';
import type { Stack } from './stack/stack.ts';

/**
 * The browser of a file of tests. Its pages are closed after each test, which fails when anything went wrong on one of them;
 * `withFaults`: going wrong is what the tests are about.
 */
export const browserPages = async (leftOut: string, { withFaults = false } = {}) => {
  const browser = await openBrowser(leftOut);
  const opened: WatchedPage[] = [];
  afterEach(async () => {
    for (const { context, faults } of opened.splice(0)) {
      await context.close();
      if (!withFaults) expect(faults).toEqual([]);
    }
  });
  afterAll(() => browser?.close());

  const started = () => {
    if (browser === undefined) throw new Error('There is no browser.');
    return browser;
  };
  const kept = (watched: WatchedPage): Page => {
    opened.push(watched);
    return watched.page;
  };
  return {
    browser,
    /** A page without script that may speak with `origins`. */
    openPage: async (origins: string[], options: BrowserContextOptions = {}): Promise<Page> =>
      kept(await openPage(started(), origins, options)),
    /** The portal at this path, with this user signed in. */
    openPortal: async (stack: Stack, user: string, path = '/', options: BrowserContextOptions = {}): Promise<Page> => {
      const page = kept(await openPortal(started(), stack, user, options));
      if (path !== '/') await page.goto(`${stack.app}${path}`);
      return page;
    },
  };
};
