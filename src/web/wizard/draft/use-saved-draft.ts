import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Claim, FieldError } from '../../../../client/generated.ts';
import { useApi } from '../../api/api-context.ts';
import { claimKey, type ReadClaim } from '../../api/queries.ts';
import { usePerson } from '../../sign-in/session-context.ts';
import type { Draft, SaveState } from './draft-context.ts';
import { type Edits, editedPath, isSame, openEdits, patchOf, savable, valueAt, without } from './draft-paths.ts';
import { keep, readKept } from './kept-edits.ts';

/** A field that was changed elsewhere while it was typed in here. */
export type Clash = { path: string; theirs: unknown; mine: unknown };

/** How often (ms) a save that did not get through is tried again. */
const againMs = 5_000;
const mostTries = 4;

/** A draft that saves itself. Conflicts with another tab are merged where they can be, and shown where they cannot. */
export const useSavedDraft = (id: string, read: ReadClaim) => {
  const api = useApi();
  const queries = useQueryClient();
  const { id: personId } = usePerson();
  const [kept] = useState(() => readKept(personId, id));
  const edits = useRef(kept.edits);
  /** What was saved of a field when its editing began. */
  const bases = useRef(kept.bases);
  const running = useRef<Promise<Claim | undefined>>(undefined);
  const [, redraw] = useState(0);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [state, setState] = useState<SaveState>('idle');
  const [clashes, setClashes] = useState<Clash[]>([]);

  const setEdits = useCallback(
    (next: Edits): void => {
      edits.current = next;
      keep(personId, id, { edits: next, bases: bases.current });
      redraw((count) => count + 1);
    },
    [personId, id],
  );

  const latest = useCallback(
    (): ReadClaim => queries.getQueryData<ReadClaim>(claimKey(id)) ?? read,
    [queries, id, read],
  );

  const edit = (changes: Record<string, unknown>): void => {
    const { claim } = latest();
    for (const path of Object.keys(changes)) {
      if (!Object.hasOwn(edits.current, path)) bases.current[path] = valueAt(claim, path);
    }
    setErrors((shown) => shown.filter(({ path }) => editedPath(changes, path) === undefined));
    setEdits({ ...edits.current, ...changes });
  };

  /** Whether another tab has changed what is edited here. If so, asks what to keep. */
  const hasClashes = (fresh: Claim): boolean => {
    const found = clashesWith(fresh);
    if (found.length > 0) setClashes(found);
    return found.length > 0;
  };

  /** What of the edits another tab has changed as well. */
  const clashesWith = (fresh: Claim): Clash[] =>
    Object.entries(edits.current).flatMap(([path, mine]) => {
      const theirs = valueAt(fresh, path);
      return Object.hasOwn(bases.current, path) && !isSame(theirs, bases.current[path]) && !isSame(theirs, mine)
        ? [{ path, theirs, mine }]
        : [];
    });

  const saveOnce = async (): Promise<Claim | undefined> => {
    // The claim may have been reloaded since the editing began: then its version is fresh, and the edits are old.
    if (hasClashes(latest().claim)) return undefined;
    let sending = edits.current;
    const refused: FieldError[] = [];
    for (let tries = 0; tries < mostTries && Object.keys(patchOf(sending, latest().claim)).length > 0; tries += 1) {
      const sent = savable(sending, latest().claim);
      const body = patchOf(sent, latest().claim);
      const answer = await api.call('editDraft', { path: { id }, body, ifMatch: latest().etag });
      if (answer.ok) {
        queries.setQueryData<ReadClaim>(claimKey(id), { claim: answer.data, etag: answer.etag ?? '' });
        for (const path of Object.keys(sent)) bases.current[path] = valueAt(answer.data, path);
        // What was typed meanwhile stays, and what has to wait.
        setEdits(
          without(
            edits.current,
            Object.keys(sending).filter((path) =>
              isSame(edits.current[path], Object.hasOwn(sent, path) ? sent[path] : valueAt(answer.data, path)),
            ),
          ),
        );
        sending = {};
        break;
      }
      if (answer.problem.code === 'etag-stale') {
        const fresh = await api.call('readClaim', { path: { id } });
        if (!fresh.ok) return undefined;
        queries.setQueryData<ReadClaim>(claimKey(id), { claim: fresh.data, etag: fresh.etag ?? '' });
        if (hasClashes(fresh.data)) return undefined;
        continue;
      }
      const wrong = answer.problem.errors
        .map(({ path }) => editedPath(sending, path))
        .filter((path) => path !== undefined);
      if (wrong.length === 0) throw new Error(answer.problem.detail);
      refused.push(...answer.problem.errors);
      // One wrong field does not keep the others from being saved.
      sending = without(sending, wrong);
    }
    setErrors((shown) => [...shown.filter(({ path }) => !refused.some((error) => error.path === path)), ...refused]);
    return refused.length === 0 ? latest().claim : undefined;
  };

  const save = async (): Promise<Claim | undefined> => {
    while (running.current) await running.current;
    if (Object.keys(patchOf(edits.current, latest().claim)).length === 0) return latest().claim;
    setState('saving');
    running.current = saveOnce()
      .then((claim) => {
        setState(claim ? 'saved' : 'idle');
        return claim;
      })
      .catch(() => {
        setState('unsaved');
        return undefined;
      })
      .finally(() => {
        running.current = undefined;
      });
    return running.current;
  };

  const saving = useRef(save);
  saving.current = save;
  useEffect(() => {
    // What an earlier visit left, or the network did not let through.
    if (Object.keys(edits.current).length > 0) void saving.current();
    const again = (): void => {
      if (Object.keys(edits.current).length > 0) void saving.current();
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);
  useEffect(() => {
    if (state !== 'unsaved') return;
    const timer = setInterval(() => void saving.current(), againMs);
    return () => clearInterval(timer);
  }, [state]);

  const settle = (keepMine: boolean): void => {
    const { claim } = latest();
    for (const { path } of clashes) bases.current[path] = valueAt(claim, path);
    if (!keepMine)
      setEdits(
        without(
          edits.current,
          clashes.map(({ path }) => path),
        ),
      );
    setClashes([]);
    void save();
  };

  const { claim } = latest();
  const draft: Draft = {
    claim,
    value: (path) => (Object.hasOwn(edits.current, path) ? edits.current[path] : valueAt(claim, path)),
    edit,
    save,
    open: openEdits(edits.current, claim),
    errors,
    show: setErrors,
    state,
  };
  return { draft, clashes, settle };
};
