import { appendHistory } from '../../../src/domain/history.ts';
import { createClaimStore } from '../../../src/storage/claims/claim-store.ts';
import { type Reply, send } from '../http/client.ts';
import type { Stack } from '../stack/stack.ts';
import { until } from '../until.ts';
import { mailsOf, type OutboxMail } from './claims.ts';
import { claimsTable } from './claims-table.ts';

/** The second factor, as the customer meets it. */

/** What the customer's browser sends with one of the forms. */
export const sendForm = (link: string, fields: Record<string, string>): Promise<Reply> =>
  send(link, 'POST', {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

/** The mails with a code, oldest first. */
export const codeMails = async (stack: Pick<Stack, 'mail'>, claimId: string): Promise<OutboxMail[]> =>
  (await mailsOf(stack, claimId)).filter(({ subject }) => subject.startsWith('Your code to confirm your answer'));

/** The code in the newest of `count` mails. */
export const codeSent = (stack: Pick<Stack, 'mail'>, claimId: string, count = 1): Promise<string> =>
  until(`${count} codes for ${claimId}`, async () => {
    const mails = await codeMails(stack, claimId);
    return mails.length >= count && /^Code: (\d{6})$/m.exec(mails.at(-1)?.text ?? '')?.[1];
  });

/** Another code than this one. */
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Answers as a customer does who reads the mail with the code. */
export const answerWithCode = async (
  stack: Pick<Stack, 'mail'>,
  { claimId, link, decision, seen = '' }: { claimId: string; link: string; decision: string; seen?: string },
): Promise<Reply> => {
  const asked = await sendForm(link, { decision, reason: '', seen });
  if (asked.status !== 200) return asked;
  return sendForm(link, { decision, reason: '', seen, code: await codeSent(stack, claimId) });
};

/** Gives a submitted claim the policy that its activity might have had, past the API: its customer needs a code. */
export const withSecondFactor = async (
  stack: Pick<Stack, 'storage'>,
  ref: { partnerId: string; claimId: string },
): Promise<void> => {
  const store = createClaimStore(claimsTable(stack));
  await until('the policy on the record', async () => {
    const before = await store.read(ref);
    if (before?.claim.policy === undefined) throw new Error('The claim has not been submitted.');
    const { claim } = before;
    const { status, version, history, policy } = claim;
    const entry = { actor: { kind: 'system' as const }, event: 'customer-verified', from: status, to: status };
    const { head, entries } = appendHistory(history, [entry], claim.updatedAt);
    const [first] = entries;
    if (first === undefined || policy === undefined) return false;
    const changed = { ...claim, version: version + 1, history: head, policy: { ...policy, secondFactor: true } };
    return (await store.save({ claim: changed, entries: [first], before })) !== 'stale';
  });
};
