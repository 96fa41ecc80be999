import { type Claim, type ClaimRef, type PoeFile, refOf } from '../../domain/claim.ts';
import type { Actor } from '../../domain/history.ts';
import { newFileId } from '../../domain/ids.ts';
import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { scanOfCopy } from '../../domain/proof/proof-check.ts';
import { present } from '../../lib/present.ts';
import type { FieldError } from '../../lib/result.ts';
import type { Deps } from '../deps.ts';

export type CopiedProof = { poe: PoeFile[]; leftOut: FieldError[] };

/**
 * Copies the stored files of a claim to another claim: the same bytes under new entries. Files with malware, and files whose bytes
 * are gone, are left out and named.
 */
export const copyProof = async (
  deps: Deps,
  original: Claim,
  { to, actor, now }: { to: ClaimRef; actor: Actor; now: Date },
): Promise<CopiedProof> => {
  const leftOut: FieldError[] = [];
  const poe: PoeFile[] = [];
  for (const [index, file] of original.poe.entries()) {
    const path = `poe.${index}`;
    if (file.malwareFoundAt !== undefined) {
      leftOut.push({ path, code: 'poe-malicious', message: `${file.fileName} was left out: malware was found in it.` });
      continue;
    }
    const fileId = newFileId(deps.random);
    if (
      await deps.poe.copy(
        { ref: refOf(original), fileId: blobIdOf(file) },
        { ref: to, fileId, storedAt: now.toISOString() },
      )
    ) {
      const scan = scanOfCopy(file, deps.awaitsScan);
      poe.push({
        ...copiedEntry(file, original, to),
        ...present({ scan, checkedAt: scan === 'pending' ? undefined : file.checkedAt }),
        fileId,
        uploadedAt: now.toISOString(),
        uploadedBy: actor,
      });
    } else {
      leftOut.push({ path, code: 'poe-not-found', message: `${file.fileName} was left out: it is no longer stored.` });
    }
  }
  return { poe, leftOut };
};

/** The template of the original was filled in for the same customer: it counts as that of the copy. */
const copiedEntry = (
  { storedAs, scan, checkedAt, ...file }: PoeFile,
  original: Claim,
  { claimId }: ClaimRef,
): PoeFile => (file.templateOf === original.id ? { ...file, templateOf: claimId } : file);
