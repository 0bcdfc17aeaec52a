import { formatPointer } from "@concordat/containment/internal";
import * as v from "valibot";
import { nearest } from "../base/nearest.ts";
import type { Problem } from "../base/problem.ts";
import type { Result } from "../base/result.ts";
import { locatePointers, parseText } from "../source/parse.ts";
import type { SourceText } from "../source/source-text.ts";

/** Reads a text of YAML or JSON in a form; what does not fit is a problem with its line. */
export function checkText<S extends v.GenericSchema>(source: SourceText, schema: S): Result<v.InferOutput<S>> {
  const parsed = parseText(source);
  if (parsed.data === undefined) return { failure: "input", problems: parsed.problems };
  const result = v.safeParse(schema, parsed.data ?? {});
  if (parsed.problems.length === 0 && result.success) return { value: result.output };
  const issues = result.success ? [] : result.issues.flatMap(deepest);
  const places = issues.map(({ path }) => formatPointer((path ?? []).map(({ key }) => String(key))));
  const positions = locatePointers(
    { ...source, ...parsed },
    places.flatMap((place) => [place, place.slice(0, place.lastIndexOf("/"))]),
  );
  const problems = issues.map((issue, i): Problem => {
    const place = places[i] as string;
    const named = (issue.path ?? []).map(({ key }) => String(key)).join(".");
    const position = positions.get(place) ??
      positions.get(place.slice(0, place.lastIndexOf("/"))) ?? { line: 1, column: 1 };
    const known = knownKeys(
      schema,
      (issue.path ?? []).slice(0, -1).map(({ key }) => String(key)),
    );
    return { code: "config-invalid", message: wordsFor(issue, named, known), file: source.name, ...position };
  });
  return { failure: "input", problems: [...parsed.problems, ...problems] };
}

/** A problem at a place of a text that could be read. */
export function problemAt(source: SourceText, pointer: string, code: string, message: string): Problem {
  const place = locatePointers({ ...source, ...parseText(source) }, [pointer]).get(pointer) ?? { line: 1, column: 1 };
  return { code, message, file: source.name, ...place };
}

/** The issue that says most: of a union, that of the member which came furthest. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] {
  // Those of members begin at the place of the union.
  const inner = (issue.issues ?? []).flatMap(({ path, ...each }) =>
    path === undefined ? [] : [{ ...each, path: [...(issue.path ?? []), ...path] as typeof path }],
  );
  return inner.length > 0 ? inner : [issue];
}

/** The keys that a form has at a place; none where it takes any. */
function knownKeys(schema: v.GenericSchema, path: readonly string[]): readonly string[] {
  const { entries, item, value, wrapped, options } = schema as SchemaParts;
  if (wrapped !== undefined) return knownKeys(wrapped, path);
  if (options !== undefined) return options.flatMap((option) => knownKeys(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(entries ?? {});
  const below = item ?? value ?? entries?.[key];
  return below === undefined ? [] : knownKeys(below, rest);
}

/** What schemas of valibot are made of, whatever their kind. */
interface SchemaParts {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly value?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  /** Those of a choice among texts are no schemas, and have no keys. */
  readonly options?: readonly v.GenericSchema[];
}

function wordsFor(
  { type, expected, received, message, kind, path }: v.BaseIssue<unknown>,
  named: string,
  known: readonly string[],
): string {
  const at = named === "" ? "The file" : `\`${named}\``;
  if (kind === "schema" && type === "strict_object" && expected === "never") {
    const near = nearest(String(path?.at(-1)?.key), known);
    return `${at} is not an option here. ${near === undefined ? "Remove it, or correct its name." : `Did you mean \`${near}\`?`}`;
  }
  if (kind === "validation") return `${at} is not right: ${message}.`;
  // Of an open object that lacks a member, what is expected is the name of the member.
  if (kind === "schema" && received === "undefined" && type.endsWith("object")) return `${at} is missing. Add it.`;
  return `${at} must be ${wordsForType(expected ?? "something else")}, and is ${wordsForType(received)}.`;
}

const TYPES: Readonly<Record<string, string>> = {
  Object: "a mapping",
  Array: "a list",
  number: "a number",
  string: "a text",
  boolean: "true or false",
  undefined: "missing",
};

/** What valibot calls a type or a choice, as people say it. */
function wordsForType(name: string): string {
  const choices = name.replaceAll(/[()]/g, "").split(" | ");
  const words = [...new Set(choices)].map((each) => TYPES[each] ?? each.replaceAll('"', "`"));
  if (choices.every((each) => each in TYPES)) return words.join(" or ");
  return words.length > 1 ? `one of ${words.join(", ")}` : (words[0] ?? name);
}
