import { BlobServiceClient } from '@azure/storage-blob';
import { containerName } from '../../../src/storage/table/names.ts';
import type { Stack } from '../stack/stack.ts';

const containerOf = ({ storage }: Pick<Stack, 'storage'>) =>
  BlobServiceClient.fromConnectionString(storage).getContainerClient(containerName);

/** Puts other bytes in the place of a stored proof file. */
export const overwrite = async (stack: Pick<Stack, 'storage'>, fileId: string, text: string): Promise<void> => {
  const container = containerOf(stack);
  for await (const { name } of container.listBlobsFlat()) {
    if (name.endsWith(`/${fileId}`)) await container.getBlockBlobClient(name).upload(text, Buffer.byteLength(text));
  }
};

/** Takes the bytes of a stored proof file away. */
export const removeBlob = async (stack: Pick<Stack, 'storage'>, fileId: string): Promise<void> => {
  const container = containerOf(stack);
  for await (const { name } of container.listBlobsFlat()) {
    if (name.endsWith(`/${fileId}`)) await container.getBlockBlobClient(name).delete();
  }
};

/** Names of the stored proof files of a claim. */
export const blobsOf = async (stack: Pick<Stack, 'storage'>, claimId: string): Promise<string[]> => {
  const names: string[] = [];
  for await (const { name } of containerOf(stack).listBlobsFlat()) if (name.includes(claimId)) names.push(name);
  return names;
};

/** Stores bytes beside the proof files of a claim, as an upload does that dies before its entry. */
export const addLooseBlob = async (stack: Pick<Stack, 'storage'>, claimId: string): Promise<void> => {
  const [name = ''] = await blobsOf(stack, claimId);
  const loose = name.replace(/[^/]*$/, 'poe-ba9876543210');
  await containerOf(stack).getBlockBlobClient(loose).upload('Loose', 'Loose'.length);
};
