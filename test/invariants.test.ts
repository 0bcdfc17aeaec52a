import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../packages/containment/src/internal.ts";
import { PATIENCE, runs } from "../packages/containment/src/testing/effort.ts";
import type { Outcome } from "../packages/engine/src/index.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { type Description, descriptions, pairs } from "./support/descriptions.ts";
import { REWRITES, withoutDefaultResponses } from "./support/equivalents.ts";
import { breaksOf, judgeData, lineOf, renderJson } from "./support/judging.ts";

/*
 * What holds of every pair of descriptions, whatever is in them. `CONCORDAT_TEST_EFFORT` sets how many are tried; where
 * one fails, fast-check prints it as small as it can be made, and the seed to see it again.
 */

const rules = new Map(catalogue.diff.map((rule) => [rule.id, rule]));

/** Findings that concern what is sent, a line each. */
function wireLines({ rulings }: Outcome): string[] {
  return rulings.filter(({ audience }) => audience === "wire").map(lineOf);
}

describe("two descriptions", { timeout: PATIENCE }, () => {
  test("that are the same get no finding", async () => {
    await fc.assert(
      fc.asyncProperty(descriptions, async (description) => {
        const { rulings, problems, verdict } = await judgeData(description, structuredClone(description));
        expect(rulings.map(lineOf)).toEqual([]);
        expect(problems).toEqual([]);
        expect(verdict.requiredBump).toBe("none");
      }),
      { numRuns: runs(150) },
    );
  });

  test("get the same bytes every time", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async ([base, head]) => {
        const first = await renderJson(await judgeData(base, head));
        expect(await renderJson(await judgeData(structuredClone(base), structuredClone(head)))).toBe(first);
      }),
      { numRuns: runs(80) },
    );
  });

  test("get a witness for every break that claims one, and a bump that follows from the breaks", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async ([base, head]) => {
        const outcome = await judgeData(base, head);
        for (const ruling of outcome.rulings) {
          if (ruling.proof === "witness") expect(ruling.witness, lineOf(ruling)).not.toBeNull();
          if (ruling.proof === "undecided") expect(ruling.witness, lineOf(ruling)).toBeNull();
        }
        expect(outcome.verdict.requiredBump === "major").toBe(breaksOf(outcome).length > 0);
      }),
      { numRuns: runs(150) },
    );
  });
});

/**
 * Rules about what is there or not: what one family finds, the other finds when base and head are swapped. Properties are not
 * among them, as of what one cause does in both directions the worst stands for all.
 */
const PRESENCE = [
  { added: ["operation-added"], removed: ["operation-removed"] },
  {
    added: ["request-parameter-optional-added", "request-parameter-required-added"],
    removed: ["request-parameter-removed"],
  },
  { added: ["request-body-optional-added", "request-body-required-added"], removed: ["request-body-removed"] },
  { added: ["request-media-type-added"], removed: ["request-media-type-removed"] },
  {
    added: ["response-media-type-added"],
    removed: ["response-media-type-removed", "response-error-media-type-removed"],
  },
  { added: ["schema-added"], removed: ["schema-removed"] },
];

/** What some rules found, a line each, sorted: the subject, and the operations that it reaches. */
function foundBy({ rulings }: Outcome, names: readonly string[]): string[] {
  return rulings
    .filter(({ rule }) => names.some((name) => rule === `diff/${name}`))
    .map(({ subject, operations }) => `${subject} ${JSON.stringify(operations)}`)
    .sort();
}

