import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { altered, BROKEN, configOf, removeCheckouts, USERS, WIDER, writeTexts } from "./harness/checkout.ts";
import { hasPublished } from "./harness/description.ts";
import { review, stopServers } from "./harness/review.ts";
import { commandsIn, type StepEnded } from "./harness/runner.ts";

/* Pull requests, judged by the built action as a runner starts it, beside a server that answers as GitHub does. */

const ROOM = 65_536;
const LISTED = "GET /repos/acme/shop/issues/7/comments?per_page=100";
const LABELS = "GET /repos/acme/shop/issues/7/labels?per_page=100";

afterAll(() => {
  removeCheckouts();
  stopServers();
});

describe("requests and answers", () => {
  test.skipIf(!hasPublished)("are held against the description that GitHub publishes", () => {
    expect(hasPublished).toBe(true);
  });
});

/** What a comment says of the break of `BROKEN`. */
const TOLD = [
  "<!-- concordat:default -->\n## ❌ users: 1 breaking change, in `POST /users`\n",
  "Needs **2.0.0**, still declares 1.0.0.",
  "To accept the breaking change: set the label `breaking-change-approved`, or declare 2.0.0.",
  "### Breaking changes (1)",
  'a request without `name` was accepted, is refused now: `POST /users {"email":""}`',
  "[`diff/request-property-became-required`](https://github.com/",
  "Fix: Leave it optional",
];

/** A link to a line of a file at the commit of a pull request. */
function lineLink(file: string, line: number, { head }: { readonly head: string }): string {
  return `[\`${file}:${line}\`](https://git.example/acme/shop/blob/${head}/${file}#L${line})`;
}

describe.concurrent("a pull request", () => {
  test("with a break fails, says why everywhere, and makes one comment", async () => {
    const { ended, github, comment, checkout } = await review({ head: { "api/users.yaml": BROKEN } });
    expect(ended).toMatchObject({ exit: 1, stderr: "" });
    expect(github.requests).toEqual([LABELS, LISTED, "POST /repos/acme/shop/issues/7/comments"]);
    expect(ended.outputs).toMatchObject({
      result: "fail",
      "semver-bump": "major",
      "breaking-count": "1",
      "error-count": "1",
      "warning-count": "0",
      approved: "false",
      "sarif-file": "",
      "comment-id": "9000",
    });
    expect(ended.outputs["changelog"]).toContain("## Breaking changes");
    expect(JSON.parse(ended.outputs["report-json"] ?? "")).toMatchObject({ verdict: { pass: false } });
    const [error] = commandsIn(ended.stdout);
    expect(error).toMatchObject({ name: "error", properties: expect.stringContaining("file=api/users.yaml,line=52,") });
    for (const part of [...TOLD, lineLink("api/users.yaml", 52, checkout)]) expect(comment).toContain(part);
    expect(`<!-- concordat:default -->\n${ended.summary}`).toBe(comment);
  });

  test("without a break passes, and says so", async () => {
    const { ended, comment } = await review({ head: { "api/users.yaml": WIDER } });
    expect(ended).toMatchObject({
      exit: 0,
      outputs: { result: "pass", "semver-bump": "minor", "breaking-count": "0" },
    });
    expect(comment).toContain("## ✅ users");
    expect(comment).toContain("<details>\n<summary>Other changes (1)</summary>");
  });

  test("with a new contract has nothing to compare it with", async () => {
    const config = configOf({ users: "api/users.yaml", people: "people.yaml" });
    const { ended, comment } = await review({ head: { "people.yaml": USERS, "concordat.yaml": config } });
    expect(ended).toMatchObject({ exit: 0, outputs: { result: "pass", "semver-bump": "none" } });
    expect(comment).toContain("## ✅ API contracts: 2 pass");
    expect(comment).toContain("New contract: there is nothing to compare it with.");
  });

  test("with two contracts tells the one that fails first", async () => {
    const base = {
      "concordat.yaml": configOf({ users: "api/users.yaml", people: "people.yaml" }),
      "people.yaml": USERS,
    };
    const { ended, comment } = await review({ base, head: { "people.yaml": BROKEN, "api/users.yaml": WIDER } });
    expect(ended).toMatchObject({ exit: 1, outputs: { "semver-bump": "major", "breaking-count": "1" } });
    expect(comment).toContain("## ❌ API contracts: 1 of 2 fail");
    expect(comment).toContain(
      "| ❌ `people` | 1 | `2.0.0` | `1.0.0` | 0 | 0 |\n| ✅ `users` | 0 | `1.1.0` | `1.0.0` | 0 | 1 |",
    );
    expect(comment.indexOf("### ❌ people")).toBeLessThan(comment.indexOf("### ✅ users"));
  });

  test("tells what is new of lint after what breaks, and folds the rest", async () => {
    const head = altered(BROKEN, "      operationId: getUser\n", "");
    const base = { "concordat.yaml": configOf({ users: "api/users.yaml" }, "lint, diff") };
    const { ended, comment } = await review({ base, head: { "api/users.yaml": head } });
    expect(ended.exit).toBe(1);
    const places = ["## ❌", "### Breaking changes (1)", "### Lint findings (", "\n\nNot counted: "];
    const found = places.map((part) => comment.indexOf(part));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).not.toContain(-1);
  });
});

