import type { Retention } from '../../domain/retention/retention.ts';

/**
 * The in-flight ledger, in table `inflight`: what must still happen to which claim. It is written before the claim is, so a crash
 * in between leaves a row too many, never one too few.
 *
 *   partition    key                              says                                                      file
 *   due          {due time}|{claimId}             when something must have happened to a claim or file      watch-rows.ts
 *   due          s|{subject}|{asking or holding}  which claims ask for a subject, and which hold it         subject-rows.ts
 *   due          r|{status}|{since}|{claimId}     which claims are over, and since when                     retention-rows.ts
 *   attention    {claimId}                        which claims need attention, and why                      attention-rows.ts
 *   unverified   {claimId}                        which claims have a customer who could not be verified    unverified-rows.ts
 *
 * The first three share a partition because they change in one transaction.
 */
export const duePartition = 'due';

/** `asking`: claims from submission until they are over. `holding`: those of them that have taken the subject. */
export type SubjectKind = 'asking' | 'holding';

export const ledgerKeys = {
  watch: (dueAt: string, claimId: string) => `${dueAt}|${claimId}`,
  subject: (subject: string, kind: SubjectKind) => `s|${subject}|${kind}`,
  retention: ({ status, since }: Retention, claimId: string) => `r|${status}|${since}|${claimId}`,
};

/** Sorts after every due time and before all other keys of the partition. */
export const endOfTimes = ':';
