import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { draftBody } from '../support/claims/claims.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { firstLoadBytes, openPortal } from '../support/portal.ts';
import { startStack } from '../support/stack/stack.ts';

const claims = 1000;
const rounds = 7;

/** Milliseconds are medians. `blocked`: what tasks of the page's thread take beyond 50 ms each, as Lighthouse sums them up. */
export type PortalBench = {
  firstLoadKb: number;
  firstRowMs: number;
  nextPageMs: number;
  blockedMs: number;
  requests: number;
  /** Floor: the API's answer to what the page asks for, without a browser. */
  listMs: number;
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const sampled = async (measure: () => Promise<number>): Promise<number> => {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) took.push(await measure());
  return median(took);
};

const elapsed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

const makeClaims = async (client: Client): Promise<void> => {
  let made = 0;
  const worker = async (): Promise<void> => {
    while (made < claims) {
      made += 1;
      const { status, text } = await client.post('claims', draftBody(`Roll-out ${made}`));
      if (status !== 201) throw new Error(`A draft was answered ${status}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
};

/** Text, since this project's types know no DOM. */
const watchLongTasks = `
  window.blockedMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.blockedMs += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
`;

const firstRow = (page: Page) => page.locator('tbody tr').first();

/** The list of a partner with 1,000 claims in a browser that has the scripts in its cache; undefined without a browser. */
export const benchPortal = async (): Promise<PortalBench | undefined> => {
  const browser = await openBrowser('figures of the portal');
  if (browser === undefined) return undefined;
  const stack = await startStack({ ownStorage: true });
  try {
    const client = await signIn(stack, 'avery');
    await makeClaims(client);
    const { page } = await openPortal(browser, stack, 'avery');
    await page.addInitScript(watchLongTasks);
    const open = async (): Promise<void> => {
      await page.goto(`${stack.app}/associations`);
      await firstRow(page).waitFor();
    };
    await open();

    let requests = 0;
    page.on('request', () => {
      requests += 1;
    });
    const firstRowMs = await sampled(() => elapsed(open));
    requests = 0;
    await open();
    await page.waitForLoadState('networkidle');
    const blockedMs = await page.evaluate<number>('window.blockedMs');
    const perPage = requests;
    const nextPageMs = await sampled(async () => {
      const before = (await firstRow(page).getByText(/^ca-/).textContent()) ?? '';
      return elapsed(async () => {
        await page.getByRole('button', { name: 'Next page' }).click();
        await firstRow(page).filter({ hasNotText: before }).waitFor();
      });
    });
    const listMs = await sampled(() => elapsed(() => client.get('claims')));
    const firstLoadKb = (await firstLoadBytes(stack)) / 1000;
    return { firstLoadKb, firstRowMs, nextPageMs, blockedMs, requests: perPage, listMs };
  } finally {
    await browser.close();
    await stack.stop();
  }
};
