import { YAMLException } from "js-yaml";
import type { Problem } from "../base/problem.ts";
import { decodeText } from "./decode.ts";
import { duplicateKeys, locateInJson } from "./json-scan.ts";
import { indexKeys, type KeyIndex, locateKeys } from "./key-index.ts";
import { withDigits } from "./long-numerals.ts";
import { pointerTree } from "./pointer-tree.ts";
import { looksLikeJson, type Position, positionAt, positionsAt, type SourceText } from "./source-text.ts";
import { type Survey, surveyTree } from "./survey.ts";
import { DEEPEST, readYaml } from "./yaml-read.ts";
import { duplicateYamlKeys, locateInYaml, withEmptyKeys } from "./yaml-scan.ts";

export type Format = "json" | "yaml";

/** What a text holds. */
export interface Parsed {
  readonly format: Format;
  /** Plain data; undefined where the text is neither JSON nor YAML, then `problems` says why. */
  readonly data: unknown;
  readonly survey: Survey;
  /** Where its keys are written, if it is JSON. */
  readonly keys?: KeyIndex | undefined;
  readonly problems: readonly Problem[];
}

/** A text, and what it holds. */
export interface ReadText {
  readonly source: SourceText;
  readonly parsed: Parsed;
}

/** The code of the problem that bytes are not UTF-8. */
export const NOT_UTF8 = "not-utf8";

/** Nodes that a text may stand for once aliases are spread; more is a bomb. */
const MOST_NODES = 20_000_000;

/**
 * Decodes and parses what was read. Bytes that are not UTF-8 are a problem, and no text.
 *
 * @param before a text without problems; what says the same holds the same data
 */
export function parseBytes(
  bytes: Uint8Array,
  { uri, name }: Pick<SourceText, "uri" | "name">,
  before?: ReadText,
): ReadText {
  const decoded = decodeText(bytes);
  if ("text" in decoded) {
    const source = { uri, name, ...decoded };
    if (before === undefined || !readsAlike(before.source, source)) return { source, parsed: parseText(source) };
    return { source: { ...source, text: before.source.text }, parsed: before.parsed };
  }
  return { source: { uri, name, text: "" }, parsed: failed("yaml", { code: NOT_UTF8, file: name, ...decoded }) };
}

/** Whether two texts hold the same data: the same words may be YAML, and no JSON where their name says that they are. */
function readsAlike(one: SourceText, other: SourceText): boolean {
  return one.text === other.text && isNamedJson(one) === isNamedJson(other);
}

function isNamedJson({ name }: SourceText): boolean {
  return name.endsWith(".json");
}

/** Parses JSON or YAML to plain data. Duplicate keys are reported and the last of them kept. */
export function parseText(source: SourceText): Parsed {
  if (!looksLikeJson(source.text)) return parseYaml(source);
  const json = parseJson(source);
  if (json.data !== undefined || isNamedJson(source)) return json;
  // A text may begin with a bracket and still be YAML, in flow style.
  const yaml = parseYaml(source);
  return yaml.data === undefined ? json : yaml;
}

/** A text that parsed, with what is known of it. */
export interface ParsedText extends Pick<SourceText, "text" | "escaped"> {
  readonly format: Format;
  readonly data: unknown;
  readonly keys?: KeyIndex | undefined;
}

/** Positions of what JSON Pointers lead to in a text that parses; a pointer that leads nowhere is absent. */
export function locatePointers(source: ParsedText, pointers: Iterable<string>): Map<string, Position> {
  return positionsAt(source, locateOffsets(source, pointers));
}

/** Offsets of what JSON Pointers lead to, as above: of the key in a mapping, of the value in a list. */
export function locateOffsets(
  { text, format, data, keys }: ParsedText,
  pointers: Iterable<string>,
): Map<string, number> {
  const tree = pointerTree(pointers);
  if (format === "yaml") return locateInYaml(text, tree, data);
  if (keys === undefined) return locateInJson(text, tree);
  const items = new Map<string, number>();
  const found = locateKeys(text, keys, data, tree, (wanted, from) => {
    for (const [pointer, offset] of locateInJson(text, { ...wanted, pointer: undefined }, from))
      items.set(pointer, offset);
  });
  return new Map([...found, ...items]);
}

