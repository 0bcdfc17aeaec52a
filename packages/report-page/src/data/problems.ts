import type { JudgedDocument, PageData } from "@concordat/engine/page";
import type { Entry } from "./entries.ts";

/** What is wrong with one description, or with the dates that one document tells. */
export interface ShownProblems {
  readonly key: string;
  readonly name: string;
  readonly problems: JudgedDocument["problems"];
}

/** All problems that the documents of a page tell. */
export function problemsIn({ documents }: PageData, entries: readonly Entry[]): ShownProblems[] {
  const judged = entries.map(({ key, name, judged: { problems } }) => ({ key, name, problems }));
  const others = documents.flatMap(({ document }, d) => {
    if ("descriptions" in document)
      return document.descriptions.map(({ source, problems }, i) => lifecycleProblems(`${d}.${i}`, source, problems));
    if ("deprecations" in document) return [lifecycleProblems(`${d}`, "Deprecations", document.problems)];
    return "migrations" in document ? [lifecycleProblems(`${d}`, "Migration", document.problems)] : [];
  });
  return [...judged, ...others].filter(({ problems }) => problems.length > 0);
}

type Problem = Omit<JudgedDocument["problems"][number], "severity">;

/** What is wrong with dates keeps them unknown, and fails nothing. */
function lifecycleProblems(key: string, name: string, problems: readonly Problem[] = []): ShownProblems {
  return { key, name, problems: problems.map((problem) => ({ ...problem, severity: "warn" })) };
}
