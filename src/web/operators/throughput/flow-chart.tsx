import { Text } from '@fluentui/react-components';
import type { Throughput } from '../../../../client/generated.ts';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { useWords } from '../../words/words-context.ts';
import { BarChart } from './bar-chart.tsx';
import { FiguresTable } from './figures-table.tsx';

type Figures = Throughput['total'];

const completedOf = ({ approved, declined, expired, withdrawn }: Figures): number =>
  approved + declined + expired + withdrawn;

/** How many claims were submitted and completed on each day. */
export const FlowChart = ({ throughput: { days, total } }: { throughput: Throughput }) => {
  const { throughput: words } = useOperatorWords();
  const { status } = useWords();
  const formats = useFormats();
  const { flow } = words;
  if (total.submitted + completedOf(total) === 0) return <Text>{flow.none}</Text>;
  const sumOf = (figures: Figures): string =>
    flow.sum(formats.figure(figures.submitted), formats.figure(completedOf(figures)));
  const span = words.span(formats.utcDay(days[0]?.day ?? ''), formats.utcDay(days.at(-1)?.day ?? ''));
  return (
    <>
      <Text>{sumOf(total)}</Text>
      <BarChart
        title={flow.title}
        description={`${span}: ${sumOf(total)}.`}
        series={[flow.submitted, flow.completed]}
        places={days.map((day) => ({
          key: day.day,
          label: formats.utcDay(day.day),
          tip: `${formats.utcDay(day.day)}: ${sumOf(day)}`,
          values: [day.submitted, completedOf(day)],
        }))}
        figureOf={formats.figure}
      />
      <FiguresTable
        caption={flow.title}
        days={days}
        columns={[
          { name: flow.submitted, cell: ({ submitted }) => formats.figure(submitted) },
          { name: status.approved, cell: ({ approved }) => formats.figure(approved) },
          { name: status.declined, cell: ({ declined }) => formats.figure(declined) },
          { name: status.expired, cell: ({ expired }) => formats.figure(expired) },
          { name: status.withdrawn, cell: ({ withdrawn }) => formats.figure(withdrawn) },
        ]}
      />
    </>
  );
};
