/** Answers pairs by one tool, in a process of its own, so that what hangs or crashes can be ended. */

import type { ContainmentCase } from "../../test/support/containment-cases.ts";
import { type Answer, tools } from "./tools.ts";

/** What is sent back for a pair. */
export interface Reply {
  readonly said: Answer | "error";
  readonly cpuSeconds: number;
}

const ask = await tools[process.argv[2] ?? ""]?.();
if (ask === undefined) throw new Error("Name a tool.");

process.on("message", async (pair: ContainmentCase) => {
  const start = process.cpuUsage();
  let said: Reply["said"];
  try {
    said = await ask(pair);
  } catch (error) {
    if (isTrap(error)) process.exit(1);
    said = "error";
  }
  const { user, system } = process.cpuUsage(start);
  process.send?.({ said, cpuSeconds: (user + system) / 1e6 } satisfies Reply);
});
process.send?.("ready");

/** After a trap, what WebAssembly keeps in memory can no longer be trusted. */
function isTrap(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === "RuntimeError");
}
