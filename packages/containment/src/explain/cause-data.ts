import { compareNumbers, type JsonNumber } from "../exact.ts";
import type { Json } from "../json.ts";
import { greatest, smallest } from "../lists.ts";
import { ANY_NUMBER, type Bound, isBound, type Limits, type NumberViolation } from "../types/number.ts";
import type { View } from "../view.ts";
import type { Break } from "../ways.ts";
import type { CauseData } from "./explanation.ts";

/** The limits of both sides, or the name, that a broken keyword is about. */
export function causeData(view: View, { way, member }: Break): CauseData {
  switch (way.on) {
    case "number":
      return numberData(view.number, way.violation);
    case "string": {
      const { violation } = way;
      if (violation.keyword === "minLength") return { left: view.string.minLength, right: violation.maxLength + 1 };
      if (violation.keyword === "maxLength")
        return { left: finite(view.string.maxLength), right: violation.minLength - 1 };
      if (violation.keyword === "pattern") return { left: listed(view.string.patterns), right: violation.pattern };
      return violation.keyword === "numeral" ? {} : numberData(view.string.numeral ?? ANY_NUMBER, violation);
    }
    case "array": {
      const { violation } = way;
      if (violation.keyword === "minItems")
        return { left: greatest(view.arrays.map((limits) => limits.minItems)), right: violation.most + 1 };
      if (violation.keyword === "maxItems")
        return { left: finite(smallest(view.arrays.map((limits) => limits.maxItems))), right: violation.least - 1 };
      return "index" in violation ? { name: String(violation.index) } : {};
    }
    case "object": {
      const { violation } = way;
      if (violation.keyword === "minProperties")
        return { left: greatest(view.objects.map((limits) => limits.minProperties)), right: violation.most + 1 };
      if (violation.keyword === "maxProperties")
        return {
          left: finite(smallest(view.objects.map((limits) => limits.maxProperties))),
          right: violation.least - 1,
        };
      return "name" in violation && typeof violation.name === "string" ? { name: violation.name } : {};
    }
    case "values":
      return { right: member.keywords?.values ?? [] };
    default:
      return {};
  }
}

function numberData(left: Limits, { keyword, limits }: NumberViolation): CauseData {
  if (keyword === "multipleOf") return { left: listed(left.steps), right: listed(limits.steps) };
  if (keyword === "type") return { types: ["number"] };
  const side = keyword === "minimum" ? "lower" : "upper";
  const [own, other] = [left[side], limits[side]];
  // Where both are at one number, only words tell them apart.
  const isSame = compareNumbers(own.at, other.at) === 0 && own.exclusive !== other.exclusive;
  return { left: bounding(own, isSame, side), right: bounding(other, isSame, side) };
}

function bounding(bound: Bound, inWords: boolean, side: "lower" | "upper"): JsonNumber | string | null {
  if (!isBound(bound)) return null;
  return inWords && bound.exclusive ? `${side === "lower" ? "more" : "less"} than ${bound.at}` : bound.at;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Null where a side says nothing. */
function listed(values: readonly Json[]): Json {
  return values.length > 0 ? [...values] : null;
}
