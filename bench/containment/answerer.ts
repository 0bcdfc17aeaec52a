/** Answers pairs by one tool, in a process of its own, so that what hangs or crashes can be ended. */
import { type Answer, tools } from "./tools.ts";
import type { ContainmentCase } from "../../test/support/containment-cases.ts";

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
  } catch {
    said = "error";
  }
  const { user, system } = process.cpuUsage(start);
  process.send?.({ said, cpuSeconds: (user + system) / 1e6 } satisfies Reply);
});
process.send?.("ready");
