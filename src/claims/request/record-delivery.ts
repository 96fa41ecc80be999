import { setTimeout as pause } from 'node:timers/promises';
import { type Claim, type ClaimRef, refOf } from '../../domain/claim.ts';
import { type DeliveryReport, undeliveredMessage } from '../../domain/delivery.ts';
import { system } from '../../domain/history.ts';
import { sideOf } from '../../domain/mail-kinds.ts';
import { Problem } from '../../lib/result.ts';
import { linkVersionOf, type MailId, readOperationId } from '../../mail/operation-id.ts';
import type { StoredClaim } from '../../storage/claims/claim-rows.ts';
import type { MailFailure } from '../../storage/mail-failures.ts';
import { type Change, changeClaim, unchanged } from '../change-claim.ts';
import { claimOfMail } from '../claim-of-mail.ts';
import type { Deps, Workflow } from '../deps.ts';
import { addWatchRows } from '../ledger-watch.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import { addsInformation, sendState, undeliveredChange } from './record-undelivered.ts';
import { lateRecord } from './sent-request.ts';

/**
 * What became of a report. Mails with a link that can still be used to answer are followed all the way; of the others only
 * that they did not arrive. That they did costs no storage at all.
 */
export type ReportOutcome =
  | { code: 'foreign-operation' | 'mail-not-followed' }
  | { code: Ignored | 'not-believed' | 'claim-unknown' | 'recorded'; claimId: string };
type Ignored = 'link-replaced' | 'claim-closed' | 'nothing-new' | 'never-sent';

/** How far (ms) the clock of the mail service may be ahead of ours. */
const clockSkewMs = 300_000;
/** How often the partner is told of one link that its mail did not arrive: reports may come and go. */
const maxFailuresTold = 3;

/** Records how far a mail got. A mail that did not arrive is told to whoever can make up for it. */
export const recordDelivery = async (
  deps: Deps,
  workflow: Workflow,
  report: DeliveryReport,
): Promise<ReportOutcome> => {
  const mail = readOperationId(report.operationId);
  if (mail === undefined) return { code: 'foreign-operation' };
  const linkVersion = linkVersionOf(mail);
  const failed = undeliveredMessage(report.delivery) !== undefined;
  if (linkVersion === undefined && !failed) return { code: 'mail-not-followed' };
  const { claimId } = mail;
  if (Date.parse(report.attemptedAt) > deps.now().getTime() + clockSkewMs) return { code: 'not-believed', claimId };
  const waits = ({ claim }: StoredClaim): boolean =>
    linkVersion === undefined ? sendState(claim, mail) === 'not-yet' : waitsForRequest(claim, linkVersion);
  const known = await onRecord(deps, await claimOfMail(deps, mail), waits);
  if (known === undefined) return { code: 'claim-unknown', claimId };

  const ref = refOf(known.claim);
  const stored = await changeClaim<Ignored>(
    deps,
    ref,
    (claim, now) => {
      if (linkVersion === undefined) {
        if (sendState(claim, mail) !== 'sent') return unchanged('never-sent');
        return addsInformation(claim, mail, report)
          ? undeliveredChange(claim, mail, report, now)
          : unchanged('nothing-new');
      }
      if (isClosed(claim) && claim.link?.version === linkVersion) {
        const late = lateRecord(deps, claim, mail, new Date(report.attemptedAt));
        if (late !== undefined) return late;
      }
      const ignored = reasonToIgnore(claim, report, linkVersion);
      return ignored ? unchanged(ignored) : deliveryChange(claim, report, { now, mail: mail.kind });
    },
    {
      known,
      beforeWrite: async (after) => {
        if (failed) await deps.mailFailures.note(failureOf(ref, mail, report));
        await addNoticeRows(deps, ref, after);
      },
    },
  );
  if (stored instanceof Problem) throw new Error(`A delivery report could not be recorded: ${stored.code}.`);
  if (stored.unchanged === undefined && failed) await resumeWorkflow(deps, workflow, ref);
  return { code: stored.unchanged ?? 'recorded', claimId };
};

