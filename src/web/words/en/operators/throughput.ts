import { counted } from '../../counted.ts';

/** The charts of the last two weeks. */
export const throughput = {
  title: 'The last 14 days',
  days: 'Days are in UTC. Claims that have been purged are not counted.',
  incomplete: 'More claims have changed than are counted here, so these figures are too low.',
  showTable: 'Show the figures as a table',
  span: (from: string, to: string) => `${from} to ${to}`,
  flow: {
    title: 'Claims submitted and completed',
    none: 'No claim was submitted or completed in the last 14 days.',
    submitted: 'Submitted',
    completed: 'Completed',
    sum: (submitted: string, completed: string) => `${submitted} submitted, ${completed} completed`,
    lead: 'A claim is completed when it is approved, declined, expired or withdrawn.',
  },
  time: {
    title: 'Time to decision',
    none: 'No customer has decided in the last 14 days.',
    median: 'Median',
    longest: 'Longest',
    answers: 'Answers',
    sum: (answers: number, median: string, longest: string) =>
      `${counted(answers, 'answer', 'answers')}, median ${median}, longest ${longest}`,
    noAnswer: 'no answer',
    lead: 'From the submission to the customer’s answer, by the day of the answer.',
    unit: { hour: 'Hours', day: 'Days', minute: 'Minutes' },
  },
  day: 'Day',
};

export type ThroughputWords = typeof throughput;
