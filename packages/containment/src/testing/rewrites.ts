import fc from "fast-check";
import { canonicalText, isObject, type Json, type JsonObject } from "../json.ts";
import { definitionsKey, type TestDialect } from "./schemas.ts";
import { at, replaced, type Way, waysIn } from "./tree.ts";

/** One rewrite: which, at which schema, and how where there is a choice. */
export interface Rewrite {
  readonly kind: number;
  readonly place: number;
  readonly choice: number;
}

/** A few rewrites. */
export const rewrites: fc.Arbitrary<readonly Rewrite[]> = fc.array(
  fc.record({ kind: fc.nat(1_000), place: fc.nat(1_000), choice: fc.nat(1_000) }),
  { minLength: 1, maxLength: 4 },
);

/** The schema written in another way, and the names of the ways taken. */
export function rewritten(
  dialect: TestDialect,
  schema: Json,
  list: readonly Rewrite[],
): { readonly schema: Json; readonly names: readonly string[] } {
  const names: string[] = [];
  const result = list.reduce((whole, { kind, place, choice }) => {
    const [name, way] = WAYS[kind % WAYS.length] as [string, Writing];
    const places = waysIn(whole);
    const target = places[place % places.length] ?? [];
    const changed = way(whole, target, choice, dialect);
    if (changed === undefined) return whole;
    names.push(name);
    return changed;
  }, schema);
  return { schema: result, names };
}

/** Answers the whole document with one schema written differently, or undefined where the rewrite does not apply. */
type Writing = (whole: Json, way: Way, choice: number, dialect: TestDialect) => Json | undefined;

/** A rewrite that looks at no more than the schema itself. */
function local(change: (part: JsonObject, choice: number, dialect: TestDialect) => Json | undefined): Writing {
  return (whole, way, choice, dialect) => {
    const part = at(whole, way);
    if (!isObject(part)) return undefined;
    const raw = part as JsonObject;
    if (dialect !== "draft-2020-12" && raw["$ref"] !== undefined) return undefined;
    const changed = change(raw, choice, dialect);
    return changed === undefined ? undefined : replaced(whole, way, () => changed);
  };
}

/** A rewrite that puts another schema around; definitions stay at the top, where references look for them. */
function wrapping(wrap: (part: Json) => JsonObject): Writing {
  return (whole, way, _, dialect) => {
    const key = definitionsKey(dialect);
    return replaced(whole, way, (part) => {
      if (!isObject(part)) return wrap(part);
      const { [key]: definitions, ...rest } = part as JsonObject;
      return { ...wrap(rest), ...(definitions !== undefined && { [key]: definitions }) } as Json;
    });
  };
}

/** What `unevaluated*` sees passes through `allOf` and the like, but not through `not`. */
function withoutUnevaluated(writing: Writing): Writing {
  return (whole, way, choice, dialect) =>
    JSON.stringify(whole).includes('"unevaluated') ? undefined : writing(whole, way, choice, dialect);
}

const toReference: Writing = (whole, way, choice, dialect) => {
  const key = definitionsKey(dialect);
  const name = `z${choice}`;
  if (way.length === 0 || way.includes(key) || !isObject(whole)) return undefined;
  const moved = replaced(whole, way, () => ({ $ref: `#/${key}/${name}` })) as JsonObject;
  return { ...moved, [key]: { ...((moved[key] as JsonObject | undefined) ?? {}), [name]: at(whole, way) } };
};

const inlined: Writing = (whole, way, _, dialect) => {
  const part = at(whole, way);
  const key = definitionsKey(dialect);
  if (!isObject(part) || Object.keys(part).join() !== "$ref") return undefined;
  const name = new RegExp(`^#/${key.replace("$", "\\$")}/(.*)$`).exec(String(part["$ref"]))?.[1];
  if (name === undefined) return undefined;
  const definition = ((whole as JsonObject)[key] as JsonObject)[name] as Json;
  return replaced(whole, way, () => definition);
};

/** Lists whose order says nothing; `parts` that list alternatives too. */
const UNORDERED = ["enum", "required", "allOf", "anyOf", "oneOf", "type"] as const;

const WAYS: readonly (readonly [string, Writing])[] = [
  ["allOf of one", wrapping((part) => ({ allOf: [part] }))],
  ["anyOf of one", wrapping((part) => ({ anyOf: [part] }))],
  ["oneOf of one", wrapping((part) => ({ oneOf: [part] }))],
  ["allOf of twins", wrapping((part) => ({ allOf: [part, part] }))],
  ["anyOf of twins", wrapping((part) => ({ anyOf: [part, part] }))],
  ["oneOf with false", wrapping((part) => ({ oneOf: [part, { not: {} }] }))],
  ["not not", withoutUnevaluated(wrapping((part) => ({ not: { not: part } })))],
  ["to reference", toReference],
  ["inlined", inlined],
  ["keys in reverse", local((part) => Object.fromEntries(Object.entries(part).reverse()) as JsonObject)],
  ["lists in reverse", local((part) => reversedLists(part))],
  [
    "const to enum",
    local(({ const: value, ...part }) =>
      value === undefined || part["enum"] ? undefined : ({ ...part, enum: [value] } as Json),
    ),
  ],
  ["enum to alternatives", local(spreadEnum)],
  ["types to alternatives", local(spreadTypes)],
  ["halves", local(halves)],
  [
    "boolean as enum",
    local((part) =>
      part["type"] === "boolean" && !part["enum"] && !part["nullable"] ? { ...part, enum: [true, false] } : undefined,
    ),
  ],
  ["integer as step", local(integerAsStep)],
  ["bound of whole numbers", local(movedBound)],
  ["say nothing", local((part, choice) => saysNothing(part, choice))],
  ["if to alternatives", withoutUnevaluated(local(spreadIf))],
  ["dependent to alternatives", withoutUnevaluated(local(spreadDependent))],
  ["oneOf to anyOf", withoutUnevaluated(local(spreadOneOf))],
];

