import { describe, expect, test } from 'vitest';
import { allowedActions, claimStatuses, partnerActions } from '../../../src/domain/claim-state.ts';
import { actionsOf } from '../../../src/domain/view/actions.ts';
import { completeRecord, waitingRecord } from '../../support/claims/records.ts';

const free = { missing: [], standing: [], mayAct: true, maxFiles: 10 };
const required = [{ path: 'poe', code: 'poe-required' as const, message: 'Upload it.' }];
const standing = [{ claimId: 'ca-1', href: '/api/claims/ca-1' }];

describe('The actions of a claim', () => {
  test.each(claimStatuses)('that is %s are allowed or have a reason, each one of them', (status) => {
    const { allowedActions: allowed, notAllowed } = actionsOf(completeRecord({ status }), free);
    expect(allowed).toEqual(allowedActions(status));
    expect([...allowed, ...notAllowed.map(({ action }) => action)].toSorted()).toEqual(partnerActions.toSorted());
    for (const { code, text } of notAllowed) {
      expect(code).toBe('action-not-allowed');
      expect(text).toContain(`this one is ${status}`);
    }
  });

  test.each([
    ['something is missing', { missing: required }, 'claim-incomplete', '1 thing is missing'],
    ['another claim stands', { standing }, 'duplicate-claim', 'ca-1'],
    ['both is so', { missing: required, standing }, 'claim-incomplete', '1 thing is missing'],
  ])('have no submission when %s', (_, obstacles, code, text) => {
    const { allowedActions: allowed, notAllowed } = actionsOf(completeRecord(), { ...free, ...obstacles });
    expect(allowed).toEqual(allowedActions('draft').filter((action) => action !== 'submit'));
    expect(notAllowed.find(({ action }) => action === 'submit')).toEqual({
      action: 'submit',
      code,
      text: expect.stringContaining(text),
    });
  });

  test('are none for a reader, and no resend is left after three', () => {
    const read = actionsOf(completeRecord(), { ...free, mayAct: false });
    expect(read.allowedActions).toEqual([]);
    expect(new Set(read.notAllowed.map(({ code }) => code))).toEqual(new Set(['role-missing']));
    const { notAllowed } = actionsOf(waitingRecord({ resends: 3 }), free);
    expect(notAllowed.find(({ action }) => action === 'resend')).toMatchObject({ code: 'too-many-resends' });
    const used = actionsOf(waitingRecord({ link: { version: 20, issuedAt: '2026-11-20T10:00:00.000Z' } }), free);
    expect(used.allowedActions).toEqual(['withdraw', 'add-poe', 'comment', 'copy']);
  });

  test('are refused once the claim is full of files or comments', () => {
    const [file] = waitingRecord().poe;
    const full = waitingRecord({
      poe: file ? Array.from({ length: 10 }, (_, index) => ({ ...file, fileId: `poe-${index}` })) : [],
      comments: Array.from({ length: 100 }, (_, index) => ({
        id: index + 1,
        at: '2026-11-20T10:00:00.000Z',
        by: { kind: 'partner' as const },
        text: 'Seen.',
      })),
    });
    const { allowedActions: allowed, notAllowed } = actionsOf(full, free);
    expect(allowed).not.toContain('add-poe');
    expect(allowed).not.toContain('comment');
    expect(notAllowed).toContainEqual(expect.objectContaining({ action: 'add-poe', code: 'poe-too-many' }));
    expect(notAllowed).toContainEqual(expect.objectContaining({ action: 'comment', code: 'too-many-comments' }));
  });
});
