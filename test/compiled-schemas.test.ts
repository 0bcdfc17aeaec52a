import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeHost } from "../packages/engine/src/host/node.ts";
import { loadDescription } from "../packages/engine/src/load/description.ts";
import { subjectOf, subjectText } from "../packages/engine/src/model/subject.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { structureFaults } from "../packages/engine/src/validate/structure.ts";
import { ROOT } from "./support/paths.ts";

/*
 * The command line holds the schemas of OpenAPI compiled; the sources compile them. Both must say the same, and the first
 * without making code from text.
 */

const folder = mkdtempSync(join(tmpdir(), "concordat-compiled-"));
afterAll(() => rmSync(folder, { recursive: true }));

const info = { title: "Pets", version: "1.0.0" };
const responses = { "200": { description: "fine" }, nonsense: { description: 1 } };
const paths = {
  "/pets": {
    get: { responses, parameters: [{ in: "nowhere", name: "limit" }, { in: "query" }], tags: "pets", unknown: true },
    fetch: {},
  },
  pets: {},
};
const descriptions = {
  "2.0": {
    swagger: "2.0",
    info: { title: "Pets" },
    paths,
    schemes: ["https", "https", "gopher"],
    securityDefinitions: { a: {} },
  },
  "3.0": {
    openapi: "3.0.3",
    info,
    paths,
    components: { schemas: { "a b": { type: "thing", minLength: -1 } } },
    servers: {},
  },
  "3.1": { openapi: "3.1.0", info: { ...info, license: { name: "x", url: 1, identifier: "y" } }, paths, webhooks: [] },
};

test.each(Object.entries(descriptions))("of %s", async (name, description) => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(description));
  const loaded = valueIn(await loadDescription(file, nodeHost(folder)));
  const fromSources = (await structureFaults(loaded)).map(
    ({ message, at }) => `${subjectText(subjectOf(at, loaded))} ${message}`,
  );
  expect(fromSources.length).toBeGreaterThan(3);
  expect(saidByBundle(file)).toEqual(fromSources.sort());
});

interface Found {
  readonly rule: string;
  readonly subject: string;
  readonly data: { readonly fault: string };
  readonly members?: readonly { readonly subject: string }[];
}

function saidByBundle(file: string): string[] {
  const bundle = join(ROOT, "packages/cli/dist/main.js");
  const args = [
    "--disallow-code-generation-from-strings",
    bundle,
    "lint",
    file,
    "--format",
    "json",
    "--fail-on",
    "never",
  ];
  const { findings } = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" })) as {
    readonly findings: readonly Found[];
  };
  return (
    findings
      .filter(({ rule }) => rule === "lint/description-valid")
      // One fault in several places is one finding.
      .flatMap(({ members, data, ...alone }) => (members ?? [alone]).map(({ subject }) => `${subject} ${data.fault}`))
      .sort()
  );
}
