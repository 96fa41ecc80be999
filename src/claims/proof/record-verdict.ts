import { type Attention, type Claim, type ClaimRef, type PoeFile, refOf } from '../../domain/claim.ts';
import { system } from '../../domain/history.ts';
import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { scanReasons, withCheckedFile, withoutSettledScanFlag } from '../../domain/proof/proof-check.ts';
import { isUnchecked } from '../../domain/proof/scan.ts';
import { Problem } from '../../lib/result.ts';
import { type Change, changeClaim, type Decision, quietly, unchanged } from '../change-claim.ts';
import type { Deps, Workflow } from '../deps.ts';
import { resumeWorkflow } from '../wake-workflow.ts';
import { beforeProofCounts, continueAfterScan } from './continue-after-scan.ts';

/** What the scan of uploaded files says of one: whose it is, and under which name its bytes are stored. */
export type ScanVerdict = { ref: ClaimRef; blobId: string; result: 'clean' | 'malicious' | 'not-scanned' };
export type VerdictOutcome = 'recorded' | 'nothing-new' | 'claim-unknown' | 'file-unknown';

/**
 * Records what the scan found in a file. A clean one is handed out from then on, and the request leaves with the last of them. Malware
 * and a scan that failed keep a draft from submission; of a claim on its way operations are told, and of malware the partner too.
 * A verdict can be faster than the record of the file: as long as `mayWait`, it throws then, for the queue to bring the verdict again.
 */
export const recordVerdict = async (
  deps: Deps,
  workflow: Workflow,
  { ref, blobId, result }: ScanVerdict,
  mayWait: boolean,
): Promise<VerdictOutcome> => {
  const known = await deps.claims.read(ref);
  // The files of a copy are there before their claim is.
  if (known === undefined || fileOf(known.claim, blobId) === undefined) {
    if (mayWait) throw new Error('A verdict on a file that is not on the record yet.');
    return known === undefined ? 'claim-unknown' : 'file-unknown';
  }
  const stored = await changeClaim(
    deps,
    ref,
    (claim, now): Decision<'nothing-new'> => {
      const file = fileOf(claim, blobId);
      return (file && changes[result](claim, file, now)) ?? unchanged('nothing-new');
    },
    {
      known,
      beforeWrite: async (after, before) => {
        const { attention } = after;
        if (attention?.raisedBy === 'scan') await deps.ledger.attention.add(refOf(after), attention.reason);
        await beforeProofCounts(deps, after, before);
      },
    },
  );
  if (stored instanceof Problem) throw new Error(`A verdict could not be recorded: ${stored.code}.`);
  if (stored.unchanged !== undefined) return stored.unchanged;
  const isForPartner = result === 'malicious' && stored.claim.submittedAt !== undefined;
  if (isForPartner) await resumeWorkflow(deps, workflow, ref);
  else await continueAfterScan(deps, workflow, stored);
  return 'recorded';
};

const fileOf = ({ poe }: Claim, blobId: string) => poe.find((file) => blobIdOf(file) === blobId);

/** Only a file that waits for it has its clean verdict recorded: without a change that anybody who edits the claim has to know of. */
const cleanChange = (claim: Claim, file: PoeFile, now: Date): Decision | undefined => {
  if (!isUnchecked(file)) return undefined;
  const checked = withCheckedFile(claim, file, 'clean', now);
  const after = withoutSettledScanFlag(checked);
  // What the history says of the scan until now is no longer so.
  if (file.scan === 'pending' && after === checked) return quietly(checked);
  return { claim: after, entries: [{ actor: system, event: 'poe-checked', detail: detailOf(file) }] };
};

const failedChange = (claim: Claim, file: PoeFile, now: Date): Change | undefined => {
  if (!isUnchecked(file) || file.scan === 'failed') return undefined;
  // The partner has to ask someone else first: until then the claim does not wait for the scan.
  const isForPartner = claim.attention?.expiresAt !== undefined;
  return {
    claim: { ...withCheckedFile(claim, file, 'failed', now), ...(isForPartner ? {} : flagged(claim, 'failed', now)) },
    entries: [{ actor: system, event: 'poe-not-checked', detail: detailOf(file) }],
  };
};

const maliciousChange = (claim: Claim, file: PoeFile, now: Date): Change | undefined => {
  if (file.malwareFoundAt !== undefined) return undefined;
  const malwareFoundAt = now.toISOString();
  const { scan, ...rest } = file;
  const found = { ...rest, malwareFoundAt, ...(isUnchecked(file) ? { checkedAt: malwareFoundAt } : {}) };
  const notice = { kind: 'malware-found' as const, number: claim.version + 1, since: malwareFoundAt };
  return {
    claim: {
      ...claim,
      poe: claim.poe.map((entry) => (entry === file ? found : entry)),
      ...flagged(claim, 'malicious', now),
      ...(claim.submittedAt === undefined ? {} : { notices: [...(claim.notices ?? []), notice] }),
    },
    entries: [{ actor: system, event: 'malware-found', detail: detailOf(file) }],
  };
};

const changes = { clean: cleanChange, 'not-scanned': failedChange, malicious: maliciousChange };

const detailOf = ({ fileId }: PoeFile) => ({ fileId });

/** A flag for operations. The author of a draft is told by what keeps it from submission. */
const flagged = ({ status, attention }: Claim, why: keyof typeof scanReasons, now: Date): { attention?: Attention } => {
  const isOther = attention?.needs === 'operations' && !(attention.raisedBy === 'scan' && why === 'malicious');
  if (status === 'draft' || isOther) return {};
  return {
    attention: { reason: scanReasons[why], since: now.toISOString(), needs: 'operations', raisedBy: 'scan' },
  };
};
