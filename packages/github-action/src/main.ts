import { tuneRuntime } from "@concordat/engine/runtime";
import { run } from "./action.ts";

tuneRuntime();
const { env, stdout } = process;
process.exitCode = await run(env, {
  write: (text) => stdout.write(text),
  outputFile: env["GITHUB_OUTPUT"],
  summaryFile: env["GITHUB_STEP_SUMMARY"],
});
