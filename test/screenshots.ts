import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { build } from '../local/build.ts';
import { openBrowser } from './support/browser.ts';
import { completeDraft, decide, decisionLink, submittedClaim } from './support/claims/claims.ts';
import { signIn } from './support/http/client.ts';
import { openPortal, pageLoaded } from './support/portal.ts';
import { operatorPages, partnerPages } from './support/portal-pages.ts';
import { type Stack, startStack } from './support/stack/stack.ts';

/** Pictures of every page of the portal, for people to look at: desktop, phone and dark, below .screenshots/. */

const folder = fileURLToPath(new URL('../.screenshots', import.meta.url));
const looks: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
};
const photograph = async (
  browser: Browser,
  stack: Stack,
  look: string,
  [user, pages]: [string, [string, string][]],
) => {
  const { page, context } = await openPortal(browser, stack, user, looks[look]);
  for (const [name, path] of pages) {
    await page.goto(`${stack.app}${path}`);
    await pageLoaded(page);
    await page.screenshot({ path: join(folder, look, `${name}.png`), fullPage: true });
  }
  await context.close();
};

const main = async (): Promise<void> => {
  await build();
  const browser = await openBrowser('pictures');
  if (browser === undefined) return;
  const stack = await startStack();
  try {
    const avery = await signIn(stack, 'avery');
    const approved = await submittedClaim(avery, 'Contoso: Power BI for sales');
    await decide(await decisionLink(stack, approved), 'approve');
    const waiting = await submittedClaim(avery, 'Fabrikam: reports for finance');
    const draft = await completeDraft(avery, 'Adventure Works: apps for the workshop');
    for (const look of Object.keys(looks)) {
      await mkdir(join(folder, look), { recursive: true });
      await photograph(browser, stack, look, [
        'avery',
        [...partnerPages(approved, draft), ['claim-waiting', `/associations/${waiting}`]],
      ]);
      await photograph(browser, stack, look, ['ops', operatorPages(waiting)]);
    }
    process.stdout.write(`Pictures are in ${folder}\n`);
  } finally {
    await browser.close();
    await stack.stop();
  }
};

await main();
