import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ApprovalRequest, Claim } from '../../../client/generated.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { nextReminderAt } from './next-reminder.ts';

const useStyles = makeStyles({
  delivery: { display: 'grid', gap: tokens.spacingVerticalXS, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Whether the customer can be said to have been asked. */
export const hasArrived = (request: ApprovalRequest | undefined): boolean =>
  request?.delivery === 'accepted' || request?.delivery === 'delivered';

/** How many reminders left; a mail about a later deadline is none. */
export const remindersSent = ({ reminders }: ApprovalRequest): number =>
  reminders.filter(({ sentAt, extension }) => sentAt !== undefined && !extension).length;

/** How far the request got, and what to do where it did not arrive. */
export const Delivery = ({ claim }: { claim: Claim }) => {
  const { request, status } = claim;
  const styles = useStyles();
  const words = useClaimWords();
  const formats = useFormats();
  if (request === undefined || status !== 'submitted') return null;
  const sent = remindersSent(request);
  const next = nextReminderAt(claim);
  return (
    <div className={styles.delivery}>
      <Text weight="semibold">{words.delivery}</Text>
      <Text>{words.sent(request.sentTo, formats.moment(request.sentAt))}</Text>
      {hasArrived(request) ? (
        <Text>{words.deliveries[request.delivery]}</Text>
      ) : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {words.deliveries[request.delivery]}. <Fix request={request} />
          </MessageBarBody>
        </MessageBar>
      )}
      {(sent > 0 || next) && (
        <Text size={200} className={styles.quiet}>
          {[sent > 0 && words.reminders(sent), next && words.nextReminder(formats.day(next))]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      )}
    </div>
  );
};

const Fix = ({ request: { delivery, sentFrom, subject } }: { request: ApprovalRequest }) => {
  const words = useClaimWords();
  return delivery === 'quarantined' || delivery === 'filtered' ? words.fixFilter(sentFrom, subject) : words.fixAddress;
};
