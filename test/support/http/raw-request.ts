import { request } from 'node:http';

export type RawUpload = { url: string; token: string; headers: Record<string, string> };

/** An upload that a test drives by hand: part by part, and cut off when it wants. */
export const startUpload = ({ url, token, headers }: RawUpload) => {
  const sent = request(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
  });
  const answer = new Promise<number | undefined>((resolve) => {
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', () => resolve(undefined));
  });
  return {
    /** Resolves when the part has left. */
    write: (part: string | Uint8Array) => new Promise<void>((resolve) => sent.write(part, () => resolve())),
    end: () => sent.end(),
    /** Cuts the connection. */
    cut: () => sent.destroy(),
    /** Status of the answer; undefined when the connection ended without one. */
    answer,
  };
};
