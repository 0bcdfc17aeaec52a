import * as v from "valibot";
import type { Result } from "../base/result.ts";
import { parseCaseFile } from "./case-file.ts";
import type { Fragment } from "./fragment.ts";

/** The versions of OpenAPI that are read. */
export const VERSIONS = ["2.0", "3.0", "3.1", "3.2"] as const;
export type Version = (typeof VERSIONS)[number];

const version = v.picklist(VERSIONS);
const data = v.record(v.string(), v.unknown());

const entry = v.strictObject({
  in: v.optional(v.array(version)),
  slot: v.optional(v.unknown()),
  beside: v.optional(data),
  from: v.optional(v.unknown()),
  to: v.optional(v.unknown()),
  judged: v.optional(v.array(v.string())),
  verdict: v.optional(v.literal(true)),
  ignored: v.optional(v.string()),
  fixed: v.optional(v.string()),
});

const table = v.array(
  v.strictObject({
    name: v.string(),
    schemas: v.record(version, v.array(v.string())),
    unpublished: v.optional(v.record(version, v.array(v.string()))),
    keywords: v.optional(v.array(version)),
    slot: v.optional(v.unknown()),
    slot2: v.optional(v.unknown()),
    with: data,
    with2: v.optional(data),
    fields: v.record(v.string(), v.union([v.array(entry), entry])),
  }),
);

export type FieldEntry = v.InferOutput<typeof entry>;
export type SpecificationObject = v.InferOutput<typeof table>[number];

/** One field of an object, in the versions that one entry is about. */
export interface FieldRow {
  readonly object: SpecificationObject;
  readonly field: string;
  readonly versions: readonly Version[];
  readonly entry: FieldEntry;
}

/** Reads a table of the fields of OpenAPI: of each object where it stands, and of each field what a change of it comes to. */
export function parseFieldTable(text: string, file: string): Result<SpecificationObject[]> {
  return parseCaseFile(text, file, table);
}

/** All rows, with the versions that have the field. */
export function fieldRows(
  objects: readonly SpecificationObject[],
  has: (object: SpecificationObject, field: string, each: Version) => boolean,
): FieldRow[] {
  return objects.flatMap((object) =>
    Object.entries(object.fields).flatMap(([field, entries]) =>
      [entries].flat().map((each) => ({
        object,
        field,
        entry: each,
        versions: VERSIONS.filter((one) => (each.in ?? VERSIONS).includes(one) && has(object, field, one)),
      })),
    ),
  );
}

/** A pair of fragments that differ in one field alone, in the words of a version. */
export function fragmentsOf(
  { object, field, entry: { slot, beside, from, to } }: FieldRow,
  each: Version,
): [Fragment, Fragment] {
  const old = each === "2.0";
  const holder = slot ?? (old ? object.slot2 : object.slot);
  const top = holder === "HERE";
  const rest = (old ? object.with2 : undefined) ?? object.with;
  const around = { ...(top && rest), ...(beside ?? (top ? {} : rest)) };
  return [from, to].map((value) => {
    const here = { ...around, ...(value !== undefined && { [field]: value }) };
    const fragment = fill(holder, here) as Fragment;
    return fill({ openapi: old ? each : "VERSION.0", ...fragment }, here, each) as Fragment;
  }) as [Fragment, Fragment];
}

/** Data with what stands for `HERE` and `VERSION` in it. */
function fill(value: unknown, here: unknown, each?: Version): unknown {
  if (value === "HERE") return here;
  if (typeof value === "string") return each === undefined ? value : value.replace(/^VERSION/, each);
  if (Array.isArray(value)) return value.map((item) => fill(item, here, each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member, here, each)]));
}
