import { describe, expect, test } from 'vitest';
import type { Workflow } from '../../../src/claims/deps.ts';
import { acceptPoe } from '../../../src/claims/operations/actions/accept-poe.ts';
import { recordVerdict, type ScanVerdict } from '../../../src/claims/proof/record-verdict.ts';
import { type Claim, type PoeFile, refOf } from '../../../src/domain/claim.ts';
import { scanReasons } from '../../../src/domain/proof/proof-check.ts';
import { completeRecord, submittedRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

const now = new Date('2026-11-20T10:05:00.000Z');
const [whole] = completeRecord().poe;
if (whole === undefined) throw new Error('The record has no file.');
const first: PoeFile = { ...whole, scan: 'pending' };
const second: PoeFile = { ...first, fileId: 'poe-ba9876543210' };
const reason = 'The customer sent the same file to us.';

/** A stored claim, and what becomes of verdicts and operators' acceptances. */
const fixture = (claim: Claim) => {
  const claims = memoryClaims(claim);
  const calls: string[] = [];
  const say =
    (what: string) =>
    async (...args: unknown[]) =>
      void calls.push([what, ...args.slice(1).map((each) => JSON.stringify(each))].join(' '));
  const workflow = {
    state: async () => 'running',
    nudge: say('nudge'),
    // The cast: it needs no more here.
  } as unknown as Workflow;
  const ledger = {
    watch: { add: say('watch') },
    attention: { add: say('flag'), remove: say('unflag') },
    move: say('move'),
  };
  const deps = depsFor(claims, now, { ledger, awaitsScan: true });
  const ref = refOf(claim);
  const verdict = (result: ScanVerdict['result'], { fileId } = first, mayWait = false) =>
    recordVerdict(deps, workflow, { ref, blobId: fileId, result }, mayWait);
  const accept = ({ fileId } = first) =>
    acceptPoe(deps, workflow, { by: { kind: 'operator', name: 'Ola' }, ref, reason, guard: {}, fileId });
  return { verdict, accept, calls, entries: claims.entries, claim: async () => (await claims.read()).claim };
};

const flag = { reason: scanReasons.failed, since: now.toISOString(), needs: 'operations', raisedBy: 'scan' } as const;

describe('A clean verdict', () => {
  test('is no change that anyone who edits the draft has to know of', async () => {
    const before = completeRecord({ poe: [first] });
    const { verdict, claim, entries, calls } = fixture(before);
    expect(await verdict('clean')).toBe('recorded');
    expect(await claim()).toEqual({ ...before, poe: [{ ...first, scan: 'clean', checkedAt: now.toISOString() }] });
    expect(entries()).toEqual([]);
    expect(calls).toEqual([]);
    expect(await verdict('clean')).toBe('nothing-new');
  });

  test('on a file for which no one waits changes nothing', async () => {
    const before = completeRecord();
    const { verdict, claim } = fixture(before);
    expect(await verdict('clean', whole)).toBe('nothing-new');
    expect(await claim()).toEqual(before);
  });

  test('lets the request leave with the last file, and not before', async () => {
    const { verdict, calls } = fixture(submittedRecord({ poe: [first, second] }));
    await verdict('clean', second);
    expect(calls).toEqual([]);
    await verdict('clean', first);
    // Intention first: what heals a nudge that gets lost is there before the record is.
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['watch', 'move', 'nudge']);
    expect(calls[0]).toContain('2026-11-20T10:06:00.000Z');
  });

  test('that comes after operations were asked takes the flag away, and the history says why', async () => {
    const { verdict, claim, entries, calls } = fixture(submittedRecord({ poe: [first], attention: flag }));
    await verdict('clean');
    expect((await claim()).attention).toBeUndefined();
    expect(entries()).toEqual(['system poe-checked']);
    expect(calls[0]).toMatch(/^unflag/);
  });

  test('leaves the flag about another file', async () => {
    const malware = { ...second, malwareFoundAt: now.toISOString() };
    const { verdict, claim } = fixture(submittedRecord({ poe: [first, malware], attention: flag }));
    await verdict('clean');
    expect((await claim()).attention).toEqual(flag);
  });
});

