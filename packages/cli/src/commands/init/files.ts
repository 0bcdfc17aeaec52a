import { REPOSITORY, VERSION } from "@concordat/engine";
import type { FoundContract } from "./descriptions.ts";

/** Where the schema of the configuration is, if the command line is installed in the folder. */
export const INSTALLED_SCHEMA = "node_modules/@concordat/cli/dist/schemas/config.schema.json";

/** Where a team starts. */
export interface Start {
  /** The folder that its descriptions were looked for in, from the top of the checkout; empty for the top itself. */
  readonly folder: string;
  readonly contracts: readonly FoundContract[];
  /** Where pull requests, or merge requests, are checked. */
  readonly forge: Forge;
  /** What editors complete the configuration by: a path from the folder, or an address. */
  readonly schema: string;
  /** Whether a lockfile of npm in the folder names the command line, so that jobs run the same. */
  readonly isLocked: boolean;
}

/** Who runs the checks. */
export type Forge = "github" | "gitlab";

/** The files that a team starts with, by path from the folder. */
export function initialFiles({ folder, contracts, forge, schema, isLocked }: Start): Record<string, string> {
  const up = folder === "" ? "" : "../".repeat(folder.split("/").length);
  return {
    "concordat.yaml": initialConfig(contracts, schema),
    // Both read what they run at the top of a repository only.
    ...(forge === "github"
      ? { [`${up}.github/workflows/concordat.yml`]: initialWorkflow(folder) }
      : { [`${up}.gitlab/concordat.yml`]: initialJob(folder, isLocked) }),
  };
}

function initialConfig(found: readonly FoundContract[], schema: string): string {
  const contracts = found.flatMap(({ name, spec }) => [
    // A name that YAML would read as something else than a text is quoted.
    `  - name: ${/^(?!(?:true|false|null|yes|no|on|off)$)[a-z][\w.-]*$/i.test(name) ? name : JSON.stringify(name)}`,
    `    spec: ${JSON.stringify(spec)}`,
  ]);
  return [
    `# yaml-language-server: $schema=${schema}`,
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
    "    # Descriptions, what they refer to, and the configuration. Take this out if the check is required to merge.",
    '    paths: ["**.yaml", "**.yml", "**.json"]',
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

/** A job for GitLab, to be included where the others are. */
function initialJob(folder: string, isLocked: boolean): string {
  const [major = "0"] = VERSION.split(".");
  return [
    "contracts:",
    "  image: node:24",
    "  rules:",
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    "  variables:",
    "    # The commit to compare with has to be there.",
    '    GIT_DEPTH: "0"',
    "  script:",
    ...(folder === "" ? [] : [`    - cd ${JSON.stringify(folder)}`]),
    ...(isLocked ? ["    - npm ci"] : []),
    "    - >-",
    `      ${isLocked ? "npx --no-install concordat" : `npx --yes @concordat/cli@${major}`} check --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"`,
    '      --format gitlab --output "$CI_PROJECT_DIR/gl-code-quality-report.json"',
    "      --format stylish",
    "  artifacts:",
    "    when: always",
    "    reports:",
    "      codequality: gl-code-quality-report.json",
    "",
  ].join("\n");
}
