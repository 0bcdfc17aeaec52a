import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseText } from "../../packages/engine/src/source/parse.ts";

/** Cases of others that Concordat judges otherwise for one reason, as a reviewed list has them. */
interface Difference {
  readonly reason: string;
  readonly cases: readonly string[];
}

/** The reasons of a reviewed list in `test/`, by the case that each is given for. */
export function readReasons(name: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(import.meta.dirname, "..", name), "utf8");
  const { differences } = parseText({ name, uri: name, text }).data as { readonly differences: readonly Difference[] };
  return new Map(differences.flatMap(({ reason, cases }) => cases.map((id) => [id, reason] as const)));
}
