import { expect, test } from 'vitest';
import { measureThroughput } from '../../../src/claims/operations/measure-throughput.ts';
import { type CountedClaim, throughputOf, throughputSince } from '../../../src/domain/view/throughput.ts';
import { completeRecord } from '../../support/claims/records.ts';
import { depsFor, memoryClaims } from '../../support/memory/memory-claims.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const at = (day: string, time = '09:00:00'): string => `2026-11-${day}T${time}.000Z`;
const answered = (status: 'approved' | 'declined' | 'ended', from: string, to: string): CountedClaim => ({
  status,
  ...(status === 'declined' ? {} : { consent: 'explicit' }),
  submittedAt: from,
  closedAt: to,
});
const on = (day: string, claims: CountedClaim[]) => throughputOf(claims, now).days.find((one) => one.day.endsWith(day));

test('the figures cover today and the 13 days before, in UTC, also those on which nothing happened', () => {
  const { days, total } = throughputOf([], now);
  expect(days).toHaveLength(14);
  expect([days[0]?.day, days[13]?.day]).toEqual(['2026-11-07', '2026-11-20']);
  expect(throughputSince(now)).toBe('2026-11-07T00:00:00.000Z');
  expect(total).toEqual({ submitted: 0, approved: 0, declined: 0, expired: 0, withdrawn: 0, answered: 0 });
});

test('a claim counts on the day of its submission and on the day of its end, and one that ended later was approved', () => {
  const claims = [
    answered('approved', at('10'), at('12', '23:59:59')),
    answered('ended', at('12', '00:00:00'), at('12')),
    answered('declined', at('12'), at('13', '00:00:00')),
    { status: 'withdrawn', submittedAt: at('12'), closedAt: at('12') },
    { status: 'submitted', submittedAt: at('12') },
  ] satisfies CountedClaim[];
  expect(on('12', claims)).toMatchObject({ submitted: 4, approved: 2, declined: 0, withdrawn: 1, answered: 2 });
  expect(on('13', claims)).toMatchObject({ submitted: 0, declined: 1, answered: 1 });
  expect(throughputOf(claims, now).total).toMatchObject({ submitted: 5, approved: 2, declined: 1, withdrawn: 1 });
});

test('drafts are not counted, and of a claim from before the figures only its end is', () => {
  const claims = [
    { status: 'draft' },
    { status: 'cancelled', closedAt: at('12') },
    answered('approved', '2026-10-30T09:00:00.000Z', at('12')),
    answered('approved', '2026-10-01T09:00:00.000Z', at('06', '23:59:59')),
  ] satisfies CountedClaim[];
  expect(throughputOf(claims, now).total).toMatchObject({ submitted: 0, approved: 1, answered: 1 });
});

test('the time to a decision is the median of what customers took; silence is no decision', () => {
  const hours = (count: number): number => count * 3600;
  const claims = [
    answered('approved', at('12', '08:00:00'), at('12', '10:00:00')),
    answered('declined', at('12', '08:00:00'), at('12', '12:00:00')),
    { status: 'approved', consent: 'silence', submittedAt: at('05'), closedAt: at('12') },
    { status: 'expired', submittedAt: at('05'), closedAt: at('12') },
  ] satisfies CountedClaim[];
  expect(on('12', claims)).toMatchObject({ approved: 2, expired: 1, answered: 2, medianSeconds: hours(3) });
  const third = answered('approved', at('11', '08:00:00'), at('12', '08:00:00'));
  expect(on('12', [...claims, third])).toMatchObject({ medianSeconds: hours(4), longestSeconds: hours(24) });
  expect(on('14', claims)?.medianSeconds).toBeUndefined();
});

/** Two partners with these claims each, by last change. */
const measured = (changes: string[], max: number) => {
  let read = 0;
  const deps = depsFor(memoryClaims(completeRecord()), now, {
    reference: { partnerIds: async () => ['one', 'other'] },
    list: {
      async *all() {
        for (const updatedAt of changes) {
          read += 1;
          yield { status: 'submitted', submittedAt: updatedAt, updatedAt };
        }
      },
    },
  });
  return measureThroughput(deps, max).then((found) => ({ ...found, read }));
};

test('claims of all partners are counted, and nothing is read beyond the first that has not changed since', async () => {
  const older = ['2026-11-06T23:59:59.999Z', '2026-11-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z'];
  const { total, complete, read } = await measured([at('20'), at('07', '00:00:00'), ...older], 100);
  expect(total.submitted).toBe(4);
  expect(complete).toBe(true);
  expect(read).toBe(6);
});

test('there is an end to what is read, and the answer says that it was reached', async () => {
  const { total, complete } = await measured([at('20'), at('19'), at('18')], 4);
  expect(total.submitted).toBe(4);
  expect(complete).toBe(false);
});
