import { ANY_OBJECT, ANYTHING, type ArrayLimits, type Keywords, type ObjectLimits } from "../lower/keywords.ts";
import type { Place } from "../lower/place.ts";
import type { Space } from "../lower/space.ts";

/** What `unevaluatedProperties` and `unevaluatedItems` of a schema come to, where that can be told without a value. */
export interface UnevaluatedLimits {
  readonly object?: ObjectLimits;
  readonly array?: ArrayLimits;
  readonly opaque?: string;
}

/**
 * Rewrites `unevaluated*` as limits over what the schema and its `allOf` and references evaluate (JSON Schema core,
 * sections 11.2 and 11.3). Where alternatives decide what is evaluated, no single list of names says the same; then the
 * schema is opaque, unless each alternative evaluates nothing.
 */
export function unevaluatedLimits(place: Place, space: Space): UnevaluatedLimits | undefined {
  const keywords = space.keywords(place);
  if (keywords.unevaluatedProperties === undefined && keywords.unevaluatedItems === undefined) return undefined;
  const taken = takenIn(place, space);
  return {
    ...(keywords.unevaluatedProperties && closeObject(keywords.unevaluatedProperties, taken, space)),
    ...(keywords.unevaluatedItems && closeArray(keywords.unevaluatedItems, taken, space)),
  };
}

/** Keywords of a schema and of all it takes in without condition, itself first. */
function takenIn(place: Place, space: Space): Keywords[] {
  const found = new Map<Place, Keywords>();
  const visit = (at: Place): void => {
    const target = space.aliasEnd(at);
    if (found.has(target)) return;
    const keywords = space.keywords(target);
    found.set(target, keywords);
    keywords.all.forEach(visit);
  };
  visit(place);
  return [...found.values()];
}

function closeObject(rest: Place, [self, ...others]: Keywords[], space: Space): UnevaluatedLimits {
  if (self === undefined) return {};
  const all = [self, ...others];
  if (self.takesProperties === "rest" || others.some(({ takesProperties }) => takesProperties !== "none")) return {};
  if (all.some((keywords) => conditional(keywords, "object", space)))
    return { opaque: "`unevaluatedProperties` depends on which alternative holds" };
  const free = space.synthetic(ANYTHING);
  const names = all.flatMap(({ object }) => (object ? [...object.properties.keys()] : []));
  const patterns = all.flatMap(({ object }) => object?.patterns ?? []);
  return {
    object: {
      ...ANY_OBJECT,
      properties: new Map(names.map((name) => [name, free])),
      patterns: patterns.map(({ source }) => ({ source, place: free })),
      additional: rest,
    },
  };
}

function closeArray(rest: Place, [self, ...others]: Keywords[], space: Space): UnevaluatedLimits {
  if (self === undefined) return {};
  const all = [self, ...others];
  if (self.takesItems === "rest" || others.some(({ takesItems }) => takesItems !== "none")) return {};
  if (all.some(({ array }) => array?.contains) || all.some((keywords) => conditional(keywords, "array", space))) {
    return { opaque: "`unevaluatedItems` depends on the value" };
  }
  const free = space.synthetic(ANYTHING);
  const length = all.reduce((most, { array }) => Math.max(most, array?.prefix.length ?? 0), 0);
  return {
    array: {
      prefix: Array.from({ length }, () => free),
      rest,
      contains: undefined,
      minItems: 0,
      maxItems: Number.POSITIVE_INFINITY,
      unique: false,
    },
  };
}

/** Whether a clause could evaluate members of such values; `not` never does. */
function conditional({ clauses }: Keywords, kind: "object" | "array", space: Space): boolean {
  return clauses.some((clause) => {
    if (clause.kind === "not" || (clause.kind === "dependent" && Array.isArray(clause.part))) return false;
    const parts =
      clause.kind === "if"
        ? [clause.test, clause.yes, clause.no]
        : clause.kind === "dependent"
          ? [clause.part as Place]
          : clause.parts;
    return parts.some((part) => part && evaluates(part, kind, space, new Set()));
  });
}

function evaluates(place: Place, kind: "object" | "array", space: Space, seen: Set<Place>): boolean {
  const target = space.aliasEnd(place);
  if (seen.has(target)) return false;
  seen.add(target);
  const keywords = space.keywords(target);
  const limits = kind === "object" ? keywords.object : keywords.array;
  const own = kind === "object" ? keywords.unevaluatedProperties : keywords.unevaluatedItems;
  const evaluated =
    own ||
    (limits &&
      ("properties" in limits
        ? limits.properties.size + limits.patterns.length || limits.additional
        : limits.prefix.length || limits.rest || limits.contains));
  return (
    Boolean(evaluated) ||
    keywords.opaque !== undefined ||
    keywords.all.some((part) => evaluates(part, kind, space, seen)) ||
    conditional(keywords, kind, space)
  );
}
