/**
 * Measures generated clients of the GitHub description beside openapi-typescript and openapi-fetch: `pnpm bench:client-generate
 * [--runs N]`. The CPU of generating, the CPU of checking the types of a consumer that makes two calls, and what such a consumer
 * comes to in a bundle, run-time included. Linux only.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { install, installed } from "./install.ts";
import { measure } from "./measure.ts";
import { readSettings } from "./rounds.ts";
import { concordatPath, environment, root } from "./surroundings.ts";

/** What each may come to: of openapi-typescript's CPU, of the other consumer's CPU, and in kilobytes. */
const MOST = { generate: 1.3, check: 1.2, kilobytes: 12 };

const folder = mkdtempSync(join(tmpdir(), "concordat-bench-client-"));
const at = (...names: readonly string[]) => join(folder, ...names);
const tool = (name: string) => join(root, "packages/client-typescript/node_modules/.bin", name);

const OURS = `import { createClient } from "@concordat/client";
import { issuesListForRepo, reposGet, servers } from "./api/client.js";
const client = createClient({ baseUrl: servers[0] ?? "" });
const repo = await reposGet(client, { path: { owner: "a", repo: "b" } });
const issues = await issuesListForRepo(client, { path: { owner: "a", repo: "b" }, query: { state: "open" } });
globalThis.console.log(repo.data?.full_name, issues.data?.[0]?.title);
`;
const THEIRS = `import createClient from "openapi-fetch";
import type { paths } from "./types.js";
const client = createClient<paths>({ baseUrl: "https://api.github.com" });
const params = { path: { owner: "a", repo: "b" } };
const repo = await client.GET("/repos/{owner}/{repo}", { params });
const issues = await client.GET("/repos/{owner}/{repo}/issues", { params: { ...params, query: { state: "open" } } });
globalThis.console.log(repo.data?.full_name, issues.data?.[0]?.title);
`;

/** A consumer in a folder of its own, as strict as applications are. */
function writeConsumer(name: string, text: string, paths: Readonly<Record<string, readonly string[]>>): void {
  mkdirSync(at(name), { recursive: true });
  writeFileSync(at(name, "package.json"), '{ "type": "module" }');
  writeFileSync(at(name, "consumer.ts"), text);
  const compilerOptions = {
    ...{
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      target: "es2024",
      lib: ["es2024", "dom", "dom.iterable"],
      types: [],
    },
    ...{ module: "esnext", moduleResolution: "bundler", paths },
  };
  writeFileSync(at(name, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
}

async function cpuOf(line: readonly string[]): Promise<number> {
  const command = { line, succeeds: [0], env: environment, folder, output: at("said"), repeat: 1 };
  return (await measure(command)).cpuSeconds;
}

/** Kilobytes of a consumer as one minified file, gzipped. */
async function kilobytesOf(name: string): Promise<number> {
  const bundle = await rolldown({
    input: at(name, "consumer.ts"),
    // Its paths lead to types.
    tsconfig: false,
    resolve: {
      alias: {
        "@concordat/client": join(root, "packages/client/dist/index.js"),
        "openapi-fetch": installed.resolve("openapi-fetch").replace(/\.cjs$/, ".mjs"),
      },
    },
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  return gzipSync(output.map((chunk) => ("code" in chunk ? chunk.code : "")).join("")).length / 1000;
}

/** The figure in the middle. */
function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] as number;
}

function report(what: string, ratios: readonly number[], most: number, figures: readonly number[]): void {
  const ratio = median(ratios);
  const [ours = 0, theirs = 0] = figures;
  process.stdout.write(
    `${what}: ${ratio.toFixed(2)} (at most ${most}); ${ours.toFixed(2)} s beside ${theirs.toFixed(2)} s of CPU\n`,
  );
  if (ratio > most) process.exitCode = 1;
}

/** Two commands that do the same. */
interface Step {
  readonly most: number;
  /** Whether ours starts without what it wrote before. */
  readonly isFresh?: boolean;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

const { runs } = readSettings();
install();
const spec = installed.resolve("@octokit/openapi/generated/api.github.com.json");
writeConsumer("ours", OURS, { "@concordat/client": [join(root, "packages/client/dist/index.d.ts")] });
writeConsumer("theirs", THEIRS, { "openapi-fetch": [installed.resolve("openapi-fetch").replace(/\.cjs$/, ".d.mts")] });
/** What is measured, in this order: the consumers are checked against what was generated. */
const steps: Readonly<Record<string, Step>> = {
  "generating, beside openapi-typescript": {
    most: MOST.generate,
    isFresh: true,
    ours: [concordatPath, "client", "generate", "--quiet", "--spec", spec, "--root", "/", "--out", at("ours/api")],
    theirs: [tool("openapi-typescript"), spec, "--output", at("theirs/types.ts"), "--read-write-markers"],
  },
  "checking two calls with TypeScript 5.9, beside openapi-fetch": {
    most: MOST.check,
    ours: [tool("tsc"), "-p", at("ours")],
    theirs: [tool("tsc"), "-p", at("theirs")],
  },
  "checking two calls with TypeScript 7, beside openapi-fetch": {
    most: MOST.check,
    ours: [join(root, "node_modules/.bin/tsc"), "-p", at("ours")],
    theirs: [join(root, "node_modules/.bin/tsc"), "-p", at("theirs")],
  },
};
try {
  for (const [what, { most, isFresh, ours, theirs }] of Object.entries(steps)) {
    const costs: [number, number][] = [];
    for (let round = 0; round < runs; round++) {
      if (isFresh) rmSync(at("ours/api"), { recursive: true, force: true });
      costs.push([await cpuOf(ours), await cpuOf(theirs)]);
    }
    report(
      what,
      costs.map(([a, b]) => a / b),
      most,
      [median(costs.map(([a]) => a)), median(costs.map(([, b]) => b))],
    );
  }
  const megabytes = readFileSync(at("ours/api/types.ts")).length / 1e6;
  const [ours, theirs] = [await kilobytesOf("ours"), await kilobytesOf("theirs")];
  process.stdout.write(
    `types: ${megabytes.toFixed(1)} MB\nbundle: ${ours.toFixed(1)} kB gzipped (at most ${MOST.kilobytes}); ${theirs.toFixed(1)} kB of openapi-fetch\n`,
  );
  if (ours > MOST.kilobytes) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
