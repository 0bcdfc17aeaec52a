/**
 * Measures the run-time of clients against a server that fails on purpose, beside other clients: `pnpm bench:client`.
 * `--calls N` sets how many calls go over all faults, `--write` keeps the figures in client.md.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createClient, operation, validation } from "../packages/client/src/index.ts";
import { judgeValue } from "../packages/client/src/validators/judge-value.ts";
import { type Asked, bareFetch, type Caller, ours, RETRIES_ALONE, rivals } from "./client/callers.ts";
import { cpuOf, quantile, runAll } from "./client/load.ts";
import { type ServerProcess, startServerProcess } from "./client/server-process.ts";
import { LIST, VALIDATORS } from "./client/validators.ts";
import { install } from "./install.ts";
import { bench } from "./surroundings.ts";

const WORKERS = 64;
const ROUNDS = 20;
const ROUND = 1_500;
/** Rounds for the compiler, which are not counted. */
const WARM_UP = 12;
/** Calls of one client in a table. */
const SHOWN = 5_000;
const OPERATIONS = [
  { method: "GET", isKeyed: false },
  { method: "PUT", isKeyed: false },
  { method: "DELETE", isKeyed: false },
  { method: "POST", isKeyed: false },
  { method: "POST", isKeyed: true },
];
/** Faults that pass, so that a client that tries again is answered. */
const PASSING = ["ok", "busy-once", "busy-twice", "limited-once", "limited-by-headers", "reset-once"];
/** Faults of which none takes time. */
const QUICK = [...PASSING, "limited-by-a-wrong-clock", "limited-for-an-hour", "busy-always", "reset-always"].concat(
  ...["broken-body", "truncated-json", "refused", "broken"],
);

const { values: flags } = parseArgs({
  options: { calls: { type: "string", default: "100000" }, write: { type: "boolean", default: false } },
});

let calls = 0;
const askedOf = (index: number, plans: readonly string[]): Asked => ({
  ...(OPERATIONS[index % OPERATIONS.length] as (typeof OPERATIONS)[number]),
  plan: plans[Math.floor(index / OPERATIONS.length) % plans.length] as string,
  call: `c${calls++}`,
});

/** What many calls over all faults come to, a part at a time so that nothing has to be kept. */
async function manyCalls(server: ServerProcess, count: number): Promise<string[]> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const caller = ours(server.url, RETRIES_ALONE);
  const heaps: number[] = [];
  const sums = { requests: 0, duplicates: 0, keyChanges: 0 };
  for (let part = 0; part < 10; part++) {
    await runAll(count / 10, WORKERS, (index) => caller.ask(askedOf(index, QUICK)));
    const report = await server.report();
    for (const key of ["requests", "duplicates", "keyChanges"] as const) sums[key] += report[key];
    collect();
    heaps.push(process.memoryUsage().heapUsed / 1e6);
  }
  return [
    `| Calls over all faults | ${count.toLocaleString("en")} |`,
    `| Requests that the server saw | ${sums.requests.toLocaleString("en")} |`,
    `| Unsafe requests without a key that it saw twice | ${sums.duplicates} |`,
    `| Calls whose key changed between tries | ${sums.keyChanges} |`,
    `| Heap after a tenth of the calls, and after all | ${heaps[0]?.toFixed(1)} MB, ${heaps.at(-1)?.toFixed(1)} MB |`,
  ];
}

/** What a call costs beside a bare `fetch`: rounds of both in turn, so that a busy machine slows both. */
async function overhead(server: ServerProcess): Promise<string[]> {
  const costs = { ours: [] as number[], bare: [] as number[] };
  const callers = [
    ["bare", bareFetch(server.url)],
    ["ours", ours(server.url)],
  ] as const;
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [name, caller] of callers) {
      const cpu = await cpuOf(() => runAll(ROUND, 16, () => caller.ask(askedOf(0, ["ok"]))));
      await server.report();
      if (round >= 0) costs[name].push(cpu / ROUND);
    }
  const differences = costs.ours.map((cost, round) => cost - (costs.bare[round] as number));
  const row = (name: string, values: readonly number[]) =>
    `| ${name}: least, median of ${ROUNDS} rounds | ${quantile(values, 0).toFixed(0)} us, ${quantile(values, 0.5).toFixed(0)} us |`;
  return [
    row("CPU of a call", costs.ours),
    row("CPU of the same by bare `fetch`", costs.bare),
    `| Difference of the least, and of the median round | ${(quantile(costs.ours, 0) - quantile(costs.bare, 0)).toFixed(0)} us, ${quantile(differences, 0.5).toFixed(0)} us |`,
  ];
}

/** What validation adds to a call, whose answers are made at once, so that nothing else varies. */
async function validated(): Promise<string> {
  const fetch = async () => Response.json({ nth: 1 });
  const callers = [
    ours("http://a.test", { fetch }),
    ours("http://a.test", { fetch, validation: validation(VALIDATORS, "throw") }),
  ];
  const costs: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [i, caller] of callers.entries()) {
      const cpu = await cpuOf(() => runAll(ROUND, 1, () => caller.ask(askedOf(0, ["ok"]))));
      if (round >= 0) costs[i as 0 | 1].push(cpu / ROUND);
    }
  return `| What validation adds to a call with a small answer: least of ${ROUNDS} rounds | ${(quantile(costs[1], 0) - quantile(costs[0], 0)).toFixed(0)} us |`;
}

