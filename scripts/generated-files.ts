import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { catalogueFiles } from "./gen-catalogue.ts";
import { root } from "./paths.ts";

/** What one generator is answerable for. */
export interface Generated {
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
  /** A glob from the root: files that match it and are not among `files` are left over. */
  readonly owns?: string;
}

/** Generators in order: each may read what those before it wrote, and is loaded only then. */
const GENERATORS: readonly (() => Promise<Generated>)[] = [
  async () => ({ files: catalogueFiles() }),
  async () => (await import("./gen-repository.ts")).repositoryFiles(),
  async () => (await import("./gen-examples.ts")).exampleFiles(),
  async () => (await import("./gen-rule-docs.ts")).ruleDocs(),
  async () => (await import("./gen-lint-docs.ts")).lintDocs(),
  async () => (await import("./gen-pact-docs.ts")).pactDocs(),
  async () => (await import("./gen-field-docs.ts")).fieldDocs(),
  async () => (await import("./gen-client-docs.ts")).clientDocs(),
  async () => (await import("./gen-comment.ts")).commentPage(),
  async () => (await import("./gen-picture.ts")).pictureFile(),
  async () => (await import("./gen-schemas.ts")).schemaFiles(),
];

/** Paths from the root of generated files that are missing, out of date or left over. */
export async function staleFiles(): Promise<string[]> {
  for (const generate of GENERATORS) {
    const stale = staleOf(await generate());
    // What comes after would be made from what is out of date.
    if (stale.length > 0) return stale.map(({ path }) => relative(root, path));
  }
  return [];
}

/** Brings all generated files up to date; answers which it had to touch. */
export async function writeFiles(): Promise<string[]> {
  const touched: string[] = [];
  for (const generate of GENERATORS) {
    for (const { path, text } of staleOf(await generate())) {
      if (text === undefined) rmSync(path);
      else {
        await mkdir(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      touched.push(relative(root, path));
    }
  }
  return touched;
}

function staleOf({ files, owns }: Generated): { readonly path: string; readonly text: string | undefined }[] {
  const stale = Object.entries(files)
    .filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text)
    .map(([path, text]) => ({ path, text }));
  const present = owns === undefined ? [] : globSync(owns, { cwd: root }).map((path) => join(root, path));
  const left = present.filter((path) => files[path] === undefined).sort();
  return [...stale, ...left.map((path) => ({ path, text: undefined }))];
}
