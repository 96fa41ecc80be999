import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { Claim } from '../../../../client/generated.ts';
import { remindersSent } from '../../claim/delivery.tsx';
import { nextReminderAt } from '../../claim/next-reminder.ts';
import { type Fact, Facts } from '../../parts/facts.tsx';
import { Card } from '../../parts/page.tsx';
import { useClaimWords } from '../../words/claim-words.ts';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  line: { display: 'block' },
  wrong: { display: 'block', color: tokens.colorPaletteRedForeground1 },
});

const hasArrived = (delivery: string): boolean => delivery === 'accepted' || delivery === 'delivered';

/** How far the mails of a claim got: the request with its reminders, and every other one that did not arrive. */
export const ClaimMails = ({ claim }: { claim: Claim }) => {
  const { request, undelivered = [] } = claim;
  const styles = useStyles();
  const { claim: words, mails } = useOperatorWords();
  const own = useClaimWords();
  const formats = useFormats();
  const sent = request ? remindersSent(request) : 0;
  const next = nextReminderAt(claim);
  const facts: Fact[] = [
    ...(request
      ? [
          {
            name: words.request,
            value: (
              <>
                <Text className={styles.line}>{own.sent(request.sentTo, formats.moment(request.sentAt))}</Text>
                <Text className={hasArrived(request.delivery) ? styles.line : styles.wrong}>
                  {own.deliveries[request.delivery]}
                </Text>
                {sent > 0 && <Text className={styles.line}>{own.reminders(sent)}</Text>}
                {next && <Text className={styles.line}>{own.nextReminder(formats.moment(next))}</Text>}
              </>
            ),
          },
        ]
      : []),
    ...undelivered.map(({ mail, to, delivery, attemptedAt }) => ({
      name: words.undelivered(mails.kinds[mail], mails.sides[to]),
      value: (
        <Text className={styles.wrong}>
          {own.deliveries[delivery]}, {formats.moment(attemptedAt)}
        </Text>
      ),
    })),
  ];
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.mails}</Subtitle1>
      {facts.length === 0 ? <Text>{words.noMails}</Text> : <Facts facts={facts} />}
    </Card>
  );
};
