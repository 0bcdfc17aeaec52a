import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { ClientRequest, IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { TABLE } from "./schema.ts";
import { quoted, refuseErrors, type Server, ServerError } from "./server.ts";

/*
 * One importer at a time: it holds the store by a query whose id is that of the store, as a server runs one query of an id at a
 * time. The query adds no rows to the table of sources, and runs until its body ends: where its importer is killed, the server
 * sees the connection end, and the store is free. Counts are right without it, by the batches of sources.
 */

/** Bytes of white space that a server reads before it begins with a query: the buffer of old servers is one megabyte. */
const BEGINNING = "\n".repeat(2_200_000);
/** How often a holder writes, so that no server takes it for gone. */
const BEAT = 5_000;
/** How often, and how many times, it is asked whether the query has begun. */
const LOOK = { step: 50, times: 200 };
/** ClickHouse's number of the error that there is a query of the id. */
const SAME_ID = 216;

/** Takes hold of the store in a database: what gives it back, or undefined while another has it. */
export async function hold(server: Server, database: string): Promise<(() => Promise<void>) | undefined> {
  const id = `concordat-import-${database}`;
  if ((await queriesOf(id, server)).length > 0) return undefined;
  const token = randomUUID();
  const query = `INSERT INTO ${TABLE.source} /* ${token} */ FORMAT JSONEachRow`;
  const request = server.open({ query, query_id: id, max_query_size: "1000" });
  const ended = endOf(request);
  // A server that goes away ends the import by the queries that follow; here it only lets go.
  request.on("error", () => {});
  request.write(BEGINNING);
  const isHeld = await hasBegun(id, token, server, ended).catch((error: unknown) => {
    request.destroy();
    throw error;
  });
  if (!isHeld) {
    request.destroy();
    return undefined;
  }
  const beat = setInterval(() => request.write("\n"), BEAT).unref();
  return async () => {
    clearInterval(beat);
    request.end();
    await Promise.race([ended, sleep(BEAT, undefined, { ref: false })]);
    request.destroy();
  };
}

/** Whether a query of ours runs by the id: false where that of another does. */
async function hasBegun(id: string, token: string, server: Server, ended: Promise<Error | undefined>) {
  for (let looked = 0; looked < LOOK.times; looked++) {
    const error = await Promise.race([ended, sleep(LOOK.step, undefined)]);
    if (error instanceof ServerError && error.code === SAME_ID) return false;
    if (error) throw error;
    const [running] = await queriesOf(id, server);
    if (running !== undefined) return running.includes(token);
  }
  throw new Error("the query that holds the store does not begin; a proxy before the server may keep it back");
}

async function queriesOf(id: string, server: Server): Promise<readonly string[]> {
  const sql = `SELECT query FROM system.processes WHERE query_id = ${quoted(id)}`;
  return (await server.all<{ readonly query: string }>(sql)).map(({ query }) => query);
}

/** What a query ended with. */
async function endOf(request: ClientRequest): Promise<Error | undefined> {
  try {
    const [answer] = (await once(request, "response")) as [IncomingMessage];
    await refuseErrors(answer);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
