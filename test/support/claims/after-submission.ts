import { type Client, send, signIn } from '../http/client.ts';
import type { Stack } from '../stack/stack.ts';
import { until } from '../until.ts';
import {
  advance,
  claimWhen,
  decide,
  decisionLink,
  historyWith,
  mailsOf,
  type OutboxMail,
  submittedClaim,
} from './claims.ts';

const linkPattern = /https?:\/\/\S+\/decisions\/[\w.-]+/;

/** The link in a mail; empty for a mail without one. */
export const linkIn = (mail: OutboxMail | undefined): string => linkPattern.exec(mail?.text ?? '')?.[0] ?? '';

/** The links in the request mails of a claim, oldest first, once there are `count`. */
export const requestLinks = (
  stack: Pick<Stack, 'app' | 'identity' | 'mail'>,
  claimId: string,
  count: number,
): Promise<string[]> =>
  until(`${count} request mails of ${claimId}`, async () => {
    const mails = await mailsOf(stack, claimId);
    const links = mails.filter(({ subject }) => subject.endsWith('asks for your approval')).map(linkIn);
    return links.length >= count && links;
  });

/** A claim that was asked about; resolves once its request is on record. */
export const askedClaim = async (client: Client, name?: string): Promise<string> => {
  const id = await submittedClaim(client, name);
  await claimWhen(client, id, ({ request }) => request !== undefined);
  return id;
};

/** A claim that the customer approved, carried through. */
export const approvedClaim = async (
  stack: Pick<Stack, 'app' | 'identity' | 'mail'>,
  client: Client,
  name?: string,
): Promise<string> => {
  const id = await submittedClaim(client, name);
  await decide(await decisionLink(stack, id), 'approve');
  await historyWith(client, id, 'receipt-sent');
  return id;
};

/** What the customer's browser sends to withdraw an approval. */
export const takeBack = (link: string, fields: Record<string, string> = { confirmed: 'yes' }) =>
  send(link, 'POST', {
    body: new URLSearchParams({ decision: 'take-back', ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

/** Moves the clock; resolves with a client whose token is of the new time. */
export const later = async (stack: Stack, duration: string, user = 'avery'): Promise<Client> => {
  await advance(stack, duration);
  return signIn(stack, user);
};
