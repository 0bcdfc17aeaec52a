import { escapeToken, isObject, own } from "@concordat/containment/internal";
import { NAME_MAPS, WRITTEN_OUT } from "../source/reference-places.ts";

/**
 * How descriptions are built, as far as a walk over plain data must know: under which keys names come next, and under
 * which keys there is data that means nothing to us. A property may be called `example`, and an example may hold `$ref`.
 */

/** Keys that hold data. */
const DATA = new Set(["example", "default", "enum", "const", "value"]);

/** Keys that people read and machines do not. Extensions are among them but for those that say how the API behaves. */
const PROSE = new Set([
  "description",
  "summary",
  "title",
  "externalDocs",
  "example",
  "examples",
  "$comment",
  "x-example",
  "x-examples",
]);
const MEANINGFUL_EXTENSION =
  /^x-(?:extensible|ms-enum|stability|sunset|deprecat|remove|replaced|nullable|concordat|sap-deprecated|ms-deprecation|github|speakeasy-deprecation)/;

/** What the keys of an object are: keywords, or names. */
export type Context = "keywords" | "names";

/** The context of a member, or undefined where it is data. */
export function memberContext(context: Context, key: string, value: unknown): Context | undefined {
  if (context === "names") return "keywords";
  // A list of values may be written elsewhere.
  if (key === "enum" && isObject(value)) return "keywords";
  if (DATA.has(key) || key.startsWith("x-")) return undefined;
  if (key === "examples") return isObject(value) ? "names" : undefined;
  return NAME_MAPS.has(key) && isObject(value) ? "names" : "keywords";
}

/** Whether a member is prose that changes nothing about the API. */
export function isProse(context: Context, key: string): boolean {
  if (context === "names") return false;
  return PROSE.has(key) || (key.startsWith("x-") && !MEANINGFUL_EXTENSION.test(key));
}

/** A reference where it stands. */
export interface ReferenceSite {
  readonly reference: string;
  /** Pointer of the object that holds it. */
  readonly pointer: string;
  readonly keyword: string;
  /** Whether it stands in place of what a description has to write out; see `WRITTEN_OUT`. */
  readonly misplaced: boolean;
}

/** Whether a security requirement names its scheme by a URI, with a list of scopes (OpenAPI 3.2). */
function isSchemeUri(key: string, member: unknown, pointer: string): boolean {
  return Array.isArray(member) && /[#/]/.test(key) && /\/security\/\d+$/.test(pointer);
}

/**
 * All references of a document that mean something: `$ref` and `$dynamicRef`, mappings of discriminators that name a file, and
 * security requirements that name a scheme by its URI.
 */
export function* referenceSites(root: unknown): Generator<ReferenceSite> {
  const open: { value: unknown; pointer: string; context: Context; keyword?: string }[] = [
    { value: root, pointer: "", context: "keywords" },
  ];
  const seen = new Set<unknown>();
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, pointer, context, keyword } = at;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--)
        if (typeof value[i] === "object")
          open.push({ value: value[i], pointer: `${pointer}/${i}`, context: "keywords" });
      continue;
    }
    const object = value as Record<string, unknown>;
    const misplaced = keyword !== undefined && WRITTEN_OUT.has(keyword);
    const reference = own(object, "$ref");
    if (typeof reference === "string" && (misplaced || context === "keywords"))
      yield { reference, pointer, keyword: "$ref", misplaced };
    const dynamic = context === "keywords" ? own(object, "$dynamicRef") : undefined;
    if (typeof dynamic === "string") yield { reference: dynamic, pointer, keyword: "$dynamicRef", misplaced: false };
    for (const key in object) {
      const member = object[key];
      if (isSchemeUri(key, member, pointer))
        yield { reference: key, pointer, keyword: escapeToken(key), misplaced: false };
      if (typeof member === "object" && member !== null) {
        const inside = memberContext(context, key, member);
        const below = { value: member, pointer: `${pointer}/${escapeToken(key)}` };
        if (inside) open.push({ ...below, context: inside, ...(context === "keywords" && { keyword: key }) });
      } else if (
        context === "names" &&
        typeof member === "string" &&
        key !== "$ref" &&
        pointer.endsWith("/mapping") &&
        /[#/]|\.(?:json|ya?ml)$/.test(member)
      ) {
        yield { reference: member, pointer, keyword: escapeToken(key), misplaced: false };
      }
    }
  }
}
