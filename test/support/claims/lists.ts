import { DEMO_CUSTOMERS } from '../../../local/demo/people.ts';
import type { Client, Reply } from '../http/client.ts';
import { draftBody } from './claims.ts';

/** A draft for the customer of the demo with this domain; resolves with the claim. */
export const draftFor = async (
  client: Client,
  domain: string,
  changes: Record<string, unknown> = {},
): Promise<Reply['body']> => {
  const customer = DEMO_CUSTOMERS.find((known) => known.domain === domain);
  const body = { ...draftBody(), customer: { domain, directoryId: customer?.directoryId, name: customer?.name } };
  const reply = await client.post('claims', { ...body, ...changes });
  if (reply.status !== 201) throw new Error(`The draft was answered ${reply.status}: ${reply.text}`);
  return reply.body;
};

/** The claims of one page. */
export const listed = async (client: Client, query = ''): Promise<Reply['body'][]> => {
  const reply = await client.get(`claims?${query}`);
  if (reply.status !== 200) throw new Error(`The list was answered ${reply.status}: ${reply.text}`);
  return reply.body.value;
};

export const namesIn = async (client: Client, query = ''): Promise<string[]> =>
  (await listed(client, query)).map(({ name }) => name);

/** The path of a nextLink below /api/. */
export const pathOf = (nextLink: string): string => nextLink.slice(nextLink.indexOf('/api/') + '/api/'.length);

/** Every page from the first to the last; `between` runs before each further one. */
export const pages = async (
  client: Client,
  query: string,
  between: (page: number) => Promise<void> = async () => {},
): Promise<Reply['body'][][]> => {
  const read: Reply['body'][][] = [];
  for (let path: string | undefined = `claims?${query}`; path !== undefined; ) {
    const { body }: Reply = await client.get(path);
    read.push(body.value);
    path = body.nextLink && pathOf(body.nextLink);
    if (path !== undefined) await between(read.length);
  }
  return read;
};

/** The records of a CSV text, by RFC 4180. */
export const csvRecords = (text: string): string[][] => {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    records.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
};
