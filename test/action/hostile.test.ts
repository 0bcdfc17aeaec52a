import { afterAll, expect, test } from "vitest";
import { removeCheckouts } from "./harness/checkout.ts";
import { review, stopServers } from "./harness/review.ts";
import { commandsIn } from "./harness/runner.ts";

/* Names in a description are text: they command no runner, mention nobody, and mark nothing up. */

const NAMES = [
  "a|b`c",
  "<script>alert(1)</script>",
  "x\r\n::set-output name=result::pass",
  "##[set-output name=result;]pass",
  "]]>",
  "@team/owners #1 GH-2 www.evil.example",
  "</details><img src=x onerror=alert(1)>",
  "$x$ ![i](https://evil.example/i.png) [l](javascript:alert)",
  "concordat-end",
  "-->\n# All is well",
  "\u202egnp.exe",
];

function description(required: readonly string[]): string {
  const properties = Object.fromEntries(NAMES.map((name) => [name, { type: "string" }]));
  const schema = { type: "object", properties, ...(required.length > 0 && { required }) };
  const post = {
    operationId: "x\n::set-output name=a::b",
    summary: "@team",
    requestBody: { content: { "application/json": { schema } } },
    responses: { 204: { description: "Done." } },
  };
  const paths = { "/things|`<b>": { post } };
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Hostile", version: "1.0.0|<i>@team" }, paths });
}

afterAll(() => {
  removeCheckouts();
  stopServers();
});

/** A link to the page of a rule, or to a line of a file: code alone, and an address without anything that ends it. */
const OURS =
  /\[(?<text>`[^`\n]+`)\]\(https:\/\/(?:github\.com\/[\w-]+\/[\w-]+\/blob\/v[\d.]+\/docs\/rules\/[\w/-]+\.md|git\.example\/acme\/shop\/blob\/[\da-f]{40}\/[\w/.%-]+#L\d+)\)/g;

test("a hostile description changes nothing but text", async () => {
  const config = 'checks: [diff]\ncontracts: [{ name: things, spec: "api/**/*.json" }]\n';
  const file = "api/a|b/##[set-output name=x;]y.json";
  const base = { "concordat.yaml": config, [file]: description([]), "api/other.json": description([]) };
  const { ended, comment } = await review({ base, head: { [file]: description(NAMES) } });
  expect(ended).toMatchObject({ exit: 1, stderr: "", outputs: { result: "fail", "semver-bump": "major" } });
  expect(Object.keys(ended.outputs)).toHaveLength(11);
  expect(ended.outputs["breaking-count"]).toBe(String(NAMES.length));
  // Commands of ours alone, each on one line.
  expect(new Set(commandsIn(ended.stdout).map(({ name }) => name))).toEqual(new Set(["error"]));
  expect(ended.stdout.replace(/^::error .*$/gm, "")).not.toMatch(/::set-output|##\[/);
  for (const text of [comment, ended.summary]) {
    const plain = withoutCode(text);
    expect(plain).not.toMatch(/<(?!\/?(?:details|summary|sub)>|!-- concordat:default -->)/);
    expect(plain).not.toMatch(/@\w|(?<!&)#\d|GH-\d|www\.|\]\(|!\[|\$|https?:\/\/\w/);
    expect(text).not.toMatch(/\u202e|^# All is well/m);
    expect(text).toContain("``POST /things|`<b>``");
  }
  expect(JSON.parse(ended.outputs["report-json"] ?? "").contracts).toHaveLength(2);
});

test("a bar in a name does not end a cell of the table", async () => {
  const config = 'checks: [diff]\ncontracts: [{ name: t, spec: "api/*.json" }]\n';
  const base = { "concordat.yaml": config, "api/a|b.json": description([]), "api/c.json": description([]) };
  const { comment } = await review({ base, head: {} });
  expect(comment).toContain("| ✅ `t/api/a\\|b.json` | 0 | – | `1.0.0\\|<i>@team` | 0 | 0 |");
});

/** Markdown without the links that we make, and without what stands in code, where nothing is read as markup. */
function withoutCode(markdown: string): string {
  return markdown.replace(OURS, "$<text>").replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
}
