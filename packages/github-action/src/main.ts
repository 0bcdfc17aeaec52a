import { tuneRuntime } from "@concordat/engine/runtime";
import { run } from "./action.ts";
import { runComment } from "./comment-action.ts";

tuneRuntime();
const { env, stdout } = process;
// The action in the folder `comment` sets this, and runs this same file.
const start = env["CONCORDAT_ACTION"] === "comment" ? runComment : run;
process.exitCode = await start(env, {
  write: (text) => stdout.write(text),
  outputFile: env["GITHUB_OUTPUT"],
  summaryFile: env["GITHUB_STEP_SUMMARY"],
});
