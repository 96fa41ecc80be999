import { describe, expect, test } from 'vitest';
import { matchesFilter } from '../../../src/domain/view/claim-filter.ts';
import { claimSummary } from '../../../src/domain/view/claim-summary.ts';
import { parseListQuery } from '../../../src/functions/http/partner/list-query.ts';
import { Problem } from '../../../src/lib/result.ts';
import { completeRecord, waitingRecord } from '../../support/claims/records.ts';

const read = (query: string) => {
  const parsed = parseListQuery(new URLSearchParams(query));
  if (parsed instanceof Problem) throw new Error(parsed.detail);
  return { ...parsed, matches: matchesFilter(parsed.filter) };
};
const draft = claimSummary(completeRecord());
const waiting = claimSummary(waitingRecord());

describe('The query of a list', () => {
  test('without anything asks for the 25 newest claims of any status', () => {
    const { filter, sort, top } = read('');
    expect({ statuses: filter.statuses, sort, top }).toEqual({ statuses: [], sort: 'newest', top: 25 });
    expect([draft, waiting].filter(read('').matches)).toEqual([draft, waiting]);
  });

  test('takes statuses one by one or with commas, each once', () => {
    expect(read('status=draft,approved&status=draft&status=').filter.statuses).toEqual(['draft', 'approved']);
  });

  test.each([
    ['q=roll-OUT', true],
    ['q=CONTOSO.example', true],
    ['q=conto', true],
    ['q=roll%20contoso', true],
    ['q=contoso.org', false],
    ['q=ontoso', false],
    ['q=!!!', false],
    [`q=${draft.id}`, true],
    ['q=%20contoso%20', true],
    ['q=fabrikam', false],
    ['solutionArea=business_applications', true],
    ['solutionArea=modern_work_security', false],
    ['location=4512345', true],
    ['location=451', false],
    ['activity=usage,presales', true],
    ['activity=usage', false],
    ['product=power-bi', true],
    ['product=power-apps', false],
    ['createdFrom=2026-11-20&createdTo=2026-11-20', true],
    ['createdFrom=2026-11-20T12:00:00%2B02:00', true],
    ['createdFrom=2026-11-20T10:00:00.001Z', false],
    ['createdTo=2026-11-19', false],
    ['deadlineFrom=2020-01-01', false],
    ['needsAction=true', true],
    ['needsAction=false', false],
    ['q=contoso&needsAction=false', false],
  ])('?%s matches a draft: %s', (query, expected) => {
    expect(read(query).matches(draft)).toBe(expected);
  });

  test('a claim that waits for the customer needs no action of the partner, and has a deadline', () => {
    expect(read('needsAction=true').matches(waiting)).toBe(false);
    expect(read('needsAction=false').matches(waiting)).toBe(true);
    expect(read(`deadlineTo=${waiting.deadline?.slice(0, 10)}`).matches(waiting)).toBe(true);
    expect(read('deadlineTo=2026-11-20').matches(waiting)).toBe(false);
  });

  test('asks for the same list however it is written, and for another one when anything but the page differs', () => {
    const { list } = read('status=draft,approved&location=4512345');
    expect(read('top=7&location=4512345&status=approved&status=draft&after=x').list).toBe(list);
    for (const other of ['status=draft&location=4512345', 'status=draft,approved', 'status=draft,approved&q=4512345']) {
      expect(read(other).list).not.toBe(list);
    }
    expect(read('sort=changed').list).not.toBe(read('').list);
  });

  test.each([
    'status=open',
    'top=0',
    'top=101',
    'top=2.5',
    'top=x',
    'top=0x10',
    'top=1e1',
    'createdFrom=2026-02-31T00:00:00Z',
    `status=draft${','.repeat(2000)}`,
    'top=',
    'needsAction=yes',
    'sort=oldest',
    'createdFrom=yesterday',
    'createdTo=2026-02-31',
    'createdFrom=2026-11-21&createdTo=2026-11-20',
    'deadlineFrom=2026-11-20T10:00',
    'deadlineTo=%2B275760-09-13T00:00:00Z',
    `location=${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].join(',')}`,
    `product=${'x'.repeat(101)}`,
    `q=${'x'.repeat(201)}`,
  ])('?%s is refused', (query) => {
    expect(parseListQuery(new URLSearchParams(query))).toMatchObject({ code: 'invalid-query' });
  });
});
