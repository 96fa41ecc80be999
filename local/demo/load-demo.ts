import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AppClient, signInTo } from './app-client.ts';
import { DEMO_CLAIMS, type DemoClaim, subscriptionsOf } from './demo-claims.ts';
import { catchUp } from './demo-clock.ts';
import { filledTemplate } from './filled-template.ts';
import { DEMO_CUSTOMERS, DEMO_PARTNERS } from './people.ts';

export type DemoOptions = {
  appUrl: string;
  identityUrl: string;
  mailUrl: string;
  /** Notes there that the demo has been loaded. */
  dataDir: string;
  progress: (line: string) => void;
};

const MAIL_LIMIT_MS = 20_000;

/** What a pattern finds in the mails about a claim, as a person would find it there. */
const inMailsOf = async (mailUrl: string, claimId: string, pattern: RegExp): Promise<string> => {
  const giveUpAt = performance.now() + MAIL_LIMIT_MS;
  while (performance.now() < giveUpAt) {
    const answer = await fetch(`${mailUrl}/outbox.json?claim=${encodeURIComponent(claimId)}`);
    // The cast: the mail service of this stack answers so.
    const { value } = (await answer.json()) as { value: { text: string }[] };
    for (const { text } of value) {
      const found = pattern.exec(text)?.[1];
      if (found) return found;
    }
    await pause(100);
  }
  throw new Error(`No mail about ${claimId} with ${pattern} reached the outbox within ${MAIL_LIMIT_MS / 1000} s`);
};

const decisionLink = (mailUrl: string, claimId: string): Promise<string> =>
  inMailsOf(mailUrl, claimId, /(https?:\/\/\S+\/decisions\/[\w.-]+)/);

/** Answers for the customer, who reads the code in the mail where one is asked for (`SECOND_FACTOR=on`). */
const decide = async (
  mailUrl: string,
  claimId: string,
  { decision, reason = '' }: { decision: 'approve' | 'decline'; reason?: string },
): Promise<void> => {
  const link = await decisionLink(mailUrl, claimId);
  const send = (more: { code?: string }) =>
    fetch(link, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: new URL(link).origin },
      body: new URLSearchParams({ decision, reason, ...more }),
    });
  let answer = await send({});
  if (answer.status === 200) answer = await send({ code: await inMailsOf(mailUrl, claimId, /^Code: (\d{6})$/m) });
  if (answer.status !== 303) throw new Error(`The decision page answered with ${answer.status}`);
};

/** Uploads the template of a claim, filled in, if that is missing. */
const uploadTemplate = async (app: AppClient, claim: Record<string, unknown>): Promise<void> => {
  // The cast: the answer to a request for a claim.
  const { id, name, missing } = claim as { id: string; name: string; missing: { code: string }[] };
  if (!missing.some(({ code }) => code === 'template-required')) return;
  const path = `claims/${id}/poe?fileName=Proof%20of%20execution.docx`;
  await app({ method: 'POST', path, bytes: new Uint8Array(await filledTemplate(id, name)) });
};

/** Takes one claim as far as planned. Every step can be repeated, so an interrupted start continues where it ended. */
const walk = async (
  app: AppClient,
  mailUrl: string,
  { key, outcome, reason = '', content }: DemoClaim,
): Promise<void> => {
  const once = (step: string) => ({ 'idempotency-key': `demo-${key}-${step}` });
  const created = await app({ method: 'POST', path: 'claims', body: content, headers: once('create') });
  const path = `claims/${created.body.id}`;
  const claim = await app({ method: 'GET', path });
  let { status } = claim.body;

  if (status === 'draft' && outcome === 'cancelled') {
    await app({ method: 'DELETE', path, headers: { 'if-match': claim.etag } });
  }
  if (status === 'draft' && outcome !== 'draft' && outcome !== 'cancelled') {
    const proof = `Statement of work\n\n${content.name}\n\nSigned by both parties.\n`;
    await app({
      method: 'POST',
      path: `${path}/poe?fileName=Statement%20of%20work.txt`,
      bytes: proof,
      headers: once('proof'),
    });
    await uploadTemplate(app, claim.body);
    const submitted = await app({
      method: 'POST',
      path: `${path}/submit`,
      body: { acknowledged: true },
      headers: once('submit'),
    });
    status = submitted.body.status;
  }
  if (status === 'submitted' && (outcome === 'approved' || outcome === 'ended')) {
    await decide(mailUrl, String(created.body.id), { decision: 'approve' });
    status = 'approved';
  }
  if (status === 'approved' && outcome === 'ended') {
    await app({ method: 'POST', path: `${path}/disassociate`, body: { reason } });
  }
  if (status !== 'submitted') return;
  // The window of an expired one begins with its mail and ends when the clock moves on.
  if (outcome === 'expired') await decisionLink(mailUrl, String(created.body.id));
  if (outcome === 'withdrawn') await app({ method: 'POST', path: `${path}/withdraw`, body: { reason } });
  if (outcome === 'declined') await decide(mailUrl, String(created.body.id), { decision: 'decline', reason });
};

/** Partners with their locations, customers with their subscriptions: what operations would load. */
export const loadReferenceData = async (operations: AppClient): Promise<void> => {
  const partners = DEMO_PARTNERS.map(({ tenantId, ...body }) =>
    operations({ method: 'PUT', path: `operations/partners/${tenantId}`, body }),
  );
  const customers = DEMO_CUSTOMERS.map(({ directoryId, name, domain }) => {
    const body = { name, domain, subscriptions: subscriptionsOf(domain) };
    return operations({ method: 'PUT', path: `operations/customers/${directoryId}/subscriptions`, body });
  });
  await Promise.all([...partners, ...customers]);
};

/** Loads the demo data over the app's own API, once for each data folder. */
export const loadDemo = async ({ appUrl, identityUrl, mailUrl, dataDir, progress }: DemoOptions): Promise<void> => {
  const marker = join(dataDir, 'demo.json');
  if (await readFile(marker).catch(() => undefined)) return;
  const signIn = (user: string) => signInTo(appUrl, identityUrl, user);
  const walkAll = async (claims: DemoClaim[]): Promise<void> => {
    const [avery, kim] = await Promise.all([signIn('avery'), signIn('kim')]);
    await Promise.all(claims.map((claim) => walk({ avery, kim }[claim.user], mailUrl, claim)));
  };
  await loadReferenceData(await signIn('ops'));
  await walkAll(DEMO_CLAIMS.filter(({ outcome }) => outcome === 'expired'));
  await catchUp(appUrl);
  await walkAll(DEMO_CLAIMS.filter(({ outcome }) => outcome !== 'expired'));
  await writeFile(marker, JSON.stringify({ loadedAt: new Date().toISOString() }));
  progress(`demo data  ${DEMO_CLAIMS.length} claims of ${DEMO_PARTNERS.length} partners`);
};
