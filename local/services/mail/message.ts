import { z } from 'zod';

/** What the service takes as an address; top-level domains in Punycode too. */
const mailAddress = z.email({
  pattern:
    /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/,
});
const address = z.object({ address: mailAddress, displayName: z.string().optional() });
const addresses = z.array(address).optional();

/** The body of `POST /emails:send`, api-version 2025-09-01, as far as Azure Communication Services refuses a wrong one. */
const emailMessage = z.object({
  senderAddress: z.email(),
  content: z
    .object({ subject: z.string().min(1), plainText: z.string().optional(), html: z.string().optional() })
    .refine(({ plainText, html }) => plainText || html, 'plainText or html is required'),
  recipients: z
    .object({ to: addresses, cc: addresses, bcc: addresses })
    .refine(({ to, cc, bcc }) => [to, cc, bcc].some((list) => list?.length), 'a recipient is required')
    .refine(({ to, cc, bcc }) => [to, cc, bcc].flatMap((list) => list ?? []).length <= 50, 'at most 50 recipients'),
  replyTo: addresses,
  headers: z.record(z.string(), z.string()).optional(),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), contentInBase64: z.base64() })).optional(),
  userEngagementTrackingDisabled: z.boolean().optional(),
});

export type EmailMessage = z.infer<typeof emailMessage>;

/** The message, or what is wrong with it in one line. */
export const parseMessage = (body: unknown): { message: EmailMessage } | { problem: string } => {
  const parsed = emailMessage.safeParse(body);
  if (parsed.success) return { message: parsed.data };
  return { problem: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
};
