import { parseCases, valueIn } from "@concordat/engine/testing";
import { describe, expect, it } from "vitest";
import { readRuleCases } from "../../../scripts/case-files.ts";
import { fragmentYaml } from "../../../scripts/fragment-yaml.ts";

const cases = readRuleCases().flatMap((entry) => entry.cases);

describe("fragments as pages show them", () => {
  it("read as what they are", () => {
    for (const { base, head } of cases) {
      const side = (fragment: typeof base) => fragmentYaml(fragment).replaceAll(/^/gm, "    ");
      const text = `- name: read again\n  base:\n${side(base)}\n  head:\n${side(head)}\n  expect: []\n`;
      const again = valueIn(parseCases(text, "again"))[0];
      expect({ base: again?.base, head: again?.head }).toEqual({ base, head });
    }
  });

  it.each([
    [{ "get /users": { deprecated: true } }, "get /users:\n  deprecated: true"],
    [{ tags: [] }, "tags: []"],
    [{ servers: [{ url: "https://example.com" }] }, 'servers:\n  - { url: "https://example.com" }'],
    [{ "get /a": { summary: "no" } }, 'get /a:\n  summary: "no"'],
    [{ "get /{id}": { summary: "", tags: ["a b"] } }, 'get /{id}:\n  summary: ""\n  tags: [a b]'],
  ])("are written short: %j", (fragment, text) => {
    expect(fragmentYaml(fragment)).toBe(text);
  });
});