function reversedLists(part: JsonObject): JsonObject {
  const changed: Record<string, Json> = { ...part };
  for (const keyword of UNORDERED) {
    const list = part[keyword];
    if (Array.isArray(list)) changed[keyword] = list.toReversed();
  }
  return changed;
}

function spreadEnum({ enum: values, ...part }: JsonObject, choice: number, dialect: TestDialect): Json | undefined {
  if (!Array.isArray(values) || part["anyOf"] !== undefined || part["oneOf"] !== undefined || part["nullable"])
    return undefined;
  const distinct = [...new Map(values.map((value) => [canonicalText(value), value as Json])).values()];
  const constants = distinct.map((value): Json => (dialect === "draft-04" ? { enum: [value] } : { const: value }));
  return { ...part, [choice % 2 === 0 ? "anyOf" : "oneOf"]: constants } as Json;
}

function spreadTypes({ type, ...part }: JsonObject): Json | undefined {
  if (!Array.isArray(type) || type.length < 2) return undefined;
  const { definitions, $defs, ...rest } = part;
  const kept = { ...(definitions !== undefined && { definitions }), ...($defs !== undefined && { $defs }) };
  return { ...kept, anyOf: type.map((name) => ({ ...rest, type: name as Json })) } as Json;
}

/** Keywords that say the same wherever they stand, as they look at no neighbour. */
const APART = new Set([
  "type",
  "enum",
  "const",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
]);
const APART_TOO = new Set([
  "uniqueItems",
  "required",
  "minProperties",
  "maxProperties",
  "propertyNames",
  "not",
  "anyOf",
  "oneOf",
]);

function halves(part: JsonObject, choice: number): Json | undefined {
  if (part["nullable"] === true) return undefined;
  const free = Object.keys(part).filter((key) => APART.has(key) || APART_TOO.has(key));
  const moved = free.filter((_, i) => ((choice >> (i % 8)) & 1) === 1);
  if (moved.length === 0) return undefined;
  const apart = Object.fromEntries(moved.map((key) => [key, part[key] as Json]));
  const rest = Object.fromEntries(Object.entries(part).filter(([key]) => !moved.includes(key)));
  return { ...rest, allOf: [...((part["allOf"] as readonly Json[] | undefined) ?? []), apart] } as Json;
}

function integerAsStep(part: JsonObject): Json | undefined {
  if (part["type"] !== "integer" || part["multipleOf"] !== undefined) return undefined;
  return { ...part, type: "number", multipleOf: 1 };
}

function movedBound(part: JsonObject, choice: number, dialect: TestDialect): Json | undefined {
  const flags = dialect === "draft-04" || dialect === "openapi-3.0";
  const keyword = choice % 2 === 0 ? "minimum" : "maximum";
  const bound = part[keyword];
  const exclusive = choice % 2 === 0 ? "exclusiveMinimum" : "exclusiveMaximum";
  if (part["type"] !== "integer" || typeof bound !== "number" || part[exclusive] !== undefined) return undefined;
  const whole = choice % 2 === 0 ? Math.ceil(bound) : Math.floor(bound);
  const beyond = choice % 2 === 0 ? whole - 1 : whole + 1;
  if (flags) return { ...part, [keyword]: beyond, [exclusive]: true };
  const { [keyword]: _, ...rest } = part;
  return { ...rest, [exclusive]: beyond };
}

function saysNothing(part: JsonObject, choice: number): Json | undefined {
  const idle: JsonObject = {
    minItems: 0,
    minLength: 0,
    minProperties: 0,
    required: [],
    uniqueItems: false,
    not: { not: {} },
  };
  const keyword = Object.keys(idle)[choice % 6] as string;
  if (part[keyword] !== undefined || part["nullable"] !== undefined) return undefined;
  return { ...part, [keyword]: idle[keyword] as Json };
}

function spreadIf(part: JsonObject): Json | undefined {
  const { if: test, then: yes, else: no, ...rest } = part;
  if (test === undefined || part["anyOf"] !== undefined || part["nullable"]) return undefined;
  return { ...rest, anyOf: [{ allOf: [test, yes ?? {}] }, { allOf: [{ not: test }, no ?? {}] }] };
}

function spreadDependent(part: JsonObject, _: number, dialect: TestDialect): Json | undefined {
  const keyword = dialect === "draft-2020-12" ? "dependentRequired" : "dependencies";
  const { [keyword]: dependent, ...rest } = part;
  const [entry] = Object.entries((dependent as JsonObject | undefined) ?? {});
  if (entry === undefined || part["anyOf"] !== undefined || part["nullable"]) return undefined;
  const [key, names] = entry;
  const consequence = Array.isArray(names) ? { required: names } : names;
  const others = { type: ["null", "boolean", "number", "string", "array"] };
  return { ...rest, anyOf: [others, { not: { required: [key] } }, consequence] } as Json;
}

function spreadOneOf(part: JsonObject): Json | undefined {
  const { oneOf, ...rest } = part;
  if (!Array.isArray(oneOf) || oneOf.length > 3 || part["anyOf"] !== undefined || part["nullable"]) return undefined;
  const alone = (oneOf as readonly Json[]).map((one, i) => ({
    allOf: [one, ...(oneOf as readonly Json[]).filter((_, other) => other !== i).map((other) => ({ not: other }))],
  }));
  return { ...rest, anyOf: alone } as Json;
}
