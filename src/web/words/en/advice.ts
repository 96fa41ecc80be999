import type { Hint, Readiness } from '../../../../client/generated.ts';

type ReadinessWords = Record<Readiness['reason'], Record<Readiness['state'], string>>;
/** `until`: a day in words. */
type HintWords = Record<Hint['code'], (until: string) => string>;
export type AdviceWords = { readinessOf: ReadinessWords; hints: HintWords };

/** Advice of the API, whose own words are English. */
export const advice: Partial<AdviceWords> = {};
