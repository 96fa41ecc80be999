import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { later } from '../../support/claims/after-submission.ts';
import { draftBody, mailsOf, proof, restOfDraft } from '../../support/claims/claims.ts';
import { csvRecords, listed } from '../../support/claims/lists.ts';
import { type Client, type Reply, signIn } from '../../support/http/client.ts';
import { expectProblem } from '../../support/http/problem.ts';
import { clockStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { until } from '../../support/until.ts';

/** Drafts that are saved as soon as location and customer are known. */

let stack: Stack;
let avery: Client;
beforeAll(async () => {
  stack = await clockStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const { partnerLocation, customer, name, ...choices } = draftBody();
const little = { partnerLocation, customer };
const missingIn = ({ body }: Reply): string[] =>
  body.missing.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`);

describe('A draft with location and customer alone', () => {
  test('is made, says what is missing, and has no name that no one gave it', async () => {
    const made = await avery.post('claims', little);
    expect(made.status).toBe(201);
    for (const member of ['name', 'solutionArea', 'track']) expect(made.body).not.toHaveProperty(member);
    expect(made.body).toMatchObject({ activities: [], products: [] });
    expect(missingIn(made)).toEqual(expect.arrayContaining(['name required', 'solutionArea required']));
    expectProblem(await avery.post(`claims/${made.body.id}/submit`, { acknowledged: true }), 422, 'claim-incomplete');
    const [row] = await listed(avery, `q=${made.body.id}`);
    expect(row).not.toHaveProperty('name');
    expect(row).toMatchObject({ attentionReasons: [{ code: 'draft-unfinished' }] });
  });

  test('is found by its customer, and is in no list of an area', async () => {
    const { id } = (await avery.post('claims', little)).body;
    const ids = async (query: string) => (await listed(avery, `${query}&top=100`)).map((row) => row.id);
    for (const query of ['', 'q=contoso', 'location=4512345', 'status=draft', 'sort=changed', 'needsAction=true']) {
      expect(await ids(query)).toContain(id);
    }
    expect(await ids('solutionArea=business_applications')).not.toContain(id);
    const csv = csvRecords((await avery.get(`claims?q=${id}`, { accept: 'text/csv' })).text);
    expect(csv[1]?.slice(0, 3)).toEqual([id, '', 'draft']);
  });

  test('grows step by step, each of which is saved, up to its submission', async () => {
    let reply = await avery.post('claims', little);
    const path = `claims/${reply.body.id}`;
    const save = async (patch: object, missing: string): Promise<void> => {
      reply = await avery.patch(path, patch, reply.etag);
      expect({ patch, status: reply.status, missing: missingIn(reply) }).toEqual({
        patch,
        status: 200,
        missing: expect.arrayContaining([missing]),
      });
    };
    await save({ solutionArea: choices.solutionArea }, 'track required');
    await save({ track: choices.track }, 'activities required');
    await save({ activities: choices.activities }, 'name required');
    await save({ name }, 'products required');
    await save(restOfDraft, 'poe poe-required');
    await avery.upload(reply.body.id, 'statement.txt', proof);
    expect((await avery.post(`${path}/submit`, { acknowledged: true })).status).toBe(202);
  });

  test('lets go of what is taken back, and is refused what contradicts itself', async () => {
    const { etag, body } = await avery.post('claims', { ...little, ...choices, name });
    const path = `claims/${body.id}`;
    const without = await avery.patch(path, { name: null, solutionArea: null }, etag);
    expect(without.status).toBe(200);
    expect(without.body.activities).toEqual([]);
    for (const member of ['name', 'solutionArea', 'track']) {
      expect((await avery.get(path)).body).not.toHaveProperty(member);
    }
    expectProblem(await avery.patch(path, { track: choices.track }, without.etag), 422, 'unknown-track');
    expectProblem(await avery.patch(path, { activities: choices.activities }, without.etag), 422, 'unknown-activity');
    expectProblem(await avery.patch(path, { products: [{ code: 'clippy' }] }, without.etag), 422, 'unknown-product');
    expectProblem(await avery.post('claims', { ...little, name: '' }), 422, 'too-short');
    expectProblem(await avery.post('claims', { partnerLocation }), 422, 'required');
  });

  test('can be copied, commented, given proof from the template, and cancelled', async () => {
    const { id } = (await avery.post('claims', little)).body;
    const copy = await avery.post(`claims/${id}/copy`);
    expect(copy.status).toBe(201);
    for (const member of ['name', 'solutionArea', 'leftOut']) expect(copy.body).not.toHaveProperty(member);
    expect((await avery.get(`claims/${id}/poe-template`)).status).toBe(200);
    expect((await avery.upload(id, 'early.txt', 'Early proof.')).status).toBe(201);
    const commented = await avery.post(`claims/${id}/comments`, { text: 'To be continued.' });
    expect(commented.status).toBe(201);
    expect((await avery.delete(`claims/${id}`, commented.etag)).status).toBe(204);
  });
});

test('its author is told by ID and customer that it will be cancelled', async () => {
  const { id } = (await avery.post('claims', little)).body;
  avery = await later(stack, 'P54D');
  const mail = await until('the announcement', async () => (await mailsOf(stack, id)).at(0));
  expect(mail?.subject).toBe('A draft will be cancelled: Contoso');
  expect(mail?.text).toContain(id);
  expect(mail?.text).not.toMatch(/undefined|null/);
});
