import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import {
  appendHistory,
  emptyHistory,
  erasedEvent,
  firstBrokenEntry,
  type NewHistoryEntry,
} from '../../../src/domain/history.ts';
import { eraseContact, erased, peopleIn, withoutPeople } from '../../../src/domain/retention/erasure.ts';
import { purgeBefore, retentionOf } from '../../../src/domain/retention/retention.ts';
import { completeRecord } from '../../support/claims/records.ts';

const at = '2026-11-20T10:00:00.000Z';
const system = { kind: 'system' } as const;

describe('How long a claim is kept', () => {
  test.each<[Partial<Claim>, ReturnType<typeof retentionOf>]>([
    [{ status: 'draft' }, undefined],
    [{ status: 'submitted', submittedAt: at }, undefined],
    [{ status: 'approved', submittedAt: at, closedAt: at, settledAt: at }, undefined],
    [{ status: 'declined', submittedAt: at, closedAt: at }, undefined],
    [
      { status: 'declined', submittedAt: at, closedAt: at, settledAt: '2026-11-21T10:00:00.000Z' },
      { status: 'declined', since: at },
    ],
    [
      {
        status: 'ended',
        submittedAt: at,
        closedAt: at,
        endedAt: '2027-01-01T00:00:00.000Z',
        settledAt: '2027-01-01T00:00:01.000Z',
      },
      { status: 'ended', since: '2027-01-01T00:00:00.000Z' },
    ],
    [
      { status: 'cancelled', updatedAt: at },
      { status: 'cancelled', since: at },
    ],
  ])('%o: %o', (changes, expected) => {
    expect(retentionOf(completeRecord(changes))).toEqual(expected);
  });

  test('is counted in days back from now', () => {
    expect(purgeBefore(30, new Date('2026-12-31T12:00:00.000Z'))).toBe('2026-12-01T12:00:00.000Z');
  });
});