/** What it costs to judge a long answer, beside what it costs to read it. */
function judging(): string {
  const text = JSON.stringify(LIST.value);
  const least = (run: () => unknown) => {
    const costs = Array.from({ length: 30 }, () => {
      const { user, system } = process.cpuUsage();
      run();
      const after = process.cpuUsage();
      return after.user + after.system - user - system;
    });
    return quantile(costs, 0);
  };
  const parsing = least(() => JSON.parse(text));
  const judged = least(() => {
    const verdict = judgeValue(VALIDATORS, LIST.schema, LIST.value, "response", "body");
    if (verdict) throw new Error(`The answer was refused at ${verdict.at}.`);
  });
  return `| CPU to judge an answer of ${(text.length / 1000).toFixed(0)} kB, least of 30; to parse it | ${judged.toFixed(0)} us, ${parsing.toFixed(0)} us |`;
}

/** How much later than a timer beside it a call ends whose deadline passes. */
async function deadlines(server: ServerProcess): Promise<string> {
  const client = createClient({ baseUrl: server.url, circuit: { threshold: Number.POSITIVE_INFINITY } });
  const get = operation<{ parameters: object; responses: { 200: object } }>({
    name: "get",
    method: "GET",
    path: "/fault/no-answer",
  });
  const late: number[] = [];
  await runAll(3_000, 100, async (index) => {
    const deadline = 50 + (index % 200);
    let fired = 0;
    setTimeout(() => (fired = performance.now()), deadline);
    const { error } = await get(client, {}, { deadline, retry: false });
    if (error?.kind !== "deadline") throw new Error(`The call ended with ${error?.kind}.`);
    const ended = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    late.push(Math.abs(ended - fired));
    return true;
  });
  await server.report();
  if (late.length < 3_000) throw new Error(`${3_000 - late.length} calls did not end by their deadline.`);
  return `| Deadline kept, beside a bare timer: p50, p99.9 | ${quantile(late, 0.5).toFixed(1)} ms, ${quantile(late, 0.999).toFixed(1)} ms |`;
}

/** One line of the table of clients. */
async function lineOf(server: ServerProcess, caller: Caller, inOutage: Caller): Promise<string> {
  const good = await runAll(SHOWN, WORKERS, (index) => caller.ask(askedOf(index, PASSING)));
  const faults = await server.report();
  await runAll(SHOWN, WORKERS, () => inOutage.ask({ ...askedOf(0, ["busy-always"]) }));
  const outage = await server.report();
  const share = ((good / SHOWN) * 100).toFixed(1);
  return `| ${caller.name} | ${share} % | ${faults.duplicates} | ${(outage.requests / SHOWN).toFixed(2)} |`;
}

/** The figures of all parts, as Markdown; a part is named on standard error when it begins, for some take minutes. */
async function figures(server: ServerProcess): Promise<string> {
  const begin = (part: string) => process.stderr.write(`${part}\n`);
  const lines = ["| | |", "| --- | --- |"];
  begin("What a call costs");
  lines.push(...(await overhead(server)), await validated(), judging());
  begin("Deadlines");
  lines.push(await deadlines(server));
  begin(`${flags.calls} calls over all faults`);
  lines.push(...(await manyCalls(server, Number(flags.calls))));
  lines.push(
    "",
    `${SHOWN.toLocaleString("en")} calls of each client: GET, PUT, DELETE, POST, and POST with a key that makes it safe to repeat. The server`,
    "fails once or twice, limits, or breaks the connection, and would answer the next try. Without sending an unsafe request twice, 83.3 % can succeed. In the outage it answers 504 to each GET.",
    "",
    "| Client | Succeeded | Unsafe requests seen twice | Requests for each call in an outage |",
    "| --- | --- | --- | --- |",
  );
  const retrying = ours(server.url, RETRIES_ALONE);
  const budgeted = ours(server.url, { circuit: RETRIES_ALONE.circuit });
  const shown: readonly (readonly [name: string, caller: Caller, inOutage: Caller])[] = [
    [`${retrying.name}, by its retry budget alone`, retrying, budgeted],
    [`${retrying.name}, with its circuit`, retrying, ours(server.url)],
    ...[bareFetch(server.url), ...(await rivals(server.url))].map(
      (each) => [each.name, each, each.inOutage ?? each] as const,
    ),
  ];
  for (const [name, caller, inOutage] of shown) {
    begin(name);
    lines.push(await lineOf(server, { ...caller, name }, inOutage));
  }
  return lines.join("\n");
}

install();
const server = await startServerProcess();
try {
  const about =
    "`@concordat/client` on a loopback server, in a process of its own, that fails on purpose; the server counts.";
  const text = `# Clients\n\n${about}\n\n${await figures(server)}\n`;
  process.stdout.write(text);
  if (flags.write) writeFileSync(join(bench, "client.md"), text);
} finally {
  server.stop();
}
