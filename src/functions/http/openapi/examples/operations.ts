import { overviewSentences } from '../../../../claims/operations/overview.ts';
import { throughputOf } from '../../../../domain/view/throughput.ts';
import { claimId, partnerId } from './claim.ts';

/** What operations are shown of the service. */

const at = '2026-11-20T10:00:00.000Z';

export const runExample = { at: '2026-11-20T09:59:00.210Z', tookMs: 84, findings: { nudged: 2, restarted: 1 } };

const figures = {
  at,
  inFlight: [{ status: 'submitted' as const, claims: 41 }],
  oldestWaitingSince: '2026-11-16T08:12:00.000Z',
  oldest: { waiting: { claimId, at: '2026-11-16T08:12:00.000Z' }, attention: { claimId } },
  dueWithinDay: 7,
  stuck: 0,
  attention: [{ reason: 'The customer contact did not expect this request.', claims: 1 }],
  unverifiedCustomers: 0,
  mailFailures: 2,
  poisonMessages: 1,
  lastRun: runExample,
};
export const overviewExample = { ...figures, words: overviewSentences(figures, new Date(at)) };

export const throughputExample = {
  at,
  complete: true,
  ...throughputOf(
    [
      {
        status: 'approved',
        consent: 'explicit',
        submittedAt: '2026-11-16T09:00:00.000Z',
        closedAt: '2026-11-18T15:20:00.000Z',
      },
      { status: 'declined', submittedAt: '2026-11-17T11:30:00.000Z', closedAt: '2026-11-18T08:00:00.000Z' },
      { status: 'submitted', submittedAt: '2026-11-20T08:00:00.000Z' },
    ],
    new Date(at),
  ),
};

const about = '0a1b2c3d-0000-4000-8000-000000000001|power-bi|-|presales';
const dueAt = '2026-11-18T09:01:00.000Z';
export const ledgerExample = [
  { kind: 'step', key: `${dueAt}|${claimId}`, dueAt, attempts: 0, finding: '' },
  { kind: 'reservation', key: `r|${about}`, about, claimIds: [claimId] },
];

export const orchestrationExample = {
  instanceId: claimId,
  runtimeStatus: 'Running',
  createdAt: '2026-11-16T09:20:00.105Z',
  lastUpdatedAt: '2026-11-16T09:20:02.711Z',
  steps: [
    { at: '2026-11-16T09:20:00.105Z', kind: 'started', name: 'claimLifecycle', outcome: 'done' },
    {
      at: '2026-11-16T09:20:02.690Z',
      kind: 'activity',
      name: 'advanceClaim',
      outcome: 'done',
      scheduledAt: '2026-11-16T09:20:00.140Z',
    },
    {
      at: '2026-11-16T09:20:02.711Z',
      kind: 'timer',
      name: 'timer',
      outcome: 'under-way',
      dueAt: '2026-11-18T09:00:02.000Z',
    },
  ],
};

export const actionExample = {
  at,
  by: { kind: 'operator', name: 'Ola Persson', id: '70f2c9b6-8d35-4e1a-b94c-3a6e1d7f5b31' },
  action: 'replay-message',
  subject: '8a1f6f0e-3f5f-4f1c-9a50-6b1f0c1d2e3f',
  reason: 'The app reads such events now.',
  outcome: 'done',
};

export const mailFailureExample = {
  at: '2026-11-20T09:41:07.000Z',
  partnerId,
  claimId,
  mail: 'request',
  to: 'customer',
  delivery: 'bounced',
};

export const poisonExample = {
  messageId: '8a1f6f0e-3f5f-4f1c-9a50-6b1f0c1d2e3f',
  movedAt: '2026-11-20T09:58:12.000Z',
  text: '{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived"}',
  readAs: ['event-malformed'],
};
