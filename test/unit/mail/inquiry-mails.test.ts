import { describe, expect, test } from 'vitest';
import type { Claim, Notice } from '../../../src/domain/claim.ts';
import { nextStep, watchTimes } from '../../../src/domain/next-step.ts';
import { withInquiry, withoutInquiry } from '../../../src/domain/request/inquiry.ts';
import { noticeMail } from '../../../src/mail/notices/notice.ts';
import { linkUntil, requestSentAt, submittedRecord, usualPolicy, waitingRecord } from '../../support/claims/records.ts';
import { testService } from '../../support/service.ts';

// Sent on a Friday: the window ends the next Friday at midnight.
const request = requestSentAt(new Date('2026-11-20T10:00:00.000Z'));
const monday = new Date('2026-11-23T09:00:00.000Z');
const reason = 'The contact does not know this partner.';
const inquiry = { by: { kind: 'operator', name: 'Ola Persson' }, reason, policy: usualPolicy } as const;
const days = (count: number): Date => new Date(monday.getTime() + count * 86_400_000);
const opened = (claim = waitingRecord({ request })): Claim => withInquiry(claim, monday, inquiry);
/** The claim once its partner has been told. */
const told = ({ notices, ...claim }: Claim): Claim => claim;

describe('The partner of a request under inquiry', () => {
  const senders = { service: testService, operationsContact: undefined };
  // The cast: these claims have notices to the partner only.
  const mailFor = (claim: Claim, notice: Notice | undefined) =>
    notice && noticeMail(senders, claim, notice as Parameters<typeof noticeMail>[2]);
  const mailOf = (claim: Claim) => {
    const step = nextStep(claim, monday);
    return mailFor(claim, step.do === 'send-notice' ? step.notice : undefined);
  };

  test('gets a mail when an inquiry opens, with the reason and the end of the pause', () => {
    const mail = mailOf(opened());
    expect(mail).toMatchObject({ kind: 'inquiry-opened', number: 2, to: { address: 'avery@northwind.example' } });
    expect(mail?.text).toContain(`Their reason: ${reason}`);
    expect(mail?.text).toContain('If it is not released, it expires on Wednesday, 23 December 2026');
    // Watched by the ledger until it has left.
    expect(watchTimes(opened(), 60)[0]).toBe(new Date(monday.getTime() + 60_000).toISOString());
  });

  test('gets one when it is released, with the new deadline', () => {
    const claim = withoutInquiry(told(opened()), days(14), { policy: usualPolicy, linkUntil });
    expect(mailOf(claim)).toMatchObject({ kind: 'inquiry-released', number: 2 });
    expect(mailOf(claim)?.text).toContain('The customer can answer again, until Friday, 11 December 2026');
  });

  test('reads after the release what has to be done where the request was refused, or had not left', () => {
    const attention = {
      reason: 'The mail service refused the address.',
      since: monday.toISOString(),
      needs: 'partner',
      expiresAt: request.deadline,
    } as const;
    const releasedUnsent = (changes: Partial<Claim>) =>
      withoutInquiry(told(opened(submittedRecord(changes))), days(14), { policy: usualPolicy, linkUntil });
    expect(mailOf(releasedUnsent({ attention }))?.text).toContain(
      'or send the request again by Friday, 11 December 2026',
    );
    expect(mailOf(releasedUnsent({}))?.text).toContain('The time to answer begins when it is.');
  });

  test('gets none that is out of date', () => {
    const released = withoutInquiry(opened(), days(1), { policy: usualPolicy, linkUntil });
    const again = withInquiry(released, days(2), inquiry);
    expect(again.notices?.map((notice) => mailFor(again, notice)?.kind)).toEqual([
      undefined,
      undefined,
      'inquiry-opened',
    ]);
    const withdrawn = { ...opened(), status: 'withdrawn' as const };
    expect(mailFor(withdrawn, withdrawn.notices?.[0])).toBeUndefined();
  });

  test('reads what the customer contact wrote who did not expect the request', () => {
    const link = { version: 1, issuedAt: monday.toISOString() };
    const said = {
      kind: 'not-expected',
      at: monday.toISOString(),
      linkVersion: 1,
      email: 'dana@contoso.example',
    } as const;
    const claim = withInquiry(
      waitingRecord({ request, link, concerns: [{ ...said, text: 'Who are <they>?' }] }),
      monday,
      {
        by: { kind: 'customer', name: 'Dana Customer' },
        reason: 'The customer contact did not expect this request.',
        policy: usualPolicy,
      },
    );
    const mail = mailOf(claim);
    expect(mail?.text).toContain('The customer contact wrote: "Who are <they>?"');
    expect(mail?.html).toContain('Who are &lt;they&gt;?');
  });
});