/** No one records any more that a mail left whose claim was closed before that. */
const isClosed = ({ status }: Claim): boolean => status !== 'submitted' && status !== 'draft';

const waitsForRequest = (claim: Claim, linkVersion: number): boolean =>
  claim.status === 'submitted' && claim.request === undefined && claim.link?.version === linkVersion;

/** A report can be faster than the record of its mail. What a short wait does not settle, the queue brings again. */
const onRecord = async (
  deps: Deps,
  found: StoredClaim | undefined,
  waits: (stored: StoredClaim) => boolean,
): Promise<StoredClaim | undefined> => {
  let stored = found;
  for (let attempts = 0; stored !== undefined && waits(stored); attempts += 1) {
    if (attempts === 10) throw new Error('A delivery report came before its mail was on record.');
    await pause(200);
    stored = await deps.claims.read(refOf(stored.claim));
  }
  return stored;
};

const reasonToIgnore = (
  claim: Claim,
  { delivery, attemptedAt }: DeliveryReport,
  linkVersion: number,
): Ignored | undefined => {
  if (claim.link?.version !== linkVersion || claim.request === undefined) return 'link-replaced';
  if (claim.status !== 'submitted') return 'claim-closed';
  const { request } = claim;
  // The same again, or an attempt before the one that is known already: reports may come twice and in any order.
  // Of two at the same moment the worse one counts: silence must not approve what may not have arrived.
  const isTie = attemptedAt === request.attemptedAt && undeliveredMessage(request.delivery) !== undefined;
  const older = request.attemptedAt !== undefined && (attemptedAt < request.attemptedAt || isTie);
  return request.delivery === delivery || older ? 'nothing-new' : undefined;
};

const deliveryChange = (
  claim: Claim,
  { delivery, attemptedAt }: DeliveryReport,
  { now, mail }: { now: Date; mail: string },
): Change => {
  const { attention, request, ...kept } = claim;
  if (request === undefined) throw new Error('A delivery without a request.');
  const since = now.toISOString();
  const why = undeliveredMessage(delivery);
  const mended = attention?.raisedBy === 'delivery' && attention.needs === 'partner';
  const others = mended ? undefined : attention;
  const raised = why && {
    reason: `The request did not reach the customer contact: ${why}. Change the customer contact, or speak with the customer.`,
    since,
    needs: 'partner' as const,
    raisedBy: 'delivery' as const,
  };
  const standing = others ?? raised;
  const noticesSoFar = request.failuresTold ?? 0;
  // Once per transition from healthy to failed.
  const notifies =
    why !== undefined && undeliveredMessage(request.delivery) === undefined && noticesSoFar < maxFailuresTold;
  return {
    claim: {
      ...kept,
      request: { ...request, delivery, attemptedAt, ...(notifies ? { failuresTold: noticesSoFar + 1 } : {}) },
      ...(standing ? { attention: standing } : {}),
      ...(notifies
        ? { notices: [...(claim.notices ?? []), { kind: 'delivery-failed', number: claim.version + 1, since }] }
        : {}),
    },
    entries: [
      {
        actor: system,
        event: 'delivery-reported',
        detail: { mail, delivery, attemptedAt },
      },
    ],
  };
};

/** Before the record says that the partner must be told, the ledger is told by when that must have happened. */
const addNoticeRows = async (deps: Deps, ref: ClaimRef, after: Claim): Promise<void> => {
  const { attention } = after;
  if (attention?.raisedBy === 'delivery') await deps.ledger.attention.add(ref, attention.reason);
  if (after.notices === undefined) return;
  await addWatchRows(deps, after);
};

const failureOf = (
  ref: ClaimRef,
  mail: Pick<MailId, 'kind' | 'number'>,
  { delivery, attemptedAt }: DeliveryReport,
): MailFailure => ({
  ...ref,
  at: attemptedAt,
  mail: mail.kind,
  number: mail.number,
  to: sideOf(mail),
  delivery,
});
