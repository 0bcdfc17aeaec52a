import type { StoreTables } from "../port/store.ts";

/** The version of the tables below; it rises when one changes. */
export const STORE_VERSION = 1;

/**
 * The tables of a store. Cells and days are added up when they are read, so that a source only ever adds rows. No table has a
 * path of a request, a query, an address or a whole user agent.
 */
export const SCHEMA = `
BEGIN;
CREATE TABLE store_format (version INTEGER NOT NULL);
INSERT INTO store_format VALUES (${STORE_VERSION});
CREATE TABLE source (
  digest VARCHAR PRIMARY KEY, log VARCHAR NOT NULL,
  "rows" BIGINT NOT NULL, matched BIGINT NOT NULL, unmatched BIGINT NOT NULL, malformed BIGINT NOT NULL,
  anonymous BIGINT NOT NULL
);
CREATE TABLE cell (
  consumer VARCHAR, method VARCHAR NOT NULL, path VARCHAR NOT NULL, day DATE NOT NULL,
  calls BIGINT NOT NULL, errors BIGINT NOT NULL
);
CREATE TABLE day_rows (day DATE NOT NULL, "rows" BIGINT NOT NULL);
COMMIT;
`;

/** The tables whose rows count: all of them, as a source is a transaction. */
export const TABLES: StoreTables = {
  source: { name: "source", counts: "true" },
  cell: { name: "cell", counts: "true" },
  dayRows: { name: "day_rows", counts: "true" },
};
