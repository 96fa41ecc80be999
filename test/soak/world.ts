import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_PARTNERS, DEMO_USERS } from '../../local/demo/people.ts';
import { mailKind } from '../support/http/call-label.ts';
import { type Reply, type SendOptions, send } from '../support/http/client.ts';
import { pick, seeded } from '../support/seeded.ts';
import { forgeToken } from '../support/stack/forge-token.ts';
import type { TwoHosts } from '../support/stack/two-hosts.ts';
import type { Faults } from './faults.ts';

/** What somebody was told that it has happened: from then on it has to be on the record. */
export type Acknowledged = {
  claimId: string;
  what:
    | 'created'
    | 'uploaded'
    | 'submitted'
    | 'withdrawn'
    | 'cancelled'
    | 'contact-changed'
    | 'replied'
    | 'disassociated'
    | 'approved'
    | 'declined'
    | 'asked'
    | 'taken-back';
  /** Of an upload its ID, of a reply its text. */
  which?: string;
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Long enough for every pause of the app under faults. */
const patienceMs = 240_000;

/** Five partners, their customers, and what they were told. */
export const createWorld = async (
  stack: TwoHosts,
  { mailbox, underWay }: Pick<Faults, 'mailbox' | 'underWay'>,
  { claims, seed }: { claims: number; seed: number },
) => {
  const random = seeded(seed);
  const guid = (): string =>
    '00000000-0000-4000-8000-000000000000'.replaceAll('0', () => Math.floor(random() * 16).toString(16));
  const avery = DEMO_USERS.find(({ id }) => id === 'avery');
  const lifeSeconds = 20 * 365 * 86_400;
  const partners = await Promise.all(
    Array.from({ length: 5 }, async (_, at) => {
      const directoryId = guid();
      const demo = DEMO_PARTNERS[at % DEMO_PARTNERS.length];
      const token = await forgeToken(stack, { user: avery?.id ?? '', claims: { tid: directoryId }, lifeSeconds });
      return { directoryId, token, name: `${demo?.name} ${at + 1}`, locations: demo?.locations ?? [] };
    }),
  );
  const operator = await forgeToken(stack, { user: 'ops', lifeSeconds });
  /** Fewer than claims: partners compete for the same products of a customer. */
  const customers = Array.from({ length: Math.max(3, Math.ceil(claims / 3)) }, (_, at) => {
    const directoryId = guid();
    return { domain: `${directoryId.replaceAll('-', '')}.contoso.example`, directoryId, name: `Contoso ${at}` };
  });

  const acknowledged: Acknowledged[] = [];
  /** Answers that are neither right nor "try again". */
  const wrongAnswers: string[] = [];
  const counts = { requests: 0, retries: 0, lostAnswers: 0, repeated: 0 };
  const repeatedDifferently: string[] = [];

  /** Sends a request to one host or the other until an answer comes that is not "try again". */
  const insist = async (what: string, path: string, method: string, options: SendOptions = {}): Promise<Reply> => {
    const giveUpAt = performance.now() + patienceMs;
    for (let attempt = 0; performance.now() < giveUpAt; attempt += 1) {
      const { url } = pick(random, stack.hosts as [(typeof stack.hosts)[0], ...typeof stack.hosts]);
      counts.requests += 1;
      const reply = await send(`${url}${path}`, method, options).catch(() => undefined);
      if (reply === undefined) counts.lostAnswers += 1;
      else if (reply.status < 500 && reply.status !== 429) return reply;
      else if (reply.status !== 429 && (reply.status !== 503 || reply.headers.get('retry-after') === null)) {
        wrongAnswers.push(`${what}: ${reply.status} ${reply.text.slice(0, 200)}`);
      }
      counts.retries += 1;
      await pause(50 + 100 * Math.min(attempt, 5));
    }
    throw new Error(`No answer within ${patienceMs / 1000} s: ${what}.`);
  };

  type Asked = { key?: string | undefined; ifMatch?: string; json?: unknown; body?: string };
  const as =
    (token: string) =>
    async (method: string, path: string, { key, ifMatch, ...content }: Asked = {}): Promise<Reply> => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(key ? { 'idempotency-key': key } : {}),
        ...(ifMatch ? { 'if-match': ifMatch } : {}),
      };
      const ask = () => insist(`${method} ${path}`, `/api/${path}`, method, { ...content, headers });
      const reply = await ask();
      // Some callers never know whether their request arrived.
      if (key !== undefined && reply.status < 300 && random() < 0.2) {
        const again = await ask();
        counts.repeated += 1;
        if (again.status !== reply.status || again.body?.id !== reply.body?.id) {
          repeatedDifferently.push(`${method} ${path}: ${reply.status}, then ${again.status} ${again.text}`);
        }
      }
      return reply;
    };

  /** The newest mail of a kind about a claim that has a link: the path of it. */
  const linkIn = async (claimId: string, kind: string): Promise<string> => {
    const giveUpAt = performance.now() + patienceMs;
    while (performance.now() < giveUpAt) {
      const found = mailbox.mails.get(claimId)?.find((mail) => mailKind(claimId, mail.operationId) === kind);
      if (found?.link) return found.link;
      await pause(50);
    }
    throw new Error(`No mail '${kind}' about ${claimId} within ${patienceMs / 1000} s.`);
  };

  return {
    underWay,
    partners,
    customers,
    acknowledged,
    wrongAnswers,
    repeatedDifferently,
    counts,
    insist,
    as,
    operator: as(operator),
    linkIn,
  };
};
