import { describe, expect, test } from 'vitest';
import { closingChange } from '../../../src/claims/close-claim.ts';
import { endingChange } from '../../../src/claims/decision/end-claim.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { closedBy } from '../../../src/domain/closed-by.ts';
import { pageFor } from '../../../src/functions/decision/pages.ts';
import { Problem } from '../../../src/lib/result.ts';
import { closingMails } from '../../../src/mail/outcome.ts';
import { decidedRecord, waitingRecord } from '../../support/claims/records.ts';
import { bodyOf, testService } from '../../support/service.ts';

const now = new Date('2026-11-17T10:00:00Z');
const by = { kind: 'operator', name: 'Ola Persson' } as const;
const reason = 'The customer does not know this partner.';

const changed = (change: ReturnType<typeof closingChange>): Claim => {
  if (change instanceof Problem) throw change;
  return change.claim;
};
const stopped = (changes: Partial<Claim> = {}): Claim =>
  changed(closingChange(waitingRecord(changes), { event: 'stop', actor: by, now, reason }));
const ended = (): Claim => changed(endingChange(decidedRecord('approved'), { actor: by, now, reason }));

describe('A request that operators stop', () => {
  test('is withdrawn by them, gives its units back and has their reason', () => {
    const claim = stopped({ reservations: ['a|power-bi|-|presales'] });
    expect(claim).toMatchObject({ status: 'withdrawn', statusReason: reason, closedAt: now.toISOString() });
    expect(claim.reservations).toBeUndefined();
    expect(closedBy(claim)).toBe('operator');
  });

  test('is told to both sides, each with the reason', () => {
    const mails = closingMails(testService, stopped());
    const { customerContact, partnerContact } = stopped();
    expect(mails.map(({ to }) => to.address)).toEqual([customerContact?.email, partnerContact?.email]);
    expect(new Set(mails.map(({ kind, number }) => `${kind} ${number}`)).size).toBe(2);
    for (const { text } of mails) expect(text).toContain(reason);
  });

  test.each(['en', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const)('is told in %s on its page', (language) => {
    const claim = stopped();
    const body = bodyOf(
      pageFor({ show: 'outcome', claim: { ...claim, customer: { ...claim.customer, language } } }, 'en'),
    );
    expect(body).toContain(`lang="${language}"`);
    expect(body).toContain(reason);
    const withdrawn = changed(closingChange(waitingRecord(), { event: 'withdraw', actor: { kind: 'partner' }, now }));
    expect(bodyOf(pageFor({ show: 'outcome', claim: withdrawn }, 'en'))).not.toContain(reason);
  });

  test.each(['approved', 'declined'] as const)('has not been %s in the meantime', (outcome) => {
    expect(closingChange(decidedRecord(outcome), { event: 'stop', actor: by, now, reason })).toMatchObject({
      code: 'action-not-allowed',
    });
  });
});

describe('An association that operators end', () => {
  test('is told to both sides, each with the reason', () => {
    const mails = closingMails(testService, ended());
    expect(mails.map(({ kind }) => kind)).toEqual(['ended', 'ended']);
    for (const { text } of mails) expect(text).toMatch(/operators of this service ended/i);
    for (const { text } of mails) expect(text).toContain(reason);
  });

  test('says on its page who ended it and why', () => {
    const body = bodyOf(pageFor({ show: 'outcome', claim: ended() }, 'en'));
    expect(body).toContain('The operators of this service ended the association');
    expect(body).toContain(reason);
    expect(closedBy(ended())).toBe('operator');
  });

  test('is an approved one', () => {
    expect(endingChange(waitingRecord(), { actor: by, now, reason })).toMatchObject({ code: 'action-not-allowed' });
  });
});
