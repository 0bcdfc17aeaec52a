import { basename, dirname, join } from "node:path";
import { dialectOf } from "./base/dialect.ts";
import { failed, type Host } from "./host/host.ts";
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
  return found.map(({ path }) => ({ path, name: uniqueName(path, names) }));
}

function uniqueName(path: string, taken: Set<string>): string {
  const file = basename(path).replace(/\.(?:ya?ml|json)$/, "");
  const folder = basename(dirname(path));
  const generic = /^(?:openapi|swagger|api|spec|index)$/i.test(file);
  const stem = (generic && folder !== "." ? folder : file).replace(/[^\w.-]+/g, "-");
  let name = stem;
  for (let i = 2; taken.has(name); i++) name = `${stem}-${i}`;
  taken.add(name);
  return name;
}

/** The files that a team starts with, by path. */
export function initialFiles(descriptions: readonly FoundDescription[]): Record<string, string> {
  const contracts = descriptions.flatMap(({ name, path }) => [
    `  - name: ${name}`,
    `    spec: ${JSON.stringify(path)}`,
  ]);
  const config = [
    "# Contracts under governance, and what the team has settled about them.",
    "# `concordat config check` tells what is wrong with it; `concordat explain <rule>` what a rule means.",
    "contracts:",
    ...contracts,
    "",
    "policy:",
    "  preset: recommended",
    "",
  ];
  const workflow = [
    "name: API contracts",
    "on:",
    "  pull_request:",
    "permissions:",
    "  contents: read",
    "jobs:",
    "  concordat:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    "      - uses: actions/checkout@v5",
    "        with:",
    "          fetch-depth: 0",
    "      - uses: actions/setup-node@v5",
    "        with:",
    "          node-version: 24",
    `      - run: npx --yes @concordat/cli@${VERSION} check --format github --format markdown --output concordat.md`,
    '      - run: cat concordat.md >> "$GITHUB_STEP_SUMMARY"',
    "        if: always()",
    "",
  ];
  return { "concordat.yaml": config.join("\n"), ".github/workflows/concordat.yml": workflow.join("\n") };
}