describe('A file that could not be checked', () => {
  test('of a claim on its way is flagged for operations', async () => {
    const { verdict, claim, entries, calls } = fixture(submittedRecord({ poe: [first] }));
    expect(await verdict('not-scanned')).toBe('recorded');
    expect((await claim()).attention).toEqual(flag);
    expect(entries()).toEqual(['system poe-not-checked']);
    expect(calls.join()).toContain('flag');
    expect(await verdict('not-scanned')).toBe('nothing-new');
  });

  test('of a draft is the author’s to replace, and a later clean verdict counts', async () => {
    const { verdict, claim, entries } = fixture(completeRecord({ poe: [first] }));
    await verdict('not-scanned');
    expect((await claim()).attention).toBeUndefined();
    await verdict('clean');
    expect((await claim()).poe[0]?.scan).toBe('clean');
    expect(entries()).toEqual(['system poe-not-checked', 'system poe-checked']);
  });

  test('is not what a clean file becomes, nor one that no one waits for', async () => {
    for (const file of [whole, { ...first, scan: 'clean' as const }, { ...first, scan: 'accepted' as const }]) {
      expect(await fixture(submittedRecord({ poe: [file] })).verdict('not-scanned')).toBe('nothing-new');
    }
  });

  test('can be accepted by operators, with a reason: then the request leaves', async () => {
    const failed: PoeFile = { ...first, scan: 'failed', checkedAt: now.toISOString() };
    const { accept, claim, entries, calls } = fixture(submittedRecord({ poe: [failed], attention: flag }));
    expect(await accept()).toMatchObject({ claim: { poe: [{ scan: 'accepted' }] } });
    expect((await claim()).attention).toBeUndefined();
    expect(entries()).toEqual(['operator poe-accepted']);
    expect(calls.at(-1)).toMatch(/^nudge/);
    expect(await accept()).toMatchObject({ code: 'action-not-allowed' });
  });

  test('is not accepted when malware was found in it, or when it is not there', async () => {
    const malware = { ...first, malwareFoundAt: now.toISOString() };
    const { accept, entries } = fixture(submittedRecord({ poe: [malware] }));
    expect(await accept()).toMatchObject({ code: 'poe-malicious' });
    expect(await accept(second)).toMatchObject({ code: 'poe-not-found' });
    expect(entries()).toEqual([]);
  });
});

describe('Malware', () => {
  test.each([
    ['a claim whose request waits for it', submittedRecord({ poe: [first] })],
    ['a claim that waits for its customer', waitingRecord({ poe: [first] })],
    ['a claim that is over', waitingRecord({ poe: [first], status: 'declined', settledAt: now.toISOString() })],
  ])('in the proof of %s is told to its partner', async (_, before) => {
    const { verdict, claim, entries, calls } = fixture(before);
    await verdict('malicious');
    const after = await claim();
    expect(after.notices).toEqual([{ kind: 'malware-found', number: 2, since: now.toISOString() }]);
    expect(after.poe[0]).not.toHaveProperty('scan');
    expect(after.attention).toMatchObject({ reason: scanReasons.malicious, raisedBy: 'scan' });
    expect(entries()).toEqual(['system malware-found']);
    expect(calls.at(-1)).toMatch(/^nudge/);
  });

  test('in a draft is told by what keeps it from submission, and by nothing else', async () => {
    const { verdict, claim, calls } = fixture(completeRecord({ poe: [first] }));
    await verdict('malicious');
    expect(await claim()).not.toHaveProperty('notices');
    expect(await claim()).not.toHaveProperty('attention');
    expect(calls).toEqual([]);
  });

  test('takes the place of a flag that the file could not be checked', async () => {
    const { verdict, claim } = fixture(submittedRecord({ poe: [first], attention: flag }));
    await verdict('malicious');
    expect((await claim()).attention?.reason).toBe(scanReasons.malicious);
  });
});

test('a verdict that is faster than the record of its file comes again, and is let go at last', async () => {
  const { verdict } = fixture(completeRecord({ poe: [] }));
  for (const result of ['clean', 'malicious', 'not-scanned'] as const) {
    await expect(verdict(result, first, true)).rejects.toThrow('not on the record yet');
    expect(await verdict(result, first, false)).toBe('file-unknown');
  }
});