describe('An erasure', () => {
  const dana = { kind: 'customer', name: 'Dana Customer' } as const;
  const entries: NewHistoryEntry[] = [
    { actor: { kind: 'partner', name: 'Avery Howard', id: '1' }, event: 'created', from: null, to: 'draft' },
    {
      actor: system,
      event: 'request-sent',
      from: 'submitted',
      to: 'submitted',
      detail: { to: 'dana@contoso.example', deadline: at },
    },
    {
      actor: { kind: 'partner', name: 'Avery Howard', id: '1' },
      event: 'contact-changed',
      from: 'submitted',
      to: 'submitted',
      detail: { from: 'old.one@contoso.example', to: 'dana@contoso.example' },
    },
    {
      actor: dana,
      event: 'code-requested',
      from: 'submitted',
      to: 'submitted',
      detail: { outcome: 'declined', to: 'coded@contoso.example' },
    },
    {
      actor: dana,
      event: 'declined',
      from: 'submitted',
      to: 'declined',
      detail: { reason: 'Ask my colleague Sam.', to: 'coded@contoso.example', codeSentAt: at },
    },
  ];
  const chain = appendHistory(emptyHistory, entries, at);
  const claim = completeRecord({
    status: 'declined',
    name: 'For dana customer',
    statusReason: 'Ask my colleague Sam.',
    decision: {
      outcome: 'declined',
      decidedAt: at,
      reason: 'Ask my colleague Sam.',
      code: { sentTo: 'coded@contoso.example', sentAt: at },
    },
    customerContact: { name: 'Dana Customer', title: 'CIO', email: 'dana@contoso.example' },
    technicalContact: { name: 'Tim+Tech (IT)', title: 'Admin', email: 'tim@contoso.example' },
    concerns: [{ kind: 'not-expected', at, linkVersion: 1, email: 'old.one@contoso.example', text: 'Who are you?' }],
    comments: [
      {
        id: 1,
        at,
        by: { kind: 'partner' },
        text: 'Spoke with Dana Customer and Tim+Tech (IT); see OLD.ONE@contoso.example.',
      },
    ],
    history: chain.head,
  });
  const done = () => {
    const erasure = eraseContact(claim, chain.entries, peopleIn(claim, chain.entries));
    if (erasure === undefined) throw new Error('Nobody was found.');
    const left = chain.entries.map(
      (entry) => erasure.rewritten.find(({ sequence }) => sequence === entry.sequence) ?? entry,
    );
    const more = appendHistory(
      chain.head,
      [
        {
          actor: { kind: 'operator' },
          event: erasedEvent,
          from: 'declined',
          to: 'declined',
          detail: { reason: 'x', digests: erasure.digests },
        },
      ],
      at,
    );
    return { ...erasure, history: [...left, ...more.entries], head: more.head };
  };

  test('removes every person of the customer and keeps the proof', () => {
    const { claim: after, history } = done();
    const text = JSON.stringify([after, history]);
    expect(text).not.toMatch(/dana|tim\+|tim@|old\.one|coded@|sam\b|who are you/i);
    expect(after).toMatchObject({
      customerContact: { name: erased },
      decision: { outcome: 'declined', decidedAt: at, code: { sentTo: erased, sentAt: at } },
      comments: [{ text: `Spoke with ${erased} and ${erased}; see ${erased}.` }],
      partnerContact: claim.partnerContact,
      poe: claim.poe,
    });
    expect(history.map(({ event, erased: isErased }) => [event, isErased ?? false])).toEqual([
      ['created', false],
      ['request-sent', true],
      ['contact-changed', true],
      ['code-requested', true],
      ['declined', true],
      [erasedEvent, false],
    ]);
  });

  test('leaves a chain that holds, and in which changes are found as before', () => {
    const { history, head } = done();
    expect(firstBrokenEntry(history, head)).toBeUndefined();
    const tampered = (sequence: number, change: object) =>
      firstBrokenEntry(
        history.map((entry) => (entry.sequence === sequence ? { ...entry, ...change } : entry)),
        head,
      );
    expect(tampered(1, { actor: system })).toBe(1);
    expect(tampered(2, { at: '2026-11-21T10:00:00.000Z' })).toBe(2);
    expect(tampered(5, { to: 'approved' })).toBe(5);
    expect(tampered(5, { erased: undefined })).toBe(5);
    expect(tampered(1, { erased: true })).toBe(1);
    expect(tampered(6, { detail: { digests: {} } })).toBe(2);
    expect(firstBrokenEntry(history.slice(0, 5), head)).toBe(2);
  });

  test('finds no one when it is repeated', () => {
    const { claim: after, history } = done();
    expect(eraseContact(after, history, peopleIn(after, history))).toBeUndefined();
  });

  test('of someone with a short name leaves words, hashes and names of files as they are', () => {
    const people = ['Ed', 'Al'];
    expect(withoutPeople('Ed declined; al agreed with Eddy.', people)).toBe(
      `${erased} declined; ${erased} agreed with Eddy.`,
    );
    const added = appendHistory(
      emptyHistory,
      [
        {
          actor: { kind: 'partner', name: 'Ed' },
          event: 'poe-added',
          from: 'draft',
          to: 'draft',
          detail: { fileId: 'poe-ed', fileName: 'Ed signed.pdf', sha256: 'ed0123', reason: 'Ed asked.' },
        },
      ],
      at,
    );
    expect(eraseContact(claim, added.entries, people)?.rewritten).toMatchObject([
      { detail: { fileId: 'poe-ed', fileName: 'Ed signed.pdf', sha256: 'ed0123', reason: `${erased} asked.` } },
    ]);
  });

  test('of a long history goes on where it left off, and the chain holds after each part', () => {
    const people = peopleIn(claim, chain.entries);
    let { history, head, record } = { history: [...chain.entries], head: chain.head, record: claim };
    let parts = 0;
    for (let part = eraseContact(record, history, people, 2); part; part = eraseContact(record, history, people, 2)) {
      parts += 1;
      const { rewritten, digests, claim: after } = part;
      const left = history.map((entry) => rewritten.find(({ sequence }) => sequence === entry.sequence) ?? entry);
      const detail = { reason: 'x', digests };
      const more = appendHistory(
        head,
        [{ actor: { kind: 'operator' }, event: erasedEvent, from: 'declined', to: 'declined', detail }],
        at,
      );
      history = [...left, ...more.entries];
      head = more.head;
      record = after;
      expect(firstBrokenEntry(history, head)).toBeUndefined();
    }
    expect(parts).toBe(2);
    expect(JSON.stringify([record, history])).not.toMatch(/dana|tim\+|tim@|old\.one|sam\b|who are you/i);
  });
});
