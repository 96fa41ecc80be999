import { expect } from 'vitest';
import { inspectFile } from '../../../src/claims/proof/inspect-file.ts';
import { RefusedContent } from '../../../src/claims/proof/refused-content.ts';

/** Inspects as the service does while a file arrives, in parts of `partBytes`; a refusal comes back as its code and words. */
export const inspect = async (
  extension: string,
  content: string | Buffer,
  partBytes = 64 * 1024,
  maxBytes = 64 * 1024 * 1024,
) => {
  const bytes = Buffer.from(content);
  const arriving = async function* () {
    for (let at = 0; at < bytes.length; at += partBytes) yield bytes.subarray(at, at + partBytes);
  };
  const { content: passing, inspection } = inspectFile(arriving(), { extension, maxBytes });
  const passed: Buffer[] = [];
  try {
    for await (const part of passing) passed.push(part);
  } catch (error) {
    if (error instanceof RefusedContent) return { code: error.problem.code, detail: error.problem.detail };
    throw error;
  }
  expect(Buffer.concat(passed).equals(bytes)).toBe(true);
  return inspection();
};
