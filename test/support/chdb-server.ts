import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installed } from "../../bench/install.ts";

/*
 * ClickHouse of today in this process, by npm's `chdb`, behind as much of its HTTP interface as our store asks for: settings and
 * statements are its own. It prints its port, and ends with its standard input. Only the list of running queries is made here.
 */

/** What is used of chdb. */
interface Session {
  query(sql: string, format?: string): string;
}
const { Session } = installed("chdb") as { readonly Session: new (path: string) => Session };

const folder = mkdtempSync(join(tmpdir(), "concordat-chdb-"));
const session = new Session(folder);
// What tests ask is small, and threads take longer to start than it takes.
session.query("SET max_threads = 1");
/** Queries whose bodies have not ended, by their ids. */
const running = new Map<string, string>();
/** Of the HTTP interface, and no settings. */
const OWN = new Set(["database", "query", "query_id", "wait_end_of_query", "max_query_size"]);

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    response.writeHead(500).end(message.replace(/^.*?(?=Code: )/s, ""));
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.stdin.resume().on("close", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});

/** Settings hold until they are set anew. */
const settings = new Map<string, string>();

function set(name: string, value: string): void {
  if (OWN.has(name) || settings.get(name) === value) return;
  session.query(`SET ${name} = '${value}'`);
  settings.set(name, value);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { searchParams: parameters } = new URL(request.url ?? "/", "http://localhost");
  const [query, id] = [parameters.get("query") ?? "", parameters.get("query_id")];
  if (id !== null) running.set(id, query);
  let body = "";
  try {
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
  } finally {
    if (id !== null) running.delete(id);
  }
  if (/FROM system\.processes/.test(body)) {
    const rows = [...running.values()].map((each) => `${JSON.stringify({ query: each })}\n`);
    response.end(rows.join(""));
    return;
  }
  for (const [name, value] of parameters) set(name, value);
  const database = parameters.get("database");
  if (database !== null) session.query(`USE \`${database}\``);
  // A body of blanks adds no rows.
  if (query !== "" && body.trim() === "") response.end();
  else response.end(session.query(`${query}\n${body}`));
}
