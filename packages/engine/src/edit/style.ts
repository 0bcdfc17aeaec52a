import { ExactNumber, isObject } from "@concordat/containment/internal";
import { type ScalarTag, type SchemaOptions, stringify, type ToStringOptions } from "yaml";
import type { Format } from "../source/parse.ts";

/** How a text is written, as far as what is added must be written like it. */
export interface Style {
  readonly format: Format;
  readonly eol: string;
  /** Indentation of one level; empty where a JSON text has no lines. */
  readonly unit: string;
  /** Whether lists in YAML stand further in than the key that they belong to. */
  readonly indentLists: boolean;
  readonly singleQuotes: boolean;
}

/** Further on than this nothing is looked for: a text is written in one style, or in none. */
const ENOUGH = 200_000;

/** Reads the style of a text off its first lines. */
export function styleOf(text: string, format: Format): Style {
  const start = text.slice(0, ENOUGH);
  const eol = /\r?\n/.exec(start)?.[0] ?? "\n";
  const count = (quote: RegExp) => start.match(quote)?.length ?? 0;
  return {
    format,
    eol,
    unit: format === "json" ? jsonUnit(start) : yamlUnit(start),
    indentLists: listsAreIndented(start),
    singleQuotes: count(/(?:[:-] +|^ *)'/gm) >= count(/(?:[:-] +|^ *)"/gm),
  };
}

function jsonUnit(text: string): string {
  const first = /^\uFEFF?\s*[{[][ \t]*\r?\n([ \t]+)/.exec(text)?.[1];
  return first ?? (/\n\s*\S/.test(text.trim()) ? "  " : "");
}

/** By how much the first member of an object stands further in than its key, or else the first item of a list. */
function yamlUnit(text: string): string {
  const member = /^( *)[^\s#-][^\r\n]*:[ \t]*\r?\n\1( +)[^\s#-]/m.exec(text);
  const item = member ?? /^( *)[^\s#-][^\r\n]*:[ \t]*\r?\n\1( +)- /m.exec(text);
  return item?.[2] ?? "  ";
}

function listsAreIndented(text: string): boolean {
  // Further out, it is an item of another list.
  for (const [, key = "", dash = ""] of text.matchAll(/^( *(?:- +)*)[^\s#-][^\r\n]*:[ \t]*\r?\n(?=( *)- )/gm))
    if (dash.length >= key.length) return dash.length > key.length;
  return true;
}

/** `key: value` in lines of YAML, the first of them without indentation; keys beside it show how keys are quoted. */
export function blockMember(key: string, value: unknown, keysBeside: readonly string[], style: Style): string[] {
  const lines = stringify({ k: value }, optionsOf(style)).replace(/\n$/, "").split("\n");
  return [keyText(key, keysBeside, style) + (lines[0] as string).slice(1), ...lines.slice(1)];
}

/** `- value` in lines of YAML, with the blanks that follow dashes here. */
export function blockItem(value: unknown, blanks: string, style: Style): string[] {
  const [first = "", ...rest] = stringify([value], optionsOf(style)).replace(/\n$/, "").split("\n");
  const further = blanks.slice(1);
  return [`-${blanks}${first.slice(2)}`, ...rest.map((line) => (line === "" ? "" : further + line))];
}

/** A value without line breaks that are not its own; undefined where YAML would need several lines for it. */
export function inlineScalar(value: unknown, quote: string | undefined, style: Style): string | undefined {
  if (Array.isArray(value) || isObject(value)) return undefined;
  const type = quote === '"' ? "QUOTE_DOUBLE" : quote === "'" ? "QUOTE_SINGLE" : "PLAIN";
  const text = stringify(value, { ...optionsOf(style), defaultStringType: type }).trimEnd();
  return text.includes("\n") ? undefined : text;
}

/** How values are written between brackets. */
export interface FlowStyle {
  /** As JSON, which YAML has too. */
  readonly json: boolean;
  /** What stands between a key and its value. */
  readonly colon: string;
  /** Blanks inside brackets. */
  readonly padded: boolean;
  /** Indentation of one level; undefined where all is to stand on one line. */
  readonly unit: string | undefined;
}

/** `key: value`, or a value alone, as it is written between brackets; lines but the first start as `indent` says. */
export function flowText(
  key: string | undefined,
  value: unknown,
  flow: FlowStyle,
  indent: string,
  style: Style,
): string {
  if (!flow.json) {
    const options = { ...optionsOf(style), collectionStyle: "flow", flowCollectionPadding: flow.padded } as const;
    const bracketed = stringify(key === undefined ? [value] : { [key]: value }, options).trim();
    // A text of several lines is left to JSON, which has it on one.
    if (!bracketed.includes("\n")) return bracketed.slice(1, -1).trim();
  }
  const prefix = key === undefined ? "" : JSON.stringify(key) + flow.colon;
  if (flow.unit !== undefined)
    return prefix + JSON.stringify(value, null, flow.unit).replaceAll("\n", style.eol + indent);
  if (!/\s/.test(flow.colon)) return prefix + JSON.stringify(value);
  // A string of JSON has no line break in it, so these are all between values.
  const edge = flow.padded ? " " : "";
  return (
    prefix +
    JSON.stringify(value, null, 1)
      .replaceAll(/([{[])\n */g, `$1${edge}`)
      .replaceAll(/\n *([}\]])/g, `${edge}$1`)
      .replaceAll(/\n */g, " ")
  );
}

/** A key as keys beside it are written: status codes without quotes where others have none, quoted where all are. */
function keyText(key: string, keysBeside: readonly string[], style: Style): string {
  if (/^\d+$/.test(key) && keysBeside.some((other) => /^\d+$/.test(other))) return key;
  const quotes = keysBeside.filter((other) => /^["']/.test(other)).map((other) => other[0]);
  const singleQuote = quotes.length > 0 ? quotes.at(-1) === "'" : style.singleQuotes;
  const all = quotes.length > 0 && quotes.length === keysBeside.length;
  const defaultKeyType = all ? (singleQuote ? "QUOTE_SINGLE" : "QUOTE_DOUBLE") : "PLAIN";
  const line = stringify({ [key]: 0 }, { ...optionsOf(style), singleQuote, defaultKeyType });
  return line.slice(0, line.lastIndexOf(":"));
}

/** A number that no double holds, as it was written. */
const EXACT: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  identify: (value) => value instanceof ExactNumber,
  resolve: (text) => text,
  stringify: ({ value }) => String(value),
};

function optionsOf({
  unit,
  indentLists,
  singleQuotes,
}: Style): ToStringOptions & { aliasDuplicateObjects: false; compat: "yaml-1.1" } & Pick<SchemaOptions, "customTags"> {
  return {
    indent: Math.max(unit.length, 1),
    indentSeq: indentLists,
    lineWidth: 0,
    singleQuote: singleQuotes,
    aliasDuplicateObjects: false,
    customTags: [EXACT],
    // Readers of YAML 1.1 take `yes`, `on` and dates for something else than texts.
    compat: "yaml-1.1",
  };
}
