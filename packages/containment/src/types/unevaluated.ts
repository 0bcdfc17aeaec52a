import { append } from "../lists.ts";
import {
  ANY_OBJECT,
  ANYTHING,
  type Clause,
  type Keywords,
  type Place,
  type UnevaluatedClause,
  type UnevaluatedLimits,
} from "../lower/keywords.ts";
import type { Space } from "../lower/space.ts";

/** The most cases of evaluated properties or items that one schema may distinguish; beyond that it is opaque. */
const MOST_CASES = 64;
/** Schemas that are looked at to find them, each as often as ways lead to it. */
const MOST_LOOKS = 5_000;

/** Schemas within one another at one place of a value, before a schema is opaque. */
const DEEPEST = 200;

const NO_LIMITS: UnevaluatedLimits = { clauses: [] };

/**
 * Rewrites `unevaluated*` without them (JSON Schema core, sections 11.2 and 11.3).
 *
 * A schema evaluates the members that it and its `allOf` and references name, and those named by alternatives that
 * hold. The more alternatives hold, the more is evaluated and the less is left to `unevaluated*`. So a value is
 * accepted exactly when there is a set of alternatives that hold and leave nothing to it but what it accepts. Each such
 * set is one case: the alternatives as conditions, and a list of what they evaluate; a schema is the union of its cases.
 */
export function unevaluatedLimits(place: Place, space: Space): UnevaluatedLimits {
  return (place.unevaluated ??= eliminated(place, space));
}

function eliminated(place: Place, space: Space): UnevaluatedLimits {
  const { unevaluatedProperties, unevaluatedItems } = space.keywords(place);
  if (unevaluatedProperties === undefined && unevaluatedItems === undefined) return NO_LIMITS;
  const object = unevaluatedProperties && closed(place, unevaluatedProperties, OBJECTS, space);
  const array = unevaluatedItems && closed(place, unevaluatedItems, ARRAYS, space);
  return { ...object, ...array, clauses: [...(object?.clauses ?? []), ...(array?.clauses ?? [])] };
}

/** One case: what is evaluated where some schemas hold. */
interface Case extends Evaluated {
  readonly conditions: readonly Place[];
}

/** The members of a value that schemas evaluate. */
interface Evaluated {
  readonly everything: boolean;
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  /** How many items at the start. */
  readonly prefix: number;
  /** Items that are values of one of these are evaluated, wherever they stand. */
  readonly contained: readonly Place[];
}

const NOTHING_EVALUATED: Evaluated = { everything: false, names: [], patterns: [], prefix: 0, contained: [] };

/** How one of the two keywords reads what is evaluated. */
interface Kind {
  readonly keyword: UnevaluatedClause["keyword"];
  /** What the keywords of one schema evaluate by themselves. */
  own(keywords: Keywords, isSelf: boolean): Evaluated;
  /** Limits that leave what is evaluated free and hold all else to a schema. */
  limits(evaluated: Evaluated, rest: Place, space: Space): Pick<UnevaluatedLimits, "object" | "array">;
}

const OBJECTS: Kind = {
  keyword: "unevaluatedProperties",
  own: ({ object, takesProperties }, isSelf) => ({
    ...NOTHING_EVALUATED,
    everything: takesProperties === "rest" || (takesProperties === "unevaluated" && !isSelf),
    names: [...(object?.properties.keys() ?? [])],
    patterns: object?.patterns.map(({ source }) => source) ?? [],
  }),
  limits: ({ names, patterns }, rest, space) => {
    const free = space.anything();
    const properties = new Map(names.map((name) => [name, free]));
    return {
      object: {
        ...ANY_OBJECT,
        properties,
        patterns: patterns.map((source) => ({ source, place: free })),
        additional: rest,
      },
    };
  },
};

const ARRAYS: Kind = {
  keyword: "unevaluatedItems",
  own: ({ array, takesItems }, isSelf) => ({
    ...NOTHING_EVALUATED,
    everything: takesItems === "rest" || (takesItems === "unevaluated" && !isSelf),
    prefix: array?.prefix.length ?? 0,
    contained: array?.contains?.evaluates ? [array.contains.place] : [],
  }),
  limits: ({ prefix, contained }, rest, space) => {
    const parts = [rest, ...contained];
    return {
      array: {
        prefix: Array.from({ length: prefix }, () => space.anything()),
        rest: parts.length === 1 ? rest : space.synthetic({ ...ANYTHING, clauses: [{ kind: "anyOf", parts }] }),
        contains: undefined,
        minItems: 0,
        maxItems: Number.POSITIVE_INFINITY,
        unique: false,
      },
    };
  },
};

