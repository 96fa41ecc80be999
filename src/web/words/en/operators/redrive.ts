import { counted } from '../../counted.ts';

/** What a redrive does, of one claim and of many. */
export const redrive = {
  plan: {
    nothing: 'Nothing remains to be done, so there is nothing to redrive.',
    'clear-mark': 'Clears the mark. Nothing else remains to be done.',
    wake: 'Wakes the process, which takes the step that is due. A mark is cleared, but not that of an inquiry.',
    start: 'Starts the process again, which goes on from the record. A mark is cleared.',
    'leave-suspended': 'Clears the mark. The process is suspended: resume it first.',
  },
  redrive: 'Redrive',
  redriveOf: (id: string) => `Redrive ${id}`,
  redriven: (id: string) => `${id} has been redriven.`,
  redriveMany: 'Redrive many',
  redriveManyText: {
    stuck:
      'Brings back every stuck claim, 50 at a time, until none is left. Each claim keeps your reason in its history.',
    failed:
      'Clears the mark of every failed claim and brings its process back. The mark of an inquiry stays. Each claim keeps your reason in its history.',
  },
  matching: 'Only claims whose “Why” contains',
  matchingHint: 'Leave it empty for all of them. Capitals do not matter.',
  redrivenMany: (done: number, refused: number) =>
    `${counted(done, 'claim', 'claims')} redriven${refused === 0 ? '' : `, ${refused} refused`}.`,
};

export type RedriveWords = typeof redrive;
