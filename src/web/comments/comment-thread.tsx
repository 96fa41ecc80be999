import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Comment } from '../../../client/generated.ts';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { useWords } from '../words/words-context.ts';

const useStyles = makeStyles({
  thread: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM, width: '100%' },
  comment: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  // A Text sets its own white space; what is around it does not count.
  text: { whiteSpace: 'pre-line' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What was written about a claim, oldest first. */
export const CommentThread = ({ comments, none }: { comments: Comment[]; none: string }) => {
  const styles = useStyles();
  const { actor } = useWords();
  const words = useClaimWords();
  const formats = useFormats();
  if (comments.length === 0) return <Text>{none}</Text>;
  return (
    <ul className={styles.thread}>
      {comments.map(({ id, at, by, text, answers }) => (
        <li key={id} className={styles.comment}>
          <Text size={200} className={styles.quiet}>
            {by.name ?? actor[by.kind]} · {formats.moment(at)}
          </Text>
          {by.kind === 'customer' && <Text weight="semibold">{words.question}</Text>}
          {answers !== undefined && <Text weight="semibold">{words.reply}</Text>}
          <Text className={styles.text}>{text}</Text>
        </li>
      ))}
    </ul>
  );
};
