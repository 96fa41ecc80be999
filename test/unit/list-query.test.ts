import { describe, expect, test } from 'vitest';
import { claimSummary } from '../../src/domain/claim-view.ts';
import { Problem } from '../../src/domain/result.ts';
import { parseListQuery } from '../../src/functions/http/list-query.ts';
import { completeRecord, waitingRecord } from '../support/records.ts';

const read = (query: string) => {
  const parsed = parseListQuery(new URLSearchParams(query));
  if (parsed instanceof Problem) throw new Error(parsed.detail);
  return parsed;
};
const draft = claimSummary(completeRecord());
const waiting = claimSummary(waitingRecord());

describe('The query of a list', () => {
  test('without anything asks for 25 claims of any status', () => {
    const { matches, ...rest } = read('');
    expect(rest).toEqual({ statuses: [], top: 25 });
    expect([draft, waiting].filter(matches)).toEqual([draft, waiting]);
  });

  test('takes statuses one by one or with commas, each once', () => {
    expect(read('status=draft,approved&status=draft&status=').statuses).toEqual(['draft', 'approved']);
  });

  test.each([
    ['q=roll-OUT', true],
    ['q=CONTOSO.example', true],
    [`q=${draft.id}`, true],
    ['q=%20contoso%20', true],
    ['q=fabrikam', false],
    ['solutionArea=business_applications', true],
    ['solutionArea=modern_work_security', false],
    ['location=4512345', true],
    ['location=451', false],
    ['needsAction=true', true],
    ['needsAction=false', false],
    ['q=contoso&needsAction=false', false],
  ])('?%s matches a draft: %s', (query, expected) => {
    expect(read(query).matches(draft)).toBe(expected);
  });

  test('a claim that waits for the customer needs no action of the partner', () => {
    expect(read('needsAction=true').matches(waiting)).toBe(false);
    expect(read('needsAction=false').matches(waiting)).toBe(true);
  });

  test('goes on after a claim', () => {
    expect(read(`after=${draft.id}&top=100`)).toMatchObject({ after: draft.id, top: 100 });
  });

  test.each([
    'status=open',
    'top=0',
    'top=101',
    'top=2.5',
    'top=x',
    'needsAction=yes',
    'after=x',
    'statsu=draft',
    'toString=1',
  ])('?%s is refused', (query) => {
    expect(parseListQuery(new URLSearchParams(query))).toMatchObject({ code: 'invalid-query' });
  });
});
