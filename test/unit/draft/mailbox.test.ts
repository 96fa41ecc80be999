import { describe, expect, test } from 'vitest';
import { withMailbox } from '../../../src/claims/draft/contact-mailbox.ts';
import type { Claim, VerificationResult } from '../../../src/domain/claim.ts';
import { mailboxErrors, separationErrors } from '../../../src/domain/customer/mailbox.ts';
import { customerFacts, customerVoice } from '../../../src/words/claim-words.ts';
import { completeRecord } from '../../support/claims/records.ts';

const { customer, partnerId } = completeRecord();
/** Entra, as far as these tests ask it. */
const directories: Record<string, string> = {
  'contoso-group.example': customer.directoryId,
  'northwind-apps.example': partnerId,
  'fabrikam.example': '0a1b2c3d-0000-4000-8000-00000000000f',
};
const asked: string[] = [];
const deps = {
  directories: {
    directoryOf: async (domain: string) => {
      asked.push(domain);
      return directories[domain];
    },
  },
} as unknown as Parameters<typeof withMailbox>[0];

const withContact = (email: string, changes: Partial<Claim> = {}): Promise<Claim> =>
  withMailbox(deps, completeRecord({ customerContact: { name: 'Dana', title: 'CIO', email }, ...changes }));
const verified = (result: VerificationResult, domain = customer.domain): Partial<Claim> => ({
  customer: { ...customer, domain, verification: { result, checkedAt: '2026-11-20T10:00:00.000Z' } },
});

describe('The mailbox of a customer contact', () => {
  test.each([
    ['dana@contoso.example', 'customer'],
    ['dana@mail.contoso.example', 'customer'],
    ['dana@contoso-group.example', 'customer'],
    ['dana@northwind-apps.example', 'partner'],
    ['dana@fabrikam.example', 'foreign'],
    ['dana@nothing-known.example', 'foreign'],
    ['dana@notcontoso.example', 'foreign'],
    ['dana@gmail.com', 'public'],
    ['dana@GMX.de', 'public'],
    ['dana@eu.outlook.com', 'public'],
  ])('%s is known by its domain as %s', async (email, mailbox) => {
    expect((await withContact(email)).customerContact?.mailbox).toBe(mailbox);
  });

  test('at a public host is public, also if that is named as the domain of the customer', async () => {
    const claim = await withContact('dana@outlook.com', verified('matched', 'outlook.com'));
    expect(claim.customerContact?.mailbox).toBe('public');
  });

  test("proves nothing by a directory that was not checked with the customer's domain", async () => {
    const claim = await withContact('dana@contoso-group.example', verified('unverifiable'));
    expect(claim.customerContact?.mailbox).toBe('foreign');
  });

  test("asks no directory about the customer's own domain or a public host", async () => {
    asked.length = 0;
    await withContact('dana@contoso.example');
    await withContact('dana@gmail.com');
    expect(asked).toEqual([]);
  });

  test('is unknown without an address, and forgotten with it', async () => {
    expect((await withMailbox(deps, completeRecord({ customerContact: { mailbox: 'public' } }))).customerContact).toBe(
      undefined,
    );
    const named = await withMailbox(deps, completeRecord({ customerContact: { name: 'Dana', mailbox: 'public' } }));
    expect(named.customerContact).toEqual({ name: 'Dana' });
  });
});

describe('A contact whose mailbox is not known as the customer’s', () => {
  const errorsOf = (claim: Claim, policy: 'reason' | 'refuse' = 'reason') =>
    mailboxErrors(claim, policy).map(({ path, code }) => `${path} ${code}`);
  const reason = { foreignDomainReason: 'Contoso has no mail of its own yet.' };

  test.each(['dana@gmail.com', 'dana@fabrikam.example'])('needs a reason: %s', async (email) => {
    const claim = await withContact(email);
    expect(errorsOf(claim)).toEqual(['customerContact.foreignDomainReason foreign-domain-reason-required']);
    const explained = { ...claim, customerContact: { ...claim.customerContact, ...reason } };
    expect(errorsOf(explained)).toEqual([]);
    // The customer reads it, in the mail and on the page.
    const facts = customerFacts(explained, customerVoice(explained)).flat();
    expect(facts.filter((text) => text.includes(reason.foreignDomainReason) && text.includes(email))).toHaveLength(1);
    expect(errorsOf(explained, 'refuse')).toEqual(['customerContact.email foreign-contact-refused']);
  });

  test('needs none at the customer, and shows none that was left there', async () => {
    const claim = await withContact('dana@contoso.example');
    expect(errorsOf(claim, 'refuse')).toEqual([]);
    const left = { ...claim, customerContact: { ...claim.customerContact, ...reason } };
    expect(customerFacts(left, customerVoice(left)).flat().join()).not.toContain(reason.foreignDomainReason);
  });

  test('is never the partner, reason or not', async () => {
    const claim = await withContact('dana@northwind-apps.example');
    const explained = { ...claim, customerContact: { ...claim.customerContact, ...reason } };
    expect(separationErrors(explained).map(({ code }) => code)).toEqual(['contact-is-partner']);
    expect(errorsOf(explained)).toEqual([]);
  });

  test('is the partner at a public host only with the very address of the partner', async () => {
    const partnerContact = { name: 'Avery', email: 'avery@gmail.com' };
    const others = await withContact('dana@gmail.com', { partnerContact });
    expect(separationErrors(others, 'robin@gmail.com')).toEqual([]);
    const own = await withContact('Avery@gmail.com', { partnerContact });
    expect(separationErrors(own).map(({ code }) => code)).toEqual(['contact-is-partner']);
    expect(separationErrors(others, 'DANA@gmail.com').map(({ code }) => code)).toEqual(['contact-is-partner']);
  });
});
