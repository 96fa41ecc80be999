import { describe, expect, test } from 'vitest';
import { countedDown } from '../../../src/domain/ids.ts';
import { claimSummary } from '../../../src/domain/view/claim-summary.ts';
import { indexChange } from '../../../src/storage/claims/claim-index.ts';
import { headingsOf, keyPart, last } from '../../../src/storage/claims/index-keys.ts';
import { completeRecord, decidedRecord, waitingRecord } from '../../support/claims/records.ts';

const partnerId = 'p1';
const draft = claimSummary(completeRecord());
const change = (claim: typeof draft, before: string[] = [], room = 90) =>
  indexChange({ partnerId, claim, before, room });
const keysOf = (rows: { rowKey: string }[]) => rows.map(({ rowKey }) => rowKey.slice(0, rowKey.lastIndexOf('|')));

describe('The index rows of a claim', () => {
  test('are ten for a usual draft, of which two hold the summary', () => {
    const { put, remove, index } = change(draft);
    expect(keysOf(put)).toEqual(index);
    expect(index.map((heading) => heading.split('|')[0])).toEqual([...'sulavpwww']);
    expect(put.filter(({ summary }) => summary !== undefined)).toHaveLength(2);
    expect(remove).toEqual([]);
  });

  test('that a change does not concern are not written', () => {
    const { index } = change(draft);
    const later = { ...draft, updatedAt: '2026-11-20T11:00:00.000Z' };
    const { put, remove } = change(later, index);
    expect(keysOf(put)).toEqual(['s|draft', `u|${countedDown(new Date(later.updatedAt))}`]);
    expect(remove).toEqual([`u|${countedDown(new Date(draft.updatedAt))}|${draft.id}`]);
  });

  test('follow the status and the deadline', () => {
    const { index } = change(draft);
    const waiting = claimSummary(waitingRecord({ updatedAt: '2026-11-20T11:00:00.000Z' }));
    const asked = change(waiting, index);
    expect(keysOf(asked.put)).toEqual(['s|submitted', expect.stringMatching(/^u\|/), `d|${waiting.deadline}`]);
    const approved = change(claimSummary(decidedRecord('approved')), asked.index);
    expect(approved.remove).toContain(`d|${waiting.deadline}|${draft.id}`);
    expect(approved.index).not.toContain('s|submitted');
  });

  test('wait for the next change when a transaction is full, but never those that hold the summary', () => {
    const { index } = change(draft);
    const renamed = { ...draft, name: 'Other', status: 'submitted' as const, updatedAt: '2026-11-21T00:00:00.000Z' };
    const full = change(renamed, index, 4);
    expect(full.put).toHaveLength(2);
    expect(full.remove).toHaveLength(2);
    expect(full.index).toEqual(expect.arrayContaining(['w|roll', 's|submitted']));
    expect(full.index).not.toContain('w|other');

    const later = change(renamed, full.index);
    expect(keysOf(later.put)).toContain('w|other');
    expect(later.remove).toEqual(expect.arrayContaining([`w|roll|${draft.id}`, `w|out|${draft.id}`]));
    expect(later.index.toSorted()).toEqual(change(renamed).index.toSorted());
  });

  test('of a claim that needs someone have one more, except of drafts', () => {
    const stuck = claimSummary(
      waitingRecord({ attention: { reason: 'mail-refused', since: draft.createdAt, needs: 'partner' } }),
    );
    expect(headingsOf(stuck).pointers).toContain('n');
    expect(headingsOf(draft).pointers).not.toContain('n');
  });
});

describe('A text as part of a key', () => {
  test('has none of the characters that a key cannot have, and begins as the text does', () => {
    expect(keyPart('a/b\\c#d?e|f~g')).toMatch(/^[\w.~-]+$/);
    expect(keyPart('日本')).toBe('~65e5~672c');
    expect(keyPart('日本語').startsWith(keyPart('日本'))).toBe(true);
  });

  test('stands below the end of the range of what it begins with', () => {
    for (const text of ['conz', 'con日', 'con', 'con-x']) {
      expect(`${keyPart(text)}|ca-1` >= keyPart('con') && `${keyPart(text)}|ca-1` < `${keyPart('con')}${last}`).toBe(
        true,
      );
    }
    expect(keyPart('coo') < `${keyPart('con')}${last}`).toBe(false);
  });
});

describe('The row by which a claim is found by its customer contact', () => {
  const contact = 'dana@contoso.example';
  const withContact = (before: string[], email?: string, room = 90) =>
    indexChange({ partnerId, claim: draft, contact: email, before, room });
  const rowsOfContact = (index: string[]) => index.filter((heading) => heading.startsWith('e|'));

  test('has a digest of the address, the same for whichever capitals, and never the address', () => {
    const { put, index } = withContact([], contact);
    expect(rowsOfContact(index)).toEqual([expect.stringMatching(/^e\|[0-9a-f]{32}$/)]);
    expect(rowsOfContact(withContact([], 'Dana@Contoso.example').index)).toEqual(rowsOfContact(index));
    expect(JSON.stringify(put)).not.toContain('dana');
  });

  test('moves with the contact, and goes at once when the contact is erased, however full the transaction is', () => {
    const { index } = withContact([], contact);
    const [old] = rowsOfContact(index);
    const replaced = withContact(index, 'kim@contoso.example');
    expect(replaced.remove).toContain(`${old}|${draft.id}`);
    expect(rowsOfContact(replaced.index)).toHaveLength(1);
    expect(withContact(index, undefined, 0).remove).toContain(`${old}|${draft.id}`);
    expect(rowsOfContact(withContact(index, undefined, 0).index)).toEqual([]);
  });
});
