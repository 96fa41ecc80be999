import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orThrow } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Card } from '../parts/page.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useFormats } from '../words/format.ts';
import { useOperatorWords } from '../words/operator-words.ts';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  tile: { display: 'grid', gap: tokens.spacingVerticalXS },
  count: { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800, fontVariantNumeric: 'tabular-nums' },
  words: { display: 'grid', gap: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How often (ms) the figures are read again. */
const watchMs = 15_000;

/** How claims are doing, in figures and in words. */
export const OperationsOverview = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const formats = useFormats();
  const api = useApi();
  const overview = useQuery({
    queryKey: ['operations', 'overview'],
    queryFn: async ({ signal }) => orThrow(await api.call('overview', { signal })).data,
    refetchInterval: watchMs,
  });
  return (
    <Loaded query={overview}>
      {(data) => {
        const sum = (counts: { claims: number }[]) => counts.reduce((total, { claims }) => total + claims, 0);
        const tiles = [
          { name: words.tiles.waiting, count: sum(data.inFlight), to: 'waiting', oldest: data.oldest.waiting },
          { name: words.tiles.due, count: data.dueWithinDay, to: 'due', oldest: data.oldest.due },
          { name: words.tiles.stuck, count: data.stuck, to: 'stuck', oldest: data.oldest.stuck },
          { name: words.tiles.failed, count: sum(data.needSomebody), to: 'failed', oldest: data.oldest.failed },
          { name: words.tiles.messages, count: data.poisonMessages, to: 'messages' },
          { name: words.tiles.customers, count: data.unverifiedCustomers, to: 'customers' },
          { name: words.tiles.mails, count: data.mailFailures, to: 'log' },
        ];
        return (
          <>
            <div className={styles.tiles}>
              {tiles.map(({ name, count, to, oldest }) => (
                <Card key={name} className={styles.tile}>
                  <span className={styles.count}>{formats.figure(count)}</span>
                  <RouterLink to={`/operations?view=${to}`}>{name}</RouterLink>
                  {oldest && (
                    <RouterLink to={`/operations/claims/${oldest.claimId}`}>
                      {words.oldest(oldest.at === undefined ? oldest.claimId : formats.distance(oldest.at))}
                    </RouterLink>
                  )}
                </Card>
              ))}
            </div>
            <Card className={styles.words}>
              <Subtitle1 as="h2">{words.inWords}</Subtitle1>
              <ul className={styles.list}>
                {data.words.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <Text size={200} className={styles.quiet}>
                {words.asOf(formats.moment(data.at))}
              </Text>
            </Card>
          </>
        );
      }}
    </Loaded>
  );
};
