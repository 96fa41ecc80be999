import { makeStyles, mergeClasses, Text, Title2, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../words/words-context.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    marginBottom: tokens.spacingVerticalL,
  },
  titles: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0, overflowWrap: 'anywhere' },
  lead: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    padding: tokens.spacingHorizontalL,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
});

type Head = { title: string; lead?: ReactNode; actions?: ReactNode };

/** The head of a page; the window takes its title from it. */
export const PageHead = ({ title, lead, actions }: Head) => {
  const styles = useStyles();
  const { shell } = useWords();
  useEffect(() => {
    document.title = title === shell.product ? title : `${title} · ${shell.product}`;
  }, [title, shell.product]);
  return (
    <div className={styles.head}>
      <div className={styles.titles}>
        <Title2 as="h1" id="page-title" tabIndex={-1}>
          {title}
        </Title2>
        {lead !== undefined && <Text className={styles.lead}>{lead}</Text>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
};

/** A sheet on the page. */
export const Card = ({ children, className, label }: { children: ReactNode; className?: string; label?: string }) => {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.card, className)} aria-label={label}>
      {children}
    </section>
  );
};