describe("base and head swapped", { timeout: PATIENCE }, () => {
  // A status that is gone counts as described by `default`, though a new one does not; so there is none here.
  test("turn what was added into what was removed", async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async ([base, head]) => {
        const [one, other] = [base, head].map(withoutDefaultResponses) as [Description, Description];
        const [forth, back] = await Promise.all([judgeData(one, other), judgeData(other, one)]);
        for (const { added, removed } of PRESENCE) {
          expect(foundBy(back, removed), removed.join()).toEqual(foundBy(forth, added));
          expect(foundBy(back, added), added.join()).toEqual(foundBy(forth, removed));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  test("are judged by rules that there are", () => {
    const named = PRESENCE.flatMap(({ added, removed }) => [...added, ...removed]);
    expect(named.filter((name) => !rules.has(`diff/${name}`))).toEqual([]);
  });
});

describe("nothing changes on the wire where", { timeout: PATIENCE }, () => {
  const names = Object.keys(REWRITES);
  const choice = fc.nat(1_000);

  async function expectSilence(base: Description, head: Description, lines = wireLines): Promise<void> {
    expect(lines(await judgeData(base, head))).toEqual([]);
    expect(lines(await judgeData(head, base))).toEqual([]);
  }

  /** What is the default changes nothing for anybody, wherever it is written out. */
  const tellsNobody = (name: string) => /written out|exploded|otherwise/.test(name);
  const allLines = ({ rulings, problems }: Outcome) => [
    ...rulings.map(lineOf),
    ...problems.map(({ code, message }) => `${code} ${message}`),
  ];

  test.each(names)("%s", async (name) => {
    await fc.assert(
      fc.asyncProperty(descriptions, choice, async (base, chosen) => {
        const head = REWRITES[name]?.(base, chosen);
        fc.pre(head !== undefined);
        await expectSilence(base, head as Description, tellsNobody(name) ? allLines : wireLines);
      }),
      { numRuns: runs(60) },
    );
  });

  test("several of these come together", async () => {
    const several = fc.array(fc.tuple(fc.constantFrom(...names), choice), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(descriptions, several, async (base, steps) => {
        const head = steps.reduce((whole, [name, chosen]) => REWRITES[name]?.(whole, chosen) ?? whole, base);
        await expectSilence(base, head);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe("what random descriptions have shown", () => {
  const answering = (schema: Json, schemas: Json = {}) => ({
    openapi: "3.0.3",
    info: { title: "Harbour", version: "1.0.0" },
    paths: {
      "/ships": {
        get: { responses: { "200": { description: "Ships.", content: { "application/json": { schema } } } } },
      },
    },
    components: { schemas },
  });
  const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const named = { type: "object", properties: { name: { type: "string" } } };

  test("an alternative alone within an alternative alone is seen through", async () => {
    const outcome = await judgeData(answering({ anyOf: [{ oneOf: [named] }] }), answering(named));
    expect(wireLines(outcome)).toEqual([]);
  });

  test("an alternative alone beside other parts is seen through", async () => {
    const other = {
      type: "object",
      properties: { name: { type: "object", properties: { first: { type: "string" } } } },
    };
    const outcome = await judgeData(
      answering({ allOf: [named, { oneOf: [other] }] }),
      answering({ allOf: [named, other] }),
    );
    expect(wireLines(outcome)).toEqual([]);
  });

  test("properties in another order keep their names where what they refer to is written differently", async () => {
    const object = (properties: Json) => ({ type: "object", properties });
    const [state, size] = [{ state: reference("State") }, { size: { type: "integer" } }];
    const outcome = await judgeData(
      answering(object({ ship: object({ ...state, ...size }), flag: { type: "boolean" } }), {
        State: object({ at: { enum: ["sea", "port"] } }),
      }),
      answering(object({ ship: object({ ...size, ...state }), flag: { type: "boolean", title: "A flag" } }), {
        State: object({ at: { enum: ["port", "sea"] } }),
      }),
    );
    expect(wireLines(outcome)).toEqual([]);
  });

  test("an alternative of one type is no list in XML, whether or not it is a component", async () => {
    const xml = (schema: Json) => {
      const whole = answering(schema, {
        Flag: { type: "boolean" },
        Names: { type: "array", items: { type: "string" } },
      });
      whole.paths["/ships"].get.responses["200"].content = { "application/xml": { schema } } as never;
      return whole;
    };
    const flag = { type: "boolean" };
    const names = { type: "array", items: { type: "string" } };
    const apart = [
      [{ allOf: [{ anyOf: [flag, flag] }, names] }, { allOf: [{ anyOf: [reference("Flag"), flag] }, names] }],
      [{ anyOf: [names, names] }, { anyOf: [names, reference("Names")] }],
    ];
    for (const [base, head] of apart)
      expect(wireLines(await judgeData(xml(base as Json), xml(head as Json)))).toEqual([]);
  });

  test("a name that one alternative requires and another never sends is decided", async () => {
    const requires = { type: "object", required: ["name"] };
    const hides = { type: "object", properties: { name: { type: "string", writeOnly: true } } };
    const outcome = await judgeData(
      answering({ oneOf: [{ oneOf: [hides, requires] }, { type: "boolean" }] }),
      answering(
        { oneOf: [{ type: "boolean" }, { oneOf: [reference("Requires"), reference("Hides")] }] },
        { Requires: requires, Hides: hides },
      ),
    );
    expect(wireLines(outcome)).toEqual([]);
  });
});
