import type { Claim } from '../../../src/domain/claim.ts';
import { commentDigest, commentedEvent } from '../../../src/domain/comments.ts';
import { appendHistory, emptyHistory, type HistoryEntry, type NewHistoryEntry } from '../../../src/domain/history.ts';
import { submissionDigests, submittedEvent } from '../../../src/domain/record/submission.ts';
import { decidedRecord } from './records.ts';

const partner = { kind: 'partner', name: 'Avery Howard' } as const;

/** An approved claim with its history: created, its comments, submitted, approved; then `more`. */
export const decidedWithHistory = (
  changes: Partial<Claim> = {},
  more: NewHistoryEntry[] = [],
): { claim: Claim; entries: HistoryEntry[] } => {
  const claim = decidedRecord('approved', {
    submission: { files: 1, salt: '5f0c1d9b2a7e4836c4b1f08d6e93a275' },
    ...changes,
  });
  const draft = { actor: partner, from: 'draft', to: 'draft' } as const;
  const chain = appendHistory(
    emptyHistory,
    [
      { ...draft, event: 'created', from: null },
      ...claim.comments.map((comment) => ({
        ...draft,
        event: commentedEvent,
        detail: { comment: comment.id, sha256: commentDigest(comment) },
      })),
      { ...draft, event: submittedEvent, to: 'submitted', detail: { submission: submissionDigests(claim) } },
      {
        actor: { kind: 'customer', name: claim.customerContact?.name ?? '' },
        event: 'approved',
        from: 'submitted',
        to: 'approved',
      },
      ...more,
    ],
    claim.updatedAt,
  );
  return { claim: { ...claim, history: chain.head }, entries: chain.entries };
};
