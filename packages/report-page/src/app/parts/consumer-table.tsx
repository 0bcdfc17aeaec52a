import type { ComponentChildren } from "preact";

interface Props<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** The columns behind that of the consumer; numbers are set to the right. */
  readonly columns: readonly Column<Row>[];
}

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
}

/** One line for each consumer. */
export function ConsumerTable<Row extends { readonly consumer: string | null }>({
  caption,
  rows,
  columns,
}: Props<Row>) {
  if (rows.length === 0) return null;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Consumer</th>
          {columns.map(({ title, cell }) => (
            <th key={title} scope="col" class={classOf(rows[0] && cell(rows[0]))}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.consumer ?? ""}>
            <th scope="row">
              <bdi>{row.consumer ?? "Unknown caller"}</bdi>
            </th>
            {columns.map(({ title, cell }) => {
              const value = cell(row);
              return (
                <td key={title} class={classOf(value)}>
                  {typeof value === "number" ? value.toLocaleString("en") : value}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf(value: ComponentChildren): string | undefined {
  return typeof value === "number" ? "number" : undefined;
}
