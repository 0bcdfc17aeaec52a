/*
 * Seeded damage to descriptions: what people, tools and attackers leave behind. The same seed does the same damage.
 */

type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of some things. */
function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** A member of an object or a list, and how it is set or taken away. */
interface Site {
  readonly owner: { [key: string]: Data } | Data[];
  readonly key: string;
  readonly pointer: string;
  readonly value: Data;
}

const NUMBERS = [0, -1, 1, 0.1, 3, 65, 2 ** 31, 2 ** 53 + 2, 1e9, 1e21, 1e308, -1e308, 5e-324];
const ODD_REFERENCES = [
  ...[
    "#",
    "#/",
    "#/paths",
    "#/components/schemas",
    "#/components/schemas/None",
    "%zz",
    "//host",
    "\\\\host",
    "./none.yaml",
  ],
  ...["#/components/schemas/%zz", "a%2Fb", "file://h/x", "http://", "#anchor", "", " ", "#/paths/~1/~2"],
];
const KEYWORDS = [
  ...[
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "items",
    "prefixItems",
    "properties",
    "patternProperties",
  ],
  ...[
    "additionalProperties",
    "propertyNames",
    "required",
    "enum",
    "const",
    "type",
    "nullable",
    "readOnly",
    "writeOnly",
  ],
  ...[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
  ],
  ...["uniqueItems", "contains", "minContains", "maxContains", "minProperties", "maxProperties", "dependentSchemas"],
  ...[
    "dependentRequired",
    "unevaluatedProperties",
    "unevaluatedItems",
    "discriminator",
    "$ref",
    "$id",
    "$anchor",
    "$defs",
  ],
  ...[
    "$dynamicRef",
    "$dynamicAnchor",
    "$schema",
    "format",
    "default",
    "example",
    "examples",
    "deprecated",
    "xml",
    "in",
    "name",
  ],
  ...[
    "schema",
    "content",
    "headers",
    "responses",
    "parameters",
    "requestBody",
    "callbacks",
    "links",
    "security",
    "servers",
  ],
  ...[
    "tags",
    "style",
    "explode",
    "encoding",
    "__proto__",
    "constructor",
    "x-odd",
    "200",
    "default",
    "2XX",
    "get",
    "trace",
  ],
];
const WRAPPERS: readonly ((inner: Data) => Data)[] = [
  (inner) => ({ allOf: [inner] }),
  (inner) => ({ title: "t", allOf: [inner] }),
  (inner) => ({ anyOf: [inner, { type: "null" }] }),
  (inner) => ({ oneOf: [inner, { type: "object", properties: { a: inner } }] }),
  (inner) => ({ not: inner }),
  (inner) => ({ type: "array", items: inner }),
  (inner) => ({ type: "object", properties: { n: inner }, required: ["n"] }),
  (inner) => ({ type: "object", additionalProperties: inner }),
  (inner) => [inner],
  (inner) => ({ a: inner }),
];

/** Values that stand where another kind is due. */
function anything(random: Random): Data {
  return pick<() => Data>(random, [
    () => null,
    () => random() < 0.5,
    () => pick(random, NUMBERS),
    () => pick(random, ["", "a", "true", "object", "::", "\u0000", "\ud800", "é".repeat(20), "^(a+)$", "["]),
    () => [],
    () => ({}),
    () => [null],
    () => ({ $ref: pick(random, ODD_REFERENCES) }),
  ])();
}

/** Damages a copy of a description. */
export function mutateData(original: object, random: Random): object {
  const root = structuredClone(original) as { [key: string]: Data };
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const sites = sitesOf(root);
    if (sites.length === 0) return root;
    pick(random, EDITS)(pick(random, sites), sites, random);
  }
  return root;
}

type Edit = (site: Site, sites: readonly Site[], random: Random) => void;

const EDITS: readonly Edit[] = [
  ({ owner, key }) => {
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else delete owner[key];
  },
  ({ owner, value }, _, random) => {
    if (Array.isArray(owner)) owner.push(structuredClone(value));
    else set(owner, pick(random, KEYWORDS), structuredClone(value));
  },
  (site, sites, random) => {
    const other = pick(random, sites);
    const [mine, theirs] = [structuredClone(site.value), structuredClone(other.value)];
    set(site.owner, site.key, theirs);
    set(other.owner, other.key, mine);
  },
  ({ owner, key }, sites, random) => set(owner, key, structuredClone(pick(random, sites).value)),
  ({ owner, key }, _, random) => set(owner, key, anything(random)),
  ({ owner, key, value }, _, random) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      set(value, pick(random, KEYWORDS), anything(random));
    else set(owner, key, anything(random));
  },
  ({ owner, key }, sites, random) => set(owner, key, { $ref: `#${pick(random, sites).pointer}` }),
  ({ owner, key, value }, sites, random) => {
    const $ref = random() < 0.5 ? pick(random, ODD_REFERENCES) : `#${pick(random, sites).pointer}`;
    set(
      owner,
      key,
      typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, $ref } : { $ref },
    );
  },
  ({ owner, key, value }, _, random) => {
    const wrap = pick(random, WRAPPERS);
    const depth = pick(random, [1, 3, 20, 120]);
    let inner = structuredClone(value);
    // A wrapper that holds what is inside twice doubles it.
    for (let i = 0; i < (wrap === WRAPPERS[3] ? Math.min(depth, 6) : depth); i++) inner = wrap(inner);
    set(owner, key, inner);
  },
  ({ owner, key, value }, _, random) => {
    if (typeof value === "number") set(owner, key, pick(random, NUMBERS));
    else if (typeof value === "string") set(owner, key, value.slice(0, Math.floor(random() * value.length)));
    else set(owner, key, pick(random, NUMBERS));
  },
];

function set(owner: { [key: string]: Data } | Data[], key: string, value: Data): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
}

function sitesOf(root: Data): Site[] {
  const sites: Site[] = [];
  const open: { value: Data; pointer: string }[] = [{ value: root, pointer: "" }];
  for (let at = open.pop(); at && sites.length < 5_000; at = open.pop()) {
    if (typeof at.value !== "object" || at.value === null) continue;
    for (const [key, value] of Object.entries(at.value)) {
      const pointer = `${at.pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      sites.push({ owner: at.value, key, pointer, value });
      open.push({ value, pointer });
    }
  }
  return sites;
}

const BITS = [
  "\t",
  "  ",
  "- ",
  ": ",
  "&a ",
  "*a",
  "|",
  ">-",
  "{",
  "}",
  "[",
  "]",
  '"',
  "'",
  "#",
  "\u0000",
  "\u2028",
  "<<: ",
  "? ",
  "!!int ",
];

/** Damages a text, by characters and by lines. */
export function mutateText(text: string, random: Random): string {
  let changed = text;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
    const at = Math.floor(random() * changed.length);
    const lines = changed.split("\n");
    const line = Math.floor(random() * lines.length);
    changed = pick(random, [
      () => changed.slice(0, at) + String.fromCharCode(Math.floor(random() * 128)) + changed.slice(at + 1),
      () => changed.slice(0, at) + pick(random, BITS) + changed.slice(at),
      () => changed.slice(0, at) + changed.slice(at + 1 + Math.floor(random() * 20)),
      () => lines.toSpliced(line, 1).join("\n"),
      () => lines.toSpliced(line, 0, lines[Math.floor(random() * lines.length)] ?? "").join("\n"),
      () => lines.with(line, `  ${lines[line]}`).join("\n"),
      () => lines.with(line, (lines[line] ?? "").trimStart()).join("\n"),
    ])();
  }
  return changed;
}
