/**
 * Measures how many requests a second find their operation, on the largest description: `pnpm bench:router`. Each
 * operation is asked for once in a round, by a URL with made-up values.
 */
import { readFileSync } from "node:fs";
import { parseOperationName } from "../packages/engine/src/model/operation-key.ts";
import { Router } from "../packages/engine/src/model/router.ts";
import { install, installed } from "./install.ts";

/** What a second must hold at least. */
const LEAST = 700_000;
const ROUNDS = 400;

install();
const file = installed.resolve("@octokit/openapi/generated/api.github.com.json");
const { paths, servers } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly paths: Readonly<Record<string, object>>;
  readonly servers: readonly { readonly url: string }[];
};
const keys = Object.entries(paths).flatMap(([path, item]) =>
  Object.keys(item).flatMap((method) => parseOperationName(`${method.toUpperCase()} ${path}`) ?? []),
);
const router = new Router(keys.map((key) => ({ key, servers: servers.map(({ url }) => url), value: key })));
let made = 0;
const requests = keys.map((key) => ({
  method: key.method,
  url: `${servers[0]?.url ?? ""}${key.path.replace(/\{[^{}]*\}/g, () => `value-${made++}`)}?page=2`,
}));

const ways = {
  match: ({ method, url }: (typeof requests)[number]) => router.match(method, url).kind === "found",
  attribute: ({ method, url }: (typeof requests)[number]) => router.attribute(method, url) !== undefined,
};
for (const [name, find] of Object.entries(ways)) {
  const lost = requests.filter((request) => !find(request));
  if (lost.length > 0)
    throw new Error(`${lost.length} requests find nothing, such as ${lost[0]?.method} ${lost[0]?.url}`);
  const rates = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint();
    for (let round = 0; round < ROUNDS; round++) for (const request of requests) find(request);
    return (requests.length * ROUNDS) / (Number(process.hrtime.bigint() - start) / 1e9);
  }).sort((a, b) => a - b);
  const median = Math.round(rates[2] ?? 0);
  process.stdout.write(`${name}: ${median.toLocaleString("en")} a second on ${keys.length} operations\n`);
  if (median < LEAST) process.exitCode = 1;
}
