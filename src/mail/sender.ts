import type { TokenCredential } from '@azure/identity';
import { lazily } from '../lib/lazily.ts';
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

export type MailSender = {
  /** The address that every mail comes from. */
  address: string;
  /** Throws when the mail service cannot be reached or is too busy: try again later. */
  send: (mail: Mail) => Promise<Sent>;
  /** Resolves when the mail service answers at all. */
  ready: (signal: AbortSignal) => Promise<void>;
};

/** How long (ms) the mail service may take to accept a mail. */
const timeoutMs = 15_000;

const isRefusal = (error: unknown): error is { statusCode: number; message: string } =>
  error instanceof Error && 'statusCode' in error && (error.statusCode === 400 || error.statusCode === 422);

/** Which mail service, by connection string or address, and as whom. */
export type MailSettings = {
  MAIL_CONNECTION_STRING?: string | undefined;
  MAIL_ENDPOINT?: string | undefined;
  MAIL_SENDER: string;
};

/** Sends through Azure Communication Services. */
export const createMailSender = (settings: MailSettings, credential: () => TokenCredential): MailSender => {
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
      throw error;
    }
  };

  const endpoint = settings.MAIL_ENDPOINT ?? /endpoint=([^;]+)/i.exec(settings.MAIL_CONNECTION_STRING ?? '')?.[1] ?? '';
  const ready = async (signal: AbortSignal): Promise<void> => {
    await fetch(endpoint, { method: 'HEAD', signal });
  };

  return { address: settings.MAIL_SENDER, send, ready };
};
