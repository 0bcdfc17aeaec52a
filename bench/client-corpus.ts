/**
 * Generates the client of every real description at hand, those of the corpus and of GitHub, and checks the types of all clients by
 * strict TypeScript 5.9 and 7: `pnpm bench:client-corpus`. A description that is refused must say where it is wrong.
 */
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CORPUS, readCorpus } from "../test/support/corpus.ts";
import { install } from "./install.ts";
import { bench, concordatPath, environment, root } from "./surroundings.ts";

const COMPILERS = {
  "5.9": join(root, "packages/client-typescript/node_modules/.bin/tsc"),
  "7": join(root, "node_modules/.bin/tsc"),
};

install();
const corpus = readCorpus().flatMap(({ base, head }) => [join(CORPUS, base), join(CORPUS, head)]);
const github = globSync("node_modules/@octokit/openapi/generated/*.json", { cwd: bench })
  .filter((file) => !file.includes(".deref."))
  .map((file) => join(bench, file));
const folder = mkdtempSync(join(tmpdir(), "concordat-bench-clients-"));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
const compilerOptions = {
  ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: [] },
  ...{ target: "es2024", lib: ["es2024", "dom", "dom.iterable"], module: "esnext", moduleResolution: "bundler" },
  paths: { "@concordat/client": [join(root, "packages/client/dist/index.d.ts")] },
};
writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
try {
  let generated = 0;
  for (const [i, spec] of [...corpus, ...github].entries()) {
    const line = ["client", "generate", "--quiet", "--spec", spec, "--root", "/", "--out", join(folder, `client-${i}`)];
    const { status, stderr } = spawnSync(concordatPath, line, { env: environment, encoding: "utf8" });
    if (status === 0) generated++;
    else process.stdout.write(`refused: ${stderr}`);
    if (status !== 0 && !(status === 2 && /^\S+:\d+:\d+: /.test(stderr))) process.exitCode = 1;
  }
  process.stdout.write(`${generated} of ${corpus.length + github.length} descriptions generated\n`);
  for (const [version, compiler] of Object.entries(COMPILERS)) {
    const { status, stdout } = spawnSync(compiler, ["-p", folder], { env: environment, encoding: "utf8" });
    process.stdout.write(`TypeScript ${version}: ${status === 0 ? "no error" : stdout.slice(0, 2_000)}\n`);
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
