import { describe, expect, inject, test } from 'vitest';
import type { Template } from '../../infra/template.ts';
import { canPredict, predict } from '../support/infra/arm-snapshot.ts';

describe.skipIf(!canPredict)('A deployment', { timeout: 60_000, meta: { needs: 'a Bicep compiler' } }, () => {
  const mail = async (parameters: object) => {
    const made = await predict({ mailDomain: 'mail.contoso.com', mailSenderName: 'claims', ...parameters });
    const last = (id: unknown): string => `${id}`.split('/').at(-1) ?? '';
    const named = (type: string): string[] =>
      made.filter((one) => one.type === `Microsoft.Communication/${type}`).map(({ name }) => last(name));
    const service = made.find(({ type }) => type === 'Microsoft.Communication/communicationServices');
    // The cast: resource IDs.
    const linked = ((service?.properties?.linkedDomains ?? []) as string[]).map(last);
    return { domains: named('emailServices/domains'), linked, senders: named('emailServices/domains/senderUsernames') };
  };

  test('makes an own mail domain, and uses it only when it is verified: Azure refuses to link it before', async () => {
    const domains = ['AzureManagedDomain', 'mail.contoso.com'];
    expect(await mail({})).toEqual({ domains, linked: ['AzureManagedDomain'], senders: [] });
    expect(await mail({ mailDomainVerified: true })).toEqual({ domains, linked: domains, senders: ['claims'] });
  });

  test('makes no own mail domain unless it is named', async () => {
    const domains = ['AzureManagedDomain'];
    const none = { domains, linked: domains, senders: [] };
    expect(await mail({ mailDomain: '', mailDomainVerified: true })).toEqual(none);
  });

  test('makes nothing, and says why, while the hook has not set the audience', async () => {
    await expect(predict({ authAudience: '' })).rejects.toThrow(/AUTH_AUDIENCE is empty: the preprovision hook/);
  });

  test.each(['http://claims.contoso.com', 'claims.contoso.com'])(
    'makes nothing, and says why, while %s would be the address of links',
    async (publicUrl) => {
      await expect(predict({ publicUrl })).rejects.toThrow(/LINK_ADDRESS does not begin with https:/);
    },
  );

  test('makes nothing, and says why, when a reminder would leave after the window', async () => {
    await expect(predict({ consentWindowBusinessDays: 4, reminderDays: '3,5,10' })).rejects.toThrow(
      'REMINDER_DAYS has 5, 10, after the 4 business days of CONSENT_WINDOW_BUSINESS_DAYS',
    );
  });
});

const template = inject('template');

describe.skipIf(template === undefined)('The sender of mails', { meta: { needs: 'a Bicep compiler' } }, () => {
  test('is in the domain that mails are from, not in that of the envelope', () => {
    // The cast: skipped without a template.
    const { outputs } = (template as Template).resources.mail?.properties?.template ?? {};
    expect(outputs?.sender?.value).toMatch(/donotreply@.*fromSenderDomain/);
    expect(outputs?.sender?.value).not.toContain('mailFromSenderDomain');
  });
});
