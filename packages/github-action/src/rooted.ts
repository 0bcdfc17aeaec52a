import { isAbsolute, posix } from "node:path";
import type { CheckOutcome, Outcome, Problem } from "@concordat/engine";
import { pathFrom, slashed } from "@concordat/engine";

/** Names files from the root of the checkout, as GitHub does, where the work was done in a folder of it. */
export class Rooted {
  readonly #prefix: string;

  constructor(root: string, folder: string) {
    this.#prefix = pathFrom(root, folder);
  }

  file(name: string): string {
    if (this.#prefix === "" || isAbsolute(name) || /^[a-z][a-z0-9+.-]*:/i.test(name)) return name;
    return posix.join(this.#prefix, slashed(name));
  }

  problem<P extends Problem>(problem: P): P {
    return problem.file === undefined ? problem : { ...problem, file: this.file(problem.file) };
  }

  outcome(outcome: CheckOutcome): CheckOutcome {
    if (this.#prefix === "") return outcome;
    return { ...outcome, contracts: outcome.contracts.map((contract) => this.#contract(contract)) };
  }

  #contract(outcome: Outcome): Outcome {
    const place = <T extends { readonly file: string } | null>(span: T): T =>
      span === null ? span : { ...span, file: this.file(span.file) };
    const { base, head } = outcome;
    return {
      ...outcome,
      base: base && { ...base, source: this.file(base.source) },
      head: { ...head, source: this.file(head.source) },
      problems: outcome.problems.map((problem) => this.problem(problem)),
      rulings: outcome.rulings.map((ruling) => ({
        ...ruling,
        base: place(ruling.base),
        head: place(ruling.head),
        ...(ruling.places && {
          places: Object.fromEntries(Object.entries(ruling.places).map(([side, span]) => [side, place(span)])),
        }),
        ...(ruling.members && { members: ruling.members.map((each) => ({ ...each, head: place(each.head) })) }),
      })),
    };
  }
}
