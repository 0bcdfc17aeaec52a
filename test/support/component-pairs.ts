import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { confirm } from "../../packages/containment/src/confirm/index.ts";
import {
  type Automata,
  Decider,
  type Document,
  escapeToken,
  type Found,
  isObject,
  type Json,
  type Library,
  libraryOf,
  locate,
  type Mode,
  own,
  type Place,
  Space,
  STRICT,
} from "../../packages/containment/src/index.ts";
import { RefaAutomata } from "../../packages/containment/src/types/automaton.ts";
import { nodeHost } from "../../packages/engine/src/index.ts";
import { type Description, loadDescription } from "../../packages/engine/src/load/description.ts";
import { SHARED } from "./judging.ts";

/** Two real revisions of a description, as files. */
export interface Source {
  readonly name: string;
  /** The folder that holds each revision, and the file in it to start from. */
  readonly base: Entry;
  readonly head: Entry;
}

interface Entry {
  readonly folder: string;
  readonly file: string;
}

/** Two revisions, read, in one space. */
export interface Revisions {
  readonly library: Library;
  readonly space: Space;
  /** Schemas of one name on both sides that do not mean the same. */
  readonly changed: readonly Component[];
}

/** A named schema on both sides. */
interface Component {
  readonly name: string;
  readonly base: Place;
  readonly head: Place;
}

/** A question: does the left lie within the right? */
export interface ComponentPair {
  readonly name: string;
  readonly direction: "base within head" | "head within base";
  readonly left: Place;
  readonly right: Place;
}

/** How the diff reads open objects. */
export const DECLARED: Mode = { ...STRICT, extras: "declared" };

/** All pairs of the corpus that is kept beside the workspace; none where it is not there. */
export function corpusSources(): Source[] {
  const corpus = join(SHARED, "corpus");
  const manifest = join(corpus, "manifest.json");
  if (!existsSync(manifest)) return [];
  const entries = JSON.parse(readFileSync(manifest, "utf8")) as readonly {
    readonly vendor: string;
    readonly format: string;
    readonly entry?: string;
  }[];
  return entries.map(({ vendor, format, entry }) => {
    const side = (name: string): Entry =>
      entry === undefined
        ? { folder: join(corpus, vendor), file: `${name}.${format}` }
        : { folder: join(corpus, vendor, name), file: entry };
    return { name: vendor, base: side("old"), head: side("new") };
  });
}

/** Reads both revisions, with all files that they refer to, and finds the schemas that changed. */
export async function readRevisions({ base, head }: Source): Promise<Revisions> {
  const [before, after] = await Promise.all([base, head].map(read)) as [Description, Description];
  const library = libraryOf([...before.library.all(), ...after.library.all()]);
  const space = new Space(library);
  const changed: Component[] = [];
  for (const [name, left] of componentsOf(before, space)) {
    const right = componentsOf(after, space).get(name);
    if (right === undefined || space.node(left) === space.node(right)) continue;
    changed.push({ name, base: left, head: right });
  }
  return { library, space, changed };
}

async function read({ folder, file }: Entry): Promise<Description> {
  const description = await loadDescription(file, nodeHost(folder));
  if ("kind" in description) throw new Error(description.problems.map(({ message }) => message).join("\n"));
  return description;
}

function componentsOf({ root, library }: Description, space: Space): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const document of library.all()) {
    const holder = { document, pointer: "", value: document.root };
    const pointer = document.dialect === "openapi-2.0" ? "/definitions" : "/components/schemas";
    const schemas = locate(holder, pointer);
    if (!schemas || !isObject(schemas.value)) continue;
    for (const name of Object.keys(schemas.value)) {
      const at = locate(schemas, `/${escapeToken(name)}`);
      if (at) found.set(document === root ? name : `${new URL(document.uri).pathname.replace(/.*\/(old|new)\//, "")}#${name}`, space.place(at));
    }
  }
  return found;
}
