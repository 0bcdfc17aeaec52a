import type { Goal } from "../goal.ts";
import type { Json } from "../json.ts";
import { type Found, NONE } from "../types/outcome.ts";

interface Entry {
  readonly goal: Goal;
  answer: Found<Json>;
  state: "new" | "running" | "done";
  queued: boolean;
  /** Goals whose answer was found by use of this one's; most have none. */
  askers: Set<Entry> | undefined;
}

/** Goals within goals before one is put off, so that long chains of references cannot exhaust the stack. */
const DEEPEST = 100;

/** Answers that are remembered from one question to the next. */
const MOST_ANSWERS = 50_000;

/**
 * Answers to goals, each evaluated with the answers of others.
 *
 * Every goal is first taken to have no value. An evaluation can only raise an answer, from none to unknown to some;
 * when it does, the goals that used the lower answer are evaluated again. When nothing is left to evaluate, the goals
 * still at none have, all together, no value: it is the greatest set of claims that support each other, and a
 * smallest counterexample to one would contain a smaller one to another.
 */
export class Table {
  readonly #evaluate: (goal: Goal) => Found<Json>;
  readonly #isDeep: () => boolean;
  readonly #entries = new Map<string, Entry>();
  #queue: Entry[] = [];
  #current: Entry | undefined;
  #depth = 0;

  /** @param isDeep whether a goal met now is to be put off in any case */
  constructor(evaluate: (goal: Goal) => Found<Json>, isDeep: () => boolean) {
    this.#evaluate = evaluate;
    this.#isDeep = isDeep;
  }

  /** The final answer to a goal. */
  ask(key: string, goal: Goal): Found<Json> {
    if (this.#current === undefined && this.#entries.size > MOST_ANSWERS) this.#entries.clear();
    const entry = this.#entry(key, goal);
    if (entry.state === "new") this.#run(entry);
    for (let next = this.#queue.pop(); next; next = this.#queue.pop()) {
      next.queued = false;
      this.#run(next);
    }
    return entry.answer;
  }

  /** The answer so far, for a goal whose own evaluation asks for it. */
  find(key: string, goal: Goal): Found<Json> {
    const entry = this.#entry(key, goal);
    if (this.#current && entry.answer.kind !== "some") (entry.askers ??= new Set()).add(this.#current);
    if (entry.state === "new") {
      if (this.#depth < DEEPEST && !this.#isDeep()) this.#run(entry);
      else this.#enqueue(entry);
    }
    return entry.answer;
  }

  #entry(key: string, goal: Goal): Entry {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { goal, answer: NONE, state: "new", queued: false, askers: undefined };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #run(entry: Entry): void {
    const outer = this.#current;
    this.#current = entry;
    this.#depth++;
    entry.state = "running";
    const answer = this.#evaluate(entry.goal);
    entry.state = "done";
    this.#depth--;
    this.#current = outer;
    if (rank(answer) <= rank(entry.answer)) return;
    entry.answer = answer;
    const { askers = [] } = entry;
    entry.askers = undefined;
    for (const asker of askers) if (asker !== outer || asker.state !== "running") this.#enqueue(asker);
  }

  #enqueue(entry: Entry): void {
    if (entry.queued || entry.answer.kind === "some") return;
    entry.queued = true;
    this.#queue.push(entry);
  }
}

function rank({ kind }: Found<Json>): number {
  return kind === "none" ? 0 : kind === "unknown" ? 1 : 2;
}
