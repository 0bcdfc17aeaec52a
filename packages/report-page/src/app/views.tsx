import { deprecationsIn, migrationsIn } from "../data/lifecycle.ts";
import { problemsIn } from "../data/problems.ts";
import type { Shown } from "./parts/shown.ts";
import type { View } from "./parts/tabs.tsx";
import { ConsumersView, consumersOf } from "./views/consumers.tsx";
import { ContractsView } from "./views/contracts.tsx";
import { DeprecationsView } from "./views/deprecations.tsx";
import { LintView } from "./views/lint.tsx";
import { MigrationView } from "./views/migration.tsx";
import { hasPolicy, PolicyView } from "./views/policy.tsx";
import { ProblemsView } from "./views/problems.tsx";

/** The views beside that of the findings: those that the documents have something for. */
export function viewsOf(shown: Shown): View[] {
  const { data, entries, items } = shown;
  const isHistory = entries.some(({ judged }) => judged.sections?.release);
  const deprecations = deprecationsIn(data);
  const migrations = migrationsIn(data);
  const consumers = consumersOf(entries, items);
  const problems = problemsIn(data, entries);
  const views: readonly (View | false)[] = [
    (entries.length > 1 || isHistory) && {
      id: isHistory ? "history" : "contracts",
      title: isHistory ? "History" : "Contracts",
      count: entries.length,
      body: <ContractsView {...shown} isHistory={isHistory} />,
    },
    entries.some(({ judged }) => judged.score) && { id: "lint", title: "Lint", body: <LintView {...shown} /> },
    consumers.length > 0 && {
      id: "consumers",
      title: "Consumers",
      count: consumers.length,
      body: <ConsumersView consumers={consumers} show={shown.show} />,
    },
    deprecations.length > 0 && {
      id: "deprecations",
      title: "Timeline",
      count: deprecations.length,
      body: <DeprecationsView shown={deprecations} />,
    },
    migrations.length > 0 && {
      id: "migration",
      title: "Migration",
      count: migrations.length,
      body: <MigrationView shown={migrations} />,
    },
    problems.length > 0 && {
      id: "problems",
      title: "Problems",
      count: problems.reduce((sum, each) => sum + each.problems.length, 0),
      body: <ProblemsView shown={problems} />,
    },
    hasPolicy(data, entries) && { id: "policy", title: "Policy", body: <PolicyView data={data} entries={entries} /> },
  ];
  return views.filter((view) => view !== false);
}
