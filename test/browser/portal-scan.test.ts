import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unanswered } from '../../local/storage/malware-scan.ts';
import { picture } from '../support/browser.ts';
import { browserPages } from '../support/browser-pages.ts';
import { claimWhen, completeBody, mailsArrived, mailsOf } from '../support/claims/claims.ts';
import { deliverEvent, malwareVerdict } from '../support/claims/platform-events.ts';
import { type Client, signIn } from '../support/http/client.ts';
import { expectPortalAccessible } from '../support/portal.ts';
import { type OwnStack, startStack } from '../support/stack/stack.ts';

const { browser, openPortal } = await browserPages('how the portal shows the malware scan');
let stack: OwnStack;
let avery: Client;

beforeAll(async () => {
  if (browser === undefined) return;
  stack = await startStack({ settings: { AWAIT_POE_SCAN: 'on' } });
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack?.stop());

const draftWith = async (content: string) => {
  const { id } = (await avery.post('claims', completeBody('Scanned roll-out'))).body;
  const { fileId } = (await avery.upload(id, 'statement.txt', content)).body;
  return { id, fileId };
};

const verdict = async (id: string, fileId: string, result: string) => {
  const { partnerId } = (await avery.get('partner')).body;
  await deliverEvent(stack, malwareVerdict(`poe/${partnerId}/${id}/${fileId}`, result));
};

describe.skipIf(browser === undefined)('The malware scan', { meta: { needs: 'a browser' } }, () => {
  test('of a file is shown where the partner works, and its end without a reload', async () => {
    const { id, fileId } = await draftWith(unanswered);
    const page = await openPortal(stack, 'avery', `/associations/${id}/edit/proof`);
    const badge = page.getByText('Being checked', { exact: true });
    const download = page.getByRole('button', { name: 'Download statement.txt' });
    await badge.waitFor();
    expect(await download.count()).toBe(0);
    await expectPortalAccessible(page);
    await picture(page, 'scan-pending');

    await page.goto(`${stack.app}/associations/${id}/edit/review`);
    await page.getByText('You can submit now: the request leaves when all of them have been checked.').waitFor();

    await page.goto(`${stack.app}/associations/${id}/edit/proof`);
    await badge.waitFor();
    await verdict(id, fileId, 'No threats found');
    await badge.waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: 'Checked, nothing found: statement.txt' }).waitFor();
    await download.waitFor();
  });

  test('that finds malware in all of the proof tells the partner what to do, and nothing against it', async () => {
    const { id, fileId } = await draftWith(unanswered);
    expect((await avery.post(`claims/${id}/submit`, { acknowledged: true })).status).toBe(202);
    await verdict(id, fileId, 'Malicious');
    await claimWhen(avery, id, ({ attention }) => attention?.raisedBy === 'scan');
    const page = await openPortal(stack, 'avery', `/associations/${id}`);
    await page.getByText('Malware was found in the proof. Add a clean file; then the request leaves.').waitFor();
    expect(await page.getByText('You don’t need to do anything.').count()).toBe(0);
  });

  test('that failed is shown to the partner and to operators, who accept the file with a reason', async () => {
    // A file that failed keeps a draft from being submitted: the verdict comes afterwards.
    const { id, fileId } = await draftWith(unanswered);
    expect((await avery.post(`claims/${id}/submit`, { acknowledged: true })).status).toBe(202);
    await verdict(id, fileId, 'Not Scanned');
    await claimWhen(avery, id, ({ attention }) => attention?.raisedBy === 'scan');
    const partner = await openPortal(stack, 'avery', `/associations/${id}`);
    const badge = partner.getByText('Could not be checked', { exact: true });
    await badge.waitFor();
    await partner.getByText('The request leaves when all files have been checked for malware.').waitFor();
    await expectPortalAccessible(partner);
    await picture(partner, 'scan-failed');

    const operator = await openPortal(stack, 'ops', `/operations/claims/${id}`);
    await operator.getByText('Could not be checked', { exact: true }).waitFor();
    expect(await mailsOf(stack, id)).toEqual([]);
    await operator.getByRole('button', { name: 'Accept file statement.txt' }).click();
    const dialog = operator.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The customer sent the same file to us.');
    await expectPortalAccessible(operator);
    await picture(operator, 'operators-accept-file');
    await dialog.getByRole('button', { name: 'Accept file' }).click();
    await operator.getByText('Accepted unchecked', { exact: true }).waitFor();
    await operator.getByRole('status').filter({ hasText: 'statement.txt has been accepted.' }).waitFor();
    await operator.getByText('Reason: The customer sent the same file to us.').waitFor();

    await mailsArrived(stack, id, 1);
    await badge.waitFor({ state: 'detached' });
    await partner.getByText('Unchecked file accepted by an operator', { exact: false }).waitFor();
  });
});
