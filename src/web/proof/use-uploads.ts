import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FieldError, PoeFile } from '../../../client/generated.ts';
import { ProblemError } from '../../../client/result.ts';
import { claimKey } from '../api/queries.ts';
import { useSettings } from '../api/settings-context.ts';
import { useSession } from '../sign-in/session-context.ts';
import { ConnectionLost, sendFile } from './send-file.ts';

/** A file on its way. `lost`: goes on by itself when the connection is back. */
export type Upload = {
  key: string;
  file: File;
  state: 'waiting' | 'sending' | 'lost' | 'refused';
  percent: number;
  error?: Pick<FieldError, 'code' | 'message'> | string;
  /** Whether the same file can succeed later. A file that was refused for what it is cannot. */
  isRetryable?: boolean;
};

/** How often (ms) a lost upload is tried again. */
const againMs = 4_000;

/** Files on their way, one after the other. What is refused stays, with its reason, and stops no other. */
export const useUploads = (claimId: string, onDone: (file: PoeFile) => void) => {
  const queries = useQueryClient();
  const session = useSession();
  const { apiBase } = useSettings();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const controllers = useRef(new Map<string, AbortController>());
  const busy = useRef(false);

  const change = (key: string, changes: Partial<Upload>): void =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));
  const drop = (key: string): void => setUploads((all) => all.filter((upload) => upload.key !== key));

  const send = async ({ key, file }: Upload): Promise<void> => {
    const controller = new AbortController();
    controllers.current.set(key, controller);
    change(key, { state: 'sending', percent: 0 });
    try {
      const done = await sendFile({
        apiBase,
        token: await session.token(),
        claimId,
        file,
        idempotencyKey: key,
        onProgress: (percent) => change(key, { percent }),
        signal: controller.signal,
      });
      drop(key);
      await queries.invalidateQueries({ queryKey: claimKey(claimId) });
      onDone(done);
    } catch (error) {
      if (error instanceof ConnectionLost) change(key, { state: 'lost' });
      else if (error instanceof ProblemError) {
        const [first = error.problem] = error.problem.errors;
        const { code } = first;
        const message = 'message' in first ? first.message : error.problem.detail;
        const isRetryable = error.problem.status >= 500 || error.problem.status === 429;
        change(key, { state: 'refused', error: { code, message }, isRetryable });
      } else drop(key);
    } finally {
      controllers.current.delete(key);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the list may let the next file go.
  useEffect(() => {
    const next = uploads.find(({ state }) => state === 'waiting');
    if (next === undefined || busy.current) return;
    busy.current = true;
    void send(next).finally(() => {
      busy.current = false;
      setUploads((all) => [...all]);
    });
  }, [uploads]);

  const resume = (): void =>
    setUploads((all) => all.map((upload) => (upload.state === 'lost' ? { ...upload, state: 'waiting' } : upload)));
  const hasLost = uploads.some(({ state }) => state === 'lost');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only whether anything was lost matters.
  useEffect(() => {
    if (!hasLost) return;
    const timer = setInterval(() => navigator.onLine && resume(), againMs);
    addEventListener('online', resume);
    return () => {
      clearInterval(timer);
      removeEventListener('online', resume);
    };
  }, [hasLost]);

  return {
    uploads,
    add: (files: { file: File; error?: string }[]) =>
      setUploads((all) => [
        ...all,
        ...files.map(({ file, error }): Upload => {
          const begun = { key: crypto.randomUUID(), file, percent: 0 };
          return error === undefined ? { ...begun, state: 'waiting' } : { ...begun, state: 'refused', error };
        }),
      ]),
    retry: (key: string) => change(key, { state: 'waiting' }),
    cancel: (key: string) => {
      controllers.current.get(key)?.abort();
      drop(key);
    },
  };
};
