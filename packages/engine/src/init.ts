import { basename, dirname, join } from "node:path";
import { dialectOf } from "./base/dialect.ts";
import { failed, type Host } from "./host/host.ts";
import { REPOSITORY } from "./repository.gen.ts";
import { parseText } from "./source/parse.ts";
import { VERSION } from "./version.ts";

/** A description that was found. */
export interface FoundDescription {
  /** From the folder searched. */
  readonly path: string;
  readonly name: string;
}

/** Descriptions larger than this are not opened to look whether they are one. */
const MOST_FILES = 2_000;

/** All OpenAPI descriptions below a folder, those in folders of dependencies and hidden ones left out. */
export async function findDescriptions(host: Host): Promise<readonly FoundDescription[]> {
  const paths = (await host.glob("**/*.{yaml,yml,json}", host.cwd))
    .filter((path) => !/(?:^|[\\/])(?:node_modules|\.|revisions[\\/])/.test(path))
    .slice(0, MOST_FILES);
  const found: FoundDescription[] = [];
  for (const path of paths) {
    const text = await host.readText(join(host.cwd, path));
    // A look at the text saves parsing everything else.
    if (failed(text) || !/^[\s{]*["']?(?:openapi|swagger)["']?\s*:/m.test(text.value)) continue;
    const { data } = parseText({ uri: "", name: path, text: text.value });
    if (data !== undefined && dialectOf(data) !== undefined) found.push({ path: path.replaceAll("\\", "/"), name: "" });
  }
  const names = new Set<string>();
  return found.map(({ path }) => ({ path, name: uniqueName(join(host.cwd, path), names) }));
}

function uniqueName(path: string, taken: Set<string>): string {
  const file = basename(path).replace(/\.(?:ya?ml|json)$/, "");
  const folder = basename(dirname(path));
  const generic = /^(?:openapi|swagger|api|spec|index)$/i.test(file);
  const stem = (generic && folder !== "" ? folder : file).replace(/[^\w.-]+/g, "-");
  let name = stem;
  for (let i = 2; taken.has(name); i++) name = `${stem}-${i}`;
  taken.add(name);
  return name;
}

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
