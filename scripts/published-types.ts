import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { root } from "./paths.ts";

/*
 * Declarations for a bundle. The compiler writes one for each source file of a package; a bundle is given those that its entries
 * lead to, across our packages, so that whoever installs it has all types and no package for types alone.
 */

const SPECIFIER = /(?<=\bfrom "|\bimport\("|^import ")[^"]+(?=")/gm;
const packages = join(root, "packages");

/**
 * The declarations that entries lead to, by their names below one folder: `engine/kit/index.d.ts`.
 * @param entries declarations that the compiler wrote
 * @param installed packages that whoever installs the bundle has as well; they stay named
 * @throws where a declaration names a package that is neither ours nor installed: who reads it would not find the package
 */
function publishedTypes(entries: readonly string[], installed: readonly string[] = []): Map<string, string> {
  const texts = new Map<string, string>();
  const queue = entries.map((entry) => resolve(root, entry));
  for (const file of queue) {
    const name = nameOf(file);
    if (texts.has(name)) continue;
    const text = readFileSync(file, "utf8").replace(SPECIFIER, (specifier) => {
      if (installed.some((each) => specifier === each || specifier.startsWith(`${each}/`))) return specifier;
      const target = targetOf(specifier, file);
      queue.push(target);
      const path = relative(dirname(name), nameOf(target)).replaceAll("\\", "/");
      return (path.startsWith(".") ? path : `./${path}`).replace(/\.d\.ts$/, ".js");
    });
    texts.set(name, text);
  }
  return texts;
}

/** A plugin of rolldown: writes the declarations of entries beside a bundle, below `types`. */
export function typesPlugin(entries: readonly string[], installed?: readonly string[]) {
  return {
    name: "published-types",
    generateBundle(this: { emitFile(file: { type: "asset"; fileName: string; source: string }): unknown }) {
      for (const [name, source] of publishedTypes(entries, installed))
        this.emitFile({ type: "asset", fileName: `types/${name}`, source });
    },
  };
}

/** A declaration by its package and its place there. */
function nameOf(file: string): string {
  return relative(packages, file).replaceAll("\\", "/").replace("/dist/", "/");
}

function targetOf(specifier: string, from: string): string {
  if (specifier.startsWith(".")) return resolve(dirname(from), specifier.replace(/(?:\.d)?\.[jt]s$/, ".d.ts"));
  const [, folder = "", entry] = /^@concordat\/([\w-]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  const manifest = join(packages, folder, "package.json");
  if (folder === "" || !existsSync(manifest))
    throw new Error(
      `${relative(root, from)} names \`${specifier}\` in a published type, which nobody would have installed.`,
    );
  const { exports } = JSON.parse(readFileSync(manifest, "utf8"));
  return join(packages, folder, exports[entry === undefined ? "." : `./${entry}`].types);
}
