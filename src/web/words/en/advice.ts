import type { Hint, Readiness } from '../../../../client/generated.ts';

type ReadinessWords = Record<Readiness['reason'], Record<Readiness['state'], string>>;
/** `until`: a day in words. */
type HintWords = Record<Hint['code'], (until: string) => string>;
export type AdviceWords = { readinessOf: ReadinessWords; hints: HintWords };
type OwnWords = { readinessOf?: ReadinessWords; hints: Partial<HintWords> };

/** Advice of the API, whose own words are English: here is only what reads better with a link or a day in words. */
export const advice: OwnWords = {
  hints: {
    'own-claim-stands': () =>
      'You already have a claim for the same customer, product and activity. You can submit this one once that claim is over:',
    'own-claim-ending': (until) =>
      `Your approved claim for the same ends with its subscription on ${until}. You can submit this one after that:`,
    'figures-pending': (until) =>
      `The association is in place. Usage counts from the approval on. The first figures come by ${until}; reports can be empty until then.`,
  },
};
