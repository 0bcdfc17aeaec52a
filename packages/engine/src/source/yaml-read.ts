import { type JsonNumber, parseNumber, setOwn } from "@concordat/containment/internal";
import { FAILSAFE_SCHEMA, type LoadOptions, load, type Schema, Type } from "js-yaml";

/** Deeper data is refused: no description needs it, and it would exhaust the stack of any reader. */
export const DEEPEST = 500;

/** A scalar that stands for something else than its text: what it means as a value; as a key it is its text. */
class Scalar {
  readonly value: unknown;
  readonly #text: string;

  constructor(value: unknown, text: string) {
    this.value = value;
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** The loader asks only what says what it is for its text; anything else is `[object Object]` to it. */
  get [Symbol.toStringTag](): string {
    return "Scalar";
  }
}

/**
 * Reads one YAML document as plain data: values by the core schema of YAML 1.2, with merge keys; keys as their texts, as
 * OpenAPI asks ("Format": keys are scalar strings by the failsafe schema). Throws what the loader throws.
 *
 * The loader reads keys as values and turns them to text, so that `1.10` becomes `1.1`. Hardly any text has such a key: it is
 * read again, with all scalars kept as they are written, only where a key stands that one of them may have become.
 */
export function readYaml(text: string, options: Pick<LoadOptions, "filename" | "json">): unknown {
  const changed = new Set<string>();
  const schema = schemaOf((value, written) => {
    const shown = String(value);
    if (shown !== written) changed.add(shown);
    return value;
  });
  try {
    const data = load(text, { ...options, ...LIMITS, schema, listener: sparing });
    if (changed.size === 0 || !hasKey(data, changed)) return data;
  } catch (error) {
    // Keys whose texts differ only look like duplicates.
    if (changed.size === 0) throw error;
  }
  return meant(load(text, { ...options, ...LIMITS, schema: AS_WRITTEN, listener: sparing }), new Set());
}

/** Reads a document, and tells of each node as it opens and closes; keys of mappings turn to their texts by `String`. */
export function listenToYaml(text: string, listener: NonNullable<LoadOptions["listener"]>): void {
  load(text, { ...LIMITS, schema: AS_WRITTEN, json: true, listener });
}

/** The loader's own limit of depth is lower than what JSON may have. The types of the loader do not know the option. */
const LIMITS: LoadOptions & { maxDepth: number } = { maxDepth: DEEPEST };

const sparing: NonNullable<LoadOptions["listener"]> = (event, { kind, result }) => {
  if (event === "close" && kind === "mapping") spareRoom(result as Record<string, unknown>);
};

/** A key so far from the others that V8 no longer keeps room for all between. */
const FAR = 2 ** 30;

/**
 * Has V8 keep an object as `JSON.parse` would have made it. One that is made key by key has room for 317 values once it has the
 * key `200`, which most of what a description takes would be.
 */
function spareRoom(data: Record<string, unknown>): void {
  for (const first in data) {
    const code = first.charCodeAt(0);
    if (code >= 0x30 && code <= 0x39 && !Object.hasOwn(data, FAR)) {
      data[FAR] = null;
      delete data[FAR];
    }
    return;
  }
}

type Construct = (value: null | boolean | JsonNumber, written: string) => unknown;

const NUMBER =
  /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0x[\da-fA-F]+|0o[0-7]+|0b[01]+|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/;
const INTEGER = /^[-+]?(?:\d+|0x[\da-fA-F]+|0o[0-7]+|0b[01]+)$/;
const NULLS: readonly unknown[] = [null, "~", "null", "Null", "NULL"];
const TRUES: readonly unknown[] = ["true", "True", "TRUE"];
const FALSES: readonly unknown[] = ["false", "False", "FALSE"];

/** The core schema of YAML 1.2 with merge keys and no dates, since JSON has none. */
function schemaOf(construct: Construct): Schema {
  const scalar = (
    name: string,
    resolve: (text: string | null) => boolean,
    read?: (text: string) => null | boolean | JsonNumber,
  ) =>
    new Type(`tag:yaml.org,2002:${name}`, {
      kind: "scalar",
      resolve,
      ...(read && { construct: (text: string | null) => construct(read(text ?? ""), text ?? "") }),
    });
  return FAILSAFE_SCHEMA.extend({
    implicit: [
      scalar(
        "null",
        (text) => NULLS.includes(text),
        () => null,
      ),
      scalar(
        "bool",
        (text) => TRUES.includes(text) || FALSES.includes(text),
        (text) => TRUES.includes(text),
      ),
      scalar("float", isNumber, numberOf),
      scalar("merge", (text) => text === "<<" || text === null),
    ],
    explicit: [scalar("int", (text) => text !== null && INTEGER.test(text), numberOf)],
  });
}

const AS_WRITTEN = schemaOf((value, written) => new Scalar(value, written));

/** Most scalars are words: a look at how they begin spares the pattern. */
function isNumber(text: string | null): boolean {
  if (text === null || text === "") return false;
  const first = text.charCodeAt(0);
  return first <= 0x39 && first >= 0x2b && NUMBER.test(text);
}

/** A number without loss: infinity and what is no number are doubles, and numerals of other bases whole numbers. */
function numberOf(text: string): JsonNumber {
  const isNegative = text.startsWith("-");
  const digits = text.replace(/^[-+]/, "").toLowerCase();
  if (digits === ".inf") return isNegative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (digits === ".nan") return Number.NaN;
  return parseNumber(/^0[xob]/.test(digits) ? `${isNegative ? "-" : ""}${BigInt(digits)}` : text);
}

/** Whether any mapping has one of these keys. */
function hasKey(data: unknown, keys: ReadonlySet<string>, seen = new Set<object>()): boolean {
  if (typeof data !== "object" || data === null || seen.has(data)) return false;
  seen.add(data);
  if (Array.isArray(data)) return data.some((item) => hasKey(item, keys, seen));
  return Object.entries(data).some(([key, member]) => keys.has(key) || hasKey(member, keys, seen));
}

/** The data with what scalars mean in their places. */
function meant(data: unknown, seen: Set<object>): unknown {
  if (data instanceof Scalar) return data.value;
  if (typeof data !== "object" || data === null || seen.has(data)) return data;
  seen.add(data);
  if (Array.isArray(data)) for (const [i, item] of data.entries()) data[i] = meant(item, seen);
  else
    for (const [key, member] of Object.entries(data))
      if (typeof member === "object") setOwn(data as Record<string, unknown>, key, meant(member, seen));
  return data;
}
