import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Span } from '../../../local/services/telemetry/otlp.ts';
import {
  claimWhen,
  completeDraft,
  decide,
  decisionLink,
  historyWith,
  mailsArrived,
} from '../../support/claims/claims.ts';
import { type Client, send, signIn } from '../../support/http/client.ts';
import { sharedStack } from '../../support/stack/shared-stack.ts';
import type { Stack } from '../../support/stack/stack.ts';
import { newTraceparent, spansWhen } from '../../support/telemetry.ts';

/** One trace a claim, from the browser's request to the customer's decision and what follows from it. */

let stack: Stack;
let avery: Client;

beforeAll(async () => {
  stack = await sharedStack();
  avery = await signIn(stack, 'avery');
});
afterAll(() => stack.stop());

const submit = async (headers: Record<string, string> = {}): Promise<string> => {
  const id = await completeDraft(avery);
  const { status } = await avery.post(`claims/${id}/submit`, { acknowledged: true }, headers);
  expect(status).toBe(202);
  return id;
};

const events = (spans: Span[]): unknown[] => spans.map(({ attributes }) => attributes['claim.event']);
const has =
  (event: string) =>
  (spans: Span[]): boolean =>
    events(spans).some((found) => String(found).includes(event));

describe('the trace of a claim', () => {
  let id: string;
  let spans: Span[];
  let own: Span[];
  const browser = newTraceparent();
  const click = newTraceparent();

  beforeAll(async () => {
    id = await submit({ traceparent: browser.traceparent });
    const link = await decisionLink(stack, id);
    // Customers take longer than the report on their mail.
    await claimWhen(avery, id, ({ request }) => request?.delivery === 'delivered');
    await send(link, 'GET');
    const { status } = await send(link, 'POST', {
      body: 'decision=approve&reason=Fine',
      headers: { 'content-type': 'application/x-www-form-urlencoded', traceparent: click.traceparent },
    });
    expect(status).toBe(303);
    await mailsArrived(stack, id, 3);
    spans = await spansWhen(
      stack,
      id,
      // A step ends, and arrives, after the mails and the change that it holds; a request after all that it did.
      (found) =>
        has('delivery-reported')(found) &&
        found.some(({ name }) => name === 'submitClaim') &&
        found.filter(({ name }) => name === 'advanceClaim').length >= 2,
    );
    own = spans.filter(({ traceId }) => traceId === browser.traceId);
  });

  test('begins with the request of the browser that submitted it', () => {
    // Not the first of the list: what it does at once starts in the same millisecond.
    const first = own.find(({ parentSpanId }) => parentSpanId === browser.traceparent.split('-')[2]);
    expect(first).toMatchObject({
      name: 'submitClaim',
      kind: 'server',
    });
    expect(first?.attributes).toMatchObject({
      'claim.id': id,
      'claim.status': 'submitted',
      'http.route': '/api/claims/{id}/submit',
      'http.response.status_code': 202,
    });
  });

  test('is whole: every span has its parent in it, up to that of the browser', () => {
    const known = new Set(own.map(({ spanId }) => spanId));
    const roots = own.filter(({ parentSpanId = '' }) => !known.has(parentSpanId));
    expect(roots.map(({ name }) => name)).toEqual(['submitClaim']);
  });

  test('holds orchestration steps, mails, the delivery report and the decision', () => {
    expect(own.filter(({ name }) => name === 'advanceClaim')).toHaveLength(2);
    const mails = own.filter(({ name }) => name === 'sendMail');
    expect(mails.map(({ attributes }) => `${attributes['mail.kind']} ${attributes['mail.result']}`).toSorted()).toEqual(
      ['outcome accepted', 'receipt accepted', 'request accepted'],
    );
    const happened = events(own).filter((event) => event !== undefined);
    expect(happened.toSorted()).toEqual(
      ['approved', 'delivery-reported', 'outcome-sent,receipt-sent', 'request-sent', 'submitted'].toSorted(),
    );
    expect(own.every(({ attributes }) => attributes['claim.id'] === id)).toBe(true);
  });

  test('and that of the customer’s click lead to each other', () => {
    const decision = own.find(({ attributes }) => attributes['claim.event'] === 'approved');
    const clicked = spans.find(({ traceId, name }) => traceId === click.traceId && name === 'recordDecision');
    expect(clicked).toMatchObject({ kind: 'server', attributes: { 'http.route': '/decisions/{token}' } });
    expect(decision?.links).toEqual([{ traceId: click.traceId, spanId: clicked?.spanId }]);
    expect(clicked?.links.map(({ traceId }) => traceId)).toContain(browser.traceId);
  });

  test('is no member of the claim that callers see', async () => {
    const { body, text } = await avery.get(`claims/${id}`);
    expect(body.status).toBe('approved');
    expect(text).not.toContain(browser.traceId);
  });

  test('is shown to operators as a page', async () => {
    const { status, text } = await send(`${stack.telemetry}/traces?claim=${id}`, 'GET');
    expect(status).toBe(200);
    expect(text).toContain(`Trace ${browser.traceId}`);
    expect(text).toContain('advanceClaim');
    expect(text).toContain(`/traces?trace=${click.traceId}`);
    expect((await send(`${stack.telemetry}/traces`, 'GET')).text).toContain(`/traces?claim=${id}`);
  });
});

