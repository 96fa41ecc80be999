import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { orThrow } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useClaimWords } from '../words/claim-words.ts';
import { useFormats } from '../words/format.ts';
import { useOperatorWords } from '../words/operator-words.ts';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: tokens.spacingVerticalXXL },
  part: { display: 'grid', gap: tokens.spacingVerticalS },
});

/** Runs of the reconciler, actions on many, and mails that did not arrive. */
export const OperationsLog = () => {
  const styles = useStyles();
  const words = useOperatorWords();
  const { deliveries } = useClaimWords();
  const { columns } = words;
  const formats = useFormats();
  const api = useApi();
  const runs = useQuery({
    queryKey: ['operations', 'runs'],
    queryFn: async ({ signal }) => orThrow(await api.call('listReconcilerRuns', { signal })).data,
  });
  const actions = useQuery({
    queryKey: ['operations', 'actions'],
    queryFn: async ({ signal }) => orThrow(await api.call('listOperatorActions', { signal })).data.value,
  });
  const mails = useQuery({
    queryKey: ['operations', 'mails'],
    queryFn: async ({ signal }) => orThrow(await api.call('listMailFailures', { signal })).data.value,
  });
  const none = <Text>{words.none.title}</Text>;
  return (
    <div className={styles.parts}>
      <section className={styles.part}>
        <Subtitle1 as="h2">{words.runs}</Subtitle1>
        <Loaded query={runs}>
          {({ last, value }) => (
            <>
              {last && <Text>{words.lastRun(formats.moment(last.at), last.tookMs)}</Text>}
              {value.length > 0 && (
                <DataTable
                  caption={words.runs}
                  columns={[columns.at, columns.found, columns.took]}
                  rows={value.map(({ at, tookMs, findings }) => ({
                    key: at,
                    cells: [
                      formats.moment(at),
                      Object.entries(findings)
                        .map(([finding, count]) => `${finding}: ${count}`)
                        .join(', '),
                      `${formats.figure(tookMs)} ms`,
                    ],
                  }))}
                />
              )}
            </>
          )}
        </Loaded>
      </section>
      <section className={styles.part}>
        <Subtitle1 as="h2">{words.mails}</Subtitle1>
        <Loaded query={mails}>
          {(value) =>
            value.length === 0 ? (
              none
            ) : (
              <DataTable
                caption={words.mails}
                columns={[columns.claim, columns.mail, columns.to, columns.outcome, columns.at]}
                rows={value.map(({ at, claimId, mail, to, delivery }) => ({
                  key: `${at} ${claimId} ${mail}`,
                  cells: [
                    <RouterLink key="claim" to={`/operations/claims/${claimId}`}>
                      {claimId}
                    </RouterLink>,
                    mail,
                    to,
                    deliveries[delivery],
                    formats.moment(at),
                  ],
                }))}
              />
            )
          }
        </Loaded>
      </section>
      <section className={styles.part}>
        <Subtitle1 as="h2">{words.actions}</Subtitle1>
        <Loaded query={actions}>
          {(value) =>
            value.length === 0 ? (
              none
            ) : (
              <DataTable
                caption={words.actions}
                columns={[columns.at, columns.action, columns.who, columns.reason]}
                rows={value.map(({ at, by, action, reason }) => ({
                  key: `${at} ${action}`,
                  cells: [formats.moment(at), words.actionNames[action], by.name ?? '', reason],
                }))}
              />
            )
          }
        </Loaded>
      </section>
    </div>
  );
};
