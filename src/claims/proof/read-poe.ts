import type { Readable } from 'node:stream';
import type { ClaimRef, PoeFile } from '../../domain/claim.ts';
import { blobIdOf } from '../../domain/proof/poe-file.ts';
import { withholding } from '../../domain/proof/scan.ts';
import { Problem } from '../../lib/result.ts';
import type { ByteRange } from '../../storage/poe-store.ts';
import type { Deps } from '../deps.ts';
import { reportAlteredFile, reportMissingFile } from './report-file.ts';
import { unaltered } from './unaltered.ts';

/** A file of a claim, and what opens its bytes or some of them. */
export const readPoe = async (
  deps: Deps,
  ref: ClaimRef,
  fileId: string,
): Promise<{ file: PoeFile; open: (range?: ByteRange) => Promise<Readable | Problem> } | Problem> => {
  const stored = await deps.claims.read(ref);
  if (stored === undefined) return new Problem('claim-not-found');
  const file = stored.claim.poe.find((candidate) => candidate.fileId === fileId);
  if (file === undefined) return new Problem('poe-not-found');
  const withheld = withholding(file);
  if (withheld !== undefined) return withheld;
  const open = async (range?: ByteRange) => {
    const bytes = await deps.poe.download(ref, blobIdOf(file), range);
    if (bytes === undefined) {
      await reportMissingFile(deps, stored, file);
      return new Problem('poe-not-found');
    }
    // A part has no hash on record.
    return range === undefined ? unaltered(bytes, file, () => reportAlteredFile(deps, stored, file)) : bytes;
  };
  return { file, open };
};
