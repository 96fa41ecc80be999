import { Readable } from 'node:stream';
import { type ContainerClient, RestError } from '@azure/storage-blob';
import type { ClaimRef } from '../domain/claim.ts';

/** Proof files: `{partnerId}/{claimId}/{fileId}`. A file is written once and never again. */

const blockBytes = 4 * 1024 * 1024;

const blobName = ({ partnerId, claimId }: ClaimRef, fileId: string): string => `${partnerId}/${claimId}/${fileId}`;

const isStatus = (error: unknown, status: number): boolean => error instanceof RestError && error.statusCode === status;

export type PoeStore = ReturnType<typeof createPoeStore>;

export const createPoeStore = (container: ContainerClient) => {
  const blob = (ref: ClaimRef, fileId: string) => container.getBlockBlobClient(blobName(ref, fileId));

  /**
   * Stores `content` while it arrives, holding at most two blocks. If `content` throws, nothing is stored and the error
   * comes out here.
   */
  const upload = async (ref: ClaimRef, fileId: string, content: AsyncGenerator<Buffer>): Promise<void> => {
    const conditions = { ifNoneMatch: '*' };
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
      if (!more) {
        await blob(ref, fileId).upload(Buffer.concat(first), size, { conditions });
        return;
      }
      const whole = async function* () {
        yield* first.splice(0);
        yield* content;
      };
      await blob(ref, fileId).uploadStream(Readable.from(whole(), { objectMode: false }), blockBytes, 2, {
        conditions,
      });
    } catch (error) {
      // File IDs are new for every upload: a file that is there already is this one, written by a try whose answer was lost.
      if (!isStatus(error, 409) && !isStatus(error, 412)) throw error;
    }
  };

  /** The bytes of a file, or undefined when it is not there. */
  const download = async (ref: ClaimRef, fileId: string): Promise<Readable | undefined> => {
    try {
      const answer = await blob(ref, fileId).download();
      // The type has a plain ReadableStream for other runtimes; in Node it is a Readable.
      return answer.readableStreamBody as Readable | undefined;
    } catch (error) {
      if (isStatus(error, 404)) return undefined;
      throw error;
    }
  };

  const remove = async (ref: ClaimRef, fileId: string): Promise<void> => {
    await blob(ref, fileId).deleteIfExists();
  };

  return { upload, download, remove };
};
