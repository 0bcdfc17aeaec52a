import type { Surroundings } from "../io.ts";

const CLEAR_LINE = "\r\u001b[2K";

/**
 * Shows on a terminal that work is under way, once it takes more than half a second. The work keeps this thread busy, so
 * another one draws; where standard error is no terminal, nothing is drawn.
 */
export async function withProgress<T>(
  what: string,
  { quiet }: { readonly quiet?: boolean },
  { stderr }: Surroundings,
  work: () => Promise<T>,
): Promise<T> {
  if (quiet || !stderr.isTTY) return work();
  const source = `
    const { writeSync } = require("node:fs");
    const started = Date.now();
    setInterval(() => {
      const seconds = Math.floor((Date.now() - started) / 1000);
      writeSync(2, ${JSON.stringify(`\r${what}… `)} + (seconds > 0 ? seconds + " s" : ""));
    }, 500);`;
  const { Worker } = await import("node:worker_threads");
  const drawer = new Worker(source, { eval: true });
  drawer.unref();
  try {
    return await work();
  } finally {
    await drawer.terminate();
    stderr.writeRaw(CLEAR_LINE);
  }
}
