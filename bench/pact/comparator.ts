/** Compares a pact with a description by the rival, and prints what it finds: `comparator.ts DESCRIPTION PACT`. */
import { readFileSync } from "node:fs";
import { installed } from "../install.ts";

const { Comparator } = installed("@pactflow/openapi-pact-comparator") as {
  Comparator: new (given: { readonly oas: unknown }) => { compare(pact: unknown): AsyncIterable<unknown> };
};
const [oas, pact] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const found: unknown[] = [];
for await (const each of new Comparator({ oas }).compare(pact)) found.push(each);
process.stdout.write(JSON.stringify(found));
