import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Catalogue } from '../../../src/domain/catalogue/catalogue-shape.ts';
import type { ShownEntry } from '../../../src/domain/history.ts';
import type { poeView } from '../../../src/domain/proof/poe-file.ts';
import type { ClaimSummary } from '../../../src/domain/view/claim-summary.ts';
import type { ClaimView } from '../../../src/functions/http/answer/claim-view.ts';
import { openApiDocument } from '../../../src/functions/http/openapi/document.ts';
import { problemsOf } from '../../../src/functions/http/openapi/problems.ts';
import { apiRoutes } from '../../../src/functions/http/routes.ts';
import type { answerSchemas } from '../../../src/functions/http/schemas/answers.ts';
import type { claimSummary, historyEntry } from '../../../src/functions/http/schemas/claim.ts';
import { problemKinds } from '../../../src/lib/problem-codes.ts';
import { pointerTo, schemaChecks } from '../../support/http/json-schema.ts';

const routes = apiRoutes([]);
// Through JSON, as its readers get it.
const document = JSON.parse(JSON.stringify(openApiDocument(routes)));
const { schemas } = document.components;
const errorsOf = schemaChecks(document);

type Content = Record<string, { schema: object; example?: unknown }>;
type Operation = {
  operationId: string;
  tags: string[];
  requestBody?: { content: Content };
  responses: Record<string, { $ref?: string; description: string; content?: Content }>;
};
type Located = { at: string[]; operation: Operation };
const operations: Located[] = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ at: ['paths', path, method], operation })),
);

/** All members made required, so that one which only one side has is a difference. */
type Firm<T> = T extends readonly (infer E)[] ? Firm<E>[] : T extends object ? { [K in keyof T]-?: Firm<T[K]> } : T;
type Answer<Name extends keyof typeof answerSchemas> = z.infer<(typeof answerSchemas)[Name]>;

/** Each as the other, and no member optional in one only: what the app makes fits what the document says. */
type Same<View, Stated> = [View, Firm<View>, Firm<Stated>] extends [Stated, Firm<Stated>, Firm<View>] ? true : false;

test('what the app answers and what the document says are the same types', () => {
  expectTypeOf<Same<ClaimView, Answer<'Claim'>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<ClaimSummary, z.infer<typeof claimSummary>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<ShownEntry, z.infer<typeof historyEntry>>>().toEqualTypeOf<true>();
  expectTypeOf<Same<ReturnType<typeof poeView>, Answer<'PoeFile'>>>().toEqualTypeOf<true>();
  expectTypeOf<Answer<'Catalogue'>>().toExtend<Catalogue>();
});

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

test('every reference leads somewhere', () => {
  for (const [, path = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    let place = document;
    for (const part of path.split('/')) place = place?.[part];
    expect({ path, found: place !== undefined }).toEqual({ path, found: true });
  }
});

test('every operation says what it takes and answers, with an example that fits the schema', () => {
  for (const { at, operation } of operations) {
    const { operationId, requestBody, responses } = operation;
    const places = [
      ...Object.entries(requestBody?.content ?? {}).map(([type, media]) => ({ place: ['requestBody'], type, media })),
      ...Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content).map(([type, media]) => ({ place: ['responses', status], type, media })),
      ),
    ];
    for (const { place, type, media } of places) {
      const label = `${operationId} ${place.join(' ')} ${type}`;
      const isBytes = 'format' in media.schema && media.schema.format === 'binary';
      // The document itself is an example of the document.
      const hasExample = isBytes || operationId === 'openApi' || media.example !== undefined;
      expect({ label, hasExample }).toEqual({ label, hasExample: true });
      if (media.example === undefined) continue;
      const pointer = pointerTo(...at, ...place, 'content', type, 'schema');
      expect({ label, errors: errorsOf(pointer, media.example) }).toEqual({ label, errors: '' });
    }
  }
});

test('schemas that several operations share stand once and are referred to', () => {
  for (const { operation } of operations) {
    for (const [type, media] of Object.entries(operation.requestBody?.content ?? {})) {
      if (type === 'application/json') expect(media.schema).toEqual({ $ref: expect.stringMatching(/Request$/) });
    }
    const { content } = Object.values(operation.responses)[0] ?? {};
    if (content?.['application/json']) {
      expect(content['application/json'].schema).toEqual({ $ref: expect.stringContaining('#/components/schemas/') });
    }
  }
  expect(schemas.ClaimPage.properties.value.items).toEqual({ $ref: '#/components/schemas/ClaimSummary' });
  expect(schemas.Claim.properties.poe.items).toEqual({ $ref: '#/components/schemas/PoeFile' });
});

test('every code of the closed list is in the document, and every one that has an address is at an operation', () => {
  expect(schemas.ProblemCode.enum).toEqual(Object.keys(problemKinds));
  const used = new Set(routes.flatMap(problemsOf));
  const nowhere = Object.keys(problemKinds).filter((code) => !used.has(code as keyof typeof problemKinds));
  // Of addresses that are not there; and in `errors` of claim-incomplete and in `missing`.
  expect(nowhere.toSorted()).toEqual(
    [
      'method-not-allowed',
      'subscription-already-claimed',
      'customer-domain-unknown',
      'poe-required',
      'disclosure-required',
      'subscription-csp',
      'subscription-not-active',
      'subscription-not-dynamics',
      'subscription-not-provisioned',
      'subscription-of-other-product',
      'subscription-required',
      'template-required',
      'unknown-subscription',
      'product-not-at-customer',
    ].toSorted(),
  );
});
