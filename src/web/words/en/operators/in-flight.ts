import { counted } from '../../counted.ts';

/** Claims in flight, by state. */
export const inFlight = {
  states: {
    waiting: 'Waiting',
    due: 'Due within a day',
    stuck: 'Stuck',
    failed: 'Failed',
  },
  stateHints: {
    waiting: 'The next step lies in the future. Nothing to do.',
    due: 'The next step is due within a day, or overdue. The longest due comes first.',
    stuck: 'A step is overdue. The longest overdue comes first.',
    failed: 'Retries failed, or a customer raised a concern. Someone needs to look.',
  },
  empty: {
    waiting: 'No claim is waiting.',
    due: 'Nothing is due within a day.',
    stuck: 'Nothing is overdue. The reconciler has nothing to repair.',
    failed: 'No claim needs attention.',
  },
  gone: 'The claim is gone',
  attempts: (count: number) => `Looked at ${count === 1 ? 'once' : `${count} times`}`,
  findings: {
    '': 'Overdue; the reconciler has not looked at it yet',
    nudged: 'The process was woken, and the step has not been taken yet',
    restarted: 'The process was gone and was started, and the step has not been taken yet',
    suspended: 'The process is suspended',
  } as Record<string, string>,
  onTime: 'Nothing is overdue',
  shown: (count: number) => counted(count, 'claim', 'claims'),
};

export type InFlightWords = typeof inFlight;
