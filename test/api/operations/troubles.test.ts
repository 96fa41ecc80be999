import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxProperty } from '../../../src/documents/docx-text.ts';
import { approvedClaim, askedClaim, linkIn, requestLinks } from '../../support/claims/after-submission.ts';
import {
  claimWhen,
  completeBody,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
  mailsOf,
  newCustomer,
  restOfDraft,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { writtenIn } from '../../support/proof/sample-files.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

/** Troubles that partners report with customer associations, one test for each: see the sources in docs/domain.md. */

let stack: Stack;
let avery: Client;
let ops: Client;
beforeAll(async () => {
  stack = await sharedStack();
  [avery, ops] = await Promise.all([signIn(stack, 'avery'), signIn(stack, 'ops')]);
});
afterAll(() => stack?.stop());

const sales = 'dynamics-365-sales';
/** A subscription belongs to one customer: no other file may use these. */
const idOf = (number: number): string => `5b5c0001-0000-4000-8000-${String(number).padStart(12, '0')}`;
const create = async (changes: object = {}) => {
  const { status, body } = await avery.post('claims', { ...completeBody(), ...changes });
  expect(status).toBe(201);
  return body;
};
type Track = { activities: { code: string; policy: { templateMandatory: boolean } }[] };
const codes = (errors: { path: string; code: string }[]) => errors.map(({ path, code }) => `${path} ${code}`);
const hintsOf = ({ hints }: { hints: { code: string }[] }) => hints.map(({ code }) => code);

test('domain and directory do not match: which of the two is told, and the draft is kept', async () => {
  const other = newCustomer().directoryId;
  const { missing, customer } = await create({ customer: { ...newCustomer(), directoryId: other } });
  expect(codes(missing)).toContain('customer.directoryId customer-mismatched');
  expect(customer.verification.message).toMatch(/belongs to another directory/);
  const nowhere = await create({ customer: { ...newCustomer(), domain: 'nowhere.invalid' } });
  expect(codes(nowhere.missing)).toContain('customer.domain customer-domain-unknown');
});

test('a subscription is refused: each cause has words of its own', async () => {
  const customer = newCustomer();
  const { directoryId, domain, name } = customer;
  const subscriptions = [
    { subscriptionId: idOf(1), product: sales, state: 'active' },
    { subscriptionId: idOf(2), product: sales, state: 'active', channel: 'csp' },
    { subscriptionId: idOf(3), product: sales, state: 'provisioning' },
    { subscriptionId: idOf(4), product: sales, state: 'ended' },
    { subscriptionId: idOf(5), product: 'other', state: 'active' },
    { subscriptionId: idOf(6), product: 'dynamics-365-finance', state: 'active' },
  ];
  const path = `operations/customers/${directoryId}/subscriptions`;
  expect((await ops.send('PUT', path, { json: { name, domain, subscriptions } })).status).toBe(200);
  const messages = new Map<string, string>();
  for (const subscriptionId of [undefined, ...[2, 3, 4, 5, 6, 99].map(idOf), directoryId]) {
    const { missing } = await create({
      customer,
      products: [{ code: sales, ...(subscriptionId ? { subscriptionId } : {}) }],
    });
    const [{ code, message }] = missing;
    messages.set(code, message);
  }
  expect(messages.size).toBe(8);
  expect(new Set(messages.values()).size).toBe(8);
  expect(messages.get('subscription-not-provisioned')).toContain('7 days');
});

test('a wrong activity is found late: the claim is withdrawn, copied and corrected', async () => {
  const id = await askedClaim(avery);
  expect((await avery.post(`claims/${id}/withdraw`, { reason: 'Wrong activity.' })).status).toBe(200);
  const copy = await avery.post(`claims/${id}/copy`);
  expect(copy.body).toMatchObject({ status: 'draft', copiedFrom: id });
  const products = [{ code: 'portals' }];
  const changed = await avery.patch(`claims/${copy.body.id}`, { activities: ['usage'], products }, copy.etag);
  expect(changed.body).toMatchObject({ activities: ['usage'] });
});

test('which Partner ID: locations come with name, country and standing, and one of another region is hinted at', async () => {
  const { locations } = (await avery.get('partner')).body;
  expect(locations[0]).toEqual({
    mpnId: '4512345',
    name: 'Northwind Partners, Seattle',
    country: 'US',
    active: true,
  });
  const far = await create({ customer: { ...newCustomer(), country: 'DE' } });
  expect(hintsOf(far)).toEqual(['location-in-other-region']);
  expect(codes(far.missing)).toEqual(['poe poe-required']);
  expect(hintsOf(await create({ customer: { ...newCustomer(), country: 'CA' } }))).toEqual([]);
});

test('proof is refused: the five reasons are shown before submission', async () => {
  const id = await completeDraft(avery);
  const { readiness } = (await avery.get(`claims/${id}`)).body;
  expect(readiness.map(({ reason }: { reason: string }) => reason)).toEqual([
    'missing-or-wrong-file',
    'no-customer-acknowledgment',
    'missing-or-old-dates',
    'service-not-described',
    'product-not-named',
  ]);
});

test('the reason is unclear: what the customer wrote stands on the claim and in the mail, with what to do', async () => {
  const id = await submittedClaim(avery);
  await decide(await decisionLink(stack, id), 'decline', 'We do not know this project.');
  const claim = await claimWhen(avery, id, ({ status }) => status === 'declined');
  expect(claim).toMatchObject({ statusReason: 'We do not know this project.', closedBy: 'customer' });
  await historyWith(avery, id, 'outcome-sent');
  const told = (await mailsOf(stack, id)).find(({ to }) => to[0] === 'avery@northwind.example');
  expect(told?.text).toContain('We do not know this project.');
  expect(told?.text).toContain('make a new claim');
});

test('the template is suddenly mandatory: the catalogue and the claim say so before the upload, and nothing else does', async () => {
  const { solutionAreas } = (await avery.get('catalogue')).body;
  const asked = solutionAreas
    .flatMap(({ tracks }: { tracks: Track[] }) => tracks.flatMap(({ activities }) => activities))
    .filter(({ policy }: Track['activities'][number]) => policy.templateMandatory);
  expect(asked.map(({ code }: { code: string }) => code)).toEqual(['usage', 'm365_usage']);
  const usage = await create({ activities: ['usage'], products: [{ code: 'portals' }] });
  expect(usage.readiness[0]).toMatchObject({ state: 'missing', message: expect.stringContaining('template') });

  await avery.upload(usage.id, 'statement.txt', 'A statement of work about Portals.');
  const first = async () => (await avery.get(`claims/${usage.id}`)).body.readiness[0];
  expect(await first()).toMatchObject({ state: 'missing', message: expect.stringContaining('download it') });
  const gaps = async () => codes((await avery.get(`claims/${usage.id}`)).body.missing);
  expect(await gaps()).toEqual(['poe template-required']);
  const submit = () => avery.post(`claims/${usage.id}/submit`, { acknowledged: true });
  expect(codes(expectProblem(await submit(), 422, 'claim-incomplete').errors)).toEqual(['poe template-required']);
  const template = await avery.download(`claims/${usage.id}/poe-template`);
  expect(docxProperty(template, 'ClaimId')).toBe(usage.id);
  const blank = await avery.upload(usage.id, 'template.docx', template);
  expect(blank.body).toMatchObject({ templateOf: usage.id, blank: true });
  expect(await first()).toMatchObject({ state: 'missing', message: expect.stringContaining('Nobody wrote') });
  expect(await gaps()).toEqual(['poe template-required']);
  const filledIn = await avery.upload(usage.id, 'filled in.docx', writtenIn(template));
  expect(filledIn.body).toMatchObject({ templateOf: usage.id });
  expect(filledIn.body).not.toHaveProperty('blank');
  expect(await first()).toMatchObject({ state: 'ok', message: expect.stringContaining('template of this claim') });
  expect(await gaps()).toEqual([]);
  expect((await submit()).status).toBe(202);
});

test('an answer is due: the deadline shows on the claim and in words, and lists sort by it', async () => {
  const id = await askedClaim(avery);
  const { request } = (await avery.get(`claims/${id}`)).body;
  expect(request).toMatchObject({ deadline: expect.any(String), deadlineInWords: expect.stringContaining(' at ') });
  expect(request.reminders.length).toBeGreaterThan(0);
  const { value } = (await avery.get('claims?sort=deadline&top=100')).body;
  expect(value.map((line: { id: string }) => line.id)).toContain(id);
});

test('a request hides in comments: it is unread on the claim, in the list, and in a mail', async () => {
  const id = await approvedClaim(stack, avery);
  await ops.post(`operations/claims/${id}/comments`, { text: 'Please add the signed page.' });
  await historyWith(avery, id, 'comment-sent');
  expect((await avery.get(`claims/${id}`)).body.unreadComments).toBe(1);
  expect((await mailsArrived(stack, id, 4)).at(-1)?.text).toContain('Please add the signed page.');
});

test('it cannot be edited any more: the claim says why, and what can be done', async () => {
  const id = await askedClaim(avery);
  // The last write that comes by itself.
  await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
  const { body, etag } = await avery.get(`claims/${id}`);
  expect(body.hints).toMatchObject([{ code: 'locked', message: expect.stringContaining('withdraw') }]);
  expect(body.allowedActions).toEqual(expect.arrayContaining(['withdraw', 'copy']));
  expect(
    expectProblem(await avery.patch(`claims/${id}`, { name: 'x' }, etag), 409, 'action-not-allowed').detail,
  ).toContain('submitted');
});

test('the customer cannot tell what it accepts: the page says what is seen and what is not, and can be kept', async () => {
  const link = await decisionLink(stack, await askedClaim(avery));
  const page = (await send(link, 'GET')).text;
  for (const said of ['will see', 'no administrator rights', 'If you do not answer']) expect(page).toContain(said);
  await decide(link, 'approve');
  expect((await send(link, 'GET')).text).toContain('print');
});

test('the mail is missing: how far it got is shown, it can be asked for again, or sent to someone else', async () => {
  const id = await completeDraft(avery, undefined, {
    customerContact: { ...restOfDraft.customerContact, email: 'bounce@contoso.example' },
  });
  await avery.post(`claims/${id}/submit`, { acknowledged: true });
  const claim = await claimWhen(avery, id, ({ request }) => request?.delivery === 'bounced');
  expect(claim.attention.reason).toContain('Change the customer contact');
  // What the customer's mail system has to let through.
  expect(claim.request).toMatchObject({
    sentFrom: expect.stringContaining('@'),
    subject: expect.stringContaining('asks for'),
  });
  const [mail] = await mailsOf(stack, id);
  expect(claim.request.subject).toBe(mail?.subject);

  expectProblem(await avery.post(`claims/${id}/resend`, {}), 429, 'too-soon');
  const contact = { name: 'Erin Other', title: 'CFO', email: 'erin@contoso.example' };
  expect((await avery.post(`claims/${id}/customer-contact`, contact)).status).toBe(200);
  await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
  expect((await send(linkIn(mail), 'GET')).status).toBe(410);
});

test('the link is used, or replaced: its page says how the claim stands, and whom to ask', async () => {
  const id = await askedClaim(avery);
  const contact = { name: 'Erin Other', title: 'CFO', email: 'erin@contoso.example' };
  await avery.post(`claims/${id}/customer-contact`, contact);
  const [old = '', link = ''] = await requestLinks(stack, id, 2);
  expect((await send(old, 'GET')).text).toContain('is now asking someone else');
  await decide(link, 'approve');
  expect((await send(link, 'GET')).text).toContain('You approved this request');
});

test('"approved" is not shown while the customer can still refuse', async () => {
  const id = await askedClaim(avery);
  expect((await avery.get(`claims/${id}`)).body).not.toHaveProperty('decision');
  const { value } = (await avery.get('claims?status=approved&top=100')).body;
  expect(value.map((line: { id: string }) => line.id)).not.toContain(id);
});

test('declined, ended and withdrawn look different: the list says who and why, and filters by it', async () => {
  const declined = await submittedClaim(avery, 'closed: declined');
  await decide(await decisionLink(stack, declined), 'decline', 'No.');
  const withdrawn = await askedClaim(avery, 'closed: withdrawn');
  await avery.post(`claims/${withdrawn}/withdraw`, { reason: 'Wrong products.' });
  const ended = await approvedClaim(stack, avery, 'closed: ended');
  await avery.post(`claims/${ended}/disassociate`, { reason: 'Over.' });
  const listed = async (query: string) =>
    (await avery.get(`claims?q=closed&top=100&${query}`)).body.value.map(
      ({ status, statusReason, closedBy }: Record<string, string>) => [status, statusReason, closedBy],
    );
  expect(await listed('closedBy=partner')).toEqual([
    ['ended', 'Over.', 'partner'],
    ['withdrawn', 'Wrong products.', 'partner'],
  ]);
  expect(await listed('closedBy=customer')).toEqual([['declined', 'No.', 'customer']]);
  expect(await listed('closedBy=customer&status=ended')).toEqual([]);
  expectProblem(await avery.get('claims?closedBy=nobody'), 400, 'invalid-query');
});

describe('a public-sector customer has not signed the disclosure:', () => {
  test('in the United States it is asked for, and the claim waits for it', async () => {
    const customer = { ...newCustomer(), country: 'US' };
    const asked = await create({ customer });
    expect(codes(asked.missing)).toContain('customer.publicSector required');
    const { etag } = await avery.get(`claims/${asked.id}`);
    const yes = await avery.patch(`claims/${asked.id}`, { customer: { publicSector: true } }, etag);
    expect(codes(yes.body.missing)).toContain('disclosureSigned disclosure-required');
    const signed = await avery.patch(`claims/${asked.id}`, { disclosureSigned: true }, yes.etag);
    expect(signed.body).toMatchObject({ disclosureSigned: true, customer: { publicSector: true } });
    expect(codes(signed.body.missing)).toEqual(['poe poe-required']);
  });
});

test('claims are invisible: a partner sees all of its locations, whoever made them, and who it is signed in for', async () => {
  const id = await completeDraft(avery, undefined, { partnerLocation: { mpnId: '4512346' } });
  const robin = await signIn(stack, 'robin');
  const { value } = (await robin.get('claims?location=4512346')).body;
  expect(value.map((line: { id: string }) => line.id)).toContain(id);
  expect((await robin.get('partner')).body).toMatchObject({
    name: 'Northwind Partners',
    user: { email: 'robin@northwind.example', roles: ['Partner.Reader'] },
  });
  const kim = await signIn(stack, 'kim');
  expectProblem(await kim.get(`claims/${id}`), 404, 'claim-not-found');
  expect((await kim.get('claims?location=4512346')).body.value).toEqual([]);
});

test('figures are missing after the approval: the claim says from when to expect them', async () => {
  const id = await approvedClaim(stack, avery);
  const { hints } = (await avery.get(`claims/${id}`)).body;
  expect(hints).toMatchObject([{ code: 'figures-pending', until: expect.stringMatching(/^\d{4}-\d\d-16$/) }]);
  expect(hints[0].message).toContain(hints[0].until);
});
