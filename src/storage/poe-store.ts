import { Readable } from 'node:stream';
import type { ContainerClient } from '@azure/storage-blob';
import type { ClaimRef } from '../domain/claim.ts';
import { statusOf } from './table/errors.ts';

/** Proof files: `{partnerId}/{claimId}/{fileId}`. A file is written once and never overwritten. */

const blockBytes = 4 * 1024 * 1024;

const blobName = ({ partnerId, claimId }: ClaimRef, fileId: string): string => `${partnerId}/${claimId}/${fileId}`;

/** Where the bytes of a file are. */
type StoredFile = { ref: ClaimRef; fileId: string };

/** When (RFC 3339, UTC) by the app's own clock the bytes began to be stored: kept with them. Empty when bytes have no time. */
type Stored = { storedAt: string };

/** Bytes of a file, the first and the last included. */
export type ByteRange = { start: number; end: number };

export type PoeStore = ReturnType<typeof createPoeStore>;

/** `container` loads the blob client on first use: most requests need none. */
export const createPoeStore = (container: () => Promise<ContainerClient>) => {
  const blob = async (ref: ClaimRef, fileId: string) => (await container()).getBlockBlobClient(blobName(ref, fileId));

  /**
   * Stores `content` while it arrives, holding at most two blocks. If `content` throws, nothing is stored and the error
   * comes out here.
   */
  const upload = async (
    { ref, fileId, storedAt }: StoredFile & Stored,
    content: AsyncGenerator<Buffer>,
  ): Promise<void> => {
    const options = { conditions: { ifNoneMatch: '*' }, metadata: { stored: storedAt } };
    const first: Buffer[] = [];
    let size = 0;
    let more = false;
    while (!more) {
      const next = await content.next();
      if (next.done) break;
      first.push(next.value);
      size += next.value.length;
      more = size > blockBytes;
    }
    try {
      const target = await blob(ref, fileId);
      if (!more) {
        await target.upload(Buffer.concat(first), size, options);
        return;
      }
      const whole = async function* () {
        yield* first.splice(0);
        yield* content;
      };
      await target.uploadStream(Readable.from(whole(), { objectMode: false }), blockBytes, 2, options);
    } catch (error) {
      // File IDs are unique per upload: an existing file is this one, written by an attempt whose response was lost.
      const status = statusOf(error);
      if (status !== 409 && status !== 412) throw error;
    }
  };

  /** Copies the bytes of a file within the storage account, without reading them here. False when they are not there. */
  const copy = async (from: StoredFile, to: StoredFile & Stored): Promise<boolean> => {
    const [source, target] = [await blob(from.ref, from.fileId), await blob(to.ref, to.fileId)];
    try {
      const copying = await target.beginCopyFromURL(source.url, {
        intervalInMs: 100,
        metadata: { stored: to.storedAt },
      });
      const { copyStatus } = await copying.pollUntilDone();
      if (copyStatus !== 'success') throw new Error(`A file was not copied: ${copyStatus}.`);
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  };

  /** The bytes of a file, or some of them; undefined when it is not there. */
  const download = async (ref: ClaimRef, fileId: string, range?: ByteRange): Promise<Readable | undefined> => {
    try {
      const answer = await (await blob(ref, fileId)).download(range?.start, range && range.end - range.start + 1);
      // The type has a plain ReadableStream for other runtimes; in Node it is a Readable.
      return answer.readableStreamBody as Readable | undefined;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  };

  const exists = async (ref: ClaimRef, fileId: string): Promise<boolean> => (await blob(ref, fileId)).exists();

  /** All stored files of a claim, on its record or not. */
  const list = async (ref: ClaimRef): Promise<(Stored & { fileId: string })[]> => {
    const prefix = blobName(ref, '');
    const found: (Stored & { fileId: string })[] = [];
    for await (const { name, metadata } of (await container()).listBlobsFlat({ prefix, includeMetadata: true })) {
      found.push({ fileId: name.slice(prefix.length), storedAt: metadata?.stored ?? '' });
    }
    return found;
  };

  const remove = async (ref: ClaimRef, fileId: string): Promise<void> => {
    await (await blob(ref, fileId)).deleteIfExists();
  };

  /** Removes all stored files of a claim, on its record or not. */
  const removeAll = async (ref: ClaimRef): Promise<void> => {
    for (const { fileId } of await list(ref)) await remove(ref, fileId);
  };

  return { upload, copy, download, exists, list, remove, removeAll };
};
