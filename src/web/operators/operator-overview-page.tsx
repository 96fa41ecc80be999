import { makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Overview } from '../../../client/generated.ts';
import { useApi } from '../api/api-context.ts';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Card } from '../parts/page.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useFormats } from '../words/format.ts';
import { useOperatorWords } from '../words/operator-words.ts';
import { OperatorFrame } from './operator-frame.tsx';
import { type InFlightState, inFlightStates, overviewQuery } from './operator-queries.ts';

const ThroughputCharts = lazy(async () => ({
  default: (await import('./throughput/throughput-charts.tsx')).ThroughputCharts,
}));

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(15rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalL,
  },
  tile: { display: 'grid', gap: tokens.spacingVerticalS, alignContent: 'start', overflowWrap: 'anywhere' },
  bad: { borderTop: `3px solid ${tokens.colorPaletteRedBorderActive}` },
  count: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  quiet: { color: tokens.colorNeutralForeground2 },
  card: { display: 'grid', gap: tokens.spacingVerticalM, marginBottom: tokens.spacingVerticalL },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
});

/** What an operator sees first: how many claims wait, are due, stuck or failed, each a link to the list behind it. */
export const OperatorOverviewPage = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const overview = useQuery(overviewQuery(useApi()));
  return (
    <OperatorFrame title={words.title} lead={words.lead}>
      <Loaded query={overview}>
        {(data) => (
          <>
            <div className={styles.tiles}>
              {inFlightStates.map((state) => (
                <Tile key={state} state={state} overview={data} />
              ))}
            </div>
            {data.attention.length > 0 && (
              <Card className={styles.card}>
                <Subtitle1 as="h2">{words.whyAttention}</Subtitle1>
                <ul className={styles.list}>
                  {data.attention.map(({ reason, claims }) => (
                    <li key={reason}>
                      <RouterLink to="/operations/claims?state=attention">{words.shown(claims)}</RouterLink>:{' '}
                      <span lang="en">{reason}</span>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
            <Others overview={data} />
            <Suspense fallback={<ListSkeleton rows={4} />}>
              <ThroughputCharts />
            </Suspense>
          </>
        )}
      </Loaded>
    </OperatorFrame>
  );
};

const countOf = (state: InFlightState, { inFlight, dueWithinDay, stuck, attention }: Overview): number => {
  const all = inFlight.reduce((sum, { claims }) => sum + claims, 0);
  const flagged = attention.reduce((sum, { claims }) => sum + claims, 0);
  return { waiting: Math.max(0, all - stuck), due: dueWithinDay, stuck, attention: flagged }[state];
};

const Tile = ({ state, overview }: { state: InFlightState; overview: Overview }) => {
  const styles = useStyles();
  const words = useOperatorWords();
  const formats = useFormats();
  const count = countOf(state, overview);
  const oldest = count === 0 ? undefined : overview.oldest[state];
  const isBad = count > 0 && (state === 'stuck' || state === 'attention');
  return (
    <Card className={mergeClasses(styles.tile, isBad && styles.bad)} label={words.states[state]}>
      <Text className={styles.quiet}>{words.states[state]}</Text>
      <h2 style={{ margin: 0, fontWeight: tokens.fontWeightSemibold }}>
        <RouterLink to={`/operations/claims?state=${state}`} className={styles.count}>
          {words.counts[state](count)}
        </RouterLink>
      </h2>
      {oldest && (
        <Text size={200} className={styles.quiet}>
          <span {...(oldest.at === undefined ? {} : { title: formats.moment(oldest.at) })}>
            {words.oldest[state](oldest.at === undefined ? '' : formats.distance(oldest.at))}
          </span>
          : <RouterLink to={`/operations/claims/${oldest.claimId}`}>{oldest.claimId}</RouterLink>
        </Text>
      )}
    </Card>
  );
};

const Others = ({ overview }: { overview: Overview }) => {
  const styles = useStyles();
  const words = useOperatorWords();
  const formats = useFormats();
  const { unverifiedCustomers, mailFailures, poisonMessages, lastRun } = overview;
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.also}</Subtitle1>
      <ul className={styles.list}>
        <li>
          <RouterLink to="/operations/messages">{words.messageCount(poisonMessages)}</RouterLink>
        </li>
        <li>
          <RouterLink to="/operations/customers">{words.unverifiedCount(unverifiedCustomers)}</RouterLink>
        </li>
        <li>
          <RouterLink to="/operations/mails">{words.mailCount(mailFailures)}</RouterLink>
        </li>
        <li>
          <RouterLink to="/operations/log">
            {lastRun ? words.lastRun(formats.distance(lastRun.at)) : words.neverRan}
          </RouterLink>
        </li>
      </ul>
      <Text size={200} className={styles.quiet}>
        {words.asOf(formats.moment(overview.at))}
      </Text>
    </Card>
  );
};
