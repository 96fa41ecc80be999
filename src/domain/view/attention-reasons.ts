import { dayMs } from '../../lib/time.ts';
import type { Claim } from '../claim.ts';
import { undeliveredMessage } from '../delivery.ts';
import { announcedExpiry } from '../draft-expiry.ts';
import { scanReasons } from '../proof/proof-check.ts';
import { isUnchecked } from '../proof/scan.ts';
import { concernOf } from '../request/concern.ts';
import { pausedUntil } from '../request/pause.ts';
import { unreadComments, unreadTakeoverRequests } from './unread.ts';

/** Why a claim needs action: a closed list that screens can show and sort by. */
export const attentionCodes = [
  'draft-unfinished',
  'malware-found',
  'file-not-checked',
  'request-not-delivered',
  'question-open',
  'wrong-person',
  'not-expected',
  'unread-comment',
  'takeover-requested',
  'association-ending',
  'needs-operations',
  'deadline-near',
] as const;
export type AttentionCode = (typeof attentionCodes)[number];

/** `dueAt`: until when something can be done about it. */
export type AttentionReason = { code: AttentionCode; text: string; dueAt?: string };

/** A deadline is near when it is at most this far (ms) away. */
const nearMs = 2 * dayMs;

/** The last instant of deadlines that are near. */
export const nearUntil = (now: Date): string => new Date(now.getTime() + nearMs).toISOString();

/** Why a claim needs action, by its record alone. What depends on the clock is added when the claim is shown. */
export const attentionReasons = (claim: Claim): AttentionReason[] => [
  ...unfinished(claim),
  ...aboutFiles(claim),
  ...aboutRequest(claim),
  ...unread(claim),
  ...aboutAssociation(claim),
  ...forOperations(claim),
];

const unfinished = (claim: Claim): AttentionReason[] => {
  if (claim.status !== 'draft') return [];
  const code = 'draft-unfinished';
  const announced = announcedExpiry(claim);
  return announced === undefined
    ? [{ code, text: 'The draft has not been submitted.' }]
    : [{ code, text: 'Nobody has worked on the draft: it will be cancelled.', dueAt: announced.cancelAt }];
};

const aboutFiles = ({ status, poe, attention }: Claim): AttentionReason[] => {
  const matters = status === 'draft' || status === 'submitted' || status === 'approved';
  const found = poe.some(({ malwareFoundAt }) => malwareFoundAt !== undefined);
  const failed = poe.some((file) => isUnchecked(file) && file.scan === 'failed');
  return [
    ...(found && (matters || attention?.raisedBy === 'scan')
      ? [{ code: 'malware-found' as const, text: scanReasons.malicious }]
      : []),
    ...(status === 'draft' && failed ? [{ code: 'file-not-checked' as const, text: scanReasons.failed }] : []),
  ];
};

/** What keeps the customer from answering. */
const aboutRequest = (claim: Claim): AttentionReason[] => {
  const { status, request, attention, question } = claim;
  if (status !== 'submitted') return [];
  const dueAt = request?.deadline ?? attention?.expiresAt;
  const until = dueAt === undefined || pausedUntil(claim) !== undefined ? {} : { dueAt };
  const refused = attention?.needs === 'partner' && attention.raisedBy === undefined ? attention.reason : undefined;
  const why = request && undeliveredMessage(request.delivery);
  const undelivered = why ? `The request did not reach the customer contact: ${why}.` : refused;
  return [
    ...(undelivered ? [{ code: 'request-not-delivered' as const, text: undelivered, ...until }] : []),
    ...(question
      ? [
          {
            code: 'question-open' as const,
            text: 'The customer contact asked a question and waits for your reply.',
            ...(question.pausedUntil ? { dueAt: question.pausedUntil } : {}),
          },
        ]
      : []),
    ...(concernOf(claim, 'not-the-right-person')
      ? [{ code: 'wrong-person' as const, text: 'The customer contact is not the right person to ask.', ...until }]
      : []),
    ...(concernOf(claim, 'not-expected')
      ? [{ code: 'not-expected' as const, text: 'The customer contact did not expect the request.', ...until }]
      : []),
  ];
};

const unread = (claim: Claim): AttentionReason[] => {
  const count = unreadComments(claim);
  if (count === 0) return [];
  const text = count === 1 ? 'A comment has not been read.' : `${count} comments have not been read.`;
  return [{ code: 'unread-comment', text }];
};

const aboutAssociation = (claim: Claim): AttentionReason[] => {
  if (claim.status !== 'approved') return [];
  const { subscriptionsEndOn } = claim;
  return [
    ...(unreadTakeoverRequests(claim) > 0
      ? [
          {
            code: 'takeover-requested' as const,
            text: 'Another partner asked the customer to take over this association. It stays unless the customer approves.',
          },
        ]
      : []),
    ...(subscriptionsEndOn === undefined
      ? []
      : [
          {
            code: 'association-ending' as const,
            text: 'The association ends with the subscriptions of the customer.',
            dueAt: `${subscriptionsEndOn}T23:59:59.999Z`,
          },
        ]),
  ];
};

/** What operations have to look at, unless another reason says it. */
const forOperations = ({ attention, poe }: Claim): AttentionReason[] => {
  if (attention?.needs !== 'operations') return [];
  const { raisedBy, reason } = attention;
  const isMalware = raisedBy === 'scan' && poe.some(({ malwareFoundAt }) => malwareFoundAt !== undefined);
  const isTold = raisedBy === 'customer' || raisedBy === 'operator' || isMalware;
  return isTold ? [] : [{ code: 'needs-operations', text: reason }];
};

/** That the deadline is near, as of now. */
export const nearness = (deadline: string | undefined, now: Date): AttentionReason[] =>
  deadline !== undefined && deadline <= nearUntil(now)
    ? [{ code: 'deadline-near', text: 'The time in which the customer can answer ends soon.', dueAt: deadline }]
    : [];
