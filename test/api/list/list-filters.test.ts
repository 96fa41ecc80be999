import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advance, claimWhen, contoso, submittedClaim } from '../../support/claims/claims.ts';
import { csvRecords, draftFor, listed, namesIn, pages, pathOf } from '../../support/claims/lists.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

// Oldest first: alpha (Seattle, waits), beta (Toronto), then a day later gamma (modern work), delta (Toronto, Power Apps).
let stack: Stack;
let avery: Client;
let alpha: string;

beforeAll(async () => {
  stack = await clockStack();
  avery = await signIn(stack, 'avery');
  alpha = await submittedClaim(avery, 'alpha phase one', { customer: contoso });
  await claimWhen(avery, alpha, ({ request }) => request?.delivery === 'delivered');
  await draftFor(avery, 'adventure-works.example', { name: 'beta phase', partnerLocation: { mpnId: '4512346' } });
  await advance(stack, 'P1D');
  avery = await signIn(stack, 'avery');
  const modern = { solutionArea: 'modern_work_security', track: 'usage', activities: ['m365_usage'] };
  await draftFor(avery, 'fourthcoffee.example', { name: 'gamma Müller', ...modern });
  const products = [{ code: 'power-apps' }, { code: 'power-virtual-agents' }];
  await draftFor(avery, 'adventure-works.example', { name: 'delta', partnerLocation: { mpnId: '4512346' }, products });
});
afterAll(() => stack.stop());

describe('The list of claims', () => {
  test.for([
    ['', 'delta, gamma Müller, beta phase, alpha phase one'],
    ['status=submitted', 'alpha phase one'],
    ['status=submitted,draft&top=2', 'delta, gamma Müller'],
    ['status=approved', ''],
    ['solutionArea=modern_work_security', 'gamma Müller'],
    ['location=4512346', 'delta, beta phase'],
    ['location=4512346,4512345', 'delta, gamma Müller, beta phase, alpha phase one'],
    ['location=nowhere%20%2F%3F%23', ''],
    ['activity=m365_usage', 'gamma Müller'],
    ['activity=presales', 'delta, beta phase, alpha phase one'],
    ['product=power-apps', 'delta'],
    ['product=power-bi,power-apps', 'delta, alpha phase one'],
    ['needsAction=true', 'delta, gamma Müller, beta phase'],
    ['needsAction=false', 'alpha phase one'],
    ['q=phase', 'beta phase, alpha phase one'],
    ['q=PHA', 'beta phase, alpha phase one'],
    ['q=hase', ''],
    ['q=muller', 'gamma Müller'],
    ['q=adventure-works.example', 'delta, beta phase'],
    ['q=adventure%20beta', 'beta phase'],
    ['q=***', ''],
    ['q=virtual%20agents', 'delta'],
    ['q=copilot%20studio', 'delta'],
    ['q=copilot%20alpha', ''],
    ['q=alpha%20power', 'alpha phase one'],
    ['location=4512346&product=power-apps', 'delta'],
    ['location=4512346&status=submitted', ''],
    ['activity=presales&status=draft&q=adventure', 'delta, beta phase'],
    ['solutionArea=business_applications&needsAction=true&location=4512346', 'delta, beta phase'],
    ['deadlineFrom=2020-01-01', 'alpha phase one'],
    ['deadlineTo=2020-01-01', ''],
    ['sort=deadline', 'alpha phase one'],
    ['sort=deadline&location=4512346', ''],
    ['sort=changed&needsAction=true', 'delta, gamma Müller, beta phase'],
    ['sort=changed&location=4512346', 'delta, beta phase'],
    ['sort=changed&status=draft&top=2', 'delta, gamma Müller'],
  ])('with ?%s holds: %s', async ([query = '', names]) => {
    expect((await namesIn(avery, query)).join(', ')).toBe(names);
  });

  test('is narrowed by when claims were created and until when they wait', async () => {
    const [claim] = await listed(avery, 'status=submitted');
    const [day, later] = [claim.createdAt.slice(0, 10), await listed(avery, `createdFrom=${claim.createdAt}&top=4`)];
    expect(later).toHaveLength(4);
    expect(await namesIn(avery, `createdTo=${day}`)).toEqual(['beta phase', 'alpha phase one']);
    expect(await namesIn(avery, `createdTo=${claim.createdAt}`)).toEqual(['alpha phase one']);
    expect(await namesIn(avery, `createdTo=${day}&location=4512346`)).toEqual(['beta phase']);
    expect(await namesIn(avery, `createdFrom=${day}&createdTo=${day}&sort=changed`)).toHaveLength(2);
    const until = claim.deadline.slice(0, 10);
    for (const sort of ['newest', 'changed', 'deadline']) {
      expect(await namesIn(avery, `deadlineFrom=${until}&deadlineTo=${until}&sort=${sort}`)).toEqual([
        'alpha phase one',
      ]);
    }
  });

  test('finds a claim by its ID, and only for its own partner', async () => {
    expect(await namesIn(avery, `q=${alpha}`)).toEqual(['alpha phase one']);
    const kim = await signIn(stack, 'kim');
    for (const query of [`q=${alpha}`, 'q=phase', 'location=4512346', 'sort=changed']) {
      expect(await namesIn(kim, query)).toEqual([]);
    }
  });

  test('follows every change of a claim', async () => {
    const { id } = await draftFor(avery, 'tailwindtraders.example', {
      name: 'epsilon',
      products: [{ code: 'power-bi' }],
    });
    expect(await namesIn(avery, 'q=tailwind')).toEqual(['epsilon']);
    const { etag } = await avery.get(`claims/${id}`);
    const changes = { name: 'zeta', partnerLocation: { mpnId: '4512346' }, products: [{ code: 'power-automate' }] };
    const { etag: changed } = await avery.patch(`claims/${id}`, changes, etag);
    for (const query of ['q=epsilon', 'q=tailwind&product=power-bi', 'q=tailwind&location=4512345']) {
      expect(await namesIn(avery, query)).toEqual([]);
    }
    for (const query of ['q=zeta', 'product=power-automate', 'location=4512346&q=zeta', 'sort=changed&top=1']) {
      expect(await namesIn(avery, query)).toEqual(['zeta']);
    }
    await avery.delete(`claims/${id}`, changed);
    expect(await namesIn(avery, 'q=zeta&status=draft')).toEqual([]);
    expect(await namesIn(avery, 'q=zeta&needsAction=true')).toEqual([]);
    expect(await namesIn(avery, 'q=zeta&status=cancelled')).toEqual(['zeta']);
  });

  test('may be read by readers, and not by operators', async () => {
    const robin = await signIn(stack, 'robin');
    expect(await namesIn(robin, 'location=4512346&product=power-apps')).toEqual(['delta']);
    expectProblem(await (await signIn(stack, 'ops')).get('claims'), 403, 'role-missing');
  });
});

