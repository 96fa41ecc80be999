import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { ReconcilerRuns } from '../../../../client/generated.ts';
import { useApi } from '../../api/api-context.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Card } from '../../parts/page.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { OperatorFrame } from '../operator-frame.tsx';
import { actionsQuery, runsQuery } from '../operator-queries.ts';
import { ListPages } from './list-pages.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM, marginBottom: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Run = ReconcilerRuns['value'][number];

/** What the reconciler and operators did. */
export const LogPage = () => {
  const { log: words, rooms } = useOperatorWords();
  return (
    <OperatorFrame title={rooms.log} lead={words.lead}>
      <Actions />
      <Runs />
    </OperatorFrame>
  );
};

const Runs = () => {
  const styles = useStyles();
  const { log: words, columns } = useOperatorWords();
  const formats = useFormats();
  const runs = useQuery(runsQuery(useApi()));
  const foundIn = ({ findings }: Run): string =>
    Object.entries(findings)
      .filter(([, count]) => count > 0)
      .map(([finding, count]) => `${formats.figure(count)} × ${words.finding[finding] ?? finding}`)
      .join(', ') || words.foundNothing;
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.runs}</Subtitle1>
      <Text className={styles.quiet}>{words.runsLead}</Text>
      <Loaded query={runs}>
        {({ last, value }) => {
          const rows = last === undefined ? value : [last, ...value.filter(({ at }) => at !== last.at)];
          return rows.length === 0 ? (
            <Notice title={words.noRuns} text={words.noRunsHint} />
          ) : (
            <DataTable
              caption={words.runs}
              rows={rows}
              keyOf={({ at }) => at}
              columns={[
                {
                  name: columns.at,
                  cell: ({ at }) => `${formats.moment(at)}${at === last?.at ? ` (${words.last})` : ''}`,
                },
                { name: columns.findings, cell: foundIn },
                { name: columns.took, cell: ({ tookMs }) => `${formats.figure(tookMs)} ms` },
              ]}
            />
          );
        }}
      </Loaded>
    </Card>
  );
};

const Actions = () => {
  const styles = useStyles();
  const { log: words, columns } = useOperatorWords();
  const formats = useFormats();
  const [query] = useSearchParams();
  const actions = useQuery(actionsQuery(useApi(), query.get('after') ?? undefined));
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.actions}</Subtitle1>
      <Text className={styles.quiet}>{words.actionsLead}</Text>
      <Loaded query={actions}>
        {({ value, next }) =>
          value.length === 0 ? (
            <Notice title={words.noActions} text={words.noActionsHint} />
          ) : (
            <>
              <DataTable
                caption={words.actions}
                rows={value}
                keyOf={({ at, action, subject }) => [at, action, subject].join()}
                columns={[
                  { name: columns.at, cell: ({ at }) => formats.moment(at) },
                  { name: columns.by, cell: ({ by }) => by.name ?? by.id ?? '–' },
                  { name: columns.action, cell: ({ action }) => words.kinds[action] },
                  { name: columns.subject, cell: ({ subject }) => subject },
                  { name: columns.reason, cell: ({ reason }) => reason },
                  {
                    name: columns.outcome,
                    cell: ({ outcome }) => (outcome ? words.outcomes[outcome] : words.cutOff),
                  },
                ]}
              />
              <ListPages next={next} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
};
