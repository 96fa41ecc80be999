import { catalogueOf, chosen } from '../catalogue/catalogue.ts';
import type { Claim, ClaimRef } from '../claim.ts';
import { subscriptionOf } from './reservation.ts';

/**
 * What has one partner of record at a time, across partners: a customer's product for a family of activities; of a Dynamics 365
 * product, each subscription. A row per subject says which claims hold it. Source: "What can be claimed" in docs/domain.md.
 */
export type Subject = { key: string; covers: Covered };

/** Subscriptions of a subject's product; `all` for a claim that names none. */
export type Covered = 'all' | string[];

/**
 * A claim in the row of a subject. In a row of holders, `takenAt` is when it took the subject, just before its approval, and `from`
 * are the holders that it replaces. Whether it really is approved, only its record says. By `writtenBy` a writer knows its own entry
 * again when the answer to its write was lost.
 */
export type SubjectEntry = ClaimRef & { covers: Covered; writtenBy?: string; takenAt?: string; from?: SubjectEntry[] };

/** Whether the entries of a claim at all of its subjects are those of one writer. */
export const isWrittenBy = (writer: string, claim: Claimed, entriesAt: (subject: string) => SubjectEntry[]): boolean =>
  subjectsOf(claim).every(({ key }) => entriesAt(key).some(({ writtenBy }) => writtenBy === writer));

type Claimed = Pick<Claim, 'catalogueVersion' | 'customer' | 'activities' | 'products' | 'solutionArea' | 'track'>;

/** The subjects of a claim, each once. */
export const subjectsOf = (claim: Claimed): Subject[] => {
  const catalogue = catalogueOf(claim.catalogueVersion);
  const families = new Set(chosen(catalogue, claim).activities.map(({ family }) => family));
  const covered = new Map<string, Covered>();
  for (const product of claim.products) {
    const subscription = subscriptionOf(catalogue, product);
    for (const family of families) {
      const key = [claim.customer.directoryId, product.code, family].join('|');
      const others = covered.get(key) ?? [];
      covered.set(key, subscription === undefined || others === 'all' ? 'all' : [...others, subscription]);
    }
  }
  return [...covered].map(([key, covers]) => ({ key, covers }));
};

/** Whether two claims at one subject exclude each other. */
export const overlaps = (one: Covered, other: Covered): boolean =>
  one === 'all' || other === 'all' || one.some((subscription) => other.includes(subscription));

/** Whether an entry, or one that it is about to replace, excludes a claim that covers `covers`. */
export const touches = (entry: SubjectEntry, covers: Covered): boolean =>
  overlaps(entry.covers, covers) || (entry.from ?? []).some((former) => touches(former, covers));

/** Since when a claim's partner has been partner of record; while its approval takes over, since the answer. */
export const heldSince = ({ closedAt, decision, updatedAt }: Claim): string =>
  closedAt ?? decision?.decidedAt ?? updatedAt;
