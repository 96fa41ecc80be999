import { MessageBar, MessageBarBody, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../client/generated.ts';
import { isApproving } from '../../domain/claim-state.ts';
import { isUnchecked, waitsForScan } from '../../domain/proof/scan.ts';
import { Card } from '../parts/page.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { termOf } from '../words/term-of.ts';
import { useWords } from '../words/words-context.ts';
import { Delivery, hasArrived } from './delivery.tsx';
import { Hints } from './hints.tsx';
import { TakeoverRequested } from './takeover-requested.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  wide: { width: '100%' },
});

/** Where the claim is, what it waits for and until when, and what went wrong on the way. */
export const StatusCard = ({ claim }: { claim: Claim }) => {
  const styles = useStyles();
  const words = useWords();
  const own = useClaimWords();
  const formats = useFormats();
  const { status, statusReason, decision, consent, expiry, concerns = [], attention } = claim;
  // Why an association ended is another reason than the one that was given for its approval.
  const reason = status === 'ended' ? statusReason : (decision?.reason ?? statusReason);
  // The line about the missing proof says whose turn it is; "operations are looking at it" would contradict it.
  const isPartnersTurn = attention?.raisedBy === 'scan' && waitsForScan(claim) && !claim.poe.some(isUnchecked);
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{own.waitsFor}</Subtitle1>
      <StatusBadge status={status} size="large" />
      {(status !== 'submitted' || hasArrived(claim.request)) && <Text>{meaningOf(claim, own)}</Text>}
      {claim.tookOver && <Text>{own.tookOver}</Text>}
      {consent === 'silence' && <Text>{own.bySilence}</Text>}
      {decision && (
        <Text>
          {own.decided(
            claim.customerContact?.name ?? claim.customer?.name ?? '',
            words.status[decision.outcome],
            formats.moment(decision.decidedAt),
          )}
        </Text>
      )}
      {decision?.code && <Text>{own.confirmed(decision.code.sentTo)}</Text>}
      {reason !== undefined && !isSuperseded(claim) && (
        <Text>
          {own.reason}: {termOf(own.reasons, reason) ?? reason}
        </Text>
      )}
      <Waiting claim={claim} />
      {expiry && (
        <MessageBar intent="warning" layout="multiline" className={styles.wide}>
          <MessageBarBody>{own.waits.cancelAt(formats.day(expiry.cancelAt))}</MessageBarBody>
        </MessageBar>
      )}
      {attention && !isPartnersTurn && (
        <MessageBar
          intent={attention.needs === 'partner' ? 'warning' : 'info'}
          layout="multiline"
          className={styles.wide}
        >
          <MessageBarBody>
            {attention.needs === 'partner' ? own.raised[attention.raisedBy ?? 'workflow'] : own.waits.attention}
          </MessageBarBody>
        </MessageBar>
      )}
      {status === 'submitted' &&
        concerns.map(({ kind, at, email, text }) => (
          <MessageBar key={at} intent="warning" layout="multiline" className={styles.wide}>
            <MessageBarBody>
              {own.concerns[kind](email)} {text !== undefined && `“${text}”`}
            </MessageBarBody>
          </MessageBar>
        ))}
      <TakeoverRequested claim={claim} />
      <Hints claim={claim} about={['figures-pending', 'held-by-other-partner', 'own-claim-ending']} />
      <Delivery claim={claim} />
    </Card>
  );
};

const isSuperseded = ({ status, statusReason }: Claim): boolean => status === 'ended' && statusReason === 'superseded';

/** What its status means for the reader. */
const meaningOf = (claim: Claim, words: ReturnType<typeof useClaimWords>): string => {
  const { status, closedBy } = claim;
  if (isApproving(claim)) return words.approving;
  if (isSuperseded(claim)) return words.superseded;
  if (closedBy === 'operator') return words.endedByOperators[status === 'ended' ? 'ended' : 'withdrawn'];
  return words.statusHint[status];
};

const Waiting = ({ claim }: { claim: Claim }) => {
  const { status, request, inquiry, question, onSilence, customerContact } = claim;
  const words = useClaimWords();
  const formats = useFormats();
  if (status === 'draft') return <Text>{words.waits.draft}</Text>;
  if (status !== 'submitted' || isApproving(claim)) return null;
  if (inquiry !== undefined) return <Text>{words.waits.inquiry(inquiry.reason, formats.day(inquiry.until))}</Text>;
  if (request === undefined) {
    const waits = claim.poe.some(isUnchecked) ? 'scan' : waitsForScan(claim) ? 'cleanProof' : 'sending';
    return <Text>{words.waits[waits]}</Text>;
  }
  if (question?.pausedUntil !== undefined) {
    return <Text>{words.waits.question(formats.moment(question.pausedUntil))}</Text>;
  }
  return (
    <Text>
      {words.waits.answer(
        customerContact?.name ?? request.sentTo,
        `${formats.moment(request.deadline)} (${formats.distance(request.deadline)})`,
      )}{' '}
      {onSilence === 'approve' ? words.waits.silenceApprove : words.waits.silenceExpire}
    </Text>
  );
};
