import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_USERS } from '../../../local/demo/people.ts';
import { linkIn, takeBack } from '../../support/claims/after-submission.ts';
import {
  claimWhen,
  decide,
  draftBody,
  historyWith,
  mailsArrived,
  mailsOf,
  newCustomer,
  restOfDraft,
} from '../../support/claims/claims.ts';
import { deliverEvent } from '../../support/claims/platform-events.ts';
import { type Client, type Reply, send, signIn } from '../../support/http/client.ts';
import { type FaultyStack, startFaultyStack } from '../../support/stack/faulty-stack.ts';
import { metric, promptTelemetry, received, spansWhen } from '../../support/telemetry.ts';
import { until } from '../../support/until.ts';

/**
 * Whole lives of claims, with values that are found again wherever they are: people, addresses, texts, files, tokens. None of
 * them is in a span, a metric or a line of the log.
 */

const secret = {
  claimName: 'Zanzibar roll-out',
  contactName: 'Quirina Zoltanowski',
  contactTitle: 'Chief Xylophonist',
  contactEmail: 'quirina.zoltanowski@contoso.example',
  otherName: 'Ümit Wrzesniewski',
  otherEmail: 'wrzesniewski@contoso.example',
  bouncing: 'bounce.xaverius@contoso.example',
  partnerName: 'Peregrin Oxenfeld',
  partnerEmail: 'oxenfeld@northwind.example',
  comment: 'The marmalade clause is settled.',
  reason: 'Our ostrich farm was sold.',
  rightPerson: 'Ask Bartholomea Quisling.',
  fileName: 'geheimvertrag-xylander.txt',
  refusedFile: 'lohnliste-xylander.exe',
  fileText: 'Kangaroo statement of work',
  note: 'Signed by the hippopotamus.',
  typo: 'not-an-address-of-quirina',
};
const people = DEMO_USERS.filter(({ id }) => id === 'avery' || id === 'ops');
const tokens: string[] = [];

let stack: FaultyStack;
let avery: Client;

const signedIn = async (user: string): Promise<Client> => {
  const client = await signIn(stack, user);
  tokens.push(client.token);
  return client;
};

beforeAll(async () => {
  stack = await startFaultyStack({ ...promptTelemetry, RECONCILE_SCHEDULE: '* * * * * *' });
  avery = await signedIn('avery');
});
afterAll(() => stack?.stop());

const ok = ({ status, text, body }: Reply) => {
  if (status >= 400) throw new Error(`${status}: ${text}`);
  return body;
};

const contact = (email: string) => ({ name: secret.contactName, title: secret.contactTitle, email });

/** A submitted claim whose every text is one that is looked for. */
const asked = async (email = secret.contactEmail): Promise<string> => {
  const { id } = ok(
    await avery.post('claims', {
      ...draftBody(secret.claimName),
      products: restOfDraft.products,
      customer: newCustomer(),
      customerContact: contact(email),
      technicalContact: contact(secret.otherEmail),
      partnerContact: { name: secret.partnerName, email: secret.partnerEmail },
    }),
  );
  ok(await avery.upload(id, secret.fileName, secret.fileText));
  ok(await avery.post(`claims/${id}/comments`, { text: secret.comment }));
  ok(await avery.post(`claims/${id}/submit`, { acknowledged: true }, { baggage: `who=${secret.contactEmail}` }));
  return id;
};

/** Waits for a mail with a link; resolves with that link. */
const linkOf = (id: string, nth = 1): Promise<string> =>
  until(`link ${nth} of ${id}`, async () => {
    const links = (await mailsOf(stack, id)).map(linkIn).filter((link) => link !== '');
    for (const link of links) tokens.push(link.split('/').at(-1) ?? '');
    return links[nth - 1];
  });

const lives: Record<string, () => Promise<string>> = {
  'approved, ended by the customer': async () => {
    const id = await asked();
    const link = await linkOf(id);
    await send(link, 'GET', { headers: { 'user-agent': secret.contactName } });
    expect((await decide(link, 'approve', secret.reason)).status).toBe(303);
    await historyWith(avery, id, 'receipt-sent');
    const receipt = (await mailsOf(stack, id)).map(linkIn).find((found) => found !== '' && found !== link) ?? '';
    tokens.push(receipt.split('/').at(-1) ?? '');
    expect((await takeBack(receipt, { confirmed: 'yes', reason: secret.reason })).status).toBe(303);
    await claimWhen(avery, id, ({ status }) => status === 'ended');
    return id;
  },
  declined: async () => {
    const id = await asked();
    await decide(await linkOf(id), 'decline', secret.reason);
    await historyWith(avery, id, 'receipt-sent');
    return id;
  },
  'withdrawn after another contact was asked': async () => {
    const id = await asked();
    const link = await linkOf(id);
    await claimWhen(avery, id, ({ request }) => request !== undefined);
    await decide(link, 'not-me', secret.rightPerson);
    ok(
      await avery.post(`claims/${id}/customer-contact`, {
        name: secret.otherName,
        title: secret.contactTitle,
        email: secret.otherEmail,
      }),
    );
    await linkOf(id, 2);
    ok(await avery.post(`claims/${id}/withdraw`, { reason: secret.reason }));
    await claimWhen(avery, id, ({ status }) => status === 'withdrawn');
    return id;
  },
  'not delivered': async () => {
    const id = await asked(secret.bouncing);
    await linkOf(id);
    await claimWhen(avery, id, ({ attention }) => attention !== undefined);
    return id;
  },
};

