import type { DeprecationsDocument, MigrationsDocument, PageData } from "@concordat/engine/page";
import { operationName } from "./places.ts";

/** Something deprecated, with the day that its dates are seen from. */
export interface ShownDeprecation {
  readonly deprecation: DeprecationsDocument["deprecations"][number];
  readonly asOf: string;
  /** The description that has it, where the page has several. */
  readonly source: string | undefined;
}

/** The move of all consumers away from one operation, or from a parameter, a property or a value that pacts show in use. */
export interface ShownMigration {
  readonly name: string;
  readonly migration: MigrationsDocument["migrations"][number] | NonNullable<MigrationsDocument["fields"]>[number];
  /** What the numbers of its consumers count. */
  readonly counted: string;
}

/** All deprecations of the documents of a page, the next sunset first. */
export function deprecationsIn({ documents }: PageData): ShownDeprecation[] {
  const shown = documents.flatMap(({ document }): ShownDeprecation[] => {
    if ("deprecations" in document)
      return document.deprecations.map((deprecation) => ({ deprecation, asOf: document.asOf, source: undefined }));
    if (!("descriptions" in document)) return [];
    return document.descriptions.flatMap(({ source, deprecations }) =>
      deprecations.map((deprecation) => ({ deprecation, asOf: document.asOf, source })),
    );
  });
  const sunsetOf = ({ deprecation }: ShownDeprecation) => deprecation.sunset ?? "9999";
  return shown.toSorted((a, b) => (sunsetOf(a) < sunsetOf(b) ? -1 : sunsetOf(a) > sunsetOf(b) ? 1 : 0));
}

/** All migrations of the documents of a page. */
export function migrationsIn({ documents }: PageData): ShownMigration[] {
  return documents.flatMap(({ document }): ShownMigration[] => {
    if (!("migrations" in document)) return [];
    const { migrations, fields = [], window } = document;
    const calls = `Calls from ${window.from} to ${window.to}`;
    return [
      ...migrations.map((each) => ({ name: operationName(each.operation), migration: each, counted: calls })),
      ...fields.map((each) => ({ name: each.subject, migration: each, counted: "Interactions of pacts" })),
    ];
  });
}

/** The span of days that a chart of deprecations shows: all their days, and the one they are seen from. */
export function chartDays(shown: readonly ShownDeprecation[]): { readonly from: number; readonly to: number } {
  const days = shown
    .flatMap(({ deprecation: { announced, deprecated, sunset, removed }, asOf }) => [
      ...[announced, deprecated, sunset, removed, asOf],
    ])
    .flatMap((day) => (day === null ? [] : [dayNumber(day)]));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max(7, (to - from) * 0.04);
  return { from: from - margin, to: to + margin };
}

/** Years that begin within a span of days; every so many of them, where they are more than there is room for. */
export function yearsOf({ from, to }: { readonly from: number; readonly to: number }): number[] {
  const [first, last] = [from, to].map((day) => new Date(day * 86_400_000).getUTCFullYear()) as [number, number];
  const step = Math.ceil((last - first) / MOST_YEARS);
  return Array.from({ length: last - first }, (_, i) => first + 1 + i).filter((year) => (last - year) % step === 0);
}

/** Years that a scale has room for. */
const MOST_YEARS = 6;

/** Days since the first of 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
