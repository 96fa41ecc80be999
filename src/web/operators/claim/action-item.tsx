import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  action: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One action in a list: its button, and what it does now, or why it is not possible. */
export const ActionItem = ({ text, children }: { text: string; children?: ReactNode }) => {
  const styles = useStyles();
  return (
    <li className={styles.action}>
      {children}
      <Text size={200} className={styles.quiet}>
        {text}
      </Text>
    </li>
  );
};
