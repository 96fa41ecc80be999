import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeBody } from '../support/claims.ts';
import { type Client, signIn } from '../support/client.ts';
import { type Stack, startStack } from '../support/stack.ts';

/** Values as people paste them: what is stored is in the answer. The kinds in full are in the unit tests of each field. */

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await startStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

describe('A draft is taken', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['with blanks and invisible marks', { name: '\ufeff Contoso \u200b roll-out\v' }, { name: 'Contoso roll-out' }],
    [
      'with the address of its contact as a mail program copies it',
      { customerContact: { name: 'Dana', title: 'Director', email: ' "Lee, Dana" <mailto:dana@Bücher.example.>' } },
      { customerContact: { email: 'dana@xn--bcher-kva.example' } },
    ],
  ])('%s', async (_, given, stored) => {
    const created = await avery.post('claims', { ...completeBody(), ...given });
    expect(created.status, created.text).toBe(201);
    expect(created.body).toMatchObject(stored);
  });
});
