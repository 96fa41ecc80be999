import { beforeAll, expect, test } from 'vitest';
import { claimWhen, decide, decisionLink, newCustomer, seenOn, submittedClaim } from '../../support/claims/claims.ts';
import { type Client, signIn } from '../../support/http/client.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';

let stack: Stack;
const partners: Client[] = [];
beforeAll(async () => {
  for (let pair = 0; pair < 5; pair += 1) {
    stack = await sharedStack();
    partners.push(await signIn(stack, 'avery'), await signIn(stack, 'kim'));
  }
});

const locations = ['4512345', '5209871'];

test('50 approvals of the claims of ten partners for one product at once make one partner of record', async () => {
  const customer = newCustomer();
  const claims = await Promise.all(
    partners.map(async (client, index) => {
      const partnerLocation = { mpnId: locations[index % 2] };
      const id = await submittedClaim(client, undefined, { customer, partnerLocation });
      return { client, id, link: await decisionLink(stack, id) };
    }),
  );
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => claims)
      .flat()
      .map(async ({ id, link }) => ({ id, reply: await decide(link, 'approve') })),
  );
  const statuses = await Promise.all(
    claims.map(async ({ client, id }) => (await client.get(`claims/${id}`)).body.status as string),
  );
  expect(statuses.toSorted()).toEqual(['approved', ...Array.from({ length: 9 }, () => 'submitted')]);
  const winner = claims[statuses.indexOf('approved')];
  for (const { id, reply } of replies) {
    expect(reply.status).toBe(id === winner?.id ? 303 : 409);
    if (id !== winner?.id) expect(reply.text).toContain('Your partner of record has changed');
  }

  // The customer approves all others too, having read who holds it: each takes over, one after the other.
  const losers = claims.filter((claim) => claim !== winner);
  await Promise.all(losers.map(async ({ link }) => decide(link, 'approve', '', await seenOn(link))));
  const after = await Promise.all(
    claims.map(async ({ client, id }) =>
      claimWhen(client, id, ({ decision, status }) => status !== 'submitted' || !decision),
    ),
  );
  expect(after.filter(({ status }) => status === 'approved')).toHaveLength(1);
  expect(after.find(({ id }) => id === winner?.id)).toMatchObject({ status: 'ended', statusReason: 'superseded' });
});
