import type { ReadOptions } from "../formats/format.ts";
import { namesOf, USER_NAMES } from "../formats/json.ts";

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** Its type, as DuckDB writes it. */
  readonly type: string;
}

/** The columns that say what a request was; the first of the names that is there. */
export interface TableColumns {
  readonly time: Column | undefined;
  readonly method: Column | undefined;
  readonly path: Column | undefined;
  readonly status: Column | undefined;
  /** A whole request line, in place of method or path. */
  readonly request: Column | undefined;
  /** Who called; or the user agent, where its product is asked for. */
  readonly consumer: Column | undefined;
}

/** Finds the columns of a table that tell of requests. */
export function chooseColumns(columns: readonly Column[], { consumer, fields }: ReadOptions): TableColumns {
  const names = namesOf(fields);
  const first = (wanted: readonly string[]) =>
    wanted.map((name) => columns.find((column) => column.name === name)).find((column) => column !== undefined);
  const sources = {
    user: USER_NAMES,
    agent: names.agent,
    field: consumer.kind === "field" ? [consumer.name] : [],
    usual: names.consumer,
    none: [],
  };
  return {
    time: first(names.time),
    method: first(names.method),
    path: first(names.path),
    status: first(names.status),
    request: first(["request"]),
    consumer: first(sources[consumer.kind]),
  };
}

const INTEGERS = /^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT)$/;
const FLOATS = /^(?:FLOAT|DOUBLE)$/;
const INSTANTS = /^(?:TIMESTAMP|DATE)/;

export const isInteger = ({ type }: Column): boolean => INTEGERS.test(type);
export const isFloat = ({ type }: Column): boolean => FLOATS.test(type);
export const isInstant = ({ type }: Column): boolean => INSTANTS.test(type);
export const isText = ({ type }: Column): boolean => type === "VARCHAR";
