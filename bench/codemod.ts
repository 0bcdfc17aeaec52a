/**
 * Measures how long `concordat migrate codemod` takes for 1,000 files with 4,000 calls of openapi-fetch: `pnpm bench:codemod`. The files
 * are made by arithmetic, the same each time. Linux only.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "./measure.ts";

const FILES = 1_000;
const CALLS = 4;
const OPERATIONS = 40;
/** Seconds of CPU that a run may take. */
const MOST = 4;

const folder = mkdtempSync(join(tmpdir(), "concordat-bench-codemod-"));

/** Operations that are all replaced, with a parameter of the path and one of the query renamed. */
function description(): string {
  const ok = { responses: { 200: { description: "ok" } } };
  const parameters = (id: string, page: object) => [
    { name: id, in: "path", required: true, schema: { type: "string" } },
    { in: "query", schema: { type: "integer" }, ...page },
  ];
  const paths = Array.from({ length: OPERATIONS }, (_, i) => [
    [
      `/v1/things-${i}/{id}`,
      {
        get: {
          ...ok,
          deprecated: true,
          "x-replaced-by": `GET /v2/things-${i}/{thingId}`,
          parameters: parameters("id", { name: "page", "x-replaced-by": "cursor" }),
        },
      },
    ],
    [`/v2/things-${i}/{thingId}`, { get: { ...ok, parameters: parameters("thingId", { name: "cursor" }) } }],
  ]).flat();
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Bench", version: "1" }, paths: Object.fromEntries(paths) });
}

function source(file: number): string {
  const calls = Array.from({ length: CALLS }, (_, i) => {
    const operation = (file * CALLS + i) % OPERATIONS;
    return `
/** Loads a thing, and says so. */
export async function load${i}(id: string, page: number): Promise<unknown> {
  const { data, error } = await client.GET("/v1/things-${operation}/{id}", { params: { path: { id }, query: { page } } });
  if (error) throw new Error(\`Thing \${id} of ${operation} cannot be loaded\`, { cause: error });
  const seen = new Map<string, number>();
  for (const [index, item] of [id, String(page)].entries()) seen.set(item, index);
  return { data, seen };
}
`;
  });
  return `import { client } from "./client.js";\n${calls.join("")}`;
}

try {
  writeFileSync(join(folder, "api.json"), description());
  mkdirSync(join(folder, "src"));
  for (let i = 0; i < FILES; i++) writeFileSync(join(folder, "src", `file-${i}.ts`), source(i));
  const main = join(import.meta.dirname, "../packages/cli/dist/main.js");
  const line = [process.execPath, main, "migrate", "codemod", "src", "--head", "api.json", "--no-type-check"];
  const output = join(folder, "answer.txt");
  const cost = await measure({ line, succeeds: [0], env: process.env, folder, output, repeat: 1 });
  const rewritten = readFileSync(join(folder, "src", "file-7.ts"), "utf8");
  if (
    !/\/v2\/things-\d+\/\{thingId\}", \{ params: \{ path: \{ thingId: id \}, query: \{ cursor: page \}/.test(rewritten)
  )
    throw new Error(`The calls were not rewritten:\n${rewritten}`);
  const figures = `${cost.cpuSeconds.toFixed(1)} s of CPU, ${cost.peakMegabytes.toFixed(0)} MB`;
  process.stdout.write(`${readFileSync(output, "utf8").trim()}: ${figures}; at most ${MOST} s are allowed\n`);
  process.exitCode = cost.cpuSeconds > MOST ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
