import { randomUUID } from 'node:crypto';
import { DEMO_CUSTOMERS } from '../../../local/demo/people.ts';
import { type Client, type Reply, send } from '../http/client.ts';
import { writtenIn } from '../proof/sample-files.ts';
import type { Stack } from '../stack/stack.ts';
import { until } from '../until.ts';
import type { ShownEntry } from './history-chain.ts';

const demoCustomer = DEMO_CUSTOMERS.find(({ domain }) => domain === 'contoso.example');

/** The customer of the demo. Whoever has a claim for it approved takes its unit from every other file of the stack. */
export const contoso = { domain: 'contoso.example', directoryId: demoCustomer?.directoryId ?? '', name: 'Contoso' };

/** A customer that no other claim names: a product of a customer has one partner of record at a time. */
export const newCustomer = () => {
  const directoryId = randomUUID();
  return { ...contoso, domain: `${directoryId.replaceAll('-', '')}.${contoso.domain}`, directoryId };
};

/** Body of a draft by Northwind for a new customer: pre-sales, without a product. */
export const draftBody = (name = 'Contoso roll-out') => ({
  name,
  partnerLocation: { mpnId: '4512345' },
  customer: newCustomer(),
  solutionArea: 'business_applications',
  track: 'usage_presales',
  activities: ['presales'],
});

/** The fields of steps 7 and 8 of docs/domain.md. */
export const restOfDraft = {
  products: [{ code: 'power-bi' }],
  customerContact: { name: 'Dana Customer', title: 'IT Director', email: 'dana@contoso.example' },
  partnerContact: { name: 'Avery Howard', email: 'avery@northwind.example' },
};

/** The customer contact at another domain. */
export const contactAt = (domain: string) => ({
  customerContact: { ...restOfDraft.customerContact, email: `dana@${domain}` },
});

export const proof = 'Statement of work, signed by both parties.\n';

const expectStatus = (reply: Reply, status: number): Reply => {
  if (reply.status !== status) throw new Error(`Expected ${status}, got ${reply.status}: ${reply.text}`);
  return reply;
};

/** Body of a draft that lacks nothing but proof, and is no duplicate of another. */
export const completeBody = (name?: string) => ({ ...draftBody(name), ...restOfDraft });

type Proved = { id: string; policy: { templateMandatory: boolean } };

/** Uploads what proves a draft, with its template filled in where that is mandatory. */
export const uploadProof = async (client: Client, { id, policy }: Proved): Promise<void> => {
  expectStatus(await client.upload(id, 'statement.txt', proof), 201);
  if (policy.templateMandatory) await uploadTemplate(client, id);
};

/** Uploads the template of a claim, filled in. */
export const uploadTemplate = async (client: Client, id: string): Promise<void> => {
  const template = await client.download(`claims/${id}/poe-template`);
  expectStatus(await client.upload(id, 'filled in.docx', writtenIn(template)), 201);
};

/** A draft that lacks nothing and is no duplicate of another; `changes` are fields of it. Resolves with its ID. */
export const completeDraft = async (client: Client, name?: string, changes: object = {}): Promise<string> => {
  const created = expectStatus(await client.post('claims', { ...completeBody(name), ...changes }), 201);
  await uploadProof(client, created.body);
  return created.body.id;
};

/** A claim that was submitted; resolves with its ID. The request mail may still be on its way. */
export const submittedClaim = async (client: Client, name?: string, changes: object = {}): Promise<string> => {
  const id = await completeDraft(client, name, changes);
  expectStatus(await client.post(`claims/${id}/submit`, { acknowledged: true }), 202);
  return id;
};

export type OutboxMail = {
  id: string;
  receivedAt: string;
  operationId: string;
  to: string[];
  replyTo: string[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

/** The mails about a claim, oldest first. */
export const mailsOf = async ({ mail }: Pick<Stack, 'mail'>, claimId: string): Promise<OutboxMail[]> =>
  (await send(`${mail}/outbox.json?claim=${claimId}`, 'GET')).body.value;

/** Waits until `count` mails about a claim have arrived. */
export const mailsArrived = (stack: Pick<Stack, 'mail'>, claimId: string, count: number): Promise<OutboxMail[]> =>
  until(`${count} mails about ${claimId}`, async () => {
    const mails = await mailsOf(stack, claimId);
    return mails.length >= count && mails;
  });

/** The decision link in the request mail of a claim. */
export const decisionLink = async (stack: Pick<Stack, 'mail'>, claimId: string): Promise<string> => {
  const [request] = await mailsArrived(stack, claimId, 1);
  const link = /https?:\/\/\S+\/decisions\/[\w.-]+/.exec(request?.text ?? '')?.[0];
  if (link === undefined) throw new Error('The request mail has no link.');
  return link;
};

/** What the form of a request carries about who holds it, as the customer's page shows it now. */
export const seenOn = async (link: string): Promise<string> =>
  /name="seen" value="([^"]*)"/.exec((await send(link, 'GET')).text)?.[1] ?? '';

/** What the customer's browser sends; `seen`: from a page that said that another partner holds it. */
export const decide = (link: string, decision: string, reason = '', seen = ''): Promise<Reply> =>
  send(link, 'POST', {
    body: new URLSearchParams({ decision, reason, seen }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

/** Waits until the claim looks as wanted; resolves with it. */
export const claimWhen = (
  client: Client,
  claimId: string,
  wanted: (claim: Reply['body']) => boolean,
): Promise<Reply['body']> =>
  until(`claim ${claimId} as wanted`, async () => {
    const { body } = await client.get(`claims/${claimId}`);
    return wanted(body) && body;
  });

/** The whole history of a claim, once `count` of its entries are of this event. */
export const historyWith = (client: Client, claimId: string, event: string, count = 1): Promise<ShownEntry[]> =>
  until(`${count} ${event} in the history of ${claimId}`, async () => {
    const { body } = await client.get(`claims/${claimId}/history`);
    const entries: ShownEntry[] = body.value;
    return entries.filter((entry) => entry.event === event).length >= count && entries;
  });

/** Moves the stack's clock forward by an ISO 8601 duration. */
export const advance = async ({ app }: Pick<Stack, 'app'>, duration: string): Promise<void> => {
  expectStatus(await send(`${app}/admin/clock`, 'POST', { json: { advance: duration } }), 200);
};
