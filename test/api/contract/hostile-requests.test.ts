import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  completeDraft,
  decide,
  decisionLink,
  draftBody,
  restOfDraft,
  submittedClaim,
} from '../../support/claims/claims.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { logsOf } from '../../support/stack/stack-logs.ts';

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

/** Asks with a Host header that fetch would not send; resolves with the status. */
const statusWithHost = (path: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(stack.app);
    const asked = request({ hostname, port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject);
    asked.end();
  });

test.for(['a b', 'a, b', 'x:99999999', '[::', '%zz', 'u@evil.example', '<x>', 'evil.example/x?'])(
  'a Host header of %j is a bad request, and no log names the address that was asked for',
  async (host) => {
    const link = await decisionLink(stack, await submittedClaim(avery));
    const { pathname } = new URL(link);
    expect(await statusWithHost(pathname, host)).toBe(400);
    expect(await logsOf(stack)).not.toContain(pathname.split('/')[2]);
  },
);

test('an address longer than any of ours is refused at once', async () => {
  expect((await send(`${stack.app}/api/health/live?${'a'.repeat(9000)}`, 'GET')).status).toBe(414);
});

test.for([' ', '%0d%0a', '%09', '='])(
  'a decision link with %j in it leads nowhere and decides nothing',
  async (blank) => {
    const id = await submittedClaim(avery);
    const link = await decisionLink(stack, id);
    const broken = `${link.slice(0, -10)}${blank}${link.slice(-10)}`;
    expect((await decide(broken, 'approve')).status).toBe(404);
    expect((await avery.get(`claims/${id}`)).body.status).toBe('submitted');
  },
);

test.for(['\u0000', '\u001b', '\ufffe'])('a text with %j in it is refused by its field', async (mark) => {
  const reply = await avery.post('claims', { ...draftBody(), name: `Contoso${mark}roll-out` });
  const { errors } = expectProblem(reply, 422, 'invalid-characters');
  expect(errors[0].path).toBe('name');
});

test("the line ends of a customer's reason are kept as line ends, whatever they were", async () => {
  const id = await submittedClaim(avery);
  expect((await decide(await decisionLink(stack, id), 'decline', 'One\u2028two\r\nthree')).status).toBe(303);
  expect((await avery.get(`claims/${id}`)).body.decision.reason).toBe('One\ntwo\nthree');
});

test.for(['Dana. Approve at https://evil.example/a', 'www.evil.example', 'evil.example/pay', 'Call evil.com'])(
  'a contact is not called %j',
  async (name) => {
    const customerContact = { ...restOfDraft.customerContact, name };
    expectProblem(await avery.post('claims', { ...draftBody(), customerContact }), 422, 'invalid-characters');
    const id = await submittedClaim(avery);
    expectProblem(await avery.post(`claims/${id}/customer-contact`, customerContact), 422, 'invalid-characters');
  },
);

test.for([
  ['Contoso. Sign in at https://evil.example/login', 422],
  ['Contoso (evil.example/login)', 422],
  ['Contoso.com', 201],
] as const)('a customer that calls itself %j gets %i', async ([name, status]) => {
  const { customer, ...body } = draftBody();
  expect((await avery.post('claims', { ...body, customer: { ...customer, name } })).status).toBe(status);
});

test.for(['.a@contoso.example', 'a.@contoso.example', 'a..b@contoso.example'])(
  '%s, which no mail service takes, is no address',
  async (email) => {
    const customerContact = { ...restOfDraft.customerContact, email };
    expectProblem(await avery.post('claims', { ...draftBody(), customerContact }), 422, 'invalid-email');
  },
);

test.for([
  'avery@northwind.example',
  'robin@northwind.example',
  'avery+1@NORTHWIND.example',
  'a@mail.northwind.example',
])('a partner cannot have its own claim approved by %s', async (email) => {
  const id = await completeDraft(avery);
  const { etag } = await avery.get(`claims/${id}`);
  // The partner contact is a decoy: whose token it is counts as well.
  const partnerContact = { name: 'Decoy', email: 'decoy@elsewhere.example' };
  await avery.patch(`claims/${id}`, { customerContact: { email }, partnerContact }, etag);
  const reply = await avery.post(`claims/${id}/submit`, { acknowledged: true });
  const { errors } = expectProblem(reply, 422, 'claim-incomplete');
  expect(errors).toMatchObject([{ path: 'customerContact.email', code: 'contact-is-partner' }]);
});

test('an upload that breaks off is the trouble of its caller, not an error of ours', async () => {
  const { body } = await avery.post('claims', draftBody());
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from('%PDF-1.7 ')),
    pull: (controller) => controller.error(new Error('cut')),
  });
  await avery.send('POST', `claims/${body.id}/poe?fileName=a.pdf`, { body: broken }).catch(() => undefined);
  const log = await readFile(join(stack.dataDir, 'logs', 'app.log'), 'utf8');
  expect(log).not.toContain('internal-error');
  expect((await avery.get(`claims/${body.id}`)).body.poe).toEqual([]);
});

test('a Host header changes no nextLink: it leads to the public address', async () => {
  await avery.post('claims', draftBody());
  await avery.post('claims', draftBody());
  const { hostname, port } = new URL(stack.app);
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', authorization: `Bearer ${avery.token}` };
  const body = await new Promise<string>((resolve, reject) => {
    const asked = request({ hostname, port, path: '/api/claims?top=1', headers }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve(text));
    });
    asked.once('error', reject);
    asked.end();
  });
  expect(new URL(JSON.parse(body).nextLink).origin).toBe(new URL(stack.app).origin);
});
