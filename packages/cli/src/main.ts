import { enableCompileCache } from "node:module";
import { tuneRuntime } from "@concordat/engine/runtime";

tuneRuntime();
// Compiled code is kept by Node in its own cache folder; it saves a third of the start-up time.
enableCompileCache();
// Who reads may stop early, as `head` does; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
const { run } = await import("./cli.ts");
process.exitCode = await run(process.argv.slice(2), process);
