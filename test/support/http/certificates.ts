import type { Stack } from '../stack/stack.ts';
import { type Client, type Reply, send } from './client.ts';

/** The certificate of a claim as its partner gets it. */
export const certificateOf = async (
  { app }: Pick<Stack, 'app'>,
  { token }: Client,
  claimId: string,
  query = '',
): Promise<Buffer> => {
  const answer = await fetch(`${app}/api/claims/${claimId}/certificate${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (answer.status !== 200) throw new Error(`No certificate: ${answer.status} ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
};

/** What the form of the public page sends. */
export const uploadForm = async (
  bytes: Uint8Array,
  name = 'certificate',
): Promise<{ body: Uint8Array; type: string }> => {
  const form = new FormData();
  form.set(name, new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'certificate.pdf');
  const request = new Response(form);
  return { body: await request.bytes(), type: request.headers.get('content-type') ?? '' };
};

/** Has the public page verify a file. */
export const verifyFile = async (
  { app }: Pick<Stack, 'app'>,
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Reply> => {
  const { body, type } = await uploadForm(bytes);
  return send(`${app}/certificates`, 'POST', { body, headers: { 'content-type': type, ...headers } });
};
