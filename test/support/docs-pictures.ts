import { fileURLToPath } from 'node:url';
import { pageFor } from '../../src/functions/decision/pages.ts';
import { pageHeaders } from '../../src/html/page.ts';
import { requestMail } from '../../src/mail/request.ts';
import { openBrowser } from './browser.ts';
import { waitingRecord } from './records.ts';

/** `npm run docs:pictures`: draws the pictures of the documents anew. */

const origin = 'https://claims.example';
const claim = waitingRecord();
const { html: mail } = requestMail({
  claim,
  link: `${origin}/decisions/token`,
  deadline: claim.request?.deadline ?? '',
});

const pictures: Record<string, { html: string; headers: Record<string, string>; width: number }> = {
  'decision-page': { html: pageFor({ show: 'request', claim }, 'en').body, headers: pageHeaders, width: 720 },
  'request-mail': { html: mail, headers: { 'content-type': 'text/html; charset=utf-8' }, width: 720 },
};

const browser = await openBrowser('the pictures of the documents');
if (browser === undefined) process.exit(1);
for (const [name, { html, headers, width }] of Object.entries(pictures)) {
  const page = await browser.newPage({ viewport: { width, height: 600 }, javaScriptEnabled: false });
  await page.route('**', (route) => route.fulfill({ body: html, headers }));
  await page.goto(origin);
  const path = fileURLToPath(new URL(`../../docs/pictures/${name}.png`, import.meta.url));
  await page.screenshot({ path, fullPage: true });
}
await browser.close();
