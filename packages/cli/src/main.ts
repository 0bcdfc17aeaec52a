import { tuneRuntime } from "@concordat/engine/runtime";
import { keepCompiledCode } from "./compile-cache.ts";

let lost = false;
/** The report was not printed to its end, and must not look like a result. A reader who stops early knows it. */
const lose = (error: NodeJS.ErrnoException) => {
  if (!lost && error.code !== "EPIPE") process.stderr.write(`Standard output cannot be written (${error.code}).\n`);
  lost = true;
  process.exitCode = 3;
};
process.stdout.on("error", lose);
process.stderr.on("error", () => (process.exitCode = 3));
tuneRuntime({ compileAhead: keepCompiledCode(process.env, process.platform) });
const { run } = await import("./cli.ts");
const code = await run(process.argv.slice(2), process);
process.exitCode = lost ? 3 : code;
