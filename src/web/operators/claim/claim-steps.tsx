import { Badge, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Orchestration } from '../../../../client/generated.ts';
import { useApi } from '../../api/api-context.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Card } from '../../parts/page.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { stepsQuery } from '../operator-queries.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  name: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const colors = { done: 'success', failed: 'danger', 'under-way': 'informative', dropped: 'subtle' } as const;

/** A timer that the process did not wait for to the end stays under way in the engine's history. */
const outcomeIn = ({ steps }: Orchestration, { outcome }: Orchestration['steps'][number]): keyof typeof colors =>
  outcome === 'under-way' && steps.some(({ kind }) => kind === 'ended') ? 'dropped' : outcome;

/** The process of a claim: its steps with their times. */
export const ClaimSteps = ({ id }: { id: string }) => {
  const styles = useStyles();
  const { claim: words, columns } = useOperatorWords();
  const formats = useFormats();
  const steps = useQuery(stepsQuery(useApi(), id));
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.steps}</Subtitle1>
      <Loaded query={steps}>
        {(read) =>
          read === null ? (
            <Text>{words.noSteps}</Text>
          ) : (
            <>
              <Text className={styles.quiet}>{words.stepsLead}</Text>
              <DataTable
                caption={words.steps}
                rows={read.steps.map((step, index) => ({ ...step, index, outcome: outcomeIn(read, step) }))}
                keyOf={({ index }) => String(index)}
                columns={[
                  {
                    name: columns.step,
                    cell: ({ kind, name }) => (
                      <span>
                        {words.stepKinds[kind]}
                        {name !== kind && kind !== 'ended' && (
                          <Text size={200} className={styles.name}>
                            {words.stepNames[name] ?? name}
                          </Text>
                        )}
                      </span>
                    ),
                  },
                  { name: columns.at, cell: ({ at }) => formats.second(at) },
                  {
                    name: columns.outcome,
                    cell: ({ outcome }) => (
                      <Badge appearance="tint" color={colors[outcome]}>
                        {words.outcomes[outcome]}
                      </Badge>
                    ),
                  },
                  {
                    name: columns.scheduled,
                    cell: ({ scheduledAt, dueAt }) =>
                      dueAt ? words.dueAt(formats.second(dueAt)) : scheduledAt ? formats.second(scheduledAt) : '–',
                  },
                ]}
              />
            </>
          )
        }
      </Loaded>
    </Card>
  );
};