test.each([
  'nonsense',
  '00-00000000000000000000000000000000-0123456789abcdef-01',
  'ff-0123456789abcdef0123456789abcdef-0123456789abcdef-01',
  '00-0123456789ABCDEF0123456789ABCDEF-0123456789abcdef-01',
  'dana@contoso.example',
])('a traceparent that is none (%s) is as good as no one: the claim gets a trace of its own', async (traceparent) => {
  const id = await submit({ traceparent, tracestate: 'who=dana@contoso.example' });
  const spans = await spansWhen(stack, id, has('request-sent'));
  const traces = new Set(
    spans.filter(({ name }) => name === 'submitClaim' || name === 'sendMail').map(({ traceId }) => traceId),
  );
  expect(traces.size).toBe(1);
  expect([...traces][0]).toMatch(/^[0-9a-f]{32}$/);
  expect(traceparent).not.toContain([...traces][0]);
});

test('a caller that is not recorded itself does not keep the claim from being recorded', async () => {
  const { traceparent, traceId } = newTraceparent();
  const id = await submit({ traceparent: traceparent.replace(/01$/, '00') });
  const spans = await spansWhen(stack, id, has('request-sent'));
  expect(spans.filter((span) => span.traceId === traceId).length).toBeGreaterThan(3);
});

test('a refusal tells its code, its trace is the one that the caller is told', async () => {
  const { traceparent, traceId } = newTraceparent();
  const id = await completeDraft(avery);
  const refused = await avery.post(`claims/${id}/withdraw`, { reason: 'No' }, { traceparent });
  expect(refused.body).toMatchObject({ code: 'action-not-allowed', traceId });
  const spans = await spansWhen(stack, id, (found) => found.some(({ name }) => name === 'withdrawClaim'));
  for (const name of ['withdrawClaim', 'changeClaim']) {
    expect(spans.find((span) => span.traceId === traceId && span.name === name)?.attributes).toMatchObject({
      'claim.id': id,
      'claim.status': 'draft',
      'problem.code': 'action-not-allowed',
    });
  }
});

test('what happens to a claim after its end belongs to its trace as well', async () => {
  const { traceparent, traceId } = newTraceparent();
  const id = await submit({ traceparent });
  await decide(await decisionLink(stack, id), 'approve');
  await historyWith(avery, id, 'receipt-sent');
  expect((await avery.post(`claims/${id}/disassociate`, { reason: 'Over' })).status).toBe(200);
  await claimWhen(avery, id, ({ status }) => status === 'ended');
  const spans = await spansWhen(stack, id, has('ended-sent'));
  const ended = spans.filter(
    (span) => span.traceId === traceId && /^ended/.test(String(span.attributes['claim.event'])),
  );
  expect(ended.length).toBeGreaterThan(1);
});
