import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { breaksOf, judgePair } from "./support/judging.ts";
import { ROOT } from "./support/paths.ts";

/*
 * GitHub Enterprise Server 3.18 and 3.19, 11 MB each: 124 changes, of which these break. `pnpm bench` fetches them.
 */

const GHES = join(ROOT, "bench/node_modules/@octokit/openapi/generated");
const CONFIGURATION = "code-security~1configurations";

/** Where the property of a request body stands. */
function property(operation: string, name: string): string {
  return `/paths/${operation}/requestBody/content/application~1json/schema/properties/${name}`;
}

describe.skipIf(!existsSync(GHES))("GitHub Enterprise Server 3.18 to 3.19", () => {
  test("breaks requests in four places, and nothing else", async () => {
    const outcome = await judgePair(GHES, "ghes-3.18.json", "ghes-3.19.json");
    const setUp = "code_scanning_default_setup_options";
    const detach = property(`~1orgs~1{org}~1${CONFIGURATION}~1detach/delete`, "selected_repository_ids");
    expect(breaksOf(outcome).map(({ rule, subject, data, proof }) => ({ rule, subject, data, proof }))).toEqual([
      {
        rule: "diff/request-null-narrowed",
        subject: property(`~1enterprises~1{enterprise}~1${CONFIGURATION}~1{configuration_id}/patch`, setUp),
        data: { keyword: "type", types: ["null"] },
        proof: "witness",
      },
      {
        rule: "diff/request-item-count-narrowed",
        subject: detach,
        data: { keyword: "maxItems", from: null, to: 250 },
        proof: "witness",
      },
      {
        rule: "diff/request-item-count-narrowed",
        subject: detach,
        data: { keyword: "minItems", from: 0, to: 1 },
        proof: "witness",
      },
      {
        rule: "diff/request-null-narrowed",
        subject: property(`~1orgs~1{org}~1${CONFIGURATION}~1{configuration_id}/patch`, setUp),
        data: { keyword: "type", types: ["null"] },
        proof: "witness",
      },
    ]);
    expect(outcome.problems).toEqual([]);
  });

  test.each(["3.18", "3.19"])("%s says nothing against itself", async (version) => {
    const { rulings } = await judgePair(GHES, `ghes-${version}.json`, `ghes-${version}.json`);
    expect(rulings).toEqual([]);
  });
});
