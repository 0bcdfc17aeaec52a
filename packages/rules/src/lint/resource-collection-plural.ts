import { defineLintRule, isPlural, startsWithVerb, wordsOf } from "@concordat/engine/kit";
import { isIdentifier, nounOf, prefixesWhere, prefixOf } from "../support/resources.ts";

/** Words that end what a noun phrase is about: codes of conduct are codes. */
const PREPOSITIONS = new Set(["of", "for", "by", "in", "on", "with", "under", "per"]);
/** Segments that group paths and name no collection. */
const GROUPS = /^(?:api|rest|v\d.*)$/i;

/** Words that end like a plural, and are none; `skus`, `menus`, `apis` and `emojis` are. */
const SINGULAR = /(?:stat|vir|camp|bon|cens|corp|consens|foc|radi|syllab|prospect|termin|nex|^b)us$|(?:[aeosy]s|[^t]ax|^ax)is$/;

export default defineLintRule({
  id: "lint/resource-collection-plural",
  theme: "resources",
  summary: "A collection is named by a plural: the segment before the parameter that picks an item.",
  why: "The list and its items then read alike everywhere, and a path can be guessed from another.",
  fix: "Name the collection in the plural in the next major version, and keep the old path until its sunset.",
  exceptions: "Nouns without a plural: list them under the option `uncountable`.",
  severity: "warn",
  source: "Zalando RESTful API Guidelines, rule 134; Google AIP-122.",
  messages: { singular: "`{segment}` in `{path}` holds several items, and is no plural." },
  *run({ api, options }, hit) {
    const methods = new Map(api.resources.map((resource) => [resource.path, resource.methods]));
    const found = prefixesWhere(api, (resource, index) => {
      const [segment, next] = resource.segments.slice(index, index + 2);
      if (segment?.kind !== "literal" || next?.kind !== "parameter") return false;
      const noun = nameOf(nounOf(segment));
      const before = resource.segments[index - 1];
      // In `/mappings/slack/{id}` the collection is the one before, and this the kind of its items.
      if (before?.kind === "literal" && isPlural(before.text, wordsOf(before.text), [])) return false;
      if (noun === undefined || isPlural(segment.text, noun, options.uncountable) || isForeign(noun)) return false;
      // A parameter alone makes no collection: `/tarball/{ref}` and `/readme/{dir}` hold no items.
      const [parameter = ""] = next.parameters;
      if (isIdentifier(parameter) || wordsOf(parameter).at(-1) === noun.at(-1)) return true;
      const written = methods.get(prefixOf(resource, index + 1));
      return written !== undefined && ["PUT", "PATCH", "DELETE"].some((method) => written.has(method));
    });
    for (const { path, at, operations } of found)
      yield hit("singular", { segment: path.slice(path.lastIndexOf("/") + 1), path }, at, { operations });
  },
});

/** Whether a noun has a plural that English spelling hides. */
function isForeign(noun: readonly string[]): boolean {
  const last = noun.at(-1) ?? "";
  return /(?:us|is)$/.test(last) && !SINGULAR.test(last);
}

/** The words of a segment that name things; undefined where it is a verb, a participle or a proper name. */
function nameOf(segment: string): string[] | undefined {
  if (GROUPS.test(segment) || segment.startsWith(".") || startsWithVerb(segment)) return undefined;
  const words = wordsOf(segment);
  const end = words.findIndex((word) => PREPOSITIONS.has(word));
  const noun = end < 0 ? words : words.slice(0, end);
  const last = noun.at(-1);
  return last === undefined || /\d|[^e]{3}ed$|^(?:following|blocking|watching|pending)$/.test(last) ? undefined : noun;
}
