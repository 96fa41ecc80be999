import type { ReactNode } from 'react';
import { useTableStyles } from './table-styles.ts';

type Row = { key: string; cells: ReactNode[] };

/** A table of plain rows; the first cell names the row. */
export const DataTable = ({ caption, columns, rows }: { caption: string; columns: string[]; rows: Row[] }) => {
  const styles = useTableStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{caption}</caption>
      <thead className={styles.head}>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.heading}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key} className={styles.row}>
            <th scope="row" className={styles.first}>
              {first}
            </th>
            {rest.map((cell, index) => (
              <td key={columns[index + 1]} className={styles.cell} data-label={columns[index + 1]}>
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
