import { expect, test } from "vitest";
import { judgeData } from "./support/judging.ts";

/** A request body with choices that combine in 2^n ways: each alone is compared at once, all of them never. */
function choices(count: number, head: boolean, change: "told" | "told and hidden"): object {
  const alternative = (name: string, maxLength: number) => ({
    type: "object",
    properties: { [name]: { type: "string", maxLength } },
    required: [name],
  });
  const hidden = head && change === "told and hidden" ? 4 : 5;
  const allOf = Array.from({ length: count }, (_, i) => ({
    anyOf: [alternative(`a${i}`, 5), alternative(`b${i}`, hidden)],
  }));
  const schema = { type: "object", required: head ? ["x"] : [], allOf };
  return {
    openapi: "3.1.0",
    info: { title: "t", version: "1.0.0" },
    paths: {
      "/a": {
        post: {
          requestBody: { required: true, content: { "application/json": { schema } } },
          responses: { "200": { description: "x" } },
        },
      },
    },
  };
}

const breaksOf = async (count: number, change: "told" | "told and hidden") => {
  const { rulings } = await judgeData(choices(count, false, change), choices(count, true, change));
  return rulings.filter(({ impact }) => impact === "major");
};

test("what is compared to its end has no finding about the rest", async () => {
  expect((await breaksOf(3, "told")).map(({ rule }) => rule)).toEqual(["diff/request-required-property-added"]);
});

test("where a budget ends an explanation, what was not looked at is an undecided break of its own", async () => {
  const breaks = await breaksOf(16, "told and hidden");
  const rest = breaks.filter(({ data }) => data["keyword"] === "unfinished");
  expect(rest).toMatchObject([{ rule: "diff/request-schema-narrowed", proof: "undecided", severity: "error" }]);
  expect(rest[0]?.operations).toMatchObject([{ method: "POST", path: "/a" }]);
  expect(rest[0]?.message).toContain("not all of its changes were looked at");
  const others = breaks.filter((each) => !rest.includes(each));
  expect(others.map(({ rule }) => rule)).toContain("diff/request-required-property-added");
  expect(others.map(({ fingerprint }) => fingerprint)).not.toContain(rest[0]?.fingerprint);
});

test("where a budget ends the search for what is new and compatible, the rest is undecided too, and no break", async () => {
  const { rulings } = await judgeData(choices(10, true, "told"), choices(10, false, "told"));
  const rest = rulings.filter(({ data }) => data["keyword"] === "unfinished");
  expect(rest).toMatchObject([{ rule: "diff/request-schema-widened", proof: "undecided", impact: "minor" }]);
  expect(rest[0]?.message).toContain("It could not be decided: to look at all changes would take too many steps.");
});
