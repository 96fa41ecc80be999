import type { ReasonWords } from '../../en/operators/reason.ts';

export const reason: ReasonWords = {
  reason: 'Grund',
  reasonHint: 'Ihr Name und dieser Grund werden aufbewahrt.',
  reasonNeeded: 'Schreiben Sie, warum Sie das tun.',
  cancel: 'Abbrechen',
};
