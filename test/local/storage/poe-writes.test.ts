import { buffer } from 'node:stream/consumers';
import { BlobServiceClient } from '@azure/storage-blob';
import { expect, test } from 'vitest';
import { createPoeStore } from '../../../src/storage/poe-store.ts';
import { startSeededStorage } from '../../support/stack/seeded-storage.ts';

test('the bytes of a file are written once: what is uploaded under the same name later changes nothing', async () => {
  const storage = await startSeededStorage();
  const container = BlobServiceClient.fromConnectionString(storage.connectionString).getContainerClient('poe');
  await container.create();
  const store = createPoeStore(async () => container);
  const ref = { partnerId: 'partner', claimId: 'claim' };
  const upload = (text: string) =>
    store.upload(
      { ref, fileId: 'poe-0123456789ab', storedAt: '2026-11-23T09:00:00.000Z' },
      (async function* () {
        yield Buffer.from(text);
      })(),
    );
  await upload('First');
  await upload('Second');
  const stored = await store.download(ref, 'poe-0123456789ab');
  expect(stored && (await buffer(stored)).toString()).toBe('First');
  await storage.stop();
});
