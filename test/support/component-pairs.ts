import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { confirm } from "../../packages/containment/src/confirm/index.ts";
import {
  Decider,
  escapeToken,
  type Found,
  isObject,
  type Json,
  type Library,
  libraryOf,
  locate,
  type Mode,
  type Place,
  Space,
  STRICT,
} from "../../packages/containment/src/internal.ts";
import { RefaAutomata } from "../../packages/containment/src/types/automaton.ts";
import { nodeHost } from "../../packages/engine/src/index.ts";
import { type Description, loadDescription } from "../../packages/engine/src/load/description.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { SHARED } from "./paths.ts";

/*
 * Real changes as questions: the named schemas of two revisions that do not mean the same on both sides.
 */

/** Two revisions of a real description. */
export interface RevisionPair {
  readonly name: string;
  readonly base: Entry;
  readonly head: Entry;
}

/** The folder of a description, and the file in it to start from. */
interface Entry {
  readonly folder: string;
  readonly file: string;
}

/** Is every value of the left a value of the right? */
export interface Question {
  /** The schema; where it stands in another file than the first, with that file. */
  readonly name: string;
  readonly direction: "base ⊆ head" | "head ⊆ base";
  readonly left: Place;
  readonly right: Place;
}

/** The questions of two revisions, in both directions, with where their schemas live. */
export interface Questions {
  readonly library: Library;
  readonly space: Space;
  readonly list: readonly Question[];
}

/** The answer to a question, as users get it. */
export type Verdict =
  | { readonly kind: "contained" }
  | { readonly kind: "refuted"; readonly witness: Json }
  | { readonly kind: "undecided"; readonly reason: string };

/** How open objects are read: `declared` as the diff does, `strict` as validators do. */
export const READINGS: Readonly<Record<Mode["extras"], Mode>> = {
  declared: { ...STRICT, extras: "declared" },
  strict: STRICT,
};

/** The pairs of the corpus beside the workspace; none where it is not there. */
export function corpusPairs(): RevisionPair[] {
  const corpus = join(SHARED, "corpus");
  const manifest = join(corpus, "manifest.json");
  if (!existsSync(manifest)) return [];
  const vendors = JSON.parse(readFileSync(manifest, "utf8")) as readonly {
    readonly vendor: string;
    readonly format: string;
    /** The file to start from, where a description is a tree of files. */
    readonly entry?: string;
  }[];
  return vendors.map(({ vendor, format, entry }) => {
    const side = (revision: string): Entry =>
      entry === undefined
        ? { folder: join(corpus, vendor), file: `${revision}.${format}` }
        : { folder: join(corpus, vendor, revision), file: entry };
    return { name: vendor, base: side("old"), head: side("new") };
  });
}

/** Reads both revisions, with all files that they refer to, and asks for each schema that changed. */
export async function readQuestions({ base, head }: RevisionPair): Promise<Questions> {
  const [before, after] = await Promise.all([readDescription(base), readDescription(head)]);
  const library = libraryOf([...before.library.all(), ...after.library.all()]);
  const space = new Space(library);
  const [olds, news] = [namedSchemas(before, base, space), namedSchemas(after, head, space)];
  const list = [...olds].flatMap(([name, left]): Question[] => {
    const right = news.get(name);
    if (right === undefined || space.node(left) === space.node(right)) return [];
    return [
      { name, direction: "base ⊆ head", left, right },
      { name, direction: "head ⊆ base", left: right, right: left },
    ];
  });
  return { library, space, list };
}

async function readDescription({ folder, file }: Entry): Promise<Description> {
  return valueIn(await loadDescription(file, nodeHost(folder)));
}

/** The schemas that descriptions name: `definitions` of OpenAPI 2.0, `components/schemas` later. */
function namedSchemas({ root, library }: Description, { folder }: Entry, space: Space): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const document of library.all()) {
    const pointer = document.dialect === "openapi-2.0" ? "/definitions" : "/components/schemas";
    const schemas = locate({ document, pointer: "", value: document.root }, pointer);
    if (schemas === undefined || !isObject(schemas.value)) continue;
    const file = document === root ? "" : `${relative(folder, fileURLToPath(document.uri))}#`;
    for (const name of Object.keys(schemas.value)) {
      const schema = locate(schemas, `/${escapeToken(name)}`);
      if (schema) found.set(file + name, space.place(schema));
    }
  }
  return found;
}

const automata = new RefaAutomata();

/** Decides a question as the diff does: with automata only where it cannot be decided without. */
export function decide({ left, right }: Question, space: Space, mode: Mode): Found<Json> {
  const decider = new Decider(space, mode);
  const found = decider.counterexample([left], [right]);
  return decider.lackedAutomata ? new Decider(space, mode, automata).counterexample([left], [right]) : found;
}

/** What users get for what was found: a refusal counts only with a value that both validators confirm. */
export async function settle(
  found: Found<Json>,
  { left, right }: Question,
  library: Library,
  mode: Mode,
): Promise<Verdict> {
  switch (found.kind) {
    case "none":
      return { kind: "contained" };
    case "unknown":
      return {
        kind: "undecided",
        reason: found.exists ? `${found.reason} (that there is a value is certain)` : found.reason,
      };
    default: {
      const { value } = found;
      const confirmed = await confirm({ left, right, value, seen: value }, library, mode);
      return confirmed.kind === "confirmed"
        ? { kind: "refuted", witness: confirmed.value }
        : { kind: "undecided", reason: `the claim of ${abbreviate(value)} is ${confirmed.kind}` };
    }
  }
}

const LONGEST = 200;

function abbreviate(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
