import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Servers } from "./clickhouse.ts";
import { ROOT } from "./paths.ts";

/** Whether ClickHouse of today is installed, beside the rivals of the bench. */
export const HAS_CHDB = existsSync(join(ROOT, "bench/node_modules/chdb"));

/** Starts it. */
export async function startChdb(): Promise<Servers> {
  const child = spawn(process.execPath, [join(ROOT, "test/support/chdb-server.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [port] = await once(child.stdout, "data");
  const stop = async () => {
    child.stdin.end();
    await once(child, "exit");
  };
  return { url: `http://127.0.0.1:${Number(port)}/`, pids: [child.pid ?? 0], prepare: async () => {}, stop };
}
