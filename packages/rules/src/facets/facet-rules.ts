import { defineSchemaCheck, type SchemaCheck } from "@concordat/engine/kit";
import { combinations } from "./combinations.ts";
import type { FacetCell, FacetRow } from "./facet-row.ts";
import { lists } from "./lists.ts";
import { objects } from "./objects.ts";
import { values } from "./values.ts";

type Way = Pick<SchemaCheck, "direction" | "change">;
type Common = Pick<SchemaCheck, "why" | "fix" | "severity" | "impact" | "audience" | "consumerFix">;

/** What a change means to consumers, whichever facet it is of: by direction, then by change. */
const COMMON: Readonly<Record<Way["direction"], Readonly<Record<Way["change"], Common>>>> = {
  request: {
    narrowed: {
      why: "Requests that were accepted are now refused with 400 or 422.",
      fix: "Accept what was accepted before, or offer a new operation or version beside it.",
      consumerFix: "Check what you send: values that were accepted are refused now.",
      severity: "error",
      impact: "major",
      audience: "wire",
    },
    widened: {
      why: "Existing requests stay valid; consumers may send more.",
      fix: "Nothing to do.",
      severity: "info",
      impact: "minor",
      audience: "wire",
    },
  },
  response: {
    narrowed: {
      why: "Consumers are promised more than before; nothing breaks.",
      fix: "Nothing to do.",
      severity: "info",
      impact: "patch",
      audience: "wire",
    },
    widened: {
      why: "Consumers may get values that they were never told about, and may not be able to read them.",
      fix: "Keep to what was promised, or offer a new property, operation or version beside it.",
      consumerFix: "Be ready for values that were never sent before.",
      severity: "error",
      impact: "major",
      audience: "wire",
    },
  },
};

const WAYS: readonly Way[] = [
  { direction: "request", change: "narrowed" },
  { direction: "request", change: "widened" },
  { direction: "response", change: "narrowed" },
  { direction: "response", change: "widened" },
];

/** The rules of all facets: they name and explain what containment finds. */
export const facetRules: readonly SchemaCheck[] = [...values, ...lists, ...objects, ...combinations].flatMap((row) =>
  WAYS.flatMap((way) => {
    const cell = cellOf(row, way);
    return cell ? [ruleOf(row, way, cell)] : [];
  }),
);

function ruleOf(row: FacetRow, way: Way, cell: FacetCell): SchemaCheck {
  const { direction, change } = way;
  const { says, ...own } = cell;
  return defineSchemaCheck({
    ...COMMON[direction][change],
    id: idOf(row, way, cell),
    about: { area: "schema", aspect: nameOf(row), action: change },
    mirror: mirrorOf(row, way),
    messages: typeof says === "string" ? { other: says } : says,
    facet: row.facet,
    ...way,
    ...own,
  });
}

function mirrorOf(row: FacetRow, { direction, change }: Way): string {
  const back: Way = { direction, change: change === "narrowed" ? "widened" : "narrowed" };
  return idOf(row, back, cellOf(row, back));
}

function idOf(row: FacetRow, { direction, change }: Way, cell: FacetCell | undefined): string {
  return cell?.id ?? `diff/${direction}-${nameOf(row)}-${change}`;
}

function nameOf({ facet, name = facet }: FacetRow): string {
  return name;
}

function cellOf(row: FacetRow, { direction, change }: Way): FacetCell | undefined {
  return row[direction]?.[change];
}
