import { makeStyles, tokens } from '@fluentui/react-components';
import type { Throughput } from '../../../../client/generated.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';

const useStyles = makeStyles({ summary: { cursor: 'pointer', marginBottom: tokens.spacingVerticalS } });

type Day = Throughput['days'][number];

/** The figures behind a chart, a row for each day. */
export const FiguresTable = ({ caption, days, columns }: { caption: string; days: Day[]; columns: Column<Day>[] }) => {
  const styles = useStyles();
  const { throughput: words } = useOperatorWords();
  const formats = useFormats();
  return (
    <details>
      <summary className={styles.summary}>{words.showTable}</summary>
      <DataTable
        caption={caption}
        rows={days}
        keyOf={({ day }) => day}
        columns={[{ name: words.day, cell: ({ day }) => formats.utcDay(day) }, ...columns]}
      />
    </details>
  );
};
