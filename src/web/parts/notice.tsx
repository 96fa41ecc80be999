import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    justifyItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: { maxWidth: '32rem', color: tokens.colorNeutralForeground2 },
});

/** A page or a list with nothing to show: what that means, and what to do. */
export const Notice = ({ title, text, children }: { title: string; text?: string; children?: ReactNode }) => {
  const styles = useStyles();
  return (
    <section className={styles.notice}>
      <Title3 as="h2">{title}</Title3>
      {text && <Text className={styles.text}>{text}</Text>}
      {children}
    </section>
  );
};
