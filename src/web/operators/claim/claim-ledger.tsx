import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Claim, LedgerRows } from '../../../../client/generated.ts';
import { useApi } from '../../api/api-context.ts';
import { catalogueQuery } from '../../api/queries.ts';
import { namesIn } from '../../claim/catalogue-names.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Card } from '../../parts/page.tsx';
import { RouterLink } from '../../parts/router-link.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { useWords } from '../../words/words-context.ts';
import { ledgerQuery } from '../operator-queries.ts';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  key: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

type Row = LedgerRows['value'][number];

/** The rows that the ledger and the reservations have of a claim: what is due when, and what the claim has reserved. */
export const ClaimLedger = ({ claim }: { claim: Claim }) => {
  const styles = useStyles();
  const { ledger: words, columns } = useOperatorWords();
  const rows = useQuery(ledgerQuery(useApi(), claim.id, claim.updatedAt));
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{words.title}</Subtitle1>
      <Text className={styles.quiet}>{words.lead}</Text>
      <Loaded query={rows}>
        {(value) =>
          value.length === 0 ? (
            <Text>{words.none}</Text>
          ) : (
            <DataTable
              caption={words.title}
              rows={value}
              keyOf={({ kind, key }) => `${kind} ${key}`}
              columns={[
                { name: columns.row, cell: ({ kind }) => words.kinds[kind] },
                { name: columns.says, cell: (row) => <Said row={row} claim={claim} /> },
                {
                  name: columns.key,
                  cell: ({ key }) => (
                    <Text size={200} className={styles.key}>
                      {key}
                    </Text>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
};

/** What a row says. */
const Said = ({ row, claim }: { row: Row; claim: Claim }) => {
  const styles = useStyles();
  const { ledger: words, attempts: looked, findings } = useOperatorWords();
  const { status: statuses } = useWords();
  const formats = useFormats();
  const names = namesIn(useQuery(catalogueQuery(useApi(), claim.catalogueVersion)).data);
  const { dueAt, attempts = 0, finding = '', reason, about, claimIds = [], status, since, holders = [] } = row;
  const others = claimIds.filter((id) => id !== claim.id);
  // A customer, a product, of a reservation a subscription or `-`, and an activity. Families are named after an activity.
  const [, product = '', ...rest] = about?.split('|') ?? [];
  const activity = rest.at(-1) ?? '';
  const subscription = rest.length > 1 && rest[0] !== '-' ? rest[0] : undefined;
  return (
    <span>
      {dueAt !== undefined && words.due(formats.distance(dueAt), formats.moment(dueAt))}
      {attempts > 0 && (
        <Text size={200} className={styles.quiet}>
          {looked(attempts)}. {findings[finding]}
        </Text>
      )}
      {reason !== undefined && <span lang="en">{reason}</span>}
      {about !== undefined &&
        [names.product(product), names.activity(activity), subscription].filter(Boolean).join(', ')}
      {holders.map((holder) => (
        <Text key={holder.claimId} size={200} className={styles.quiet}>
          {words.heldBy(holder.partnerName ?? words.unknownPartner, holder.claimId === claim.id)}
          {holder.takenAt !== undefined && `, ${words.takenAt(formats.moment(holder.takenAt))}`}
          {holder.claimId !== claim.id && (
            <>
              {': '}
              <RouterLink to={`/operations/claims/${holder.claimId}`}>{holder.claimId}</RouterLink>
            </>
          )}
        </Text>
      ))}
      {others.length > 0 && (
        <Text size={200} className={styles.quiet}>
          {row.kind === 'asking' ? words.alsoAskedBy : words.sharedWith}{' '}
          {others.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <RouterLink to={`/operations/claims/${id}`}>{id}</RouterLink>
            </span>
          ))}
        </Text>
      )}
      {status !== undefined && since !== undefined && words.over(statuses[status], formats.moment(since))}
      {row.kind === 'unverified' && words.unverified}
    </span>
  );
};
