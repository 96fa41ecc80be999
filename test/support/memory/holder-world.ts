import { randomUUID } from 'node:crypto';
import { addClaim } from '../../../src/claims/change-claim.ts';
import { endAssociation } from '../../../src/claims/decision/end-association.ts';
import { openLink } from '../../../src/claims/decision/open-link.ts';
import { recordDecision } from '../../../src/claims/decision/record-decision.ts';
import { takeBack } from '../../../src/claims/decision/take-back.ts';
import type { Deps, Workflow } from '../../../src/claims/deps.ts';
import { seenOf } from '../../../src/claims/holder/holders-of.ts';
import { reconcile } from '../../../src/claims/reconciler/reconcile.ts';
import { submitClaim } from '../../../src/claims/request/submit-claim.ts';
import { withdrawClaim } from '../../../src/claims/request/withdraw-claim.ts';
import { type Claim, type ClaimRef, refOf } from '../../../src/domain/claim.ts';
import { newClaimId } from '../../../src/domain/ids.ts';
import { blobIdOf } from '../../../src/domain/proof/poe-file.ts';
import { overlaps, type SubjectEntry, subjectsOf } from '../../../src/domain/reservation/subject.ts';
import type { Caller } from '../../../src/identity/caller.ts';
import { Problem } from '../../../src/lib/result.ts';
import { createClaimStore } from '../../../src/storage/claims/claim-store.ts';
import { createLedger } from '../../../src/storage/ledger/ledger.ts';
import type { SubjectKind } from '../../../src/storage/ledger/ledger-keys.ts';
import { fromColumns } from '../../../src/storage/table/text-columns.ts';
import { advanceClaim } from '../../../src/workflow/advance-claim.ts';
import { completeRecord, silencePolicy } from '../claims/records.ts';
import { testService } from '../service.ts';
import { memoryRows, memoryTable, type Step } from './memory-table.ts';

/**
 * Several partners, one customer and the real operations over tables in memory. Every operation runs in a process of its own that may
 * die; after each write all claims are looked at.
 */

export const operations = ['submit', 'approve', 'decline', 'silence', 'end', 'take-back', 'withdraw'] as const;
export type Operation = (typeof operations)[number];
/** `target`: which of the claims, or what a submission is for. `stale`: the customer read the page before anything else happened. */
export type Command = { operation: Operation; partner: number; target: number; stale: boolean };

const sales = 'dynamics-365-sales';
const [first, second] = ['0a1b2c3d-0000-4000-8000-00000000000a', '0a1b2c3d-0000-4000-8000-00000000000b'];
/** What claims are for: three units (Power BI, two subscriptions of Dynamics 365 Sales), alone, together, and a product as a whole. */
const contents: Claim['products'][] = [
  [{ code: 'power-bi' }],
  [{ code: sales, subscriptionId: first }],
  [{ code: sales, subscriptionId: second }],
  [{ code: 'power-bi' }, { code: sales, subscriptionId: first }],
  [
    { code: sales, subscriptionId: first },
    { code: sales, subscriptionId: second },
  ],
  [{ code: sales }],
];

const partnerIds = Array.from({ length: 5 }, () => randomUUID());
const callerOf = (partnerId: string): Caller => ({
  partnerId,
  userId: partnerId,
  name: 'Avery Howard',
  email: 'avery@northwind.example',
  roles: ['Partner.Admin'],
});
const graceSeconds = 60;

