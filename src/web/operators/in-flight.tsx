import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Client } from '../../../client/client.ts';
import { orThrow } from '../../../client/result.ts';
import { useApi } from '../api/api-context.ts';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { Notice } from '../parts/notice.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useFormats } from '../words/format.ts';
import { useOperatorWords } from '../words/operator-words.ts';
import { type Asked, ReasonDialog } from './reason-dialog.tsx';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  filter: { flexGrow: 1, maxWidth: '28rem' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
});

type State = 'waiting' | 'due' | 'stuck' | 'failed';

/** Redrives page after page until there is none, and counts. */
const redriveMany = async (api: Client, state: 'stuck' | 'failed', reason: string) => {
  let done = 0;
  let all = 0;
  let after: string | undefined;
  do {
    const body = { state, reason, ...(after === undefined ? {} : { after }) };
    const { value, next }: { value: { outcome: string }[]; next?: string } = orThrow(
      await api.call('redriveAll', { body }),
    ).data;
    all += value.length;
    done += value.filter(({ outcome }) => outcome === 'redriven').length;
    after = next;
  } while (after !== undefined);
  return { done, all };
};

/** Claims that wait, are stuck or have failed, with why and what a redrive does. */
export const InFlight = ({ state }: { state: State }) => {
  const styles = useStyles();
  const words = useOperatorWords();
  const { columns } = words;
  const formats = useFormats();
  const api = useApi();
  const [filter, setFilter] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['operations', 'in-flight', state],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      orThrow(await api.call('listInFlight', { query: { state, after: pageParam }, signal })).data,
    getNextPageParam: ({ nextLink }) =>
      nextLink === undefined ? undefined : (new URL(nextLink, location.origin).searchParams.get('after') ?? undefined),
  });
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ListSkeleton />;
  const wanted = filter.trim().toLowerCase();
  const rows = data.pages
    .flatMap(({ value }) => value)
    .filter((row) =>
      [row.claimId, row.partnerId, row.partnerName, row.customerName].some((text) =>
        text?.toLowerCase().includes(wanted),
      ),
    );
  const redrive = (id: string): Asked => ({
    name: words.redrive,
    does: words.redriveDoes,
    run: async (reason) => {
      orThrow(await api.call('redriveClaim', { path: { id }, body: { reason } }));
      return undefined;
    },
  });
  return (
    <>
      <div className={styles.tools}>
        <Field label={words.filter} className={styles.filter}>
          <Input type="search" value={filter} onChange={(_event, { value }) => setFilter(value)} />
        </Field>
        {(state === 'stuck' || state === 'failed') && rows.length > 0 && (
          <Button
            onClick={() =>
              setAsked({
                name: words.redriveAll,
                does: words.redriveAllDoes,
                run: async (reason) => {
                  const { done, all } = await redriveMany(api, state, reason);
                  return words.redriven(done, all);
                },
              })
            }
          >
            {words.redriveAll}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <Notice title={words.none.title} text={words.none.text} />
      ) : (
        <DataTable
          caption={words.views[state]}
          columns={[columns.claim, columns.partner, columns.customer, columns.due, columns.why, columns.action]}
          rows={rows.map(({ claimId, partnerId, partnerName, customerName, dueAt, reason, status, redrive: what }) => ({
            key: claimId,
            cells: [
              <RouterLink key="claim" to={`/operations/claims/${claimId}`}>
                {claimId}
              </RouterLink>,
              partnerName ?? partnerId,
              customerName ?? '–',
              dueAt === '' ? (
                '–'
              ) : (
                <span key="due" title={formats.moment(dueAt)}>
                  {formats.distance(dueAt)}
                </span>
              ),
              <span key="why">
                {status && <StatusBadge status={status} />} {reason}
                {what && (
                  <Text size={200} className={styles.quiet}>
                    {words.columns.redrive}: {what.words}
                  </Text>
                )}
              </span>,
              <Button key="redrive" size="small" onClick={() => setAsked(redrive(claimId))}>
                {words.redrive}
              </Button>,
            ],
          }))}
        />
      )}
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
      {asked && <ReasonDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
};
