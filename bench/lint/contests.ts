import type { Contest } from "../rounds.ts";
import { ghes, vendors } from "../surroundings.ts";
import { type Linter, linters, stock } from "./linters.ts";

/** The name of the description of GitHub Enterprise Server. */
export const GHES = "GHES 3.19";

/** Vendors of the corpus whose later description is linted. */
export const CORPUS = ["stripe", "openai"];

/** The descriptions at hand, with the linters that judge each side by side. */
export function contests(): Contest[] {
  return [
    contest(GHES, ghes("3.19"), linters),
    ...vendors(CORPUS).map(({ name, head }) =>
      contest(
        name,
        head,
        linters.filter((linter) => linter !== stock),
      ),
    ),
  ];
}

function contest(name: string, description: string, judges: readonly Linter[]): Contest {
  return {
    name,
    entrants: judges.map((linter) => ({
      name: linter.name,
      onlyFirstRound: linter === stock,
      command: (output) => linter.command(description, output),
    })),
  };
}
