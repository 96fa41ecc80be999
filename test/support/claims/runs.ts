/** How often a property runs: `daily` times, ten times as often in `npm run test:nightly`. */
export const runs = (daily: number): number => (process.env.CLAIMS_NIGHTLY === '1' ? daily * 10 : daily);
