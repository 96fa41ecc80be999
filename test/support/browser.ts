import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that comes as a package runs on Linux x64; elsewhere one that is installed has to do. */
const packaged = async (): Promise<Browser> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('No packaged browser for this machine.');
  const { default: binary } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await binary.executablePath(), args });
};

const starts = [
  packaged,
  () => chromium.launch({ channel: 'chrome', args }),
  () => chromium.launch({ channel: 'msedge', args }),
];

/**
 * A browser, or undefined on a machine that has none: then a line says what was left out. Where CI is set, a missing
 * browser is an error.
 */
export const openBrowser = async (leftOut: string): Promise<Browser | undefined> => {
  for (const start of starts) {
    const browser = await start().catch(() => undefined);
    if (browser !== undefined) return browser;
  }
  if (process.env.CI) throw new Error(`No browser could be started: ${leftOut} cannot be tested.`);
  process.stderr.write(`No browser could be started. Left out: ${leftOut}.\n`);
  return undefined;
};

/** A page, and what went wrong on it: messages of the console, script errors, requests that left its origins. */
export type WatchedPage = { page: Page; context: BrowserContext; faults: string[] };

/** Opens a page that may speak with `origins` and no one else. */
export const openPage = async (
  browser: Browser,
  origins: string[],
  options: BrowserContextOptions = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // The browser reports an error status of the page itself here; statuses are asserted on where they matter.
    const expected = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && !origins.includes(origin)) faults.push(`request to ${origin}`);
  });
  return { page, context, faults };
};

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Runs axe-core over the whole page and expects no finding. The page's context has scripts on and its CSP bypassed.
 * `except` names rules that do not apply.
 */
export const expectAccessible = async (page: Page, except: string[] = []): Promise<void> => {
  await page.addScriptTag({ path: axeSource });
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  const options = JSON.stringify({ resultTypes: ['violations'], rules });
  // Text, since this project's types know no DOM.
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(findings).toEqual([]);
};

/** Context options for `expectAccessible`. */
export const forAxe = { javaScriptEnabled: true, bypassCSP: true } satisfies BrowserContextOptions;

/** The page is not wider than its window, once it has settled into it. */
export const expectFits = (page: Page, name = page.url()): Promise<void> =>
  expect
    .poll(() => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), {
      message: `${name}: how far (px) it is wider than its window`,
    })
    .toBe(0);

/** Keeps a picture for a person to look at, when SCREENSHOTS names a folder. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
