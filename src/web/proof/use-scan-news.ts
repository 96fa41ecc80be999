import { useEffect, useRef } from 'react';
import type { PoeFile } from '../../../client/generated.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { useClaimWords } from '../words/claim-words.ts';

/** Tells a screen reader when files have been checked for malware while they are shown. */
export const useScanNews = (files: PoeFile[]): void => {
  const { scanDone } = useClaimWords();
  const announce = useAnnounce();
  const known = useRef(files);
  useEffect(() => {
    const pending = new Set(known.current.filter(({ scan }) => scan === 'pending').map(({ fileId }) => fileId));
    known.current = files;
    const clean = files.filter(({ fileId, scan }) => scan === 'clean' && pending.has(fileId));
    if (clean.length > 0) announce(scanDone(clean.map(({ fileName }) => fileName).join(', ')));
  }, [files, announce, scanDone]);
};
