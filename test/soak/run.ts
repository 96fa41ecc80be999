import { parseArgs } from 'node:util';
import { build } from '../../local/build.ts';
import { runSoak } from './soak.ts';

/** `npm run soak`: many claims on two hosts under kills and faults. Ends with a line for each promise. */

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '20261129' },
    rate: { type: 'string', default: '0.01' },
    'at-once': { type: 'string', default: '16' },
  },
});
const numberOf = (flag: keyof typeof values, most: number): number => {
  const value = Number(values[flag]);
  if (value >= 0 && value <= most) return value;
  throw new Error(`--${flag} takes a number from 0 to ${most}, not "${values[flag]}".`);
};
const options = {
  claims: numberOf('claims', 1_000_000),
  seed: numberOf('seed', 2 ** 32),
  rate: numberOf('rate', 0.9),
  atOnce: numberOf('at-once', 500),
};

await build();
console.log(`${options.claims} claims, seed ${options.seed}, ${options.rate * 100} % of all calls fail`);
const { checks, figures } = await runSoak(options, (line) => console.log(`  ${line}`));

console.log('');
for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(28)} ${figure}`);
console.log('');
const mostShown = 10;
for (const { what, count, failures } of checks) {
  console.log(`${failures.length === 0 ? 'ok    ' : 'FAILED'} ${`${count}`.padStart(7)}  ${what}`);
  for (const failure of failures.slice(0, mostShown)) console.log(`                  ${failure}`);
  if (failures.length > mostShown) console.log(`                  and ${failures.length - mostShown} more`);
}
const failed = checks.filter(({ failures }) => failures.length > 0).length;
console.log(`\n${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
