import { fieldProblem, type Problem } from '../../lib/result.ts';
import type { Claim, PoeFile } from '../claim.ts';

/** A file as callers see it: where its bytes are stored stays inside. */
export const poeView = ({ storedAs, ...file }: PoeFile) => file;

/** The name under which a file's bytes are stored. Bytes are never overwritten: a replaced file has new ones elsewhere. */
export const blobIdOf = ({ storedAs, fileId }: PoeFile): string => storedAs ?? fileId;

/** A claim has the same content once: a refusal that names the other file, if there is one besides `except`. */
export const duplicateOf = ({ poe }: Claim, sha256: string, except?: string): Problem | undefined => {
  const other = poe.find((file) => file.sha256 === sha256 && file.fileId !== except);
  if (other === undefined) return undefined;
  const message = `The claim already has this content, in ${other.fileName}.`;
  return fieldProblem([{ path: 'fileName', code: 'poe-duplicate', message }]);
};
