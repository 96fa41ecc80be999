import { readFile } from 'node:fs/promises';
import { BlobServiceClient } from '@azure/storage-blob';
import { draftBody } from '../support/claims/claims.ts';
import { signIn } from '../support/http/client.ts';
import { startStack } from '../support/stack/stack.ts';

const bytes = 20 * 1024 * 1024;
const rounds = 5;
const atOnce = 16;

/** A PDF of 20 MiB unlike any other: a claim takes the same content only once. */
const newPdf = (): Buffer => {
  const start = `%PDF-1.7\n${crypto.randomUUID()}\n`;
  return Buffer.concat([Buffer.from(start), Buffer.alloc(bytes - start.length, 'proof ')]);
};

const medianMs = async (one: (round: number, pdf: Buffer) => Promise<unknown>): Promise<number> => {
  await one(-1, newPdf());
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const pdf = newPdf();
    const began = performance.now();
    await one(round, pdf);
    took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
};

/** Resident memory of a process in MiB; undefined where there is no /proc. */
const residentMiB = async (pid: number): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
};

/** A proof of 20 MiB through the app, beside the same upload straight to Azurite; and the app's memory with 16 at once. */
export const benchPoe = async () => {
  const stack = await startStack({ ownStorage: true });
  try {
    const client = await signIn(stack, 'avery');
    const drafts = await Promise.all(
      Array.from({ length: atOnce }, async (_, n) =>
        String((await client.post('claims', draftBody(`upload ${n}`))).body.id),
      ),
    );
    const upload = async (draft: number, name: string, pdf: Buffer): Promise<void> => {
      const { status, text } = await client.upload(drafts[draft % atOnce] ?? '', name, pdf);
      if (status !== 201) throw new Error(`The upload was answered ${status}: ${text}`);
    };
    const through = await medianMs((round, pdf) => upload(round + 1, `round-${round + 1}.pdf`, pdf));

    const blobs = BlobServiceClient.fromConnectionString(stack.storage).getContainerClient('poe');
    const straight = await medianMs((round, pdf) => blobs.getBlockBlobClient(`floor/${round}`).uploadData(pdf));

    const pdfs = Array.from({ length: atOnce }, newPdf);
    const idleMiB = await residentMiB(stack.pid);
    let peakMiB = idleMiB ?? 0;
    const watch = setInterval(async () => {
      peakMiB = Math.max(peakMiB, (await residentMiB(stack.pid)) ?? 0);
    }, 50);
    await Promise.all(Array.from({ length: atOnce }, (_, n) => upload(n, `together-${n}.pdf`, pdfs[n] ?? newPdf())));
    clearInterval(watch);
    return { throughMs: through, straightMs: straight, ratio: through / straight, idleMiB, peakMiB };
  } finally {
    await stack.stop();
  }
};
