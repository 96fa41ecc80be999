import type { TokenCredential } from '@azure/identity';
import { lazily } from '../lib/lazily.ts';
import { dayMs } from '../lib/time.ts';
import { type MailId, operationIdOf } from './operation-id.ts';

/** A mail, ready to leave. */
export type Mail = MailId & {
  to: { address: string; name: string };
  replyTo?: { address: string; name: string };
  subject: string;
  text: string;
  html: string;
};

/** `refused`: the mail service will not take this mail, however often it is offered. */
export type Sent = { accepted: true } | { accepted: false; refused: string };

/** The mail service asks to be left alone until `retryAt`. */
export class MailThrottled extends Error {
  override name = 'MailThrottled';
  readonly retryAt: Date;

  constructor(retryAt: Date) {
    super('The mail service is busy.');
    this.retryAt = retryAt;
  }
}

export type MailSender = {
  /** The address that every mail comes from. */
  address: string;
  /** Throws when the mail service cannot be reached: try again later. `MailThrottled` says when. */
  send: (mail: Mail) => Promise<Sent>;
  /** Resolves when the mail service answers at all. */
  ready: (signal: AbortSignal) => Promise<void>;
};

/** How long (ms) the mail service may take to accept a mail. */
const timeoutMs = 15_000;

const isRefusal = (error: unknown): error is { statusCode: number; message: string } =>
  error instanceof Error && 'statusCode' in error && (error.statusCode === 400 || error.statusCode === 422);

/** The pause (ms) that an answer asks for in Retry-After, as seconds or as a date (RFC 9110). At most a day. */
const retryAfterMs = (error: unknown, now: Date): number | undefined => {
  if (!(error instanceof Error && 'response' in error)) return undefined;
  // The cast: the client's errors carry its answer, and export no type for it.
  const value = (error.response as { headers?: Headers } | undefined)?.headers?.get('retry-after');
  if (!value) return undefined;
  const pauseMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return pauseMs > 0 ? Math.min(pauseMs, dayMs) : undefined;
};

/** Which mail service, by connection string or address, and as whom. */
export type MailSettings = {
  MAIL_CONNECTION_STRING?: string | undefined;
  MAIL_ENDPOINT?: string | undefined;
  MAIL_SENDER: string;
};

/** Sends through Azure Communication Services. */
export const createMailSender = (
  settings: MailSettings,
  credential: () => TokenCredential,
  now: () => Date,
): MailSender => {
  // The limits are those of the whole service: what it asks of one mail, all others keep to.
  let retryAt = new Date(0);

  // No retry here: a throttled client would hold a worker for as long as Retry-After says. The orchestration is patient.
  const options = { retryOptions: { maxRetries: 0 } };
  // Loaded by the first mail: the start of the app need not wait for it.
  const client = lazily(async () => {
    const { EmailClient } = await import('@azure/communication-email');
    return settings.MAIL_CONNECTION_STRING === undefined
      ? new EmailClient(settings.MAIL_ENDPOINT ?? '', credential(), options)
      : // Insecure only if the connection string itself says http.
        new EmailClient(settings.MAIL_CONNECTION_STRING, { ...options, allowInsecureConnection: true });
  });

  const send = async (mail: Mail): Promise<Sent> => {
    const address = ({ address, name }: Mail['to']) => ({ address, displayName: name });
    if (now() < retryAt) throw new MailThrottled(retryAt);
    try {
      await (await client()).beginSend(
        {
          senderAddress: settings.MAIL_SENDER,
          recipients: { to: [address(mail.to)] },
          ...(mail.replyTo ? { replyTo: [address(mail.replyTo)] } : {}),
          content: { subject: mail.subject, plainText: mail.text, html: mail.html },
          headers: { 'x-claim-id': mail.claimId },
          // Tracking rewrites links: the customer would not see where the link leads, and others would.
          disableUserEngagementTracking: true,
        },
        { operationId: operationIdOf(mail), abortSignal: AbortSignal.timeout(timeoutMs) },
      );
      return { accepted: true };
    } catch (error) {
      if (isRefusal(error))
        return { accepted: false, refused: `The mail service refused the mail (${error.statusCode}).` };
      const pauseMs = retryAfterMs(error, now());
      if (pauseMs === undefined) throw error;
      retryAt = new Date(now().getTime() + pauseMs);
      throw new MailThrottled(retryAt);
    }
  };

  const endpoint = settings.MAIL_ENDPOINT ?? /endpoint=([^;]+)/i.exec(settings.MAIL_CONNECTION_STRING ?? '')?.[1] ?? '';
  const ready = async (signal: AbortSignal): Promise<void> => {
    await fetch(endpoint, { method: 'HEAD', signal });
  };

  return { address: settings.MAIL_SENDER, send, ready };
};
