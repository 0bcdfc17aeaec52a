import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** The compiler of the workspace, and the one that generated types are made with. */
export const COMPILERS = {
  7: join(ROOT, "node_modules/.bin/tsc"),
  5.9: join(ROOT, "packages/client-typescript/node_modules/.bin/tsc"),
} as const;

/** What strict applications ask of their sources, and a little more. */
const OPTIONS = {
  ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  ...{ verbatimModuleSyntax: true, isolatedModules: true, erasableSyntaxOnly: true, allowImportingTsExtensions: true },
  ...{ target: "es2024", lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable"], types: [] },
  ...{ module: "esnext", moduleResolution: "bundler", skipLibCheck: true, rewriteRelativeImportExtensions: false },
  paths: { "@concordat/client": [join(ROOT, "packages/client/src/index.ts")] },
};

/** Checks all sources in a folder as a strict application would; answers what the compiler objects to. */
export function typeCheck(folder: string, compiler: keyof typeof COMPILERS = 7): string {
  const config = join(folder, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ compilerOptions: OPTIONS, include: ["."] }));
  const { stdout, stderr } = spawnSync(COMPILERS[compiler], ["-p", config], { encoding: "utf8", cwd: folder });
  return stdout + stderr;
}
