import fc from "fast-check";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { NAMES, PATTERNS } from "./pools.ts";
import { pieceOf, type TestDialect } from "./schemas.ts";
import { replaced, waysIn } from "./tree.ts";

/** One change of a schema: where, what kind, and what it brings in. */
export interface Edit {
  readonly place: number;
  readonly kind: number;
  readonly choice: number;
  readonly piece: Json;
}

/** A few edits, so that the schema edited still resembles itself. */
export function editsOf(dialect: TestDialect): fc.Arbitrary<readonly Edit[]> {
  const edit = fc.record({ place: fc.nat(1_000), kind: fc.nat(1_000), choice: fc.nat(1_000), piece: pieceOf(dialect) });
  return fc.array(edit, { minLength: 1, maxLength: 3 });
}

/** The schema with the edits made, one after another. */
export function edited(schema: Json, edits: readonly Edit[]): Json {
  return edits.reduce((whole, edit) => {
    const ways = waysIn(whole);
    const way = ways[edit.place % ways.length] ?? [];
    const kind = KINDS[edit.kind % KINDS.length] ?? addPiece;
    return replaced(whole, way, (part) => (way.length === 0 && !isObject(part) ? part : kind(part, edit)));
  }, schema);
}

type Kind = (part: Json, edit: Edit) => Json;

const addPiece: Kind = (part, { piece }) => (isObject(part) && isObject(piece) ? { ...piece, ...part } : piece);

/** A definition dropped would leave references dangling, and an `if` without the bound of its flag no schema. */
const KEPT = new Set(["$defs", "definitions", "exclusiveMinimum", "exclusiveMaximum", "if", "$ref"]);

const dropKeyword: Kind = (part, { choice }) => {
  const raw = rawOf(part);
  const free = Object.keys(raw).filter((key) => !KEPT.has(key) && !(`exclusive${capital(key)}` in raw));
  const dropped = free[choice % Math.max(1, free.length)];
  return Object.fromEntries(Object.entries(raw).filter(([key]) => key !== dropped));
};

const moveNumber: Kind = (part, { choice }) => {
  const raw = rawOf(part);
  const counts = Object.keys(raw).filter((key) => typeof raw[key] === "number" && key !== "const");
  const key = counts[choice % Math.max(1, counts.length)];
  if (key === undefined) return part;
  const by = key === "multipleOf" ? 2 : 1;
  const moved = key === "multipleOf" ? (raw[key] as number) * by : (raw[key] as number) + (choice % 2 === 0 ? by : -by);
  return { ...raw, [key]: key.startsWith("m") && key !== "minimum" && key !== "maximum" ? Math.max(0, moved) : moved };
};

const changeValues: Kind = (part, { choice }) => {
  const raw = rawOf(part);
  const listed = raw["enum"];
  if (!Array.isArray(listed)) return part;
  const fewer = listed.toSpliced(choice % listed.length, 1);
  return { ...raw, enum: choice % 2 === 0 && fewer.length > 0 ? fewer : [...new Set([...listed, choice % 3, "a"])] };
};

const changeRequired: Kind = (part, { choice }) => {
  const raw = rawOf(part);
  const name = NAMES[choice % NAMES.length] as string;
  const required = (raw["required"] as readonly string[] | undefined) ?? [];
  return { ...raw, required: required.includes(name) ? required.filter((each) => each !== name) : [...required, name] };
};

const close: Kind = (part) => ({ ...rawOf(part), additionalProperties: false });
const typeExtras: Kind = (part, { piece }) => ({ ...rawOf(part), additionalProperties: piece });

const addProperty: Kind = (part, { choice, piece }) => {
  const raw = rawOf(part);
  const name = NAMES[choice % NAMES.length] as string;
  return { ...raw, properties: { ...((raw["properties"] as JsonObject | undefined) ?? {}), [name]: piece } };
};

const addPattern: Kind = (part, { choice, piece }) => {
  const raw = rawOf(part);
  const source = PATTERNS[choice % PATTERNS.length] as string;
  return {
    ...raw,
    patternProperties: { ...((raw["patternProperties"] as JsonObject | undefined) ?? {}), [source]: piece },
  };
};

const addAlternative: Kind = (part, { choice, piece }) => {
  const raw = rawOf(part);
  const keyword = (["anyOf", "oneOf", "allOf"] as const).find((key) => Array.isArray(raw[key]));
  if (keyword !== undefined) return { ...raw, [keyword]: [...(raw[keyword] as readonly Json[]), piece] };
  return { ...raw, [choice % 2 === 0 ? "anyOf" : "oneOf"]: [piece, true].slice(0, 1 + (choice % 3 === 0 ? 1 : 0)) };
};

const dropAlternative: Kind = (part, { choice }) => {
  const raw = rawOf(part);
  const keyword = (["anyOf", "oneOf", "allOf", "prefixItems"] as const).find((key) => Array.isArray(raw[key]));
  if (keyword === undefined) return part;
  const parts = raw[keyword] as readonly Json[];
  return parts.length < 2 ? part : { ...raw, [keyword]: parts.toSpliced(choice % parts.length, 1) };
};

const replace: Kind = (part, { piece }) => {
  const definitions = Object.entries(rawOf(part)).filter(([key]) => key === "$defs" || key === "definitions");
  return isObject(piece) ? { ...piece, ...Object.fromEntries(definitions) } : definitions.length > 0 ? part : piece;
};

const KINDS: readonly Kind[] = [
  addPiece,
  dropKeyword,
  dropKeyword,
  moveNumber,
  moveNumber,
  changeValues,
  changeRequired,
  close,
  typeExtras,
  addProperty,
  addPattern,
  addAlternative,
  dropAlternative,
  replace,
];

function rawOf(part: Json): JsonObject {
  return isObject(part) ? (part as JsonObject) : part === false ? { not: {} } : {};
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
