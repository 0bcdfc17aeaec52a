import { isObject, type Located, own, type Place, type Space } from "@concordat/containment/internal";
import { locatedAt } from "./located.ts";

/** How the value of a schema is written in XML (OpenAPI 3.1.1, section 4.8.26; OpenAPI 3.2, "XML Object"). */
export interface XmlForm {
  /** The kind of node; `none` where the parts of the value stand in the node around it, as items without a wrapper do. */
  readonly node: "element" | "attribute" | "text" | "none";
  /** The name of the node; undefined where nothing says it. */
  readonly name: string | undefined;
  /** Whether the description writes the name out; else it follows from a property or a component. */
  readonly named: boolean;
  readonly namespace: string | undefined;
}

/** A form, with the schema that says most of it. */
export interface LocatedForm extends XmlForm {
  readonly at: Located;
}

/** Schemas taken in by references and `allOf` that are asked for `xml`; what lies behind more is not written so. */
const MOST_MEMBERS = 1_000;

/**
 * The form of a place: the nearest schema that says a thing about XML decides, from the place itself through references
 * and `allOf`.
 *
 * @param inferred the name that the node has where no schema names it
 * @param list whether the value is a list, which has no node of its own unless it is wrapped
 */
export function xmlFormOf(place: Place, inferred: string | undefined, list: boolean, space: Space): LocatedForm {
  const schemas = heldSchemas(place, space);
  const first = (key: string) => schemas.map((schema) => own(xmlIn(schema), key)).find((said) => said !== undefined);
  const text = (key: string) => {
    const said = first(key);
    return typeof said === "string" ? said : undefined;
  };
  const node = nodeOf(first("nodeType"), first("attribute") === true, !list || first("wrapped") === true);
  const name = text("name");
  const telling = schemas.find((schema) => xmlIn(schema) !== NOTHING) ?? space.aliasEnd(place);
  const at = locatedAt(telling) as Located;
  // What is no node has no name.
  if (node === "text" || node === "none") return { node, name: undefined, named: false, namespace: undefined, at };
  return { node, name: name ?? inferred, named: name !== undefined, namespace: text("namespace"), at };
}

/** A CDATA section is text to whoever parses XML. */
function nodeOf(type: unknown, attribute: boolean, ownElement: boolean): XmlForm["node"] {
  if (type === "element" || type === "attribute" || type === "text" || type === "none") return type;
  if (type === "cdata") return "text";
  if (attribute) return "attribute";
  return ownElement ? "element" : "none";
}

/**
 * Whether two forms are one in a message. Names that neither side writes are: they follow from properties, which are paired by
 * name, and from components, whose names are no part of a message for most tools.
 */
export function isSameForm(base: XmlForm, head: XmlForm): boolean {
  if (base.node !== head.node || base.namespace !== head.namespace) return false;
  return base.name === head.name || (!base.named && !head.named);
}

/** A form in words: `the element "pet" in the namespace https://example.com/pets`. */
export function describeForm({ node, name, namespace }: XmlForm): string {
  if (node === "text") return "text without an element around it";
  if (node === "none") return "its parts without an element around them";
  const called = name === undefined ? `an ${node} that the description does not name` : `the ${node} "${name}"`;
  return namespace === undefined ? called : `${called} in the namespace ${namespace}`;
}

/** The name of the component that a place stands for, through bare references: the root element is called so. */
export function componentName(place: Place, space: Space): string | undefined {
  let at = place;
  for (let steps = 0; steps < MOST_MEMBERS; steps++) {
    const [, name] = /^\/(?:components\/schemas|definitions)\/([^/]+)$/.exec(at.pointer) ?? [];
    if (name !== undefined) return name.replaceAll("~1", "/").replaceAll("~0", "~");
    const [next, ...others] = space.keywords(at).all;
    if (next === undefined || others.length > 0) return undefined;
    at = next;
  }
  return undefined;
}

/** A place and all that it takes in, nearest first. */
function heldSchemas(place: Place, space: Space): Place[] {
  const held = new Set<Place>([place]);
  for (const at of held) {
    if (held.size > MOST_MEMBERS) break;
    for (const part of space.keywords(at).all) held.add(part);
  }
  return [...held];
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** The `xml` of a schema; up to 3.0 a reference hides what stands beside it. */
function xmlIn({ value, document }: Place): Readonly<Record<string, unknown>> {
  if (!isObject(value)) return NOTHING;
  const hidden = /^openapi-(?:2|3\.0)/.test(document.dialect) && own(value, "$ref") !== undefined;
  const xml = hidden ? undefined : own(value, "xml");
  return isObject(xml) ? xml : NOTHING;
}
