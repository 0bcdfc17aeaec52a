import { sha256 } from "../base/digest.ts";
import { operationName } from "../model/operation-key.ts";
import type { OperationRef } from "../model/revision.ts";

/*
 * The names of a client's functions. A name depends on its own operation and on those that ask for the same name, and on nothing
 * else, so that it stays when the description grows.
 */

/** What no constant of a strict module may be called (ECMAScript, section 12.7.2), and what the module itself calls otherwise. */
const RESERVED = new Set([
  ...[
    "arguments",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
  ],
  ...["else", "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import"],
  ...["in", "instanceof", "interface", "let", "new", "null", "package", "private", "protected", "public", "return"],
  ...[
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
  ],
  ...["yield", "globalThis", "operation", "operations", "servers"],
]);

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const WORD = /[\p{ID_Continue}$]+/gu;

/** How many hexadecimal digits tell apart operations whose methods and paths have the same letters. */
const DIGITS = 6;

/**
 * The name of the function of each operation: its `operationId`, made an identifier where it is none; else its method and path
 * (`GET /users/{id}` is `getUsersById`). Where several ask for one name, the one whose `operationId` it is has it, and the
 * others are called by their methods and paths.
 */
export function functionNames(operations: readonly OperationRef[]): ReadonlyMap<OperationRef, string> {
  const names = new Map<OperationRef, string>();
  const taken = new Set<string>();
  for (const nameOf of [exactName, nameOfId, nameOfRoute, nameOfKey]) {
    const open = operations.filter((operation) => !names.has(operation));
    const wanted = Map.groupBy(open, nameOf);
    for (const [name, [first, second]] of wanted) {
      if (name === undefined || first === undefined || second !== undefined || taken.has(name)) continue;
      names.set(first, name);
    }
    for (const name of wanted.keys()) if (name !== undefined) taken.add(name);
  }
  return names;
}

/** An `operationId` that is an identifier as it is. */
function exactName({ operationId }: OperationRef): string | undefined {
  return operationId !== undefined && isName(operationId) ? operationId : undefined;
}

function nameOfId({ operationId }: OperationRef): string | undefined {
  const words = operationId?.match(WORD);
  return words ? identifier(words) : undefined;
}

function nameOfRoute({ method, path }: OperationRef): string {
  const words = path
    .split(/(\{[^{}]*\})/)
    .flatMap((part) => (part.startsWith("{") ? ["by", ...(part.match(WORD) ?? [])] : (part.match(WORD) ?? [])));
  return identifier([...(method.toLowerCase().match(WORD) ?? []), ...(words.length === 0 ? ["root"] : words)]);
}

function nameOfKey(operation: OperationRef): string {
  return `${nameOfRoute(operation)}_${sha256(operationName(operation)).slice(0, DIGITS)}`;
}

/** Words as one identifier in camel case; capitals within a word stay. */
function identifier(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  const joined = lowerFirst(first) + rest.map(upperFirst).join("");
  return isName(joined) ? joined : IDENTIFIER.test(joined) ? `${joined}_` : `_${joined}`;
}

function isName(text: string): boolean {
  return IDENTIFIER.test(text) && !RESERVED.has(text) && !/^_security\d+$/.test(text);
}

/** An acronym at the start is lowered as a whole: `URLs` would else read `uRLs`. */
function lowerFirst(word: string): string {
  return word.replace(/^\p{Lu}+(?!\p{Ll})|^\p{Lu}/u, (start) => start.toLowerCase());
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