describe.concurrent("the comment", () => {
  test("is kept up to date", async () => {
    const { github, checkout, again } = await review({ head: { "api/users.yaml": BROKEN } });
    const { workspace } = checkout;
    writeTexts(workspace, { "api/users.yaml": USERS });
    const second = await again();
    expect(second).toMatchObject({ exit: 0, outputs: { "comment-id": "9000" } });
    expect(github.writes.at(-1)).toBe("PATCH /repos/acme/shop/issues/comments/9000");
    expect(github.discussion.comments).toHaveLength(1);
    expect(github.discussion.comments[0]?.body).toContain("## ✅ users: no change that concerns consumers");
  });

  test("is found behind 120 others, some of which only look like it", async () => {
    const marker = "<!-- concordat:default -->";
    const ada = { login: "ada", type: "User" } as const;
    const bot = { login: "github-actions[bot]", type: "Bot" } as const;
    const comments = Array.from({ length: 120 }, (_, i) => ({ id: i, body: `Comment ${i}`, user: ada }));
    comments.push({ id: 500, body: `${marker}\nNot written by a bot`, user: ada });
    const others = [
      { id: 501, body: `As in ${marker}`, user: bot },
      { id: 502, body: "<!-- concordat:other -->\nOf another name", user: bot },
      { id: 503, body: `${marker}\nThe old text`, user: bot },
    ];
    const { ended, github } = await review(
      { head: { "api/users.yaml": BROKEN } },
      {},
      { comments: [...comments, ...others] },
    );
    expect(ended.outputs["comment-id"]).toBe("503");
    expect(github.requests).toEqual([LABELS, LISTED, `${LISTED}&page=2`, "PATCH /repos/acme/shop/issues/comments/503"]);
    expect(github.discussion.comments).toHaveLength(124);
  });

  test("is none that a user has written", async () => {
    const forged = {
      id: 1,
      body: "<!-- concordat:default -->\nAll is well",
      user: { login: "eve", type: "User" },
    } as const;
    const { ended, github } = await review({}, {}, { comments: [{ ...forged }] });
    expect(ended).toMatchObject({ exit: 0, outputs: { "comment-id": "9001" } });
    expect(github.writes).toEqual(["POST /repos/acme/shop/issues/7/comments"]);
    expect(github.discussion.comments[0]?.body).toContain("All is well");
  });

  test("is left out where none is wanted, and there are several where they have names", async () => {
    const { github, again } = await review({}, { comment: "false" });
    expect(github.requests).toEqual([LABELS]);
    await again({ "comment-id": "public" });
    await again({ "comment-id": "partners" });
    expect(github.discussion.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      "<!-- concordat:public -->",
      "<!-- concordat:partners -->",
    ]);
  });
});

