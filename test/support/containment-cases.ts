import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { confirm } from "../../packages/containment/src/confirm/index.ts";
import {
  Decider,
  type Dialect,
  type Document,
  isDialect,
  type Json,
  libraryOf,
  type Place,
  Space,
  STRICT,
} from "../../packages/containment/src/internal.ts";
import { METASCHEMAS } from "../../packages/containment/src/metaschemas.ts";
import { RefaAutomata } from "../../packages/containment/src/types/automaton.ts";
import { parseText } from "../../packages/engine/src/source/parse.ts";
import { SHARED } from "./paths.ts";

/** Two schemas, with what others say of them. */
export interface ContainmentCase {
  readonly id: string;
  readonly s1: Json;
  readonly s2: Json;
  /** Whether every value of the first is a value of the second. */
  readonly s1_sub_s2: boolean;
  readonly draft: string;
}

/** The cases of a file; none where it is not at hand. */
export function readCases(file: string): ContainmentCase[] {
  const path = join(SHARED, "containment-cases", file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}

/** A label that is held to be wrong. */
export interface ArguedLabel {
  readonly case: string;
  readonly reason: string;
}

/** The reviewed list of labels that are held to be wrong. */
export function readArguedLabels(): readonly ArguedLabel[] {
  const name = "containment-labels.yaml";
  const text = readFileSync(join(import.meta.dirname, "..", name), "utf8");
  return (parseText({ name, uri: name, text }).data as { readonly argued: readonly ArguedLabel[] }).argued;
}

const automata = new RefaAutomata();

/** Our answer, as users get it: a refusal counts only with a value that both validators confirm. */
export async function answer({ s1, s2, draft }: ContainmentCase): Promise<"yes" | "no" | "undecided"> {
  const dialect = dialectOf(draft);
  const documents = [s1, s2].map((root, i): Document => ({ uri: `concordat:/${i}`, root, dialect }));
  const library = libraryOf([...documents, ...METASCHEMAS]);
  const space = new Space(library);
  const [left, right] = documents.map((document) => space.place({ document, pointer: "", value: document.root })) as [
    Place,
    Place,
  ];
  space.node(left);
  space.node(right);
  const found = new Decider(space, STRICT, automata).counterexample([left], [right]);
  if (found.kind !== "some") return found.kind === "none" ? "yes" : "undecided";
  const confirmed = await confirm({ left, right, value: found.value, seen: found.value }, library, STRICT);
  return confirmed.kind === "confirmed" ? "no" : "undecided";
}

/** @param draft such as `draft6` or `draft2020-12` */
function dialectOf(draft: string): Dialect {
  const [, version = ""] = /^draft(.*)$/.exec(draft) ?? [];
  const dialect = `draft-${version.padStart(2, "0")}`;
  if (!isDialect(dialect)) throw new Error(`\`${draft}\` is no draft`);
  return dialect;
}
