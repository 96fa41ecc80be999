import * as z from 'zod';
import type { ScanVerdict } from '../claims/proof/record-verdict.ts';
import type { Delivery, DeliveryReport } from '../domain/delivery.ts';
import { claimIdPattern, fileIdPattern } from '../domain/ids.ts';
import { containerName } from '../storage/table/names.ts';

/** Events of the platform in the Event Grid schema, as they come out of the queue. */

/** Source: Azure Communication Services e-mail events. `Expanded`: the address is a list, and the mail has gone on to its members. */
const deliveries: Record<string, Delivery> = {
  Delivered: 'delivered',
  Expanded: 'delivered',
  Bounced: 'bounced',
  Suppressed: 'suppressed',
  Quarantined: 'quarantined',
  FilteredSpam: 'filtered',
  Failed: 'failed',
};

const instant = z
  .string()
  .transform((text) => new Date(text))
  .refine((at) => !Number.isNaN(at.getTime()))
  .transform((at) => at.toISOString());

const reportType = 'Microsoft.Communication.EmailDeliveryReportReceived';
const reportData = z
  .object({
    messageId: z.string().min(1),
    status: z.string().refine((status) => Object.hasOwn(deliveries, status)),
    // Documented in one spelling and sent in the other.
    deliveryAttemptTimestamp: instant.optional(),
    deliveryAttemptTimeStamp: instant.optional(),
  })
  .refine((data) => data.deliveryAttemptTimestamp ?? data.deliveryAttemptTimeStamp);

/** Source: Defender for Storage, scan results in Event Grid. What is neither of these two was not scanned, for some reason. */
const verdictType = 'Microsoft.Security.MalwareScanningResult';
const isClean = /^no threats? found$/i;
const isMalicious = /^malicious$/i;
const verdictData = z.object({
  blobUri: z.url(),
  scanResultType: z.string().min(1),
});

const envelope = z.object({ eventType: z.string().min(1), data: z.unknown() });

export type PlatformEvent =
  | { kind: 'delivery-report'; report: DeliveryReport }
  | { kind: 'scan-verdict'; verdict: ScanVerdict };
/** Why there is nothing to do with an event. */
export type UnusableEvent = {
  kind: 'unusable';
  code: 'event-malformed' | 'event-of-other-type' | 'event-of-other-file';
};

const malformed: UnusableEvent = { kind: 'unusable', code: 'event-malformed' };

/** The trigger hands over what it could parse; text is what was encoded once more on the way. */
const decoded = (message: unknown): unknown => {
  if (typeof message !== 'string') return message;
  for (const text of [message, Buffer.from(message, 'base64').toString('utf8')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The other form, or none.
    }
  }
  return undefined;
};

const readEvent = (event: unknown): PlatformEvent | UnusableEvent => {
  const outer = envelope.safeParse(event);
  if (!outer.success) return malformed;
  if (outer.data.eventType === verdictType) return readVerdict(outer.data.data);
  if (outer.data.eventType !== reportType) return { kind: 'unusable', code: 'event-of-other-type' };
  const inner = reportData.safeParse(outer.data.data);
  if (!inner.success) return malformed;
  const { messageId, status, deliveryAttemptTimestamp, deliveryAttemptTimeStamp } = inner.data;
  return {
    kind: 'delivery-report',
    report: {
      operationId: messageId,
      delivery: deliveries[status] ?? 'failed',
      attemptedAt: deliveryAttemptTimestamp ?? deliveryAttemptTimeStamp ?? '',
    },
  };
};

const readVerdict = (data: unknown): PlatformEvent | UnusableEvent => {
  const inner = verdictData.safeParse(data);
  if (!inner.success) return malformed;
  const { blobUri, scanResultType } = inner.data;
  const parts = new URL(blobUri).pathname.split('/');
  const [partnerId = '', claimId = '', blobId = '', ...more] = parts.slice(parts.indexOf(containerName) + 1);
  const isOurs = parts.includes(containerName) && claimIdPattern.test(claimId) && fileIdPattern.test(blobId);
  if (!isOurs || more.length > 0 || partnerId === '') return { kind: 'unusable', code: 'event-of-other-file' };
  const isBad = isMalicious.test(scanResultType);
  const result = isBad ? 'malicious' : isClean.test(scanResultType) ? 'clean' : 'not-scanned';
  return { kind: 'scan-verdict', verdict: { ref: { partnerId, claimId }, blobId, result } };
};

/** The events in one message of the queue: one, or an array of them. */
export const readPlatformEvents = (message: unknown): (PlatformEvent | UnusableEvent)[] => {
  const content = decoded(message);
  return (Array.isArray(content) ? content : [content]).map(readEvent);
};
