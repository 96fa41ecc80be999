import { build } from '../../local/build.ts';
import { benchClaims } from './claims.ts';
import { benchColdStart } from './cold-start.ts';
import { benchDurable } from './durable.ts';
import { benchStorageFloor } from './floor.ts';
import { benchLists } from './lists.ts';
import { benchPoe } from './poe.ts';
import { benchPortal } from './portal.ts';
import { countTransactions } from './transactions.ts';

/** Prints what the system does beside floors taken in the same run: machines are noisy, ratios less so. */

const line = (what: string, value: string): void => console.log(`${what.padEnd(58)} ${value}`);
const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

await build();

const coldStart = await benchColdStart();
for (const [what, { empty, off, otlp, azure }] of [
  ['cold start, process to first answer', coldStart.answer],
  ['loading the app alone, without a host', coldStart.load],
] as const) {
  line(what, `${round(off)} ms, of an empty app ${round(empty)} ms`);
  line(
    '  ratio',
    `${round(off / empty)} (aim 1.3); with telemetry ${round(otlp / empty)}, as in Azure ${round(azure / empty)}`,
  );
}

const floor = await benchStorageFloor();
line('floor: storage transactions of three rows a second', round(floor));

const { claimsPerSecond, p50Ms, p95Ms } = await benchClaims();
line('whole claims a second, draft to approved, 32 at once', round(claimsPerSecond));
line('  as a share of the floor (one claim for N transactions)', `1 : ${round(floor / claimsPerSecond)}`);
line('  from the first request to the recorded answer', `p50 ${p50Ms} ms, p95 ${p95Ms} ms`);

const { startsPerSecond, completionsPerSecond } = await benchDurable();
line('bare orchestration: starts a second', `${startsPerSecond} (aim 1050)`);
line('bare orchestration: completions a second', `${completionsPerSecond} (aim 525)`);

const { storage, byKind } = await countTransactions();
line('storage transactions of one approved claim', `${storage} (limit 22)`);
for (const [kind, count] of Object.entries(byKind).toSorted()) line(`  ${kind}`, `${count}`);

const scanned = await countTransactions({ AWAIT_POE_SCAN: 'on' });
line('  of one that is submitted before its file is checked', `${scanned.storage}`);

const confirmed = await countTransactions({ SECOND_FACTOR: 'on' });
line('  of one whose customer typed a code', `${confirmed.storage}`);

const poe = await benchPoe();
line('upload of 20 MiB through the app', `${round(poe.throughMs)} ms`);
line('  straight to storage', `${round(poe.straightMs)} ms`);
line('  ratio', round(poe.ratio));
line('memory of the host, idle and at the peak of 16 at once', `${poe.idleMiB ?? '?'} MiB, ${poe.peakMiB} MiB`);

const portal = await benchPortal();
if (portal === undefined) line('portal', 'left out: there is no browser');
else {
  const { firstLoadKb, firstRowMs, nextPageMs, blockedMs, requests, listMs } = portal;
  line('portal: scripts of the first load, gzipped', `${round(firstLoadKb)} kB (limit 180)`);
  line('  to the first row, of 1,000 claims', `${round(firstRowMs)} ms (aim 1000)`);
  line('  to the next page', `${round(nextPageMs)} ms (aim 200)`);
  line('  floor: the list itself, from the API', `${round(listMs)} ms; ratio ${round(firstRowMs / listMs)}`);
  line('  its thread blocked; requests of the page', `${round(blockedMs)} ms; ${requests}`);
}

const { lists, exportMiB } = await benchLists();
console.log(
  'lists of one partner with 1,000 | 10,000 | 100,000 claims: ms, requests to storage, rows read; 100,000 : 1,000',
);
for (const [name, costs] of Object.entries(lists)) {
  const [small, large] = [costs[0]?.ms ?? 1, costs.at(-1)?.ms ?? 1];
  const shown = costs.map(({ ms, requests, rows }) => `${round(ms)} ms ${requests} ${rows}`).join(' | ');
  line(`  ${name}`, `${shown}; ${round(large / small)} (aim 1.2)`);
}
line(
  '  memory that an export of all of them holds',
  Object.values(exportMiB)
    .map((mib) => `${round(mib)} MiB`)
    .join(' | '),
);
