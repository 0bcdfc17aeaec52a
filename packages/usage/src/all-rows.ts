/** All rows of a query that gives some at a time. */
export async function allRows<Row>(rows: AsyncIterable<readonly Row[]>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const some of rows) for (const row of some) all.push(row);
  return all;
}
