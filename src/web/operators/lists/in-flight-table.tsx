import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { InFlightClaims } from '../../../../client/generated.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { RouterLink } from '../../parts/router-link.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useFormats } from '../../words/format.ts';
import { useOperatorWords } from '../../words/operator-words.ts';
import { RedriveButton } from '../claim/redrive-button.tsx';
import type { InFlightState } from '../operator-queries.ts';

const useStyles = makeStyles({ quiet: { display: 'block', color: tokens.colorNeutralForeground2 } });

type InFlightClaim = InFlightClaims['value'][number];
type Props = { state: InFlightState; claims: InFlightClaim[]; onDone: (said: string) => void };

/** Claims in flight, a row each: why they are in this list, and what a redrive would do. */
export const InFlightTable = ({ state, claims, onDone }: Props) => {
  const styles = useStyles();
  const words = useOperatorWords();
  const formats = useFormats();
  const { columns } = words;
  const canRedrive = state === 'stuck' || state === 'attention';
  const plan: Column<InFlightClaim> = {
    name: columns.action,
    cell: ({ claimId, redrive }) =>
      redrive === undefined || redrive.does === 'nothing' ? (
        <Text>{redrive ? words.plan.nothing : words.gone}</Text>
      ) : (
        <RedriveButton id={claimId} does={redrive.does} size="small" onDone={onDone} />
      ),
  };
  const due: Column<InFlightClaim> = {
    name: columns.due,
    cell: ({ dueAt }) => (
      <span>
        {formats.distance(dueAt)}
        <Text size={200} className={styles.quiet}>
          {formats.moment(dueAt)}
        </Text>
      </span>
    ),
  };
  return (
    <DataTable
      caption={words.states[state]}
      rows={claims}
      keyOf={({ claimId }) => claimId}
      columns={[
        {
          name: columns.claim,
          cell: ({ claimId }) => <RouterLink to={`/operations/claims/${claimId}`}>{claimId}</RouterLink>,
        },
        {
          name: columns.customer,
          cell: ({ customerName, partnerName, partnerId }) => (
            <span>
              {customerName ?? words.gone}
              <Text size={200} className={styles.quiet}>
                {partnerName ?? partnerId}
              </Text>
            </span>
          ),
        },
        { name: columns.status, cell: ({ status }) => (status ? <StatusBadge status={status} /> : '–') },
        ...(state === 'attention' ? [] : [due]),
        {
          name: columns.why,
          cell: ({ reason, finding, attempts, dueAt }) => (
            <span>
              {state === 'attention' ? (
                <span lang="en">{reason}</span>
              ) : attempts > 0 || new Date(dueAt).getTime() <= Date.now() ? (
                (words.findings[finding] ?? reason)
              ) : (
                words.onTime
              )}
              {attempts > 0 && (
                <Text size={200} className={styles.quiet}>
                  {words.attempts(attempts)}
                </Text>
              )}
            </span>
          ),
        },
        ...(canRedrive ? [plan] : []),
      ]}
    />
  );
};
