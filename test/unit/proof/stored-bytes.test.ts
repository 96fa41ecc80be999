import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { Deps } from '../../../src/claims/deps.ts';
import { addPoe } from '../../../src/claims/proof/add-poe.ts';
import { readPoe } from '../../../src/claims/proof/read-poe.ts';
import { replacePoe } from '../../../src/claims/proof/replace-poe.ts';
import { sweepFiles } from '../../../src/claims/reconciler/sweep-files.ts';
import { type Claim, refOf } from '../../../src/domain/claim.ts';
import { present } from '../../../src/lib/present.ts';
import { Problem } from '../../../src/lib/result.ts';
import type { WatchRow } from '../../../src/storage/ledger/watch-rows.ts';
import { completeRecord, waitingRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

/** The bytes of files beside the record that names them, while both change. */

const start = new Date('2026-11-23T09:00:00.000Z');
const late = new Date(start.getTime() + 3_600_000);
const draft = completeRecord();
const ref = refOf(draft);
const [first] = draft.poe;
if (first === undefined) throw new Error('The record has no file.');
const caller = { partnerId: draft.partnerId, userId: 'u', name: 'Avery', email: 'avery@northwind.example', roles: [] };

/** A claim, and bytes under names. `during`: what happens while an upload arrives. */
const world = (claim: Claim = draft, during: () => Promise<unknown> = async () => undefined) => {
  const claims = memoryClaims(claim);
  const bytes = new Map<string, Buffer>([[first.fileId, Buffer.from('Proof')]]);
  let now = start;
  const rows = new Map<string, Pick<WatchRow, 'files'>>();
  const times = new Map<string, string>();
  const storedAt = (fileId: string): string => times.get(fileId) ?? start.toISOString();
  const deps: Deps = depsFor(claims, start, {
    now: () => now,
    random: (length: number) => new Uint8Array(length).fill(7),
    limits: { maxFiles: 10, maxBytes: 1000 },
    log: () => undefined,
    poe: {
      upload: async ({ fileId }: { fileId: string }, content: AsyncGenerator<Buffer>) => {
        bytes.set(fileId, await buffer(content));
        await during();
      },
      remove: async (_: unknown, fileId: string) => bytes.delete(fileId),
      exists: async (_: unknown, fileId: string) => bytes.has(fileId),
      list: async () => [...bytes.keys()].map((fileId) => ({ fileId, storedAt: storedAt(fileId) })),
      download: async (_: unknown, fileId: string) => Readable.from([bytes.get(fileId)]),
    },
    ledger: {
      watch: {
        add: async (_: unknown, { dueAt, files }: WatchRow) => rows.set(dueAt, present({ files })),
        remove: async (_: unknown, dueAt: string) => rows.delete(dueAt),
      },
      attention: { add: async () => undefined, remove: async () => undefined },
    },
  });
  const upload = () => ({
    fileName: 'more.txt',
    content: (async function* () {
      yield Buffer.from('More proof');
    })(),
  });
  return {
    deps,
    claims,
    bytes,
    rows,
    times,
    add: () => addPoe(deps, { caller, ref, guard: {}, upload: upload() }),
    replace: () => replacePoe(deps, { caller, ref, guard: {}, upload: upload(), fileId: first.fileId }),
    takeAnHour: async () => {
      now = late;
    },
    moveClock: (to: Date) => {
      now = to;
    },
  };
};

describe.each(['add', 'replace'] as const)('An upload (%s)', (operation) => {
  test('is entered, and its bytes are there', async () => {
    const { claims, bytes, [operation]: upload } = world();
    expect(await upload()).toHaveProperty('file.fileName', 'more.txt');
    const { claim } = await claims.read();
    expect(claim.poe.map(({ storedAs, fileId }) => storedAs ?? fileId).toSorted()).toEqual(
      [...bytes.keys()].toSorted(),
    );
  });

  test('that took an hour is refused, for the reconciler may be removing its bytes', async () => {
    const slow: { takeAnHour?: () => Promise<void> } = {};
    const { claims, takeAnHour, [operation]: upload } = world(draft, async () => slow.takeAnHour?.());
    slow.takeAnHour = takeAnHour;
    expect(await upload()).toMatchObject({ code: 'dependency-unavailable' });
    expect((await claims.read()).claim.poe).toEqual(draft.poe);
  });

  test('does not reach a claim that was withdrawn meanwhile', async () => {
    const withdrawn = waitingRecord({ status: 'withdrawn', version: 2 });
    const other: { end?: () => Promise<unknown> } = {};
    const { claims, bytes, [operation]: upload } = world(draft, async () => other.end?.());
    other.end = async () => claims.save({ before: await claims.read(), claim: withdrawn, entries: [] });
    expect(await upload()).toMatchObject({ code: 'action-not-allowed' });
    expect((await claims.read()).claim).toEqual(withdrawn);
    expect([...bytes.keys()]).toEqual([first.fileId]);
  });
});

describe('The reconciler', () => {
  const fileId = 'poe-ba9876543210';
  const row = { ...ref, kind: 'files', dueAt: late.toISOString(), status: 'draft', attempts: 0, finding: '' } as const;
  const withFile: Claim = { ...draft, version: 2, poe: [...draft.poe, { ...first, fileId }] };
  const loose = async () => {
    const fixture = world();
    fixture.bytes.set(fileId, Buffer.from('Loose'));
    return { ...fixture, found: await fixture.claims.read() };
  };

  test('keeps a writer that read the claim before from entering bytes that it removes', async () => {
    const { deps, bytes, claims, found } = await loose();
    expect(await sweepFiles(deps, found, { ...row, files: [fileId] })).toBe('files-removed');
    expect([...bytes.keys()]).toEqual([first.fileId]);
    expect(await claims.save({ before: found, claim: withFile, entries: [] })).toBe('stale');
  });

  test('removes no bytes that were entered since it read the claim', async () => {
    const { deps, bytes, claims, found } = await loose();
    await claims.save({ before: found, claim: withFile, entries: [] });
    expect(await sweepFiles(deps, found, { ...row, files: [fileId] })).toBe('nothing-to-do');
    expect(bytes.has(fileId)).toBe(true);
  });

  test('looks again at files that were too new when it looked at all of a claim', async () => {
    const { deps, bytes, rows, times, moveClock, found } = await loose();
    times.set(fileId, new Date(late.getTime() - 1000).toISOString());
    rows.set(row.dueAt, {});
    moveClock(late);
    expect(await sweepFiles(deps, found, row)).toBe('nothing-to-do');
    expect(bytes.has(fileId)).toBe(true);

    const [[dueAt = '', again] = [], ...others] = rows;
    expect({ again, others }).toEqual({ again: {}, others: [] });
    moveClock(new Date(dueAt));
    expect(await sweepFiles(deps, found, { ...row, dueAt })).toBe('files-removed');
    expect([...bytes.keys()]).toEqual([first.fileId]);
    expect(rows.size).toBe(0);
  });
});

describe('A download', () => {
  const bytes = Buffer.from('Proof');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const download = async (file: { size: number; sha256: string }) => {
    const fixture = world({ ...draft, poe: [{ ...first, ...file }] });
    const found = await readPoe(fixture.deps, ref, first.fileId);
    if (found instanceof Problem) throw new Error(found.code);
    const content = await found.open();
    return {
      got: content instanceof Problem ? content.code : await buffer(content),
      entries: fixture.claims.entries(),
    };
  };

  test('has the bytes that were uploaded', async () => {
    expect(await download({ size: bytes.length, sha256 })).toEqual({ got: bytes, entries: [] });
  });

  test.each([
    ['of the same size', { size: bytes.length, sha256: 'ab'.repeat(32) }],
    ['with the same hash and another size', { size: bytes.length + 1, sha256 }],
  ])('of other bytes %s is refused, and shown to operations', async (_, file) => {
    expect(await download(file)).toEqual({ got: 'poe-altered', entries: ['system attention-needed'] });
  });
});
