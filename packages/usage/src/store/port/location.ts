/** Where a store is kept: in a file of DuckDB, or in a database of a ClickHouse server. */
export type StoreLocation = FileLocation | ServerLocation;

/** A file of DuckDB. */
export interface FileLocation {
  readonly engine: "duckdb";
  readonly path: string;
}

/** A database of a ClickHouse server, or of a cluster of them. */
export interface ServerLocation {
  readonly engine: "clickhouse";
  /** Of its HTTP interface, with no database and no user in it. */
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** The cluster whose servers share the rows; undefined where one server has them all. */
  readonly cluster?: string | undefined;
}

/** How messages call a store. */
export function nameOf(location: StoreLocation): string {
  return location.engine === "duckdb"
    ? location.path
    : `clickhouse:${location.url.replace(/\/+$/, "")}/${location.database}`;
}
