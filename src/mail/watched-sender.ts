import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { count } from '../telemetry/metrics.ts';
import { nameOf, tracer } from '../telemetry/operation.ts';
import type { MailSender } from './sender.ts';

/** The sender, with a span and a count for each mail: its kind and what became of it, never to whom and about what. */
export const watchedSender = (sender: MailSender): MailSender => ({
  ...sender,
  send: (mail) => {
    const { kind, claimId } = mail;
    const attributes = { 'claim.id': claimId, 'mail.kind': kind };
    return tracer().startActiveSpan('sendMail', { kind: SpanKind.CLIENT, attributes }, async (span) => {
      let result = 'failed';
      try {
        const sent = await sender.send(mail);
        result = sent.accepted ? 'accepted' : 'refused';
        return sent;
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        span.setAttribute('error.type', nameOf(error));
        throw error;
      } finally {
        span.setAttribute('mail.result', result);
        span.end();
        count('mails.sent', { kind, result });
        if (kind === 'reminder' && result === 'accepted') count('reminders.sent');
      }
    });
  },
});
