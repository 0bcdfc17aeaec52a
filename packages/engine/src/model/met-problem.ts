import type { Located, SchemaProblem } from "@concordat/containment/internal";

/** A defect of a description that reading it met: a reference that leads nowhere, a part of the wrong form. Its line comes later. */
export interface MetProblem {
  readonly code: string;
  readonly message: string;
  readonly at: Located;
}

/** A defect, and the description that has it. */
export interface SideProblem extends MetProblem {
  readonly side: "base" | "head";
}

/** A defect that lowering a schema met, as one of the description that has the schema. */
export function ofSchema({ code, message, document, pointer }: SchemaProblem): MetProblem {
  return {
    code: code === "reference" ? "reference-unresolved" : `schema-${code}`,
    message,
    at: { document, pointer, value: undefined },
  };
}

/** What was met in one of two descriptions. */
export function onSide(side: "base" | "head", problems: readonly MetProblem[]): SideProblem[] {
  return problems.map((problem) => ({ side, ...problem }));
}

/** Each defect once, the first that tells it: a reference that leads nowhere is met by all who follow it. */
export function distinctProblems(problems: readonly SideProblem[]): SideProblem[] {
  const first = new Map<string, SideProblem>();
  for (const problem of problems) {
    const key = `${problem.side} ${problemKey(problem)}`;
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()];
}

/** What tells a defect from others of the same description. */
export function problemKey({ code, at }: Pick<MetProblem, "code" | "at">): string {
  return `${code} ${at.document.uri}#${at.pointer.replace(/\/\$ref$/, "")}`;
}

/** A defect that was met with base and head the other way round. */
export function otherSide({ side, ...problem }: SideProblem): SideProblem {
  return { side: side === "base" ? "head" : "base", ...problem };
}
