import * as v from "valibot";
import { parseMaxUse } from "../policy/removal.ts";
import { isServerUrl, namesVariable } from "./store.ts";

/** The form of `usage` in concordat.yaml: where calls are counted, and which of them stop a removal. */
export const usage = v.strictObject({
  store: v.optional(
    v.pipe(
      v.string(),
      v.description(
        "The usage store, or a usage report (`.json`): a path from the folder of this file, or `clickhouse:URL`.",
      ),
    ),
  ),
  engine: v.optional(
    v.pipe(
      v.picklist(["duckdb", "clickhouse"]),
      v.description("What keeps the usage store: DuckDB in a file, or a ClickHouse server. Default: duckdb."),
    ),
  ),
  url: v.optional(
    v.pipe(
      v.string(),
      v.check(isServerUrl, "write the http or https URL of the server alone: user and password have keys of their own"),
      v.description("The HTTP interface of the ClickHouse server: `https://clickhouse.example.com:8443`."),
    ),
  ),
  database: v.optional(
    v.pipe(v.string(), v.minLength(1), v.description("The database of the usage store. Default: default.")),
  ),
  user: v.optional(v.pipe(v.string(), v.minLength(1), v.description("Who asks the server. Default: default."))),
  password: v.optional(
    v.pipe(
      v.string(),
      v.check(namesVariable, "write `env:VARIABLE`: the secret stays in the environment"),
      v.description("The variable of the environment that has the password: `env:CLICKHOUSE_PASSWORD`."),
    ),
  ),
  cluster: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.description("The cluster whose servers share the rows, by its name in the configuration of the server."),
    ),
  ),
  window: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.description("Whole days before the day that is judged by whose calls count. Default: 30."),
    ),
  ),
  maxUse: v.optional(
    v.pipe(
      v.union([v.pipe(v.number(), v.integer(), v.minValue(0)), v.string()]),
      v.check(
        (limit) => parseMaxUse(String(limit)) !== undefined,
        "write a number of calls, or a percentage such as 0.5%",
      ),
      v.description("Calls within the window that do not stop a removal: a number, or a percentage. Default: 0."),
    ),
  ),
  exclude: v.optional(v.pipe(v.array(v.string()), v.description("Consumers whose calls do not count."))),
});
