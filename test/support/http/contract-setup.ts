import { afterAll, expect } from 'vitest';
import { contractChecks, type SeenAnswer } from './contract.ts';

/** Every answer that an API test gets through fetch is held against the OpenAPI document, whatever the test is about. */

const seen: Promise<SeenAnswer | undefined>[] = [];
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const answer = await fetch(input, init);
  const url = input instanceof Request ? input.url : String(input);
  if (!url.includes('/api/')) return answer;
  const { status, headers } = answer;
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
  const isJson = /\bjson\b/.test(headers.get('content-type') ?? '') && method !== 'HEAD';
  const text = isJson && answer.body !== null ? answer.clone().text() : Promise.resolve(undefined);
  // A test may give an answer up half way: what it did not read is not judged.
  seen.push(text.then((body) => ({ method, url, status, headers, text: body })).catch(() => undefined));
  return answer;
};

afterAll(async () => {
  const answers = (await Promise.all(seen)).filter((answer) => answer !== undefined);
  const check = contractChecks();
  const wrong = new Set(answers.map(check).filter((text) => text !== ''));
  expect([...wrong], 'answers that differ from the OpenAPI document').toEqual([]);
});