function closed(place: Place, rest: Place, kind: Kind, space: Space): UnevaluatedLimits {
  const cases = new Cases(kind, space).of(place, []);
  if (cases === undefined) return { clauses: [], opaque: `\`${kind.keyword}\` has too many cases` };
  const [only] = cases;
  if (cases.length === 1 && only && only.conditions.length === 0)
    return only.everything ? NO_LIMITS : { ...kind.limits(only, rest, space), clauses: [] };
  const parts = cases.map((each) =>
    space.synthetic({
      ...ANYTHING,
      ...(each.everything ? {} : kind.limits(each, rest, space)),
      all: each.conditions,
    }),
  );
  return { clauses: [{ keyword: kind.keyword, clause: { kind: "anyOf", parts } }] };
}

/** Finds the cases of a schema; undefined where they are too many, or cannot be known. */
class Cases {
  readonly #kind: Kind;
  readonly #space: Space;
  #looks = 0;

  constructor(kind: Kind, space: Space) {
    this.#kind = kind;
    this.#space = space;
  }

  /** @param around the schemas that this one stands in at the same place of a value, itself not yet among them */
  of(place: Place, around: readonly Place[]): Case[] | undefined {
    if (++this.#looks > MOST_LOOKS || around.length > DEEPEST) return undefined;
    const target = this.#space.aliasEnd(place);
    // A schema within itself evaluates nothing more.
    if (around.includes(target)) return [WITHOUT];
    const keywords = this.#space.keywords(target);
    if (keywords.opaque !== undefined) return undefined;
    const inside = [...around, target];
    const own = { conditions: [], ...this.#kind.own(keywords, around.length === 0) };
    return product([
      [own],
      ...keywords.all.map((part) => this.of(part, inside)),
      ...keywords.clauses.flatMap((clause) => this.#ofClause(clause, inside)),
    ]);
  }

  #ofClause(clause: Clause, inside: readonly Place[]): (Case[] | undefined)[] {
    switch (clause.kind) {
      case "not":
        return [];
      case "anyOf":
        return clause.parts.map((part) => union([[WITHOUT], this.#where([part], part, inside)]));
      case "oneOf":
        return [union([[WITHOUT], ...clause.parts.map((part) => this.#where([part], part, inside))])];
      case "if": {
        const not = this.#space.synthetic({ ...ANYTHING, clauses: [{ kind: "not", part: clause.test }] });
        const yes = product([
          this.#where([clause.test], clause.test, inside),
          clause.yes ? this.#where([clause.test], clause.yes, inside) : [WITHOUT],
        ]);
        const no = clause.no ? this.#where([not], clause.no, inside) : [];
        return [union([[WITHOUT], yes, no])];
      }
      case "dependent": {
        if (Array.isArray(clause.part)) return [];
        const present = this.#space.synthetic({ ...ANYTHING, object: { ...ANY_OBJECT, required: [clause.key] } });
        return [union([[WITHOUT], this.#where([present], clause.part as Place, inside)])];
      }
    }
  }

  /** The cases of a part where some schemas hold. */
  #where(conditions: readonly Place[], part: Place, inside: readonly Place[]): Case[] | undefined {
    return this.of(part, inside)?.map((each) => ({ ...each, conditions: [...conditions, ...each.conditions] }));
  }
}

const WITHOUT: Case = { ...NOTHING_EVALUATED, conditions: [] };

/** Any of the cases. Those that evaluate nothing are one, without conditions. */
function union(choices: readonly (readonly Case[] | undefined)[]): Case[] | undefined {
  const cases: Case[] = [];
  for (const choice of choices) {
    if (choice === undefined) return undefined;
    append(cases, choice.filter(evaluates));
  }
  return [WITHOUT, ...cases];
}

/** One case of each, together. */
function product(factors: readonly (readonly Case[] | undefined)[]): Case[] | undefined {
  let cases: Case[] = [WITHOUT];
  for (const factor of factors) {
    if (factor === undefined || cases.length * factor.length > MOST_CASES) return undefined;
    cases = cases.flatMap((one) => factor.map((other) => both(one, other)));
  }
  return cases;
}

function both(a: Case, b: Case): Case {
  if (!evaluates(b) && b.conditions.length === 0) return a;
  return {
    conditions: [...a.conditions, ...b.conditions],
    everything: a.everything || b.everything,
    names: [...new Set([...a.names, ...b.names])],
    patterns: [...new Set([...a.patterns, ...b.patterns])],
    prefix: Math.max(a.prefix, b.prefix),
    contained: [...a.contained, ...b.contained],
  };
}

function evaluates({ everything, names, patterns, prefix, contained }: Evaluated): boolean {
  return everything || names.length + patterns.length + prefix + contained.length > 0;
}
