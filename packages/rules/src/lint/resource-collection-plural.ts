import { defineLintRule, isPlural, startsWithVerb, wordsOf } from "@concordat/engine/kit";
import {
  answersWithList,
  isIdentifier,
  isSetApart,
  liveResources,
  nounOf,
  prefixesWhere,
  prefixOf,
} from "../support/resources.ts";

/** Words that end what a noun phrase is about: codes of conduct are codes. */
const PREPOSITIONS = new Set(["of", "for", "by", "in", "on", "with", "under", "per"]);
/** Segments that group paths and name no collection. */
const GROUPS = /^(?:api|rest|v\d.*)$/i;

export default defineLintRule({
  id: "lint/resource-collection-plural",
  theme: "resources",
  summary: "Collections have plural names: the segment before the parameter that picks an item.",
  why: "The list and its items then read alike everywhere, and developers can guess one path from another.",
  fix: "Name the collection in the plural in the next major version, and keep the old path until its sunset.",
  exceptions: "Nouns without a plural. List them under the option `uncountable`.",
  severity: "warn",
  preset: "core",
  source: "Zalando RESTful API Guidelines, rule 134; Google AIP-122.",
  messages: { singular: "`{segment}` in `{path}` holds several items but is not a plural." },
  *run({ api, options }, hit) {
    const items = new Map(liveResources(api).map(({ path, operations }) => [path, operations]));
    const found = prefixesWhere(api, (resource, index) => {
      const [segment, next] = resource.segments.slice(index, index + 2);
      if (segment?.kind !== "literal" || next?.kind !== "parameter" || isSetApart(segment)) return false;
      const noun = nameOf(nounOf(segment));
      const before = resource.segments[index - 1];
      // In `/mappings/slack/{id}` the collection is the one before, and this the kind of its items.
      if (before?.kind === "literal" && isPlural(before.text, wordsOf(before.text), [])) return false;
      if (noun === undefined || isPlural(segment.text, noun, options.uncountable)) return false;
      const operations = items.get(prefixOf(resource, index + 1));
      if (answersWithList(operations?.get("GET"), api)) return false;
      // A parameter alone makes no collection: `/tarball/{ref}` and `/readme/{dir}` hold no items.
      const [parameter = ""] = next.parameters;
      if (isIdentifier(parameter) || wordsOf(parameter).at(-1) === noun.at(-1)) return true;
      return ["PUT", "PATCH", "DELETE"].some((method) => operations?.has(method));
    });
    for (const { path, at, operations } of found)
      yield hit("singular", { segment: path.slice(path.lastIndexOf("/") + 1), path }, at, { operations });
  },
});

/** The words of a segment that name things; undefined where it is a verb, a participle or a proper name. */
function nameOf(segment: string): string[] | undefined {
  if (GROUPS.test(segment) || startsWithVerb(segment)) return undefined;
  const words = wordsOf(segment);
  const end = words.findIndex((word) => PREPOSITIONS.has(word));
  const noun = end < 0 ? words : words.slice(0, end);
  const last = noun.at(-1);
  return last === undefined || /\d|[^e]{3}ed$|^(?:following|blocking|watching|pending)$/.test(last) ? undefined : noun;
}
