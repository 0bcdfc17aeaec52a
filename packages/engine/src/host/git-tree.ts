import { failed } from "../base/result.ts";
import type { GitObjects, TreeEntry } from "./git-objects.ts";
import type { HostFailure, HostResult } from "./host.ts";

/** Links of a path that are followed; more go in a circle, as file systems have it. */
const MOST_LINKS = 40;

const FOLDER = "40000";
const LINK = "120000";
const SUBMODULE = "160000";

/**
 * A file at a commit by its path from the root. Links are followed as long as they stay within the tree. `missing` is
 * what the tree provably lacks; what git cannot supply is a failure of the tool, and what is there and no file is refused.
 */
export async function showFile(objects: GitObjects, commit: string, path: string): Promise<HostResult<Uint8Array>> {
  const entry = await new Walk(objects, commit, path).find();
  if (failed(entry)) return entry;
  const blob = await objects.read(entry.value.object);
  return failed(blob) ? unsupplied(commit, path, blob) : { value: blob.value.bytes };
}

/** The way from the root of a commit to a file. */
class Walk {
  readonly #objects: GitObjects;
  readonly #commit: string;
  readonly #path: string;
  /** Names still to go, the next one last. */
  readonly #ahead: string[];
  /** Trees from the root to where the walk stands. */
  readonly #above: string[];
  #links = 0;
  /** How many of the names still to go no link has brought. */
  #given: number;

  constructor(objects: GitObjects, commit: string, path: string) {
    this.#objects = objects;
    this.#commit = commit;
    this.#path = path;
    this.#ahead = path.split("/").reverse();
    this.#given = this.#ahead.length;
    this.#above = [`${commit}^{tree}`];
  }

  async find(): Promise<HostResult<TreeEntry>> {
    for (let name = this.#ahead.pop(); name !== undefined; name = this.#ahead.pop()) {
      if (name === "" || name === ".") continue;
      if (name === "..") {
        this.#above.pop();
        if (this.#above.length === 0) return this.#refused("leads out of the repository");
        continue;
      }
      const tree = await this.#objects.tree(this.#above.at(-1) as string);
      if (failed(tree)) return unsupplied(this.#commit, this.#path, tree);
      const entry = tree.value.get(name);
      if (entry === undefined) return this.#absent();
      if (entry.mode === SUBMODULE)
        return this.#refused(`lies in a submodule (\`${name}\`), whose files this repository does not have`);
      if (entry.mode === LINK) {
        const failure = await this.#follow(entry);
        if (failure) return failure;
      } else if (entry.mode === FOLDER) this.#above.push(entry.object);
      else if (this.#ahead.every((rest) => rest === "" || rest === ".")) return { value: entry };
      // Below a file there is nothing.
      else return this.#absent();
    }
    return this.#refused("is a folder, not a file");
  }

  /** Goes on where a link leads to. */
  async #follow(link: TreeEntry): Promise<HostFailure | undefined> {
    if (++this.#links > MOST_LINKS) return this.#refused("is a link that leads back to itself");
    const target = await this.#objects.read(link.object);
    if (failed(target)) return unsupplied(this.#commit, this.#path, target);
    const way = target.value.bytes.toString("utf8");
    if (way.startsWith("/")) return this.#refused("leads out of the repository, by a link");
    this.#given = Math.min(this.#given, this.#ahead.length);
    this.#ahead.push(...way.split("/").reverse());
    return undefined;
  }

  #absent(): HostFailure {
    // A folder that a link leads to may lack a file like any other; what the link itself names has to be there.
    if (this.#ahead.length >= this.#given) return this.#refused("is a link to what is not there");
    return { failure: "missing", message: `There is no ${this.#name()}.` };
  }

  #refused(why: string): HostFailure {
    return { failure: "refused", message: `${this.#name()} ${why}.` };
  }

  #name(): string {
    return nameOf(this.#commit, this.#path);
  }
}

function unsupplied(commit: string, path: string, { failure, message }: HostFailure): HostFailure {
  return { failure, message: `${nameOf(commit, path)} cannot be read. ${message}` };
}

function nameOf(commit: string, path: string): string {
  return `\`${path}\` at \`${commit.slice(0, 12)}\``;
}