export const createHolderWorld = () => {
  const store = memoryRows();
  let time = Date.parse('2026-11-23T09:00:00.000Z');
  const refs: ClaimRef[] = [];
  const pages = new Map<string, string>();
  const faults: string[] = [];
  /** When the latest row is due that a process left which died in the future. */
  let latest = 0;

  const records = (): Claim[] =>
    [...store.rows.values()]
      .filter(({ rowKey }) => rowKey.startsWith('c|'))
      .map((row) => JSON.parse(fromColumns(row)) as Claim);
  const rowsOf = (kind: SubjectKind): { subject: string; entry: SubjectEntry }[] =>
    [...store.rows.values()]
      .filter(({ rowKey }) => rowKey.startsWith('s|') && rowKey.endsWith(`|${kind}`))
      .flatMap((row) =>
        (JSON.parse(fromColumns(row)) as SubjectEntry[]).map((entry) => ({
          subject: row.rowKey.slice('s|'.length, -`|${kind}`.length),
          entry,
        })),
      );

  /** Pairs of approved claims of different partners that are for the same. */
  const doubled = (): string[] => {
    const approved = records().filter(({ status }) => status === 'approved');
    return approved.flatMap((one, index) =>
      approved
        .slice(index + 1)
        .filter((other) =>
          subjectsOf(one).some(({ key, covers }) =>
            subjectsOf(other).some((subject) => subject.key === key && overlaps(subject.covers, covers)),
          ),
        )
        .map((other) => `${one.id} and ${other.id}`),
    );
  };
  store.written = () => faults.push(...doubled());

  /** A process of the app; `ahead`: how far (ms) it is in the future. */
  const process = (step: Step = async () => undefined, ahead = 0): { deps: Deps; workflow: Workflow } => {
    const table = memoryTable(store, step);
    // The cast: the operations under test use no more than this.
    const deps = {
      claims: createClaimStore(table),
      ledger: createLedger(table),
      // Every file of a record is stored.
      poe: {
        list: async ({ claimId }: ClaimRef) =>
          records()
            .filter(({ id }) => id === claimId)
            .flatMap(({ poe }) => poe.map((file) => ({ fileId: blobIdOf(file), storedAt: '' }))),
      },
      reference: {
        partner: async () => undefined,
        subscriptions: async () => [],
        directoryOfSubscription: async () => undefined,
      },
      random: (length: number) => new Uint8Array(length),
      links: {
        linkFor: async () => ({ href: 'https://claims.example/decisions/a.b.c', until: '2027-01-01T00:00:00.000Z' }),
        read: async (token: string) => {
          const ref = refs.find(({ claimId }) => claimId === token);
          return ref
            ? { state: 'valid', facts: { ...ref, version: 1, issuedAt: '', purpose: 'decide' } }
            : { state: 'invalid' };
        },
      },
      mail: { address: 'donotreply@claims.example', send: async () => ({ accepted: true }) },
      service: testService,
      policy: silencePolicy,
      holidays: {},
      drafts: { noticeDays: 53, expiryDays: 60 },
      graceSeconds,
      now: () => new Date(time + ahead),
      log: () => undefined,
    } as unknown as Deps;
    const workflow = {
      state: async () => 'ended',
      start: (ref: ClaimRef) => advanceClaim(deps, ref),
      nudge: (claimId: string) => {
        const ref = refs.find((one) => one.claimId === claimId);
        return ref ? advanceClaim(deps, ref) : undefined;
      },
    } as unknown as Workflow;
    return { deps, workflow };
  };

  const submit = async ({ deps, workflow }: ReturnType<typeof process>, partner: number, target: number) => {
    const partnerId = partnerIds[partner % partnerIds.length] ?? '';
    const id = newClaimId(deps.now(), (length) => crypto.getRandomValues(new Uint8Array(length)));
    const products = contents[target % contents.length] ?? [];
    const record = completeRecord({ id, partnerId, partnerName: `Partner ${partner}`, version: 0, products });
    const ref = refOf(record);
    refs.push(ref);
    const draft = await addClaim(deps, { claim: record, entries: [{ actor: record.createdBy, event: 'created' }] });
    if (draft instanceof Problem) throw new Error(draft.detail);
    const submitted = await submitClaim(deps, workflow, { caller: callerOf(partnerId), ref, guard: {} });
    if (!(submitted instanceof Problem)) await remember(ref);
  };

  /** What the customer's page says now. */
  const seenNow = async (ref: ClaimRef): Promise<string> => {
    const view = await openLink(process().deps, ref.claimId);
    return view.show === 'request' ? seenOf(view.holders) : '';
  };
  const remember = async (ref: ClaimRef) => pages.set(ref.claimId, await seenNow(ref));

  const run = async ({ operation, partner, target, stale }: Command, step?: Step): Promise<void> => {
    const open = refs.filter((ref) => pages.has(ref.claimId));
    const ref = open[target % Math.max(1, open.length)];
    if (operation === 'submit' || ref === undefined) return submit(process(step), partner, target);
    const seen = stale ? (pages.get(ref.claimId) ?? '') : await seenNow(ref);
    const ahead = operation === 'silence' ? 30 * 86_400_000 : 0;
    const { deps, workflow } = process(step, ahead);
    const byPartner = { caller: callerOf(ref.partnerId), ref, guard: {} };
    switch (operation) {
      case 'approve':
        await recordDecision(deps, workflow, ref.claimId, { outcome: 'approved', seen });
        return;
      case 'decline':
        await recordDecision(deps, workflow, ref.claimId, { outcome: 'declined', seen });
        return;
      case 'silence': {
        const before = latest;
        latest = Math.max(latest, time + ahead);
        await advanceClaim(deps, ref);
        latest = before;
        return;
      }
      case 'end':
        await endAssociation(deps, workflow, { by: { kind: 'partner' }, ref, reason: 'Over.', guard: {} });
        return;
      case 'take-back':
        await takeBack(deps, workflow, ref.claimId, undefined);
        return;
      case 'withdraw':
        await withdrawClaim(deps, workflow, { ...byPartner, reason: 'Over.' });
    }
  };

  /** One run of the reconciler, when all that may be due is due. */
  const heal = async (step?: Step): Promise<void> => {
    time = Math.max(time, latest) + 10 * graceSeconds * 1000;
    const { deps, workflow } = process(step);
    const { failed } = await reconcile(deps, workflow);
    if (failed > 0) faults.push(`${failed} claims could not be repaired`);
    time += 1000;
  };

  /** What is wrong between rows and records when nothing is under way any more. */
  const disagreements = (): string[] => {
    const claims = new Map(records().map((claim) => [claim.id, claim]));
    const held = rowsOf('holding');
    const orphans = held
      .filter(({ entry }) => claims.get(entry.claimId)?.status !== 'approved')
      .map(({ subject, entry }) => `${subject} is held by ${entry.claimId}: ${claims.get(entry.claimId)?.status}`);
    const lost = [...claims.values()]
      .filter(({ status }) => status === 'approved')
      .flatMap((claim) => subjectsOf(claim).map(({ key }) => ({ claim, key })))
      .filter(({ claim, key }) => !held.some(({ subject, entry }) => subject === key && entry.claimId === claim.id))
      .map(({ claim, key }) => `${claim.id} is approved and does not hold ${key}`);
    const halfWay = [...claims.values()]
      .filter(({ status, decision }) => status === 'submitted' && decision !== undefined)
      .map(({ id }) => `${id} is half approved`);
    const asking = new Set(rowsOf('asking').map(({ subject, entry }) => `${subject} ${entry.claimId}`));
    const unheard = [...claims.values()]
      .filter(({ status }) => status === 'submitted' || status === 'approved')
      .flatMap((claim) => subjectsOf(claim).map(({ key }) => ({ id: claim.id, key })))
      .filter(({ id, key }) => !asking.has(`${key} ${id}`))
      .map(({ id, key }) => `${id} does not ask for ${key}`);
    return [...orphans, ...lost, ...halfWay, ...unheard, ...forgotten()];
  };

  /** Claims for which something remains to be done, and which no row of the ledger tells of. */
  const forgotten = (): string[] => {
    const watched = [...store.rows.values()].filter(({ rowKey, kind }) => /^\d/.test(rowKey) && kind === 'step');
    return records()
      .filter(({ submittedAt, settledAt }) => submittedAt !== undefined && settledAt === undefined)
      .filter(({ id }) => !watched.some(({ claimId }) => claimId === id))
      .map(({ id, status }) => `${id} is ${status}, and no row tells of it`);
  };

  return { run, heal, faults, disagreements, records, tick: () => (time += 1000) };
};