describe.concurrent("limits", () => {
  test("a comment that is too large sheds sections, and says so; the summary has them", async () => {
    const fields = Array.from({ length: 200 }, (_, i) => `field-${i}-${"é".repeat(400)}`);
    const properties = fields.map((name) => `        ${name}: { type: string }\n`).join("");
    const email = "        email: { type: string, maxLength: 200 }\n";
    const text = altered(USERS, email, email + properties);
    const head = text.replace("required: [email]", `required: [email, ${fields.join(", ")}]`);
    const { ended, comment } = await review(
      { base: { "api/users.yaml": text }, head: { "api/users.yaml": head } },
      { "max-annotations": "20" },
    );
    expect(ended).toMatchObject({ exit: 1, outputs: { "breaking-count": "200" } });
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(ROOM);
    expect(comment).toContain("Needs **2.0.0**");
    expect(comment).toContain("### Breaking changes (200)");
    expect(comment).toContain("_Left out because the comment is too long:");
    expect(ended.summary.length).toBeGreaterThan(comment.length);
    expect(ended.summary).toContain("GitHub shows no annotations for 190 of 200 errors");
    expect(commandsIn(ended.stdout).filter(({ name }) => name === "error")).toHaveLength(20);
    expect(ended.stdout).toContain("180 more of kind error are not written as annotations; the summary counts them.");
    expect(JSON.parse(ended.outputs["report-json"] ?? "").note).toContain("more than an output can hold");
    expect((ended.outputs["changelog"] ?? "").length).toBeLessThanOrEqual(100_000);
  });

  test("annotations can be left out, and files that changed come first", async () => {
    const base = {
      "concordat.yaml": configOf({ old: "old.yaml, base: before.yaml", users: "api/users.yaml" }),
      "old.yaml": BROKEN,
      "before.yaml": USERS,
    };
    const { ended, again } = await review({ base, head: { "api/users.yaml": BROKEN } }, { "max-annotations": "1" });
    const [first] = commandsIn(ended.stdout);
    expect(first?.properties).toContain("file=api/users.yaml");
    expect(ended.stdout).toContain("1 more of kind error are not written");
    const quiet = await again({ annotations: "false" });
    expect(quiet.stdout).toBe(
      "old: fail, required bump major, declared none\nusers: fail, required bump major, declared none\n",
    );
  });
});

