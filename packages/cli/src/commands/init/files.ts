import { REPOSITORY, VERSION } from "@concordat/engine";
import type { FoundDescription } from "./descriptions.ts";

/** Where a team starts. */
export interface Start {
  /** The folder that its descriptions were looked for in, from the top of the checkout; empty for the top itself. */
  readonly folder: string;
  readonly descriptions: readonly FoundDescription[];
}

/** The files that a team starts with, by path from the folder. */
export function initialFiles({ folder, descriptions }: Start): Record<string, string> {
  const up = folder === "" ? "" : "../".repeat(folder.split("/").length);
  return {
    "concordat.yaml": initialConfig(descriptions),
    // GitHub reads workflows at the top of a repository only.
    [`${up}.github/workflows/concordat.yml`]: initialWorkflow(folder),
  };
}

function initialConfig(descriptions: readonly FoundDescription[]): string {
  const contracts = descriptions.flatMap(({ name, path }) => [
    // A name that YAML would read as something else than a text is quoted.
    `  - name: ${/^(?!(?:true|false|null|yes|no|on|off)$)[a-z][\w.-]*$/i.test(name) ? name : JSON.stringify(name)}`,
    `    spec: ${JSON.stringify(path)}`,
  ]);
  return [
    "# Contracts under governance, and what the team has settled about them.",
    "# `concordat config check` tells what is wrong with it; `concordat explain <rule>` what a rule means.",
    "contracts:",
    ...contracts,
    "",
    "policy:",
    "  preset: recommended",
    "",
  ].join("\n");
}

/** All versions are pinned; that of the Action is the one that came with this command. */
function initialWorkflow(folder: string): string {
  return [
    "name: API contracts",
    "on:",
    "  pull_request:",
    "    # Labels are among them for the one that approves a break.",
    "    types: [opened, synchronize, reopened, labeled, unlabeled]",
    "  merge_group:",
    "permissions:",
    "  contents: read",
    "  # For one comment, kept up to date. Without it all is in the summary of the job.",
    "  pull-requests: write",
    "jobs:",
    "  concordat:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v5.0.0",
    "        with:",
    "          # The commit to compare with is fetched when it is needed.",
    "          fetch-depth: 1",
    `      - uses: ${REPOSITORY}/packages/github-action@v${VERSION}`,
    ...(folder === "" ? [] : ["        with:", `          working-directory: ${JSON.stringify(folder)}`]),
    "",
  ].join("\n");
}