/** Calls that are refused or fail, with the same values in every place where a caller can put one. */
const refusals = async (id: string): Promise<void> => {
  await avery.post('claims', { ...draftBody(secret.claimName), customerContact: contact(secret.typo) });
  await avery.post('claims', { [secret.contactName]: secret.contactEmail });
  await avery.get(`claims?q=${encodeURIComponent(secret.contactName)}`);
  await avery.get('claims', { accept: 'text/csv' });
  await avery.get(`claims/${encodeURIComponent(secret.contactEmail)}`);
  await avery.upload(id, secret.refusedFile, secret.fileText);
  await avery.upload(id, secret.fileName, '%PDF-1.7 but it is not');
  await send(`${stack.app}/api/${encodeURIComponent(secret.contactName)}?who=${secret.contactEmail}`, 'GET');
  await send(`${stack.app}/decisions/${tokens.at(-1)}/${secret.contactEmail}`, 'GET');
  await send(`${stack.app}/decisions/${tokens.at(-1)}x`, 'POST', { body: secret.reason });
  await avery.get('partner', {
    traceparent: secret.contactEmail,
    tracestate: `who=${secret.contactEmail}`,
    baggage: `who=${secret.contactEmail}`,
  });
  await deliverEvent(stack, { data: { recipient: secret.contactEmail } });
  stack.proxy.fateOf = ({ service }) => (service === 'table' ? { answer: 503 } : undefined);
  await avery.get(`claims/${id}`);
  await avery.post(`claims/${id}/comments`, { text: secret.comment });
  await decide(`${stack.app}/decisions/${tokens.at(-1)}`, 'approve', secret.reason);
  stack.proxy.fateOf = () => undefined;
};

const logs = async (): Promise<string> => {
  const folder = join(stack.dataDir, 'logs');
  const files = await readdir(folder);
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
};

/** A value as it may have been written. */
const spellings = (value: string): string[] => {
  const base64 = Buffer.from(value).toString('base64').replace(/=+$/, '');
  return [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value), base64].map((text) =>
    text.toLowerCase(),
  );
};

test('no span, metric or log line holds a person, an address, a text, a file name or a token', {
  timeout: 120_000,
}, async () => {
  const ids: string[] = [];
  for (const live of Object.values(lives)) ids.push(await live());
  await refusals(ids[0] ?? '');
  const ops = await signedIn('ops');
  ok(await ops.get('operations/claims'));
  const last = await asked();
  await linkOf(last);
  await mailsArrived(stack, last, 1);

  // Each place has what it should, so that what is looked for would be there as well.
  for (const id of [...ids, last]) {
    await spansWhen(stack, id, (spans) => spans.some(({ name }) => name === 'sendMail'));
  }
  await until('a metric of the last mails', async () => (await metric(stack, 'mails.sent')).length > 4);
  await until('the log of the last operation', async () => (await logs()).includes(last));
  const requests = await received(stack);
  const telemetry = requests.map(({ body }) => body).join('\n');
  const log = `${await logs()}\n${stack.output()}`;
  for (const name of ['submitClaim', 'addPoe', 'recordDecision', 'unknownAddress', 'platformEvents', 'reconcile']) {
    expect(telemetry).toContain(`"${name}"`);
    expect(log).toContain(`"operation":"${name}"`);
  }

  const wanted = {
    ...secret,
    ...Object.fromEntries(
      people.flatMap(({ id, name, email, objectId }) => [
        [`name of ${id}`, name],
        [`address of ${id}`, email],
        [`object ID of ${id}`, objectId],
      ]),
    ),
    // The signature is what makes a token one; the beginning repeats from token to token.
    ...Object.fromEntries(tokens.map((token, at) => [`token ${at}`, token.split('.').at(-1) ?? token])),
  };
  expect(tokens.length).toBeGreaterThan(8);
  expect(Object.values(wanted).every((value) => value.length > 5)).toBe(true);
  const places = { telemetry: telemetry.toLowerCase(), log: log.toLowerCase() };
  const found = Object.entries(places).flatMap(([place, text]) =>
    Object.entries(wanted)
      .filter(([, value]) => spellings(value).some((spelling) => text.includes(spelling)))
      .map(([what]) => `${what} in ${place}`),
  );
  expect(found).toEqual([]);
});

test('a line of the log tells the operation, its claim, status, problem code, duration and trace', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const { id } = ok(await avery.post('claims', draftBody(secret.claimName)));
  await avery.post(`claims/${id}/withdraw`, { reason: 'No' }, { traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
  const line = await until('the line', async () => (await logs()).split('\n').find((text) => text.includes(traceId)));
  expect(JSON.parse(line)).toEqual({
    event: 'operation',
    operation: 'withdrawClaim',
    claimId: id,
    status: 'draft',
    code: 'action-not-allowed',
    httpStatus: 409,
    durationMs: expect.any(Number),
    traceId,
  });
});
