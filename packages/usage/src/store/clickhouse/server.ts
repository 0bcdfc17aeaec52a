import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { allRows } from "../../all-rows.ts";
import { Incomplete } from "../port/failure.ts";
import type { ServerLocation } from "../port/location.ts";

/**
 * What a query is answered under, whatever the user's profile says: whole or not at all. A profile may let a query that grows
 * too large, or of which a server does not answer, end with a part of its rows.
 */
const WHOLE = {
  wait_end_of_query: "1",
  output_format_json_quote_64bit_integers: "0",
  skip_unavailable_shards: "0",
  fallback_to_stale_replicas_for_distributed_queries: "0",
  max_query_size: String(1 << 26),
  ...Object.fromEntries(
    ["read", "group_by", "sort", "result", "set", "distinct", "transfer", "timeout"].map((of) => [
      `${of}_overflow_mode`,
      "throw",
    ]),
  ),
};

/** What would cut answers short, or give old ones, on servers that know of it: others refuse to hear of a setting. */
const WHOLE_LATER = {
  limit: "0",
  offset: "0",
  use_query_cache: "0",
  read_overflow_mode_leaf: "throw",
  timeout_overflow_mode_leaf: "throw",
};

/** Where a request is at home as long as there may be no database of the store. */
export const IN_SYSTEM = { database: "system" };

/** An insert has arrived on all servers when it is answered, and no part of it is taken for one that was sent before. */
const INSERT = { insert_distributed_sync: "1", insert_deduplicate: "0" };

/** How long a server may take until it is connected, in milliseconds. */
const CONNECT = 10_000;
/** Rows that are handed on together. */
const TOGETHER = 1_000;
const MOST_OF_AN_ERROR = 1 << 16;

/** What a server says is wrong with a query. */
export class ServerError extends Error {
  /** ClickHouse's number of the error. */
  readonly code: number;

  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

/** One ClickHouse server, by its HTTP interface. */
export class Server {
  readonly #location: ServerLocation;
  #later: Promise<Parameters> | undefined;

  constructor(location: ServerLocation) {
    this.#location = location;
  }

  /** The rows of a query, some at a time, as objects by the names of the columns. */
  async *rows<Row>(sql: string, parameters: Parameters = {}): AsyncGenerator<readonly Row[]> {
    this.#later ??= this.#laterSettings();
    yield* this.#rows<Row>(sql, { ...(await this.#later), ...parameters });
  }

  /** Those of the later settings that this server has. */
  async #laterSettings(): Promise<Parameters> {
    const names = Object.keys(WHOLE_LATER).map(quoted).join(", ");
    const sql = `SELECT groupArray(name) AS known FROM system.settings WHERE name IN (${names})`;
    const [answer] = await allRows(this.#rows<{ readonly known: readonly string[] }>(sql, IN_SYSTEM));
    // This is one row, whatever there is.
    if (answer === undefined)
      throw new Incomplete("The settings of the user leave rows out of its answers. Take `offset` out of them.");
    return Object.fromEntries(Object.entries(WHOLE_LATER).filter(([name]) => answer.known.includes(name)));
  }

  async *#rows<Row>(sql: string, parameters: Parameters): AsyncGenerator<readonly Row[]> {
    const answer = await this.#answer(this.#open(parameters), `${sql} FORMAT JSONEachRow`);
    let some: Row[] = [];
    for await (const line of createInterface({ input: answer, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line !== "") some.push(parseRow(line));
      if (some.length < TOGETHER) continue;
      yield some;
      some = [];
    }
    if (!answer.complete) throw new Error("the answer ended early");
    yield some;
  }

  /** All rows of a query. */
  async all<Row>(sql: string, parameters?: Parameters): Promise<readonly Row[]> {
    return allRows(this.rows<Row>(sql, parameters));
  }

  /** Runs a statement that has no rows. */
  async run(sql: string, parameters: Parameters = {}): Promise<void> {
    (await this.#answer(this.#open(parameters), sql)).resume();
  }

  /** Adds rows to a table: texts of lines in the format TabSeparated, with their ends. */
  async insert(table: string, columns: readonly string[], lines: Iterable<string> | AsyncIterable<string>) {
    const query = `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(", ")}) FORMAT TabSeparated`;
    (await this.#answer(this.#open({ query, ...INSERT }), Readable.from(lines))).resume();
  }

  /** Begins a query that the server runs until its body ends, and whose body the caller writes. */
  open(parameters: Parameters): ClientRequest {
    return this.#open(parameters);
  }

  #open(parameters: Parameters): ClientRequest {
    const { url, database, user, password } = this.#location;
    const target = new URL(url);
    target.search = new URLSearchParams({ database, ...WHOLE, ...parameters }).toString();
    const request = (target.protocol === "https:" ? httpsRequest : httpRequest)(target, {
      method: "POST",
      auth: `${user}:${password}`,
      agent: false,
    });
    const late = setTimeout(
      () => request.destroy(new Error(`it was not reached within ${CONNECT / 1000} seconds`)),
      CONNECT,
    );
    request.once("socket", (socket) => socket.once("connect", () => clearTimeout(late)));
    request.once("close", () => clearTimeout(late));
    return request;
  }

  async #answer(request: ClientRequest, body: string | Readable): Promise<IncomingMessage> {
    const answered = once(request, "response") as Promise<[IncomingMessage]>;
    // A server that refuses a body closes the connection: what it answered counts, and not that.
    request.on("error", () => {});
    const sent = pipeline(typeof body === "string" ? [body] : body, request).then(() => answered);
    const [answer] = await Promise.race([answered, sent]);
    await refuseErrors(answer);
    return answer;
  }
}

/** Parameters of a request: settings of the server, and the query itself where the body is something else. */
export type Parameters = Readonly<Record<string, string>>;

/** Throws what is wrong, where an answer says so. */
export async function refuseErrors(answer: IncomingMessage): Promise<void> {
  if (answer.statusCode === 200) return;
  let text = "";
  for await (const chunk of answer.setEncoding("utf8")) if (text.length < MOST_OF_AN_ERROR) text += chunk;
  const [, code, message = ""] = /Code: (\d+)[.,] (?:e\.displayText\(\) = )?(?:DB::\w+: )?(.*)/.exec(text) ?? [];
  if (code !== undefined) throw new ServerError(plainMessage(message), Number(code));
  throw new Error(`it answers with status ${answer.statusCode}, as no ClickHouse does`);
}

/** What is wrong, without what servers add for their own developers. */
function plainMessage(message: string): string {
  return message.replace(/, e\.what\(\) = .*$/, "").replace(/ \(version [^)]*(?:\([^)]*\))?\)$/, "");
}

function parseRow<Row>(line: string): Row {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error("it answers something else than rows, as no ClickHouse does");
  }
}

/** A text as a literal of ClickHouse's SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** A name as ClickHouse's SQL has it. */
export function named(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}
