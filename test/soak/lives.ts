import { setTimeout as pause } from 'node:timers/promises';
import { completeBody, proof } from '../support/claims/claims.ts';
import type { Reply } from '../support/http/client.ts';
import { pick, seeded } from '../support/seeded.ts';
import type { Acknowledged, World } from './world.ts';

/** What becomes of a claim, as far as people have a say in it. The likelier ones are there more often. */
const fates = [
  ...(['approve', 'approve', 'approve', 'approve', 'decline', 'decline', 'silence', 'silence', 'silence'] as const),
  ...(['withdraw', 'ask-and-approve', 'ask-and-silence', 'approve-twice', 'approve-or-decline'] as const),
  ...(['approve-or-withdraw', 'take-back', 'disassociate', 'new-contact', 'cancel'] as const),
] as const;
export type Fate = (typeof fates)[number];

const products = ['power-bi', 'power-apps', 'dynamics-365-sales'] as const;

/** Lives one claim; resolves with what was to become of it. All that depends on chance comes from its number and the seed. */
export const liveClaim = async (world: World, number: number, seed: number): Promise<Fate> => {
  const random = seeded(seed + 7919 * (number + 1));
  const partner = pick(random, world.partners as [World['partners'][0], ...World['partners']]);
  const customer = pick(random, world.customers as [World['customers'][0], ...World['customers']]);
  const fate = pick<Fate>(random, fates);
  const asPartner = world.as(partner.token);
  let keys = 0;
  /** Most callers send a key; without one, a repeated request is another request. */
  const key = (always = false): string | undefined => {
    keys += 1;
    return always || random() < 0.7 ? `soak-${number}-${keys}` : undefined;
  };
  const body = { ...completeBody(`Soak ${number}`), customer, products: [{ code: pick(random, products) }] };
  const location = pick(random, [0, 1] as const);
  const mpnId = partner.locations[location]?.mpnId ?? '';

  const created = await asPartner('POST', 'claims', { key: key(true), json: { ...body, partnerLocation: { mpnId } } });
  expectStatus(created, 201, 'create');
  const claimId: string = created.body.id;
  const note = (what: Acknowledged['what'], which?: string): void => {
    world.acknowledged.push({ claimId, what, ...(which === undefined ? {} : { which }) });
  };
  note('created');

  world.underWay.uploads += 1;
  const uploaded = await asPartner('POST', `claims/${claimId}/poe?fileName=statement.txt`, {
    key: key(true),
    body: proof,
  }).finally(() => {
    world.underWay.uploads -= 1;
  });
  expectStatus(uploaded, 201, 'upload');
  note('uploaded', uploaded.body.fileId);

  const cancel = async (): Promise<Fate> => {
    for (;;) {
      const { etag, body } = await asPartner('GET', `claims/${claimId}`);
      if (body.status !== 'draft') return 'cancel';
      const { status } = await asPartner('DELETE', `claims/${claimId}`, { ifMatch: etag });
      if (status === 204) note('cancelled');
      if (status !== 412) return 'cancel';
    }
  };
  if (fate === 'cancel') return cancel();

  const submitted = await asPartner('POST', `claims/${claimId}/submit`, { key: key(), json: { acknowledged: true } });
  if (submitted.status === 202) note('submitted');
  else {
    // Without a key, the first answer may have been lost.
    const { body: now } = await asPartner('GET', `claims/${claimId}`);
    if (now.status === 'draft' && submitted.body.code !== 'duplicate-claim') {
      throw new Error(`submit: ${submitted.status} ${submitted.text}`);
    }
    if (now.status === 'draft') return cancel();
  }

  /** The customer's page, and then the answer; resolves with the status of the last one. */
  const answer = async (link: string, decision: string, what: Acknowledged['what'], reason = ''): Promise<number> => {
    for (let attempt = 0; ; attempt += 1) {
      const page = await world.insist(`page of ${claimId}`, link, 'GET');
      const seen = /name="seen" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
      const confirmed = decision === 'take-back' ? { confirmed: 'yes' } : {};
      const reply = await world.insist(`${decision} ${claimId}`, link, 'POST', {
        body: new URLSearchParams({ decision, reason, seen, ...confirmed }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      if (reply.status === 303) note(what);
      // 409 with the form: somebody else holds it by now. Who reads it may say it again.
      if (reply.status !== 409 || attempt === 5 || !/name="seen"/.test(reply.text)) return reply.status;
    }
  };
  const withdraw = async (): Promise<void> => {
    const json = { reason: 'No longer wanted.' };
    const { status } = await asPartner('POST', `claims/${claimId}/withdraw`, { key: key(), json });
    if (status === 200) note('withdrawn');
  };
  const request = (kind = 'request') => world.linkIn(claimId, kind);

  switch (fate) {
    case 'approve':
      await answer(await request(), 'approve', 'approved');
      break;
    case 'decline':
      await answer(await request(), 'decline', 'declined', 'Not us.');
      break;
    case 'silence':
      await request();
      break;
    case 'withdraw':
      await withdraw();
      break;
    case 'approve-twice': {
      const link = await request();
      await Promise.all([answer(link, 'approve', 'approved'), answer(link, 'approve', 'approved')]);
      break;
    }
    case 'approve-or-decline': {
      const link = await request();
      await Promise.all([answer(link, 'approve', 'approved'), answer(link, 'decline', 'declined')]);
      break;
    }
    case 'approve-or-withdraw': {
      const link = await request();
      await Promise.all([answer(link, 'approve', 'approved'), withdraw()]);
      break;
    }
    case 'ask-and-silence':
      await answer(await request(), 'ask', 'asked', `What do we get from ${number}?`);
      break;
    case 'ask-and-approve': {
      const link = await request();
      const asked = await answer(link, 'ask', 'asked', `What do we get from ${number}?`);
      if (asked === 303) {
        const { body: claim } = await asPartner('GET', `claims/${claimId}`);
        const text = `A roll-out, number ${number}.`;
        const json = { text, answers: claim.question?.comment };
        const replied = await asPartner('POST', `claims/${claimId}/comments`, { key: key(true), json });
        if (replied.status < 300) note('replied', text);
      }
      await answer(link, 'approve', 'approved');
      break;
    }
    case 'take-back': {
      const link = await request();
      if ((await answer(link, 'approve', 'approved')) === 303) await answer(link, 'take-back', 'taken-back');
      break;
    }
    case 'disassociate':
      if ((await answer(await request(), 'approve', 'approved')) === 303) {
        const json = { reason: 'The work is done.' };
        const ended = await asPartner('POST', `claims/${claimId}/disassociate`, { key: key(), json });
        if (ended.status === 200) note('disassociated');
      }
      break;
    case 'new-contact': {
      await request();
      const json = { name: 'Nia Customer', title: 'CIO', email: `nia${number}@contoso.example` };
      const changed = await asPartner('POST', `claims/${claimId}/customer-contact`, { key: key(true), json });
      if (changed.status === 200) note('contact-changed');
      // The mail to the new contact is the second request.
      if (changed.status === 200) await answer(await request('request 2'), 'approve', 'approved');
      break;
    }
  }
  return fate;
};

const expectStatus = ({ status, text }: Reply, wanted: number, what: string): void => {
  if (status !== wanted) throw new Error(`${what}: ${status} instead of ${wanted}: ${text}`);
};

/** Lives `claims` claims, so many at once; resolves with the errors of those that could not be lived. */
export const liveAll = async (
  world: World,
  { claims, seed, atOnce }: { claims: number; seed: number; atOnce: number },
  progress: (done: number) => void,
): Promise<string[]> => {
  const errors: string[] = [];
  let [next, done] = [0, 0];
  const worker = async (): Promise<void> => {
    while (next < claims) {
      const number = next;
      next += 1;
      await liveClaim(world, number, seed).catch((error: Error) => errors.push(`claim ${number}: ${error.message}`));
      done += 1;
      progress(done);
      await pause(0);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, claims) }, worker));
  return errors;
};
