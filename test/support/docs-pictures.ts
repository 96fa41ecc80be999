import { fileURLToPath } from 'node:url';
import { pageFor } from '../../src/functions/decision/pages.ts';
import { pageHeaders } from '../../src/html/page.ts';
import { requestMail } from '../../src/mail/request.ts';
import { openBrowser } from './browser.ts';
import { waitingRecord } from './claims/records.ts';
import { bodyOf, testService } from './service.ts';

/**
 * `npm run docs:pictures`: renders the pictures in the documents. That of the portal needs a fresh stack that is running, and
 * its address: `npm run docs:pictures -- http://127.0.0.1:7071`.
 */

const origin = 'https://claims.example';
const claim = waitingRecord();
const { html: mail } = requestMail({
  service: testService,
  claim,
  holders: [],
  link: `${origin}/decisions/token`,
  deadline: claim.request?.deadline ?? '',
});

const pictures: Record<string, { html: string; headers: Record<string, string>; width: number }> = {
  'decision-page': {
    html: bodyOf(pageFor({ show: 'request', holders: [], claim }, 'en')),
    headers: pageHeaders,
    width: 720,
  },
  'request-mail': { html: mail, headers: { 'content-type': 'text/html; charset=utf-8' }, width: 720 },
};

const browser = await openBrowser('the pictures of the documents');
if (browser === undefined) process.exit(1);
const pathOf = (name: string): string => fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url));

for (const [name, { html, headers, width }] of Object.entries(pictures)) {
  const page = await browser.newPage({ viewport: { width, height: 600 }, javaScriptEnabled: false });
  await page.route('**', (route) => route.fulfill({ body: html, headers }));
  await page.goto(origin);
  await page.screenshot({ path: pathOf(name), fullPage: true });
}

const [portal] = process.argv.slice(2);
if (portal !== undefined) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(portal);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('button[value=avery]').click();
  await page.getByRole('link', { name: 'Customer associations' }).click();
  await page.getByRole('table').waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: pathOf('portal') });
}
await browser.close();
