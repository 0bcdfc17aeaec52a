import { fork } from "node:child_process";
import { once } from "node:events";
import { startFaultServer } from "../../test/support/fault-server.ts";

/*
 * The server that fails on purpose, in a process of its own: what it costs is not counted, and what clients did is judged by
 * what arrived there.
 */

/** What arrived since the last report. */
export interface Report {
  readonly requests: number;
  /** Calls of POST or PATCH without a key that arrived more than once. */
  readonly duplicates: number;
  /** Calls whose requests had different keys. */
  readonly keyChanges: number;
}

/** A server under way. */
export interface ServerProcess {
  readonly url: string;
  /** Tells what arrived, and forgets it. */
  report(): Promise<Report>;
  stop(): void;
}

/** Starts the server. */
export async function startServerProcess(): Promise<ServerProcess> {
  const child = fork(import.meta.filename, ["serve"]);
  const [url] = (await once(child, "message")) as [string];
  return {
    url,
    report: async () => {
      child.send("report");
      const [report] = (await once(child, "message")) as [Report];
      return report;
    },
    stop: () => child.kill(),
  };
}

if (process.argv[2] === "serve") {
  const server = await startFaultServer();
  let reported = 0;
  process.send?.(server.url);
  process.on("message", () => {
    const calls = [...server.seen.values()];
    const requests = server.count() - reported;
    reported = server.count();
    const isUnsafe = ({ method, key }: { method: string; key: string | undefined }) =>
      (method === "POST" || method === "PATCH") && key === undefined;
    process.send?.({
      requests,
      duplicates: calls.filter((list) => list.length > 1 && list.every(isUnsafe)).length,
      keyChanges: calls.filter((list) => new Set(list.map(({ key }) => key)).size > 1).length,
    } satisfies Report);
    server.seen.clear();
  });
}
