import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/*
 * What an entry of a package lets others see, from the declarations that the compiler wrote: each exported name with what it is
 * declared as, without comments. References between files of the package are followed; what comes from another is named.
 */

/** A declaration: its text, or the package that it comes from. */
type Declared = string;

/** The exported names of an entry with their declarations, as Markdown that a review can read. */
export function apiReport(title: string, entry: string): string {
  const names = [...exportsOf(entry, new Map())].sort(([a], [b]) => (a < b ? -1 : 1));
  return [`# ${title}`, "", "```ts", ...names.map(([, declared]) => declared), "```", ""].join("\n");
}

function exportsOf(file: string, known: Map<string, ReadonlyMap<string, Declared>>): ReadonlyMap<string, Declared> {
  const met = known.get(file);
  if (met !== undefined) return met;
  const found = new Map<string, Declared>();
  known.set(file, found);
  for (const statement of statementsOf(readFileSync(file, "utf8"))) {
    const star = /^export (?:type )?\* from "(.+)";/.exec(statement)?.[1];
    const [, list, from] = /^export (?:type )?\{([\s\S]*?)\}(?: from "(.+)")?;/.exec(statement) ?? [];
    const name =
      /^export (?:declare )?(?:default )?(?:abstract )?(?:interface|type|class|function|const|enum) ([\w$]+)/.exec(
        statement,
      )?.[1];
    if (star !== undefined) for (const [each, declared] of originOf(star, file, known)) found.set(each, declared);
    else if (list !== undefined)
      for (const [inner, outer] of renamed(list)) {
        const declared = from === undefined ? undefined : originOf(from, file, known).get(inner);
        found.set(outer, declared ?? `export { ${outer} } from "${from ?? "here"}";`);
      }
    // Overloads are several declarations of one name.
    else if (name !== undefined) found.set(name, [found.get(name), statement].filter(Boolean).join("\n"));
  }
  return found;
}

function originOf(specifier: string, from: string, known: Map<string, ReadonlyMap<string, Declared>>) {
  const file = join(dirname(from), specifier.replace(/\.[jt]s$/, ".d.ts"));
  return specifier.startsWith(".") && existsSync(file) ? exportsOf(file, known) : new Map<string, Declared>();
}

function renamed(list: string): [string, string][] {
  return list
    .split(",")
    .map((each) => each.trim().replace(/^type /, ""))
    .filter(Boolean)
    .map((each) => {
      const [inner = "", outer = inner] = each.split(" as ");
      return [inner, outer];
    });
}

/** Statements begin at the start of a line; comments are prose, and may change freely. */
function statementsOf(text: string): string[] {
  const bare = text.replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, "").replace(/^\/\/.*\n/gm, "");
  return bare.split(/\n(?=export |import |declare |interface |type )/).map((statement) => statement.trimEnd());
}