describe.concurrent("files", () => {
  test("reports go where the workflow says, named from the root of the checkout", async () => {
    const base = {
      "shop/concordat.yaml": configOf({ users: "users.yaml" }),
      "shop/users.yaml": USERS,
    };
    const inputs = {
      ...{ "working-directory": "shop", "page-file": "out/page.html" },
      ...{ "report-file": "out/report.json", "sarif-file": "out/report.sarif" },
    };
    const { ended, checkout } = await review({ base, head: { "shop/users.yaml": BROKEN } }, inputs);
    const read = (path: string) => readFileSync(join(checkout.workspace, path), "utf8");
    expect(ended.outputs["sarif-file"]).toBe("shop/out/report.sarif");
    expect(`${ended.outputs["report-json"]}\n`).toBe(read("shop/out/report.json"));
    const [{ locations }] = JSON.parse(read("shop/out/report.sarif")).runs[0].results;
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe("shop/users.yaml");
    expect(commandsIn(ended.stdout)[0]?.properties).toContain("file=shop/users.yaml");
    expect(JSON.parse(read("shop/out/report.json")).contracts[0].head.source).toBe("users.yaml");
    expect(read("shop/out/page.html")).toMatch(/<title>✖ 1 breaking change · users .*"excerpts":\[\{"base":/s);
  });

  test("only contracts with a changed file are judged, where that is asked", async () => {
    const base = {
      "concordat.yaml": configOf({ old: "old.yaml, base: before.yaml", parts: "parts/api.yaml" }),
      "old.yaml": BROKEN,
      "before.yaml": USERS,
      "parts/api.yaml": altered(USERS, "schema: { type: integer, maximum: 100 }", "schema: { $ref: limit.yaml }"),
      "parts/limit.yaml": "type: integer\nmaximum: 100\n",
    };
    const inputs = { "only-changed": "true" };
    const parts = await review({ base, head: { "parts/limit.yaml": "type: integer\nmaximum: 50\n" } }, inputs);
    const names = ({ outputs }: StepEnded) =>
      JSON.parse(outputs["report-json"] ?? "").contracts.map(({ contract }: { contract: string }) => contract);
    expect(names(parts.ended)).toEqual(["parts"]);
    expect(parts.ended.exit).toBe(1);
    const none = await review({ base, head: { "README.md": "# Shop\n" } }, inputs);
    expect(none.ended).toMatchObject({ exit: 0, outputs: { result: "pass", "semver-bump": "none" } });
    expect(none.ended.summary).toContain("No contract has a file that changed.");
    expect(none.github.writes).toEqual([]);
    const config = await review({ base, head: { "concordat.yaml": `# All\n${base["concordat.yaml"]}` } }, inputs);
    expect(names(config.ended)).toEqual(["old", "parts"]);
  });
});

describe.concurrent("only what changed", () => {
  test("is found by the files that loading reads, however they are named", async () => {
    const refs = altered(USERS, '"#/components/schemas/NewUser" }', '"./new user.schema" }');
    const folded = altered(
      USERS,
      'schema: { $ref: "#/components/schemas/NewUser" }',
      "schema:\n                $ref: >-\n                  ./odd.part",
    );
    const part = "type: object\nproperties: { email: { type: string } }\n";
    const base = {
      "concordat.yaml": configOf({ quoted: "a/users.yaml", folded: "b/users.yaml", other: "c/users.yaml" }),
      ...{
        "a/users.yaml": refs,
        "a/new user.schema": part,
        "b/users.yaml": folded,
        "b/odd.part": part,
        "c/users.yaml": USERS,
      },
    };
    const inputs = { "only-changed": "true" };
    const strict = `required: [email]\n${part}`;
    const names = ({ outputs }: StepEnded) =>
      JSON.parse(outputs["report-json"] ?? "").contracts.map(({ contract }: { contract: string }) => contract);
    const changed = await review({ base, head: { "a/new user.schema": strict, "b/odd.part": strict } }, inputs);
    expect(names(changed.ended)).toEqual(["quoted", "folded"]);
    expect(changed.ended.exit).toBe(1);
    const gone = await review({ base, head: { "b/odd.part": null } }, inputs);
    expect(names(gone.ended)).toEqual(["folded"]);
    const link = await review({ base, head: { "README.md": "# Shop" } }, inputs);
    expect(names(link.ended)).toEqual([]);
    expect(JSON.parse(link.ended.outputs["report-json"] ?? "").unchanged).toEqual(["quoted", "folded", "other"]);
    // What a step before has written counts, whether git knows of it or not.
    writeTexts(link.checkout.workspace, { "b/odd.part": strict, "c/untracked.yaml": "x: 1\n" });
    expect(names(await link.again(inputs))).toEqual(["folded"]);
    writeTexts(link.checkout.workspace, {
      ...{
        "b/odd.part": part,
        "c/users.yaml": altered(USERS, '"#/components/schemas/NewUser" }', '"./untracked.yaml" }'),
      },
    });
    expect(names(await link.again(inputs))).toEqual(["other"]);
  });

  test("may be a file that git does not keep", async () => {
    const base = {
      "concordat.yaml": configOf({ users: "api/users.yaml" }),
      ".gitignore": "api/made.yaml\n",
      "api/users.yaml": altered(
        USERS,
        'schema: { $ref: "#/components/schemas/NewUser" }',
        "schema: { $ref: ./made.yaml }",
      ),
    };
    const { checkout, again } = await review({ base, head: { "README.md": "# Shop" } });
    writeTexts(checkout.workspace, { "api/made.yaml": "type: object\n" });
    const { outputs } = await again({ "only-changed": "true" });
    expect(JSON.parse(outputs["report-json"] ?? "").contracts).toHaveLength(1);
  });
});
