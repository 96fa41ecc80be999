import { counted } from '../../counted.ts';

/** The overview: figures in words. */
export const overview = {
  counts: {
    waiting: (count: number) =>
      count === 0 ? 'No claim is waiting' : counted(count, 'claim is waiting', 'claims are waiting'),
    due: (count: number) =>
      count === 0
        ? 'Nothing is due within a day'
        : counted(count, 'claim is due within a day', 'claims are due within a day'),
    stuck: (count: number) =>
      count === 0 ? 'No claim is stuck' : counted(count, 'claim is stuck', 'claims are stuck'),
    attention: (count: number) =>
      count === 0 ? 'No claim needs attention' : counted(count, 'claim needs attention', 'claims need attention'),
  },
  oldest: {
    waiting: (distance: string) => `Oldest submitted ${distance}`,
    due: (distance: string) => `First due ${distance}`,
    stuck: (distance: string) => `Longest overdue: due ${distance}`,
    attention: () => 'Oldest claim that needs attention',
  },
  whyAttention: 'Why claims need attention',
  also: 'Other checks',
  unverifiedCount: (count: number) =>
    count === 0 ? 'All customers are verified' : counted(count, 'customer is unverified', 'customers are unverified'),
  mailCount: (count: number) =>
    count === 0
      ? 'All mail of the last day arrived'
      : `${counted(count, 'mail', 'mails')} of the last day did not arrive`,
  messageCount: (count: number) =>
    count === 0 ? 'The poison queue is empty' : counted(count, 'poison message', 'poison messages'),
  lastRun: (distance: string) => `The reconciler last ran ${distance}`,
  asOf: (when: string) => `As of ${when}`,
  neverRan: 'The reconciler has not run yet',
};

export type OverviewWords = typeof overview;
