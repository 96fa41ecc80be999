import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { QueueClient } from '@azure/storage-queue';
import { fateOf } from './fates.ts';
import type { EmailMessage } from './message.ts';

/** Where the reports go: the queue into which Event Grid would deliver them. */
export type ReportsOptions = { connectionString: string; queueName: string };

export type DeliveryReports = {
  /** Reports on each recipient of an accepted mail, a moment later. */
  send(operationId: string, message: EmailMessage): void;
  /** Waits for the reports under way. */
  stop(): Promise<void>;
};

/** An event as Azure Communication Services has it published. */
const reportOf = (operationId: string, sender: string, recipient: string) => {
  const now = new Date().toISOString();
  const status = fateOf(recipient);
  return {
    id: randomUUID(),
    topic: '/subscriptions/local/resourceGroups/local/providers/microsoft.communication/communicationservices/local',
    subject: `sender/${sender}/message/${operationId}`,
    data: {
      sender,
      recipient,
      messageId: operationId,
      status,
      deliveryStatusDetails: { statusMessage: status === 'Delivered' ? '' : `The local mail service: ${status}.` },
      deliveryAttemptTimestamp: now,
    },
    eventType: 'Microsoft.Communication.EmailDeliveryReportReceived',
    dataVersion: '1.0',
    metadataVersion: '1',
    eventTime: now,
  };
};

/** For ten seconds: storage may be restarting. Event Grid tries for a day. */
const tries = 20;

/** Writes the reports that Event Grid would deliver. One that cannot be written is reported on stderr and forgotten. */
export const createDeliveryReports = ({ connectionString, queueName }: ReportsOptions): DeliveryReports => {
  const queue = new QueueClient(connectionString, queueName, { retryOptions: { maxTries: 1 } });
  const underWay = new Set<Promise<void>>();

  const write = async (text: string): Promise<void> => {
    for (let left = tries - 1; ; left -= 1) {
      try {
        await queue.sendMessage(text);
        return;
      } catch (error) {
        if (left === 0) return console.error('A delivery report could not be written:', String(error));
        await pause(500);
      }
    }
  };

  return {
    send: (operationId, { senderAddress, recipients }) => {
      for (const { address } of [recipients.to, recipients.cc, recipients.bcc].flatMap((list) => list ?? [])) {
        const event = JSON.stringify(reportOf(operationId, senderAddress, address));
        const writing = write(Buffer.from(event).toString('base64')).finally(() => underWay.delete(writing));
        underWay.add(writing);
      }
    },
    stop: async () => {
      await Promise.all(underWay);
    },
  };
};
