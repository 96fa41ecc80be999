import type { PoeFile } from '../../../client/generated.ts';
import { requestOf } from '../../../client/request.ts';
import { ProblemError } from '../../../client/result.ts';

type Sending = {
  apiBase: string;
  token: string;
  claimId: string;
  file: File;
  /** Of this file: the same bytes sent again are not a second file. */
  idempotencyKey: string;
  onProgress: (percent: number) => void;
  signal: AbortSignal;
};

/** Thrown when the connection went away while a file was sent. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** Uploads a file. By XMLHttpRequest, since fetch tells no progress of what is sent. */
export const sendFile = ({ apiBase, token, claimId, file, idempotencyKey, onProgress, signal }: Sending) =>
  new Promise<PoeFile>((resolve, reject) => {
    const input = { path: { id: claimId }, query: { fileName: file.name }, body: file, idempotencyKey };
    const { address, init } = requestOf('addPoe', input, { token, accept: 'application/json' });
    const request = new XMLHttpRequest();
    request.open('POST', `${apiBase}${address}`);
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(1, total)) * 100));
    request.onerror = () => reject(new ConnectionLost());
    request.ontimeout = () => reject(new ConnectionLost());
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    request.onload = () => {
      try {
        const answer: unknown = JSON.parse(request.responseText);
        // The casts: the two things that the API answers here.
        if (request.status < 300) resolve(answer as PoeFile);
        else reject(new ProblemError({ problem: answer as ProblemError['problem'], retryAfterSeconds: undefined }));
      } catch {
        reject(new ConnectionLost());
      }
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
