import { counted } from '../../counted.ts';

/** Claims in flight, by state. */
export const inFlight = {
  states: {
    waiting: 'Waiting',
    due: 'Due within a day',
    stuck: 'Stuck',
    attention: 'Needs attention',
  },
  stateHints: {
    waiting: 'The next step is not due yet. Nothing to do.',
    due: 'The next step is due within a day, or overdue. The one due longest comes first.',
    stuck: 'A step is overdue. The one overdue longest comes first.',
    attention: 'Retries did not help, or someone raised a concern. The reason says what to look at.',
  },
  empty: {
    waiting: 'No claim is waiting.',
    due: 'Nothing is due within a day.',
    stuck: 'Nothing is overdue. The reconciler has nothing to repair.',
    attention: 'No claim needs attention.',
  },
  gone: 'The claim is gone',
  attempts: (count: number) => `Checked ${count === 1 ? 'once' : `${count} times`}`,
  findings: {
    '': 'Overdue; the reconciler has not checked it yet',
    nudged: 'The process was woken, but the step has not been taken yet',
    restarted: 'The process was gone and has been restarted, but the step has not been taken yet',
    suspended: 'The process is suspended',
  } as Record<string, string>,
  onTime: 'Nothing is overdue',
  shown: (count: number) => counted(count, 'claim', 'claims'),
};

export type InFlightWords = typeof inFlight;
