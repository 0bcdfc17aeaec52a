import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type ContainmentCase, readArguedLabels, readCases } from "../../test/support/containment-cases.ts";
import { cpuSecondsOf } from "../measure.ts";
import type { Reply } from "./answerer.ts";

/** How a tool did on all labelled pairs. */
export interface Tally {
  readonly tool: string;
  /** Pairs labelled as contained. */
  readonly contained: { readonly proven: number; readonly missed: number };
  /** Pairs labelled as not contained. `open`: neither refuted nor called contained. */
  readonly others: { readonly refuted: number; readonly unsound: number; readonly open: number };
  readonly errors: number;
  readonly timeouts: number;
  readonly cpuSeconds: number;
}

/** Labelled pairs, without those whose label is held to be wrong. */
export interface LabelledPairs {
  readonly cases: readonly ContainmentCase[];
  readonly leftOut: number;
}

type Said = Reply["said"] | "timeout" | "crash";

interface Outcome {
  readonly said: Said;
  readonly cpuSeconds: number;
}

/** Pairs that one process answers at most: one of the tools keeps a megabyte of memory for each. */
const MOST_PAIRS = 200;

/** The pairs of the gold list; none where it is not at hand. */
export function readLabelledPairs(): LabelledPairs {
  const all = readCases("gold.json");
  const argued = new Set(readArguedLabels().map((label) => label.case));
  const cases = all.filter(({ id }) => !argued.has(id));
  return { cases, leftOut: all.length - cases.length };
}

/** Asks a tool about each pair, one after another. A tool that crashes or takes too long starts anew. */
export async function tallyTool(tool: string, cases: readonly ContainmentCase[], seconds: number): Promise<Tally> {
  let child: ChildProcess | undefined;
  const outcomes: { readonly label: boolean; readonly outcome: Outcome }[] = [];
  for (const [index, pair] of cases.entries()) {
    child ??= await start(tool);
    const outcome = await ask(child, pair, seconds);
    outcomes.push({ label: pair.s1_sub_s2, outcome });
    if (outcome.said !== "timeout" && outcome.said !== "crash" && (index + 1) % MOST_PAIRS > 0) continue;
    child.kill("SIGKILL");
    child = undefined;
  }
  child?.kill();
  return { tool, ...countOutcomes(outcomes) };
}

function countOutcomes(outcomes: readonly { label: boolean; outcome: Outcome }[]): Omit<Tally, "tool"> {
  const count = (label: boolean, ...said: readonly Said[]) =>
    outcomes.filter((each) => each.label === label && said.includes(each.outcome.said)).length;
  const [errors, timeouts] = [
    (label: boolean) => count(label, "error", "crash"),
    (label: boolean) => count(label, "timeout"),
  ];
  return {
    contained: {
      proven: count(true, "yes"),
      missed: count(true, "no", "undecided") + errors(true) + timeouts(true),
    },
    others: {
      refuted: count(false, "no"),
      unsound: count(false, "yes"),
      open: count(false, "undecided") + errors(false) + timeouts(false),
    },
    errors: errors(true) + errors(false),
    timeouts: timeouts(true) + timeouts(false),
    cpuSeconds: outcomes.reduce((sum, { outcome }) => sum + outcome.cpuSeconds, 0),
  };
}

async function start(tool: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(import.meta.resolve("./answerer.ts")), [tool], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const [first] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (first !== "ready") throw new Error(`\`${tool}\` cannot be loaded.`);
  return child;
}

function ask(child: ChildProcess, pair: ContainmentCase, seconds: number): Promise<Outcome> {
  const pid = child.pid ?? 0;
  const before = cpuSecondsOf(pid);
  const began = performance.now();
  return new Promise((resolve) => {
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle({ said: "timeout", cpuSeconds: cpuSecondsOf(pid) - before }), seconds * 1000);
    child.once("message", (reply: Reply) => settle(reply));
    // The kernel's books of a process that crashed are gone.
    child.once("exit", () => settle({ said: "crash", cpuSeconds: (performance.now() - began) / 1000 }));
    child.send(pair);
  });
}