describe('The pages of a list', () => {
  test.for(['newest', 'changed'])(
    'show what is left alone once, whatever is written between them (%s)',
    async (sort) => {
      const q = `page${sort}`;
      const made: { id: string; name: string }[] = [];
      for (let n = 0; n < 9; n += 1) made.push(await draftFor(avery, 'woodgrovebank.example', { name: `${q} ${n}` }));
      const touched = made[2];

      const read = await pages(avery, `q=${q}&status=draft&sort=${sort}&top=2`, async (page) => {
        if (page === 1) await draftFor(avery, 'woodgrovebank.example', { name: `${q} added` });
        if (page === 2 && touched !== undefined) {
          const { etag } = await avery.get(`claims/${touched.id}`);
          await avery.delete(`claims/${touched.id}`, etag);
        }
      });
      const names = read.flat().map(({ name }) => name);
      const expected = [8, 7, 6, 5, 4, 3, 1, 0].map((n) => `${q} ${n}`);
      expect(names.filter((name) => name !== `${q} added`)).toEqual(expected);
      expect(read.slice(0, -1).every((page) => page.length <= 2)).toBe(true);
    },
  );

  test('go on with a link that is good for this partner and this list only', async () => {
    const { nextLink } = (await avery.get('claims?top=1&status=draft')).body;
    const path = pathOf(nextLink);
    expect((await avery.get(path)).status).toBe(200);
    expectProblem(await (await signIn(stack, 'kim')).get(path), 400, 'invalid-query');
    expectProblem(await avery.get(path.replace('draft', 'submitted')), 400, 'invalid-query');
    expectProblem(await avery.get(path.replace('status=draft&', '')), 400, 'invalid-query');
    expectProblem(await avery.get(`${path}&sort=changed`), 400, 'invalid-query');
    expectProblem(await avery.get(path.replace('after=', 'after=A')), 400, 'invalid-query');
    expectProblem(await avery.get(`claims?after=${alpha}`), 400, 'invalid-query');
    expect((await avery.get(path.replace('top=1', 'top=100'))).body.value.length).toBeGreaterThan(1);
    expect((await (await signIn(stack, 'robin')).get(path)).status).toBe(200);
  });
});

describe('The list as CSV', () => {
  const csv = { accept: 'text/csv' };

  test('has all pages, with a header, every column filled from the claim, and CRLF', async () => {
    const reply = await avery.get('claims?status=submitted&top=1', csv);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(reply.headers.get('content-disposition')).toContain('claims.csv');
    const [header, record, ...rest] = csvRecords(reply.text);
    expect(rest).toEqual([]);
    const claim = (await avery.get(`claims/${alpha}`)).body;
    expect(Object.fromEntries((header ?? []).map((name, at) => [name, record?.[at]]))).toEqual({
      'Claim ID': alpha,
      Name: 'alpha phase one',
      Status: 'submitted',
      'Status reason': '',
      'Closed by': '',
      Consent: '',
      Customer: 'Contoso',
      Domain: 'contoso.example',
      'Directory ID': claim.customer.directoryId,
      'MPN ID': '4512345',
      Location: 'Northwind Partners, Seattle',
      'Solution area': 'business_applications',
      Activities: 'presales',
      Products: 'power-bi',
      Deadline: claim.request.deadline,
      Created: claim.createdAt,
      Submitted: claim.submittedAt,
      Closed: '',
      Ended: '',
      Changed: claim.updatedAt,
    });
    expect(reply.text.endsWith('\r\n')).toBe(true);

    const all = csvRecords((await avery.get('claims?top=1', csv)).text).slice(1);
    expect(all.map(([id]) => id)).toEqual((await pages(avery, 'top=100')).flat().map(({ id }) => id));
    expect(csvRecords((await avery.get('claims?status=approved', csv)).text)).toHaveLength(1);
    expectProblem(await avery.get('claims?status=open', csv), 400, 'invalid-query');
  });

  test('cannot be made to run anything, or to break its columns, by a name', async () => {
    const names = ['=HYPERLINK("http://x.example","hostile")', '+hostile', '-hostile', '@hostile', 'hostile, "quoted"'];
    for (const name of names) await draftFor(avery, 'wideworldimporters.example', { name });
    const records = csvRecords((await avery.get('claims?q=hostile&sort=changed', csv)).text).slice(1);
    expect(records.map(([, name]) => name)).toEqual(
      names.map((name) => (/^[=+\-@]/.test(name) ? `'${name}` : name)).toReversed(),
    );
    expect(new Set(records.map(({ length }) => length))).toEqual(new Set([20]));
  });
});
