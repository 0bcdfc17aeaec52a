import type { IFunctionResult } from "@stoplight/spectral-core";
import type { Description } from "../load/description.ts";

type Path = readonly (string | number)[];
type Container = Readonly<Record<string | number, unknown>>;

/**
 * Keeps Spectral from reporting the same about one place again and again. What is referred to from a hundred places is
 * judged a hundred times, and Spectral finds out late and at great cost that all of that is one finding.
 */
export class Echoes {
  readonly #written: unknown;
  readonly #resolved: unknown;
  /** What has been said, by the object it is about; those of a tree each stand at one place. */
  readonly #said: Map<object, Set<string>> | undefined;

  constructor({ root, library }: Description, resolved: unknown) {
    this.#written = root.root;
    this.#resolved = resolved;
    const seen = new Set<object>();
    // An alias of YAML stands at several places, of each of which something is to be said.
    if ([...library.all()].every((document) => isTree(document.root, seen))) this.#said = new Map();
  }

  /** The results of a rule on resolved data that say something new. */
  fresh(rule: string, results: IFunctionResult[], path: Path): IFunctionResult[] {
    return this.#said ? results.filter((each) => !this.#isEcho(rule, each.message, each.path ?? path)) : results;
  }

  #isEcho(rule: string, message: string, path: Path): boolean {
    const { anchor, depth, length } = this.#reach(path);
    if (anchor === undefined || !this.#isReferred(path.slice(0, length))) return false;
    const rest = path.slice(depth).map(String);
    // Spectral looks for the last token there is in the whole of the path, and may find it in what is missing.
    const last = String(path[length - 1]);
    const key = JSON.stringify([rule, message, rest, rest.includes(last) ? last : ""]);
    const said = this.#said?.get(anchor) ?? new Set<string>();
    this.#said?.set(anchor, said);
    return said.size === said.add(key).size;
  }

  /** The last object on a path through the resolved data, how deep it stands, and how much of the path there is. */
  #reach(path: Path): { anchor?: object; depth: number; length: number } {
    let value = this.#resolved;
    let reach: { anchor?: object; depth: number; length: number } = { depth: 0, length: 0 };
    for (const [i, token] of path.entries()) {
      // Spectral takes it for an escape.
      if (typeof token === "string" && token.includes("~")) return { depth: 0, length: 0 };
      if (!isContainer(value) || !(token in value)) break;
      reach = { anchor: value, depth: i, length: i + 1 };
      value = value[token];
    }
    return isContainer(value) ? { anchor: value, depth: reach.length, length: reach.length } : reach;
  }

  /** Whether a path leads through a reference; then Spectral tells the place that is referred to. */
  #isReferred(path: Path): boolean {
    let value = this.#written;
    for (const token of path) {
      if (!isContainer(value)) return false;
      if (!(token in value)) return typeof value["$ref"] === "string";
      value = value[token];
    }
    return isContainer(value) && typeof value["$ref"] === "string" && Object.keys(value).length === 1;
  }
}

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

function isTree(value: unknown, seen: Set<object>): boolean {
  if (!isContainer(value)) return true;
  if (seen.has(value)) return false;
  seen.add(value);
  return Object.values(value).every((member) => isTree(member, seen));
}
