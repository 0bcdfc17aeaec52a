import { type Api, decodeFragment, escapeToken, isObject, type Located, parsePointer } from "@concordat/engine/kit";

/*
 * What rules about components share: which there are, and what refers to them.
 */

/** The name of a component, or of whatever else stands at a place. */
export function nameAt({ document, pointer }: Located): string {
  return parsePointer(pointer)?.at(-1) ?? (document.uri.split("/").at(-1) as string);
}

function isOld(api: Api): boolean {
  return api.revision.dialect === "openapi-2.0";
}

/** Where OpenAPI 2.0 keeps what may be shared. */
const OLD_KINDS = ["definitions", "parameters", "responses", "securityDefinitions"];

/** All components of a description, by pointer. */
export function componentsIn(api: Api): Map<string, Located> {
  const old = isOld(api);
  const holder = old ? api.root : api.member(api.root, "components");
  const kinds = old ? OLD_KINDS : isObject(holder?.value) ? Object.keys(holder.value) : [];
  const found = kinds
    .filter((kind) => !kind.startsWith("x-"))
    .flatMap((kind) => {
      const map = holder && api.member(holder, kind);
      return map && isObject(map.value) ? Object.keys(map.value).flatMap((name) => api.member(map, name) ?? []) : [];
    });
  return new Map(found.map((at) => [at.pointer, at]));
}

/** What refers to what in a description, by the pointers of its components. */
export interface ReferenceMap {
  /** Components that are referred to from outside all components, or from another file. */
  readonly used: ReadonlySet<string>;
  /** Components that a component refers to, by its pointer. */
  readonly from: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Finds all references to the components of a description, in every file of it; what looks like one counts as one. */
export function referencesIn(components: ReadonlyMap<string, Located>, api: Api): ReferenceMap {
  const { root, revision } = api;
  const used = new Set<string>();
  const from = new Map([...components.keys()].map((pointer) => [pointer, new Set<string>()]));
  const keep = (reference: string, base: string, owner: string | undefined): void => {
    const target = componentOf(reference, base, root.document.uri, components);
    if (target !== undefined) (owner === undefined ? used : from.get(owner))?.add(target);
  };
  const walk = (value: unknown, base: string, owner: string | undefined, key: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) if (key === "security" && isObject(item)) keepSchemes(item, base, owner);
      for (const item of value) if (typeof item === "object") walk(item, base, owner, "");
    } else if (isObject(value)) {
      for (const name in value) {
        const member = value[name];
        if (typeof member === "string") {
          if (name === "$ref" || name === "$dynamicRef" || key === "mapping") keep(member, base, owner);
        } else if (typeof member === "object" && member !== null) walk(member, base, owner, name);
      }
    }
  };
  const keepSchemes = (requirement: Record<string, unknown>, base: string, owner: string | undefined): void => {
    for (const name of Object.keys(requirement)) keep(name, base, owner);
  };
  for (const [pointer, { document, value }] of components) walk(value, document.uri, pointer, "");
  for (const { root: top, uri } of revision.description.library.all()) {
    const holders: readonly string[] = top !== root.value ? [] : isOld(api) ? OLD_KINDS : ["components"];
    for (const [name, member] of Object.entries(isObject(top) ? top : {})) {
      if (!holders.includes(name)) walk(member, uri, undefined, name);
    }
  }
  return { used, from };
}

/** The component that a reference leads to, or into; names alone are those of schemas and of security schemes. */
function componentOf(
  reference: string,
  base: string,
  root: string,
  components: ReadonlyMap<string, Located>,
): string | undefined {
  const hash = reference.indexOf("#");
  const file = hash < 0 ? reference : reference.slice(0, hash);
  if (base === root && hash < 0) {
    const named = ["/components/schemas/", "/components/securitySchemes/", "/definitions/", "/securityDefinitions/"];
    const found = named.map((prefix) => prefix + escapeToken(reference)).find((pointer) => components.has(pointer));
    if (found !== undefined) return found;
  }
  if (hash < 0 || (file === "" ? base : URL.parse(file, base)?.href) !== root) return undefined;
  const [, first = "", second = "", third = ""] = decodeFragment(reference.slice(hash + 1)).split("/");
  const pointer = first === "components" ? `/${first}/${second}/${third}` : `/${first}/${second}`;
  return components.has(pointer) ? pointer : undefined;
}
