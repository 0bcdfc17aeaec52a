import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OperationEntry } from "../packages/client/src/entry.ts";
import { IDEMPOTENT_METHODS, isRepeatable, RETRY_STATUSES } from "../packages/client/src/safety.ts";
import { DEFAULT_DEADLINE, DEFAULT_POLICIES } from "../packages/client/src/settings.ts";
import type { Generated } from "./generated-files.ts";
import { root } from "./paths.ts";

type Said = Pick<OperationEntry, "idempotency" | "retry">;

/** What a contract may say of an operation, in its words. */
const SAID: readonly (readonly [string, Said])[] = [
  ["the contract says nothing", {}],
  ["`idempotency: key`", { idempotency: "key" }],
  ["`idempotency: natural`", { idempotency: "natural" }],
  ["`idempotency: none`", { idempotency: "none" }],
  ["`retry: never`", { retry: "never" }],
];
const METHODS = [...IDEMPOTENT_METHODS, "POST", "PATCH", "any other"];

/** The page about what clients retry, with the tables that the code itself has. */
export function clientDocs(): Generated {
  const path = join(root, "docs/client-reliability.md");
  const parts = { retries: retryTable(), statuses: `${RETRY_STATUSES.join(", ")}.`, defaults: defaultsTable() };
  let text = readFileSync(path, "utf8");
  for (const [name, part] of Object.entries(parts)) {
    const [begin, end] = [`<!-- ${name}: generated -->`, `<!-- /${name} -->`];
    const [before, rest] = text.split(begin);
    const [, after] = rest?.split(end) ?? [];
    if (before === undefined || after === undefined)
      throw new Error(`${path} has no part between ${begin} and ${end}.`);
    text = `${before}${begin}\n${part}\n${end}${after}`;
  }
  return { files: { [path]: text } };
}

/** Methods that are treated alike, in one row each. */
function retryTable(): string {
  const rows = Map.groupBy(METHODS, (method) => SAID.map(([, said]) => cell(method, said)).join(" | "));
  return [
    `| Method | ${SAID.map(([words]) => words).join(" | ")} |`,
    `| --- |${" --- |".repeat(SAID.length)}`,
    ...[...rows].map(([cells, methods]) => `| ${methods.join(", ")} | ${cells} |`),
  ].join("\n");
}

function cell(method: string, said: Said): string {
  if (!isRepeatable({ method, ...said })) return "no";
  return said.idempotency === "key" ? "yes, with the key" : "yes";
}

/** Every policy by the name of its option, with what holds where it is not set. */
function defaultsTable(): string {
  const { retry, circuit, bulkhead, timeout, failover } = DEFAULT_POLICIES;
  const rows: readonly (readonly [string, unknown, string])[] = [
    ["timeout", `${timeout} ms`, "for one try, until its answer is read; `x-reliability.timeout` goes before it"],
    [
      "deadline",
      `${DEFAULT_DEADLINE} ms`,
      "for all tries of a call together; none for streams and files unless you set one",
    ],
    ["retry.tries", retry.tries, "how often a request is sent at most"],
    ["retry.base", `${retry.base} ms`, "the most that the first wait takes; the bound doubles with each try"],
    ["retry.cap", `${retry.cap} ms`, "the most that any wait takes that the server did not ask for"],
    ["retry.budget.ratio", retry.budget.ratio, "retries for each call"],
    ["retry.budget.least", retry.budget.least, "retries that are allowed in each window all the same"],
    ["retry.budget.window", `${retry.budget.window} ms`, "after which calls and retries are counted anew"],
    ["circuit.threshold", circuit.threshold, "the share of failures that opens a circuit"],
    ["circuit.sample", circuit.sample, "over how many of the last requests"],
    ["circuit.cooldown", `${circuit.cooldown} ms`, "until one request tries whether the server is back"],
    ["bulkhead.concurrent", bulkhead.concurrent, "requests on their way at once"],
    ["bulkhead.queue", bulkhead.queue === Number.POSITIVE_INFINITY ? "no limit" : bulkhead.queue, "requests that wait"],
    ["hedge.after", "off", "milliseconds after which a second request is sent beside the first"],
    ["failover", failover ? "on" : "off", "whether the next URL of `baseUrl` may be asked"],
  ];
  const lines = rows.map(([name, value, meaning]) => `| \`${name}\` | ${value} | ${meaning} |`);
  return ["| Option | Default | Meaning |", "| --- | --- | --- |", ...lines].join("\n");
}
