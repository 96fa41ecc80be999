import { catalogueOf } from '../../domain/catalogue/catalogue.ts';
import type { Claim, ClaimRef, PoeFile } from '../../domain/claim.ts';
import { mentionsIn } from '../../domain/proof/product-mentions.ts';
import { asActor, type Caller } from '../../identity/caller.ts';
import { present } from '../../lib/present.ts';
import type { Problem } from '../../lib/result.ts';
import type { Deps } from '../deps.ts';
import { inspectFile } from './inspect-file.ts';
import { RefusedContent } from './refused-content.ts';

export type PoeUpload = { fileName: string; note?: string | undefined; content: AsyncIterable<Uint8Array> };

type Taken = {
  caller: Caller;
  ref: ClaimRef;
  blobId: string;
  /** As `cleanFileName` has made it. */
  name: { fileName: string; extension: string };
  claim: Claim;
  upload: PoeUpload;
};

/** Stores the bytes of an upload under `blobId` while they arrive. What comes back is not entered on the claim yet. */
export const storePoe = async (
  deps: Deps,
  { caller, ref, blobId, name, claim, upload }: Taken,
): Promise<PoeFile | Problem> => {
  const { content, inspection } = inspectFile(upload.content, {
    extension: name.extension,
    maxBytes: deps.limits.maxBytes,
  });
  try {
    await deps.poe.upload({ ref, fileId: blobId, storedAt: deps.now().toISOString() }, content);
  } catch (error) {
    if (error instanceof RefusedContent) return error.problem;
    throw error;
  }
  const { size, sha256, contentType, text, template } = inspection();
  return present({
    fileId: blobId,
    fileName: name.fileName,
    contentType,
    size,
    sha256,
    uploadedAt: deps.now().toISOString(),
    uploadedBy: asActor(caller),
    note: upload.note,
    scan: deps.awaitsScan ? ('pending' as const) : undefined,
    ...template,
    mentions: text === undefined ? undefined : mentionsIn(text, catalogueOf(claim.catalogueVersion).products),
  });
};
