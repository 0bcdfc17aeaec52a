import { resolve } from "node:path";
import { pathFrom } from "../base/paths.ts";
import { inputFailure, type Result } from "../base/result.ts";

/** Where a usage store is kept: in a file, or in a database of a ClickHouse server. */
export type StoreLocation = FileLocation | ServerLocation;

/** A file of DuckDB. */
export interface FileLocation {
  readonly engine: "duckdb";
  /** Absolute. */
  readonly path: string;
}

/** A database of a ClickHouse server, or of a cluster of them. */
export interface ServerLocation {
  readonly engine: "clickhouse";
  /** Of its HTTP interface, with no database, user or password in it. */
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: Secret | undefined;
  /** The cluster whose servers share the rows; undefined where one server has them all. */
  readonly cluster: string | undefined;
}

/** A secret, or the variable of the environment that has it. */
export type Secret = { readonly variable: string } | { readonly value: string };

/** What a configuration says of a store. */
export interface StoreSettings {
  readonly engine?: "duckdb" | "clickhouse" | undefined;
  readonly store?: string | undefined;
  readonly url?: string | undefined;
  readonly database?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly cluster?: string | undefined;
}

const SCHEME = "clickhouse:";
const FORM = "`clickhouse:https://HOST:8443/DATABASE?user=NAME&password=env:VARIABLE`";
const PARAMETERS = ["user", "password", "database", "cluster"];

/** How messages call a store: a file from a folder, a server without what is secret. */
export function storeName(location: StoreLocation, folder: string): string {
  return location.engine === "duckdb"
    ? pathFrom(folder, location.path)
    : `${SCHEME}${location.url.replace(/\/+$/, "")}/${location.database}`;
}

/** Whether a text names a store on a server, and no file. */
export function isServerStore(text: string): boolean {
  return text.startsWith(SCHEME) || text.includes("://");
}

/** A store as one text names it: the path of a file, from a folder, or `clickhouse:URL`. No message repeats a secret. */
export function parseStore(text: string, folder: string): Result<StoreLocation> {
  if (!isServerStore(text)) return { value: { engine: "duckdb", path: resolve(folder, text) } };
  const url = text.startsWith(SCHEME) ? urlOf(text.slice(SCHEME.length)) : undefined;
  if (url === undefined)
    return inputFailure("usage", `The URL of the usage store is not one of a ClickHouse server. Write it as ${FORM}.`);
  const given = Object.fromEntries(url.searchParams);
  const unknown = Object.keys(given).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined)
    return inputFailure(
      "usage",
      `The URL of the usage store has the parameter \`${unknown}\`. It takes ${PARAMETERS.join(", ")}.`,
    );
  const [, folders = "", last = ""] = /^(.*\/)([^/]*)$/.exec(url.pathname) ?? [];
  const path = given["database"] === undefined ? folders : url.pathname;
  const { database = decoded(last), user = decoded(url.username), cluster } = given;
  const password = url.password === "" ? secretOf(given["password"]) : { value: { value: decoded(url.password) } };
  if ("failure" in password) return password;
  return {
    value: {
      engine: "clickhouse",
      url: `${url.origin}${path}`,
      database: database || "default",
      user: user || "default",
      password: password.value,
      cluster,
    },
  };
}

/** The store that a configuration names; undefined where it names none. */
export function storeOf(settings: StoreSettings, folder: string): Result<StoreLocation | undefined> {
  const { engine = "duckdb", store, url, database = "default", user = "default", cluster } = settings;
  if (engine === "clickhouse" && url !== undefined) {
    const password = secretOf(settings.password);
    return "failure" in password
      ? password
      : { value: { engine, url, database, user, password: password.value, cluster } };
  }
  if (store !== undefined && (engine === "duckdb" || isServerStore(store))) return parseStore(store, folder);
  if (engine === "clickhouse")
    return inputFailure("usage-store", "`usage.engine` is clickhouse, and no `usage.url` says where its server is.");
  if (url !== undefined)
    return inputFailure("usage-store", "`usage.url` names a server. Write `engine: clickhouse` beside it.");
  return { value: undefined };
}

/** Whether a text is the URL of a server, with nothing in it that has a key of its own. */
export function isServerUrl(text: string): boolean {
  const url = urlOf(text);
  return url !== undefined && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
}

/** Whether a text says which variable has a secret. */
export function namesVariable(text: string): boolean {
  return /^env:./.test(text);
}

function secretOf(text: string | undefined): Result<Secret | undefined> {
  if (text === undefined) return { value: undefined };
  return namesVariable(text)
    ? { value: { variable: text.slice("env:".length) } }
    : inputFailure("usage", "The password of a usage store is not of the form `env:VARIABLE`.");
}

function urlOf(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
