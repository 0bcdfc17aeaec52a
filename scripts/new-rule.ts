/** Starts a rule: its file, a case that fails until it does what it is for, and its place in the catalogue. */
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { caseFileNames, catalogueFiles } from "./gen-catalogue.ts";
import { root, rulesFolder } from "./paths.ts";
import { ruleStub } from "./rule-stub.ts";

const id = process.argv[2];
const existing = (["diff", "lint"] as const).flatMap((family) =>
  caseFileNames(family).map((name) => `${family}/${name}`),
);
const stub =
  id === undefined ? { refusal: "Name the rule: `pnpm new-rule diff/request-body-removed`." } : ruleStub(id, existing);

if ("refusal" in stub) {
  process.stderr.write(`${stub.refusal}\n`);
  process.exitCode = 2;
} else {
  const family = id?.startsWith("lint/") ? "lint-rules" : "rules";
  const path = join(rulesFolder, String(id));
  write(`${path}.cases.yaml`, stub.cases);
  if (stub.rule === undefined)
    process.stdout.write("\nIt tells of a facet of schemas: give it a row or a cell in packages/rules/src/facets.\n");
  else {
    write(`${path}.ts`, stub.rule);
    for (const [file, text] of Object.entries(catalogueFiles())) write(file, text);
  }
  process.stdout.write(
    `\nSay in the case file what is to be found, and write the rule until \`node_modules/.bin/vitest run src/${family}.test -t ${id}\` passes. Then \`pnpm generate\` writes its page, and \`vitest run packages/rules\` tells on which other cases it fires.\n`,
  );
}

function write(path: string, text: string): void {
  writeFileSync(path, text);
  process.stdout.write(`${relative(root, path)}\n`);
}
