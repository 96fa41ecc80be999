import { counted } from '../../counted.ts';

/** What a redrive does, of one claim and of many. */
export const redrive = {
  plan: {
    nothing: 'Nothing remains to be done, so there is nothing to redrive.',
    'clear-flag': 'Clears the flag. Nothing else remains to be done.',
    wake: 'Wakes the process, which takes the step that is due. A flag is cleared, but not that of an inquiry.',
    start: 'Restarts the process, which continues from the record. A flag is cleared.',
    'leave-suspended': 'Clears the flag. The process is suspended: resume it first.',
  },
  redrive: 'Redrive',
  redriveOf: (id: string) => `Redrive ${id}`,
  redriven: (id: string) => `${id} has been redriven.`,
  redriveMany: 'Redrive many',
  redriveManyText: {
    stuck:
      'Gets every stuck claim going again, 50 at a time, until none is left. Each claim keeps your reason in its history.',
    attention:
      'Clears the flag of every claim that needs attention, and gets its process going again. The flag of an inquiry stays. Each claim keeps your reason in its history.',
  },
  matching: 'Only claims whose “Why” contains',
  matchingHint: 'Leave it empty for all of them. Case does not matter.',
  redrivenMany: (done: number, refused: number) =>
    `${counted(done, 'claim', 'claims')} redriven${refused === 0 ? '' : `, ${refused} refused`}.`,
};

export type RedriveWords = typeof redrive;