function parseJson(source: SourceText): Parsed {
  let data: unknown;
  try {
    data = JSON.parse(stripMark(source.text));
  } catch (error) {
    const offset = /at position (\d+)/.exec((error as Error).message)?.[1];
    const position = positionAt(source, offset === undefined ? source.text.length : Number(offset));
    const what = (error as Error).message.replace(/ (?:in JSON )?at position.*$/, "").replace(/, "[\s\S]*$/, "");
    return failed("json", {
      code: "json-syntax",
      message: `This is not JSON: ${what}.`,
      file: source.name,
      ...position,
    });
  }
  const survey = surveyTree(data, DEEPEST);
  if (survey.tooDeep)
    return failed("json", { code: "nesting", message: TOO_DEEP, file: source.name, line: 1, column: 1 });
  // `JSON.parse` keeps the last of equal keys in silence; where it kept as many as are written, there are none.
  const keys = indexKeys(source.text, survey.keys);
  const repeated = keys === undefined ? duplicateKeys(source.text) : [];
  const text = stripMark(source.text);
  data = withDigits(data, text, text === source.text ? keys : undefined);
  return { format: "json", data, survey, keys, problems: repeated.map((key) => duplicate(source, key)) };
}

function parseYaml(source: SourceText): Parsed {
  let problems: Problem[] = [];
  let data: unknown;
  try {
    data = readKeyed(source.text, { filename: source.name });
  } catch (error) {
    if (error instanceof RangeError)
      return failed("yaml", { code: "nesting", message: TOO_DEEP, file: source.name, line: 1, column: 1 });
    if (!(error instanceof YAMLException)) throw error;
    if (error.reason !== "duplicated mapping key") return failed("yaml", yamlProblem(source, error));
    try {
      data = readKeyed(source.text, { filename: source.name, json: true });
    } catch (second) {
      if (!(second instanceof YAMLException)) throw second;
      return failed("yaml", yamlProblem(source, second));
    }
    problems = duplicateYamlKeys(source.text).map((key) => duplicate(source, key));
  }
  if (data === undefined)
    return failed("yaml", { code: "empty", message: "The file is empty.", file: source.name, line: 1, column: 1 });
  const refusal = refuseAliases(data);
  if (refusal) return failed("yaml", { code: "nesting", message: refusal, file: source.name, line: 1, column: 1 });
  return { format: "yaml", data, survey: surveyTree(data, DEEPEST), problems };
}

/**
 * Where a key may stand that is not written: behind a question mark, or before a colon in a flow mapping. Each alternative
 * begins with one character, so that a text is passed over quickly.
 */
const MAY_HOLD_EMPTY_KEY = /\?(?=\s|$)(?<=(?:^|[\s{[,])\?)|:(?=[\s,}])(?<=[{,]\s*:)/m;

/** Reads YAML with the empty text for keys that are not written. */
function readKeyed(text: string, options: Parameters<typeof readYaml>[1]): unknown {
  const data = readYaml(text, options);
  if (!MAY_HOLD_EMPTY_KEY.test(text)) return data;
  const filled = withEmptyKeys(text);
  return filled === text ? data : readYaml(filled, options);
}

const NOTHING: Survey = {
  keys: 0,
  tooDeep: false,
  external: false,
  misplaced: false,
  ignores: false,
  references: new Set(),
};

function failed(format: Format, problem: Problem): Parsed {
  return { format, data: undefined, survey: NOTHING, problems: [problem] };
}

function yamlProblem(source: SourceText, { reason, mark }: YAMLException): Problem {
  const position = { line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
  if (reason.startsWith("nesting exceeded"))
    return { code: "nesting", message: TOO_DEEP, file: source.name, ...position };
  return { code: "yaml-syntax", message: `This is not YAML: ${reason}.`, file: source.name, ...position };
}

function duplicate(source: SourceText, { key, offset }: { readonly key: string; readonly offset: number }): Problem {
  const message = `The key \`${key}\` is written twice; only the last one counts. Remove one of them.`;
  return { code: "duplicate-key", message, file: source.name, ...positionAt(source, offset) };
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

const TOO_DEEP = `This is nested more than ${DEEPEST} levels deep. Move parts of it elsewhere and refer to them with \`$ref\`.`;

/** Why data with aliases cannot be read: it is too deep, stands inside itself, or spreads out without measure. */
export function refuseAliases(data: unknown): string | undefined {
  const sizes = new Map<object, number>();
  let refusal: string | undefined;
  const visit = (value: unknown, depth: number): number => {
    if (typeof value !== "object" || value === null || refusal) return 1;
    const known = sizes.get(value);
    if (known !== undefined && known >= 0) return known;
    if (known !== undefined)
      refusal = "An alias is inside the value it stands for, which never ends. Use `$ref` instead.";
    else if (depth > DEEPEST) refusal = TOO_DEEP;
    sizes.set(value, -1);
    let size = 1;
    for (const member of Array.isArray(value) ? value : Object.values(value)) size += visit(member, depth + 1);
    if (size > MOST_NODES)
      refusal ??= `Aliases spread this out to more than ${MOST_NODES} values. Use \`$ref\` instead.`;
    sizes.set(value, size);
    return size;
  };
  visit(data, 0);
  return refusal;
}
