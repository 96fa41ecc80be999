import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';

/** Ends a response with the status and its standard phrase as plain text; 200 without a body. */
export const answerPlain = (outgoing: ServerResponse, status: number, headers: Record<string, string> = {}): void => {
  const text = status === 200 ? '' : `${STATUS_CODES[status] ?? status}\n`;
  outgoing.writeHead(status, {
    ...headers,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  outgoing.end(text);
};

/** Ends a response with a JSON document. */
export const answerJson = (outgoing: ServerResponse, status: number, value: unknown): void => {
  const text = JSON.stringify(value);
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  outgoing.end(text);
};

/** Reads a whole body; undefined when it is larger than `limit` bytes, the rest then being read and dropped. */
export const readBody = async (incoming: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? undefined : Buffer.concat(chunks);
};
