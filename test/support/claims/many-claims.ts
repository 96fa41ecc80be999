import type { Claim } from '../../../src/domain/claim.ts';
import type { ClaimStatus } from '../../../src/domain/claim-state.ts';
import { newClaimId } from '../../../src/domain/ids.ts';
import { claimSummary } from '../../../src/domain/view/claim-summary.ts';
import { indexChange } from '../../../src/storage/claims/claim-index.ts';
import { claimRow } from '../../../src/storage/claims/claim-rows.ts';
import { completeRecord, requestSentAt } from './records.ts';

/** Claims of one partner, a minute apart, as the rows that the app would write for them. */

export const rareLocation = '4512399';
export const rareWord = 'zebra';
const begin = Date.parse('2026-01-05T00:00:00Z');
const rareClaims = 20;
export const partnerId = completeRecord().partnerId;

/** When claim `n` was created. */
export const createdAtOf = (n: number): string => new Date(begin + n * 60_000).toISOString();

const statusOf = (n: number): ClaimStatus => {
  const share = (n * 37) % 100;
  if (share < 3) return 'draft';
  if (share < 6) return 'submitted';
  if (share < 90) return 'approved';
  return share < 95 ? 'declined' : 'expired';
};

/** Claim `n` of so many. */
export const claimOf = (n: number, total: number): Claim => {
  const at = createdAtOf(n);
  const rare = n % (total / rareClaims) === 7;
  const modern = n % 7 === 0;
  const status = statusOf(n);
  const customer = `Customer ${(n * 7919) % 500}`;
  const base = completeRecord();
  return {
    ...base,
    id: newClaimId(new Date(at), (length) => Buffer.from(String(n).padStart(length, '0'))),
    status,
    name: `Roll-out ${n}${rare ? ` ${rareWord}` : ''}`,
    partnerLocation: {
      ...(rare ? { mpnId: rareLocation, name: 'Rare' } : { mpnId: `451230${n % 5}`, name: 'Usual' }),
      country: 'US',
    },
    customer: { ...base.customer, name: customer, domain: `customer${(n * 7919) % 500}.example` },
    ...(modern ? { solutionArea: 'modern_work_security', track: 'usage', activities: ['m365_usage'] } : {}),
    products: [{ code: modern ? 'exchange' : 'power-bi' }],
    createdAt: at,
    updatedAt: at,
    ...(status === 'draft' ? {} : { submittedAt: at }),
    ...(status === 'submitted' ? { request: requestSentAt(new Date(at)) } : {}),
  };
};

/** The rows of claim `n` of so many. */
export const claimRows = (n: number, total: number): { partitionKey: string; rowKey: string }[] => {
  const claim = claimOf(n, total);
  const { put, index } = indexChange({ partnerId, claim: claimSummary(claim), before: [], room: 99 });
  return [claimRow(claim, index), ...put];
};
