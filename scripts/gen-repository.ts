import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Generated } from "./generated-files.ts";
import { root } from "./paths.ts";

/** Files that name the repository: pages and workflows that others copy, the owners of folders, and what is published. */
const NAMING = [
  "{README,SECURITY}.md",
  "docs/*.md",
  "packages/*/README.md",
  "packages/*/package.json",
  ".github/CODEOWNERS",
  ".github/ISSUE_TEMPLATE/config.yml",
  "test/scenarios/init*/scenario.yaml",
];

/** Where it stands in them: before the path of the Action, in an address, and before the name of a team of its owner. */
const REPOSITORY = /[\w.-]+\/[\w.-]+(?=\/packages\/github-action\b(?:@|\/comment@))/g;
const ADDRESS =
  /(?<=github(?:usercontent)?\.com\/)[\w.-]+\/[\w.-]+?(?=\.git"|\/security\/policy|\/HEAD\/docs\/schemas|\n +rev:)/g;
const TEAM = /(?<= {2}@)[\w.-]+(?=\/(?:maintainers|containment|rules|api-governance)\b)/g;

/** The folder of the newest published schemas, for the repository of a name. */
function schemasAddress(slug: string): string {
  return `https://raw.githubusercontent.com/${slug}/HEAD/docs/schemas`;
}

/** Where the schemas are published, which their `$id`s begin with. */
export function schemasHome(): string {
  return schemasAddress(repositorySlug());
}

/** The one place where a fork says where it is: `repository` of the package.json at the root, as `github:OWNER/NAME`. */
function repositorySlug(): string {
  const { repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { repository: string };
  const [, slug] = /^github:([\w.-]+\/[\w.-]+)$/.exec(repository) ?? [];
  if (slug === undefined)
    throw new Error(`\`repository\` of package.json is ${repository}; write it as github:OWNER/NAME.`);
  return slug;
}

/** All files that name the repository, naming the one of package.json. */
export function repositoryFiles(): Generated {
  const slug = repositorySlug();
  const [owner = ""] = slug.split("/");
  const named = globSync(NAMING, { cwd: root }).map((path): [string, string] => {
    const text = readFileSync(join(root, path), "utf8");
    return [join(root, path), text.replace(REPOSITORY, slug).replace(ADDRESS, slug).replace(TEAM, owner)];
  });
  const constant = `/** Where the Action is published; written by \`pnpm generate\` from \`repository\` of the package.json at the root. */
export const REPOSITORY = ${JSON.stringify(slug)};
/** Where the JSON Schemas of files and answers are published: each is there under its \`$id\`. */
export const SCHEMAS = ${JSON.stringify(schemasAddress(slug))};
`;
  return { files: { ...Object.fromEntries(named), [join(root, "packages/engine/src/repository.gen.ts")]: constant } };
}
