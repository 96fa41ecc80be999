import type { HistoryEntry } from '../../../client/generated.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';

const sha256 = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** What later entries vouch for of those whose people were taken out. */
const digestsIn = (entries: HistoryEntry[]): Map<number, unknown> =>
  new Map(
    entries
      .filter(({ event, erased }) => event === 'contact-erased' && !erased)
      .flatMap(({ detail }) => Object.entries(Object(detail?.digests)))
      .map(([sequence, digest]) => [Number(sequence), digest]),
  );

/** Works every hash of a history out again. Resolves with the number of the first entry that does not fit, if there is one. */
export const firstBrokenEntry = async (entries: HistoryEntry[]): Promise<number | undefined> => {
  const digests = digestsIn(entries);
  let before = '';
  for (const [index, entry] of entries.entries()) {
    const { hash, previousHash, ...content } = entry;
    const fits = entry.erased
      ? digests.get(entry.sequence) === (await sha256(canonicalJson(entry)))
      : hash === (await sha256(previousHash + canonicalJson(content)));
    if (!fits || previousHash !== before || entry.sequence !== index + 1) return index + 1;
    before = hash;
  }
  return undefined;
};
