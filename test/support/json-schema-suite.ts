import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dialect, Json } from "../../packages/containment/src/internal.ts";
import { SHARED } from "./paths.ts";

/** A value and a schema, and whether the official suite of JSON Schema calls it valid. */
export interface SuiteTest {
  readonly id: string;
  readonly dialect: Dialect;
  readonly schema: Json;
  readonly data: Json;
  readonly valid: boolean;
}

const file = join(SHARED, "json-schema-suite", "tests.jsonl");

/** The tests of the suite; none where it is not there. */
export const SUITE_TESTS: readonly SuiteTest[] = existsSync(file)
  ? readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as SuiteTest)
  : [];
