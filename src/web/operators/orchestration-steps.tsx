import { Text } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useFormats } from '../words/format.ts';
import { useOperatorWords } from '../words/operator-words.ts';

/** What the orchestration of a claim did, step by step. */
export const OrchestrationSteps = ({ id }: { id: string }) => {
  const words = useOperatorWords();
  const { columns } = words;
  const formats = useFormats();
  const api = useApi();
  const steps = useQuery({
    queryKey: ['operations', 'orchestration', id],
    queryFn: async ({ signal }) => {
      const read = await api.call('readOrchestration', { path: { id }, signal });
      if (read.ok) return read.data.steps;
      if (read.problem.code === 'orchestration-not-found') return [];
      throw new ProblemError(read);
    },
    refetchInterval: 5_000,
  });
  return (
    <Loaded query={steps}>
      {(rows) =>
        rows.length === 0 ? (
          <Text>{words.noSteps}</Text>
        ) : (
          <DataTable
            caption={words.steps}
            columns={[columns.at, columns.step, columns.outcome, columns.due]}
            rows={rows.map(({ at, kind, name, outcome, dueAt }, index) => ({
              key: `${index} ${at}`,
              cells: [
                formats.moment(at),
                `${words.kinds[kind]}: ${name}`,
                words.outcomes[outcome],
                dueAt === undefined ? '–' : formats.moment(dueAt),
              ],
            }))}
          />
        )
      }
    </Loaded>
  );
};
