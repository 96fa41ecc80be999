import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ClaimSummary } from '../../../client/generated.ts';
import { useWords } from '../words/words-context.ts';

const useStyles = makeStyles({
  reasons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    minWidth: 0,
    gap: tokens.spacingHorizontalXS,
  },
  reason: { height: 'auto', minHeight: '20px', textAlign: 'start', overflowWrap: 'anywhere' },
  nothing: { color: tokens.colorNeutralForeground3 },
});

const grave = [
  'malware-found',
  'request-not-delivered',
  'wrong-person',
  'not-expected',
  'question-open',
  'deadline-near',
];

/** Why a claim needs action, each reason a tag. */
export const Todo = ({ claim }: { claim: ClaimSummary }) => {
  const styles = useStyles();
  const { attention, list } = useWords();
  if (claim.attentionReasons.length === 0) return <Text className={styles.nothing}>{list.nothingToDo}</Text>;
  return (
    <span className={styles.reasons}>
      {claim.attentionReasons.map(({ code, text }) => (
        <Badge
          className={styles.reason}
          key={code}
          appearance="tint"
          color={grave.includes(code) ? 'danger' : 'warning'}
          title={text}
        >
          {attention[code] ?? text}
        </Badge>
      ))}
    </span>
  );
};

/** By when something has to happen: the soonest of all reasons, or the customer's deadline. */
export const dueOf = ({ attentionReasons, deadline }: ClaimSummary): string | undefined =>
  [...attentionReasons.map(({ dueAt }) => dueAt), deadline].filter((each) => each !== undefined).toSorted()[0];
