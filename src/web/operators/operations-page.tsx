import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Card, PageHead } from '../parts/page.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { searchFieldId } from '../shell/shortcuts.tsx';
import { usePerson } from '../sign-in/session-context.ts';
import { useOperatorWords } from '../words/operator-words.ts';
import { useWords } from '../words/words-context.ts';
import { FoundClaims } from './found-claims.tsx';
import { InFlight } from './in-flight.tsx';
import { OperationsLog } from './operations-log.tsx';
import { OperationsOverview } from './operations-overview.tsx';
import { PoisonMessages } from './poison-messages.tsx';
import { UnverifiedCustomers } from './unverified-customers.tsx';

const useStyles = makeStyles({
  views: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  view: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  find: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS },
});

const views = ['overview', 'waiting', 'due', 'stuck', 'failed', 'messages', 'customers', 'log'] as const;

/** What operators see and mend. */
export const OperationsPage = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const { shell } = useWords();
  const { roles } = usePerson();
  const [query] = useSearchParams();
  const view = views.find((each) => each === query.get('view')) ?? 'overview';
  const q = query.get('q') ?? '';
  if (!roles.includes('Operator')) return <PageHead title={words.title} lead={shell.notForPartners} />;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<FindClaim />} />
      <nav className={styles.views} aria-label={words.viewsLabel}>
        {views.map((each) => (
          <RouterLink
            key={each}
            to={each === 'overview' ? '/operations' : `/operations?view=${each}`}
            appearance="subtle"
            className={mergeClasses(styles.view, each === view && q === '' && styles.current)}
            {...(each === view && q === '' ? { 'aria-current': 'page' as const } : {})}
          >
            {words.views[each]}
          </RouterLink>
        ))}
      </nav>
      {q !== '' ? (
        <Card>
          <FoundClaims q={q} />
        </Card>
      ) : view === 'overview' ? (
        <OperationsOverview />
      ) : (
        <Card>
          {(view === 'waiting' || view === 'due' || view === 'stuck' || view === 'failed') && (
            <InFlight key={view} state={view} />
          )}
          {view === 'messages' && <PoisonMessages />}
          {view === 'customers' && <UnverifiedCustomers />}
          {view === 'log' && <OperationsLog />}
        </Card>
      )}
    </>
  );
};

const FindClaim = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const [q, setQ] = useState(query.get('q') ?? '');
  return (
    <form
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault();
        if (q.trim() !== '') void navigate(`/operations?q=${encodeURIComponent(q.trim())}`);
      }}
    >
      <Field label={words.find}>
        <Input
          id={searchFieldId}
          placeholder={words.findHint}
          type="search"
          value={q}
          onChange={(_event, { value }) => setQ(value)}
        />
      </Field>
      <Button type="submit">{words.open}</Button>
    </form>
  );
};
