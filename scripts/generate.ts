/** Writes all generated files, or with `--check` tells which are out of date. */
import { registerHooks } from "node:module";

// Generators run the engine; without this it would be its last build, which may be older than the sources.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, { ...context, conditions: ["@concordat/source", ...context.conditions] }),
});

const { staleFiles, writeFiles } = await import("./generated-files.ts");

if (process.argv.includes("--check")) {
  const stale = await staleFiles();
  for (const path of stale) process.stderr.write(`${path} is out of date: run \`pnpm generate\`.\n`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const path of await writeFiles()) process.stdout.write(`${path}\n`);
}
