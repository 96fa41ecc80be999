import type { ReactNode } from 'react';
import { useTableStyles } from './table-styles.ts';

export type Column<T> = { name: string; cell: (row: T) => ReactNode };
type Props<T> = { caption: string; columns: [Column<T>, ...Column<T>[]]; rows: T[]; keyOf: (row: T) => string };

/** A table whose first column names the row; in a narrow window each row is a card. */
export const DataTable = <T,>({ caption, columns, rows, keyOf }: Props<T>) => {
  const styles = useTableStyles();
  const [first, ...others] = columns;
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{caption}</caption>
      <thead className={styles.head}>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className={styles.heading}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={styles.row}>
            <th scope="row" className={styles.first}>
              {first.cell(row)}
            </th>
            {others.map(({ name, cell }) => (
              <td key={name} className={styles.cell} data-label={name}>
                <span>{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
