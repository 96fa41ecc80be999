import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { OperatorClaimView } from '../../../../client/generated.ts';
import { useApi } from '../../api/api-context.ts';
import { catalogueQuery } from '../../api/queries.ts';
import { addressReasonOf } from '../../claim/address-reason.ts';
import { namesIn } from '../../claim/catalogue-names.ts';
import { type Fact, Facts } from '../../parts/facts.tsx';
import { Card } from '../../parts/page.tsx';
import { useClaimWords } from '../../words/claim-words.ts';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { useWords } from '../../words/words-context.ts';

const useStyles = makeStyles({ card: { display: 'grid', gap: tokens.spacingVerticalM } });

/** The record of a claim as operators read it. */
export const ClaimRecord = ({ view }: { view: OperatorClaimView }) => {
  const styles = useStyles();
  const { claim: words } = useOperatorWords();
  const formats = useFormats();
  const { attention } = view.claim;
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.facts}</Subtitle1>
      {attention && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.attention}</MessageBarTitle> <span lang="en">{attention.reason}</span>{' '}
            <Text size={200}>{words.attentionSince(formats.moment(attention.since))}</Text>
          </MessageBarBody>
        </MessageBar>
      )}
      <Facts facts={useRecordFacts(view)} />
    </Card>
  );
};

const useRecordFacts = ({ claim, partnerId, partnerName, orchestration, hold }: OperatorClaimView): Fact[] => {
  const { claim: words } = useOperatorWords();
  const own = useClaimWords();
  const addressReason = addressReasonOf(claim);
  const { status } = useWords();
  const formats = useFormats();
  const names = namesIn(useQuery(catalogueQuery(useApi(), claim.catalogueVersion)).data);
  const { customer, customerContact, partnerContact, partnerLocation, request, decision, onSilence } = claim;
  const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(', ') || words.none;
  const moment = (name: string, at: string | undefined): Fact[] =>
    at === undefined ? [] : [{ name, value: formats.moment(at) }];
  return [
    { name: words.id, value: claim.id },
    { name: words.process, value: words.processes[orchestration] },
    { name: words.partner, value: joined(partnerName, partnerId) },
    { name: words.location, value: joined(partnerLocation.name, partnerLocation.mpnId) },
    { name: words.customer, value: joined(customer.name, customer.domain, customer.directoryId) },
    { name: words.verification, value: own.verification[customer.verification.result] },
    { name: words.contact, value: joined(customerContact?.name, customerContact?.title, customerContact?.email) },
    ...(addressReason ? [{ name: own.addressReason, value: addressReason }] : []),
    { name: words.partnerContact, value: joined(partnerContact?.name, partnerContact?.email) },
    { name: words.products, value: joined(...claim.products.map(({ code }) => names.product(code))) },
    { name: words.created, value: joined(formats.moment(claim.createdAt), claim.createdBy.name) },
    ...moment(words.submitted, claim.submittedAt),
    ...(claim.status === 'submitted' && !claim.inquiry && !claim.question?.pausedUntil
      ? moment(words.deadline, request?.deadline)
      : []),
    ...moment(words.inquiry, claim.inquiry?.since),
    ...moment(words.question, claim.question?.askedAt),
    ...(claim.status === 'submitted' && onSilence ? [{ name: words.onSilence, value: words.silence[onSilence] }] : []),
    ...(decision
      ? [
          {
            name: words.decided,
            value: joined(status[decision.outcome], formats.moment(decision.decidedAt), decision.reason),
          },
        ]
      : []),
    ...moment(words.closed, claim.endedAt ?? claim.closedAt),
    ...moment(words.updated, claim.updatedAt),
    {
      name: words.hold,
      value: hold ? words.heldBy(hold.by.name ?? '', hold.reason, formats.moment(hold.since)) : words.noHold,
    },
  ];
};
