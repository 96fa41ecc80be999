import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import type { ClaimSummary } from '../../../client/generated.ts';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useTableStyles } from '../parts/table-styles.ts';
import { useFormats } from '../words/format.ts';
import { termOf } from '../words/term-of.ts';
import { useWords } from '../words/words-context.ts';
import { dueOf, Todo } from './todo.tsx';

const useStyles = makeStyles({
  name: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
  },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
  open: { backgroundColor: tokens.colorNeutralBackground1Selected },
});

const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey;

type Props = { rows: ClaimSummary[]; openId: string | undefined; onOpen: (id: string) => void };

/** The claims, a row each. A plain click opens the claim in place; as a link it opens the page. */
export const ClaimsTable = ({ rows, openId, onOpen }: Props) => {
  const styles = useStyles();
  const table = useTableStyles();
  const { list, endReasons } = useWords();
  const { columns } = list;
  const formats = useFormats();
  return (
    <table className={table.table}>
      <caption className={table.hidden}>{list.title}</caption>
      <thead className={table.head}>
        <tr>
          {[columns.claim, columns.customer, columns.status, columns.todo, columns.due, columns.changed].map((name) => (
            <th key={name} scope="col" className={table.heading}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((claim) => {
          const due = dueOf(claim);
          const endReason = claim.status === 'ended' ? termOf(endReasons, claim.statusReason ?? '') : undefined;
          return (
            <tr key={claim.id} className={mergeClasses(table.row, claim.id === openId && styles.open)}>
              <th scope="row" className={table.first}>
                <a
                  className={styles.name}
                  href={`/associations/${claim.id}`}
                  onClick={(event) => {
                    if (!isPlainClick(event)) return;
                    event.preventDefault();
                    onOpen(claim.id);
                  }}
                >
                  {claim.name || list.unnamed}
                </a>
                <Text size={200} className={styles.quiet}>
                  {claim.id}
                </Text>
              </th>
              <td className={table.cell} data-label={columns.customer}>
                <span>
                  {claim.customer.name ?? claim.customer.domain}
                  {claim.customer.name && (
                    <Text size={200} className={styles.quiet}>
                      {claim.customer.domain}
                    </Text>
                  )}
                </span>
              </td>
              <td className={table.cell} data-label={columns.status}>
                <span>
                  <StatusBadge status={claim.status} />
                  {endReason !== undefined && (
                    <Text size={200} className={styles.quiet}>
                      {endReason}
                    </Text>
                  )}
                </span>
              </td>
              <td className={table.cell} data-label={columns.todo}>
                <Todo claim={claim} />
              </td>
              <td className={table.cell} data-label={columns.due}>
                {due === undefined ? (
                  '–'
                ) : (
                  <span title={formats.moment(due)}>
                    {formats.distance(due)}
                    <Text size={200} className={styles.quiet}>
                      {formats.day(due)}
                    </Text>
                  </span>
                )}
              </td>
              <td className={table.cell} data-label={columns.changed} title={formats.moment(claim.updatedAt)}>
                {formats.distance(claim.updatedAt)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
