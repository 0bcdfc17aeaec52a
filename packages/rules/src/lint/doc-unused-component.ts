import {
  type Api,
  defineLintRule,
  type Edit,
  isObject,
  type Located,
  listIn,
  own,
  removeMember,
  valueAt,
} from "@concordat/engine/kit";
import { componentsIn, nameAt, type ReferenceMap, referencesIn } from "../support/components.ts";

export default defineLintRule({
  id: "lint/doc-unused-component",
  theme: "docs",
  summary: "Every component is used.",
  why: "An unused component is not part of the API, yet people read it, tools generate code for it and someone maintains it.",
  fix: "Remove the component, or refer to it where it was meant to be used.",
  fixes: "removes",
  exceptions: "Components that other descriptions refer to, or that tools find by name.",
  severity: "info",
  audience: "docs",
  source: "OpenAPI 3.1.0, section 4.8.7; Spectral, oas3-unused-component.",
  messages: { unused: "The component `{component}` in `{kind}` is not used." },
  grouped: { summary: "{count} components are not used." },
  *run({ api }, hit) {
    // A file without operations is a library for others.
    if (api.operations.length + api.webhooks.length === 0) return;
    const components = componentsIn(api);
    const references = referencesIn(components, api);
    const used = reachable(references, heirsIn(components, references));
    const held = new Set(
      [...references.from].flatMap(([owner, targets]) => [...targets].filter((each) => each !== owner)),
    );
    for (const [pointer, at] of components) {
      if (used.has(pointer) || isAnchored(at)) continue;
      const kind = pointer.split("/").at(-2) as string;
      yield hit("unused", { component: nameAt(at), kind }, at, { edits: held.has(pointer) ? [] : removing(at, api) });
    }
  },
});

/** Schemas by those they extend: a discriminator leads to all that do, and none of them need be named. */
function heirsIn(components: ReadonlyMap<string, Located>, { from }: ReferenceMap): Map<string, string[]> {
  const heirs = new Map<string, string[]>();
  for (const [pointer, at] of components) {
    const extended = listIn(valueAt(at, "allOf")).map((part) => (isObject(part) ? String(own(part, "$ref")) : ""));
    if (extended.length === 0) continue;
    for (const base of from.get(pointer) ?? []) {
      const isBase = extended.some((reference) => reference.endsWith(base));
      if (isBase) heirs.set(base, [...(heirs.get(base) ?? []), pointer]);
    }
  }
  return new Map([...heirs].filter(([base]) => valueAt(components.get(base), "discriminator") !== undefined));
}

function reachable({ used, from }: ReferenceMap, heirs: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...used];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const group of [from, heirs]) for (const name of group.get(next) ?? []) open.push(name);
  }
  return found;
}

/** Whether references may name it by something else than its place. */
function isAnchored(at: Located): boolean {
  return ["$id", "$anchor", "$dynamicAnchor"].some((keyword) => valueAt(at, keyword) !== undefined);
}

function removing(at: Located, api: Api): Edit[] {
  const holder = api.member(api.root, "components");
  const kind = holder && api.member(holder, at.pointer.split("/").at(-2) as string);
  return removeMember(kind, nameAt(at), api);
}
