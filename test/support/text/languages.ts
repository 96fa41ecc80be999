import { completeBody, proof } from '../claims/claims.ts';
import type { Client } from '../http/client.ts';

/** A claim that was submitted for a customer who reads this language in this time zone; resolves with its ID. */
export const submittedIn = async (
  client: Client,
  { language, timeZone }: { language: string; timeZone: string },
): Promise<string> => {
  const body = completeBody();
  const customer = { ...body.customer, language, timeZone };
  const { body: created } = await client.post('claims', { ...body, customer });
  await client.upload(created.id, 'statement.txt', proof);
  const { status, text } = await client.post(`claims/${created.id}/submit`, { acknowledged: true });
  if (status !== 202) throw new Error(`Not submitted: ${status} ${text}`);
  return created.id;
};
