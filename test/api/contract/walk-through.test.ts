import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send, signIn } from '../../support/http/client.ts';
import { type Stack, startStack } from '../../support/stack/stack.ts';
import {
  answerDifference,
  blocksOf,
  filled,
  type Step,
  stepsOf,
  type Values,
} from '../../support/text/walk-through.ts';
import { until } from '../../support/until.ts';

let stack: Stack;
let markdown: string;
const values: Values = new Map();
beforeAll(async () => {
  const file = new URL('../../../docs/api-walk-through.md', import.meta.url);
  markdown = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
  // Its own: it claims for the demo's Contoso, whose partner of record others would change.
  stack = await startStack();
  values.set('token', (await signIn(stack, 'avery')).token).set('mail', stack.mail);
});
afterAll(() => stack.stop());

const run = async ({ request, answer }: Step): Promise<string | undefined> => {
  const [method = '', target = ''] = filled(request.line, values).split(' ');
  const url = target.startsWith('/') ? `${stack.app}${target}` : target;
  const named = Object.fromEntries(request.headers.map(([name, value]) => [name, filled(value, values)]));
  const ours = new URL(url).pathname.startsWith('/api/');
  const headers = ours ? { Authorization: `Bearer ${values.get('token')}`, ...named } : named;
  const body = request.body === '' ? {} : { body: filled(request.body, values) };
  return answerDifference(answer, await fetch(url, { method, headers, redirect: 'manual', ...body }), values);
};

test('every request of the walk-through is answered as it says, in its order', async () => {
  const steps = stepsOf(markdown);
  expect(steps.length).toBeGreaterThan(20);
  for (const step of steps) {
    let seen: string | undefined;
    const fits = async () => {
      seen = await run(step);
      return seen === undefined;
    };
    // A GET is asked again until the answer is there, as the text says.
    const done = step.request.line.startsWith('GET ')
      ? await until(step.request.line, fits).catch(() => false)
      : await fits();
    expect({ request: step.request.line, seen, done }).toEqual({
      request: step.request.line,
      seen: undefined,
      done: true,
    });
  }
});

test('the code that verifies a history finds it whole, and finds the entry that was changed', async () => {
  const [code = ''] = blocksOf(markdown, 'js');
  const { firstBroken } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  const client = await signIn(stack, 'avery');
  const { body } = await client.get(`claims/${values.get('id')}/history`);
  expect(await firstBroken(body.value)).toBeUndefined();
  const forged = body.value.map((entry: object, index: number) =>
    index === 2 ? { ...entry, event: 'declined' } : entry,
  );
  expect(await firstBroken(forged)).toBe(3);
  expect(await firstBroken(body.value.toSpliced(1, 1))).toBe(3);
  // What only operators see keeps its place in the chain.
  const ops = await signIn(stack, 'ops');
  for (const held of [true, false]) {
    await ops.send('PUT', `operations/claims/${values.get('id')}/hold`, { json: { held, reason: 'A dispute.' } });
  }
  const { value } = (await client.get(`claims/${values.get('id')}/history`)).body;
  expect(value.at(-1)).toMatchObject({ event: 'withheld', withheld: true });
  expect(await firstBroken(value)).toBeUndefined();
  expect(await firstBroken(value.toSpliced(-2, 1))).toBe(value.length);
});

test('every path that the walk-through names is in the OpenAPI document', async () => {
  const { body } = await send(`${stack.app}/api/openapi.json`, 'GET');
  const patterns = Object.keys(body.paths).map((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`));
  const named = [...markdown.matchAll(/\b(?:GET|POST|PATCH|PUT|DELETE) (\/api\/[^\s`?]+)/g)].map(
    ([, path = '']) => path,
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
});
