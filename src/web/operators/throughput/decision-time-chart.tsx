import { Text } from '@fluentui/react-components';
import type { Throughput } from '../../../../client/generated.ts';
import { durationUnit, unitSeconds, useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { BarChart } from './bar-chart.tsx';
import { FiguresTable } from './figures-table.tsx';

type Figures = Throughput['total'];

/** How long customers took to decide, by the day of their answer. */
export const DecisionTimeChart = ({ throughput: { days, total } }: { throughput: Throughput }) => {
  const { throughput: words } = useOperatorWords();
  const formats = useFormats();
  const { time } = words;
  if (total.answered === 0) return <Text>{time.none}</Text>;
  const durationOf = (seconds: number | undefined): string => (seconds === undefined ? '–' : formats.duration(seconds));
  const sumOf = ({ answered, medianSeconds, longestSeconds }: Figures): string =>
    answered === 0 ? time.noAnswer : time.sum(answered, durationOf(medianSeconds), durationOf(longestSeconds));
  const unit = durationUnit(Math.max(...days.map(({ medianSeconds = 0 }) => medianSeconds)));
  const span = words.span(formats.utcDay(days[0]?.day ?? ''), formats.utcDay(days.at(-1)?.day ?? ''));
  const axis = `${time.median} (${time.unit[unit]})`;
  return (
    <>
      <Text>{sumOf(total)}</Text>
      <BarChart
        title={`${time.title}: ${axis}`}
        description={`${span}: ${sumOf(total)}.`}
        series={[axis]}
        places={days.map((day) => ({
          key: day.day,
          label: formats.utcDay(day.day),
          tip: `${formats.utcDay(day.day)}: ${sumOf(day)}`,
          values: [(day.medianSeconds ?? 0) / unitSeconds[unit]],
        }))}
        figureOf={formats.figure}
      />
      <FiguresTable
        caption={time.title}
        days={days}
        columns={[
          { name: time.answers, cell: ({ answered }) => formats.figure(answered) },
          { name: time.median, cell: ({ medianSeconds }) => durationOf(medianSeconds) },
          { name: time.longest, cell: ({ longestSeconds }) => durationOf(longestSeconds) },
        ]}
      />
    </>
  );
};
