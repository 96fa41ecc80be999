import { MessageBar, MessageBarBody, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../../api/api-context.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Card } from '../../parts/page.tsx';
import { useOperatorWords } from '../../words/operator-words.ts';
import { throughputQuery } from '../operator-queries.ts';
import { DecisionTimeChart } from './decision-time-chart.tsx';
import { FlowChart } from './flow-chart.tsx';

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalS, marginBottom: tokens.spacingVerticalM },
  charts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(26rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  chart: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Throughput and time to decision of the last two weeks, each as a chart with the table behind it. */
export const ThroughputCharts = () => {
  const styles = useStyles();
  const { throughput: words } = useOperatorWords();
  const throughput = useQuery(throughputQuery(useApi()));
  return (
    <>
      <div className={styles.head}>
        <Subtitle1 as="h2">{words.title}</Subtitle1>
        <Text className={styles.quiet}>{words.days}</Text>
      </div>
      <Loaded query={throughput}>
        {(read) => (
          <>
            {!read.complete && (
              <MessageBar intent="warning" layout="multiline" className={styles.head}>
                <MessageBarBody>{words.incomplete}</MessageBarBody>
              </MessageBar>
            )}
            <div className={styles.charts}>
              <ChartCard title={words.flow.title} lead={words.flow.lead}>
                <FlowChart throughput={read} />
              </ChartCard>
              <ChartCard title={words.time.title} lead={words.time.lead}>
                <DecisionTimeChart throughput={read} />
              </ChartCard>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
};

const ChartCard = ({ title, lead, children }: { title: string; lead: string; children: ReactNode }) => {
  const styles = useStyles();
  return (
    <Card className={styles.chart}>
      <div>
        <Text as="h3" size={400} weight="semibold">
          {title}
        </Text>
        <Text size={200} block className={styles.quiet}>
          {lead}
        </Text>
      </div>
      {children}
    </Card>
  );
};
