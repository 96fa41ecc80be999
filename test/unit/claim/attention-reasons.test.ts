import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { attentionReasons } from '../../../src/domain/view/attention-reasons.ts';
import { type ClaimSummary, claimSummary, summaryAt } from '../../../src/domain/view/claim-summary.ts';
import { completeRecord, decidedRecord, submittedRecord, waitingRecord } from '../../support/claims/records.ts';

const at = '2026-11-20T12:00:00.000Z';
const waiting = waitingRecord();
const deadline = waiting.request?.deadline ?? '';
const requestWith = (changes: Partial<NonNullable<Claim['request']>>) =>
  waiting.request ? { request: { ...waiting.request, ...changes } } : {};
const email = 'dana@contoso.example';
const operatorComment = (id: number) => ({ id, at, by: { kind: 'operator' as const }, text: 'Please add it.' });
const approved = (changes: Partial<Claim>) => decidedRecord('approved', changes);
const [file] = completeRecord().poe;
const malicious = { poe: file ? [{ ...file, malwareFoundAt: at }] : [] };
const failed = { poe: file ? [{ ...file, scan: 'failed' as const }] : [] };
const codes = (claim: Claim): string[] => attentionReasons(claim).map(({ code }) => code);

describe('A claim needs action', () => {
  test.for<[string, Claim, string[]]>([
    ['not while it waits for its customer', waiting, []],
    ['not once it is over', decidedRecord('declined'), []],
    ['as a draft', completeRecord(), ['draft-unfinished']],
    ['as a draft with malware', completeRecord(malicious), ['draft-unfinished', 'malware-found']],
    ['as a draft with a file that was not checked', completeRecord(failed), ['draft-unfinished', 'file-not-checked']],
    [
      'when operations are asked about a file that was not checked',
      submittedRecord({
        ...failed,
        attention: { reason: 'Not checked.', since: at, needs: 'operations', raisedBy: 'scan' },
      }),
      ['needs-operations'],
    ],
    ['when malware is found afterwards', waitingRecord(malicious), ['malware-found']],
    ['when its request bounced', waitingRecord(requestWith({ delivery: 'bounced' })), ['request-not-delivered']],
    [
      'when the mail service refused the address',
      submittedRecord({ attention: { reason: 'The address is refused.', since: at, needs: 'partner' } }),
      ['request-not-delivered'],
    ],
    [
      'when the contact is the wrong one',
      waitingRecord({ concerns: [{ kind: 'not-the-right-person', at, linkVersion: 1, email }] }),
      ['wrong-person'],
    ],
    [
      'not any more when that was said of a former link',
      waitingRecord({
        link: { version: 2, issuedAt: at },
        concerns: [{ kind: 'not-the-right-person', at, linkVersion: 1, email }],
      }),
      [],
    ],
    [
      'when the request was not expected, which is said once',
      waitingRecord({
        concerns: [{ kind: 'not-expected', at, linkVersion: 1, email }],
        attention: { reason: 'x', since: at, needs: 'operations', raisedBy: 'customer' },
      }),
      ['not-expected'],
    ],
    ['when a comment is unread', approved({ comments: [operatorComment(1)] }), ['unread-comment']],
    ['not when it was read', approved({ comments: [operatorComment(1)], commentsReadTo: 1 }), []],
    ['when others ask for the same', approved({ takeoverRequests: ['p2'] }), ['takeover-requested']],
    ['not when that was read', approved({ takeoverRequests: ['p2'], takeoverRequestsRead: 1 }), []],
    [
      'again when one more asks',
      approved({ takeoverRequests: ['p2', 'p3'], takeoverRequestsRead: 1 }),
      ['takeover-requested'],
    ],
    ['when its subscriptions end', approved({ subscriptionsEndOn: '2027-01-31' }), ['association-ending']],
    [
      'when operations have to look at it',
      approved({ attention: { reason: 'A step failed.', since: at, needs: 'operations' } }),
      ['needs-operations'],
    ],
  ])('%s', ([, claim, expected]) => {
    expect(codes(claim)).toEqual(expected);
    expect(claimSummary(claim).needsAction).toBe(expected.length > 0);
  });

  test('by a time that it says', () => {
    const [bounced] = attentionReasons(waitingRecord(requestWith({ delivery: 'bounced' })));
    expect(bounced).toMatchObject({ dueAt: deadline, text: expect.stringContaining('refuses mail') });
    const expiry = { announcedAt: at, cancelAt: '2026-11-27T12:00:00.000Z', version: 1 };
    expect(attentionReasons(completeRecord({ expiry }))).toMatchObject([{ dueAt: expiry.cancelAt }]);
    // Touched since it was announced.
    expect(attentionReasons(completeRecord({ expiry, version: 2 }))[0]).not.toHaveProperty('dueAt');
  });
});

describe('The line of a claim', () => {
  const shown = (summary: ClaimSummary, before: number) =>
    summaryAt(summary, new Date(Date.parse(deadline) - before * 3_600_000));

  test('needs action from two days before the deadline on', () => {
    expect(shown(claimSummary(waiting), 49)).toMatchObject({ needsAction: false, attentionReasons: [] });
    const near = [{ code: 'deadline-near', dueAt: deadline }];
    expect(shown(claimSummary(waiting), 48)).toMatchObject({ needsAction: true, attentionReasons: near });
  });
});
