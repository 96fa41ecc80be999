import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_CUSTOMERS } from '../../../local/demo/people.ts';
import {
  completeDraft,
  contoso,
  decide,
  decisionLink,
  draftBody,
  historyWith,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
let avery: Client;
/** Names of the claims, newest first. */
let everything: string[];
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
  const woodgrove = DEMO_CUSTOMERS.find(({ domain }) => domain === 'woodgrovebank.example');
  await avery.post('claims', { ...draftBody('Alpha'), partnerLocation: { mpnId: '4512346' } });
  await avery.post('claims', {
    ...draftBody('Beta'),
    solutionArea: 'modern_work_security',
    track: 'usage',
    activities: ['m365_usage'],
  });
  const customer = { domain: 'woodgrovebank.example', directoryId: woodgrove?.directoryId, name: 'Woodgrove Bank' };
  await avery.post('claims', { ...draftBody('Gamma'), customer });
  const cancelled = await avery.post('claims', draftBody('Delta'));
  await avery.delete(`claims/${cancelled.body.id}`, cancelled.etag);
  const submitted = await submittedClaim(avery, 'Epsilon', { customer: contoso });
  await historyWith(avery, submitted, 'request-sent');
  const approved = await submittedClaim(avery, 'Zeta');
  await decide(await decisionLink(stack, approved), 'approve');
  await historyWith(avery, approved, 'receipt-sent');
  await completeDraft(avery, 'Eta 100%_x');
  everything = ['Eta 100%_x', 'Zeta', 'Epsilon', 'Delta', 'Gamma', 'Beta', 'Alpha'];
});
afterAll(() => stack.stop());

type Line = { name: string; createdAt: string };
const namesIn = (reply: { body: { value: Line[] } }): string[] => reply.body.value.map(({ name }) => name);

test('claims come newest first, each with what a list needs', async () => {
  const { body } = await avery.get('claims');
  expect(namesIn({ body })).toEqual(everything);
  expect(body).not.toHaveProperty('nextLink');
  const times = body.value.map(({ createdAt }: Line) => createdAt);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(body.value.find(({ name }: Line) => name === 'Epsilon')).toEqual({
    id: expect.stringMatching(/^ca-/),
    status: 'submitted',
    name: 'Epsilon',
    customer: { domain: 'contoso.example', directoryId: contoso.directoryId, name: 'Contoso' },
    partnerLocation: { mpnId: '4512345', name: 'Northwind Partners, Seattle' },
    solutionArea: 'business_applications',
    activities: ['presales'],
    products: 1,
    productCodes: ['power-bi'],
    needsAction: false,
    attentionReasons: [],
    deadline: expect.stringMatching(/T23:59:59/),
    createdAt: expect.any(String),
    submittedAt: expect.any(String),
    updatedAt: expect.any(String),
  });
});

test('the line of a claim that was answered says when it was', async () => {
  const { value } = (await avery.get('claims?status=approved')).body;
  const [line] = value as { id: string; closedAt: string }[];
  expect(line?.closedAt).toBe((await avery.get(`claims/${line?.id}`)).body.decision.decidedAt);
});

test.for([
  ['status=draft', ['Eta 100%_x', 'Gamma', 'Beta', 'Alpha']],
  ['status=approved,cancelled', ['Zeta', 'Delta']],
  ['status=submitted&status=approved&status=draft', ['Eta 100%_x', 'Zeta', 'Epsilon', 'Gamma', 'Beta', 'Alpha']],
  ['status=expired', []],
  ['status=', ['Eta 100%_x', 'Zeta', 'Epsilon', 'Delta', 'Gamma', 'Beta', 'Alpha']],
  ['q=GAMMA', ['Gamma']],
  ['q=woodgrove', ['Gamma']],
  ['q=woodgrovebank.example', ['Gamma']],
  ['q=100%25_x', ['Eta 100%_x']],
  ['q=%25_', []],
  ["q='%20or%20'1'%20eq%20'1", []],
  ['solutionArea=modern_work_security', ['Beta']],
  ['solutionArea=gardening', []],
  ['location=4512346', ['Alpha']],
  ['needsAction=true', ['Eta 100%_x', 'Gamma', 'Beta', 'Alpha']],
  ['needsAction=false', ['Zeta', 'Epsilon', 'Delta']],
  ['needsAction=true&location=4512345&q=eta', ['Eta 100%_x']],
] as const)('?%s finds %j', async ([query, names]) => {
  const reply = await avery.get(`claims?${query}`);
  expect(reply.status).toBe(200);
  expect(namesIn(reply)).toEqual(names);
});

const follow = async (client: Client, path: string, pages: string[][] = []): Promise<string[][]> => {
  const reply = await client.get(path);
  pages.push(namesIn(reply));
  const { nextLink } = reply.body;
  if (nextLink === undefined) return pages;
  expect(nextLink.startsWith(`${stack.app}/api/claims?`)).toBe(true);
  return follow(client, nextLink.replace(`${stack.app}/api/`, ''), pages);
};

test.for([
  ['top=3', 3, (name: string) => name !== ''],
  ['top=1', 1, (name: string) => name !== ''],
  ['top=7', 7, (name: string) => name !== ''],
  ['top=2&status=draft,approved', 2, (name: string) => !['Epsilon', 'Delta'].includes(name)],
  ['top=2&location=4512345', 2, (name: string) => name !== 'Alpha'],
] as const)('following nextLink of ?%s shows every claim once, in order', async ([query, top, isWanted]) => {
  const pages = await follow(avery, `claims?${query}`);
  expect(pages.flat()).toEqual(everything.filter(isWanted));
  for (const page of pages.slice(0, -1)) expect(page).toHaveLength(top);
  expect(pages.at(-1)).not.toEqual([]);
});

test('claims that come in while someone turns the pages move nothing', async () => {
  const first = await avery.get('claims?top=3');
  const added = await avery.post('claims', draftBody('Theta'));
  const next = first.body.nextLink.replace(`${stack.app}/api/`, '');
  expect((await follow(avery, next)).flat()).toEqual(everything.slice(3));
  expect(namesIn(await avery.get('claims?top=1'))).toEqual(['Theta']);
  await avery.delete(`claims/${added.body.id}`, added.etag);
  everything = ['Theta', ...everything];
});
