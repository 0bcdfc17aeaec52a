import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A pact beside a description, and whether the comparator that it is a fixture of lets it pass. */
export interface Comparison {
  readonly id: string;
  readonly folder: string;
  readonly passes: boolean;
}

/** All fixtures below a folder. */
export function readComparisons(root: string): readonly Comparison[] {
  return ["asyncapi", "oas"].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => {
      const folder = join(root, kind, name);
      const results = JSON.parse(readFileSync(join(folder, "results.json"), "utf8")) as readonly { type: string }[];
      return { id: `${kind}/${name}`, folder, passes: results.every(({ type }) => type !== "error") };
    }),
  );
}
