import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** What strict applications ask of their sources, and a little more. */
const OPTIONS = {
  ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  ...{ verbatimModuleSyntax: true, isolatedModules: true, erasableSyntaxOnly: true, allowImportingTsExtensions: true },
  ...{ target: "es2024", lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable"] },
  ...{ module: "esnext", moduleResolution: "bundler", skipLibCheck: true, rewriteRelativeImportExtensions: false },
  paths: { "@concordat/client": [join(ROOT, "packages/client/src/index.ts")] },
};

/**
 * Checks all sources in a folder as a strict application would; answers what the compiler objects to.
 * @param types packages of global types
 */
export function typeCheck(folder: string, types: readonly string[] = []): string {
  const config = join(folder, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...OPTIONS, types }, include: ["."] }));
  const { stdout, stderr } = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["-p", config], {
    encoding: "utf8",
    cwd: folder,
  });
  return stdout + stderr;
}
