import { expect, test } from "vitest";
import { entriesOf } from "./entries.ts";
import { migrationsIn } from "./lifecycle.ts";
import { problemsIn } from "./problems.ts";

const head = { schemaVersion: 1, tool: { name: "concordat", version: "0.0.0" }, asOf: "2026-01-31" } as const;
const problems = [{ code: "date-unknown", message: "The sunset of `GET /c` is no day." }];
const page = (...documents: Parameters<typeof migrationsIn>[0]["documents"][number]["document"][]) => ({
  documents: documents.map((document) => ({ document })),
  rules: {},
});

test("what is wrong with dates is told of deprecations and migrations", () => {
  const window = { from: "2026-01-01", to: "2026-01-30" };
  const data = page(
    { ...head, deprecations: [], problems },
    { ...head, descriptions: [{ source: "b.yaml", deprecations: [], problems }] },
    { ...head, window, migrations: [], problems },
    { ...head, window, migrations: [] },
  );
  const shown = problemsIn(data, entriesOf(data));
  expect(shown.map(({ name }) => name)).toEqual(["Deprecations", "b.yaml", "Migration"]);
  expect(shown[0]?.problems).toEqual([{ ...problems[0], severity: "warn" }]);
});

test("what pacts show in use is a migration too", () => {
  const field = {
    ...({ subject: "/components/schemas/A/properties/b", kind: "property", name: "The property `b`" } as const),
    ...{ operation: null, deprecated: null, sunset: null, replacement: "c", consumers: [], progress: 0 },
    ...{ forecast: null, removable: false, because: [] },
  };
  const window = { from: "2026-01-01", to: "2026-01-30" };
  const shown = migrationsIn(page({ ...head, window, migrations: [], fields: [field] }));
  expect(shown).toEqual([{ name: field.subject, migration: field, counted: "Interactions of pacts" }]);
});
