import { describe, expect, test } from "vitest";
import { formatPointer, parsePointer } from "../packages/containment/src/internal.ts";
import type { Outcome } from "../packages/engine/src/index.ts";
import { judgeData, judgeTexts } from "./support/judging.ts";

/*
 * What has the wrong form is a problem that names it and says what is expected: never silence, and never an exception. It
 * is an error where head brings it or changes it, and a warning where both sides have it.
 */

type Data = Record<string, unknown>;

/** The forms of a value, with one of the right form and some of the wrong. */
const FORMS = {
  "true or false": { right: false, wrong: ["true", "yes", 1, null, {}, []] },
  "a number": { right: 5, wrong: ["5", true, null, {}, [5]] },
  "a number of at least 0": { right: 5, wrong: ["5", -1, true, {}] },
  "a list": { right: undefined, wrong: [{}, "a", 5, true] },
  "a list of names": { right: ["name"], wrong: [[5], ["name", null], [{}]] },
  "an object": { right: undefined, wrong: [[], "a", 5, true] },
  "a text": { right: undefined, wrong: [{}, [], true] },
} as const;

const PARAMETER = "/paths/~1ships/post/parameters/0";
const BODY = "/paths/~1ships/post/requestBody";
const RESPONSE = "/paths/~1ships/post/responses/200";
const SCHEMA = `${BODY}/content/application~1json/schema`;

/** Places in a description, with the form that each asks for. */
const PLACES: readonly (readonly [pointer: string, form: keyof typeof FORMS])[] = [
  ...["required", "deprecated", "explode", "allowReserved", "allowEmptyValue"].map(
    (key) => [`${PARAMETER}/${key}`, "true or false"] as const,
  ),
  [`${PARAMETER}/style`, "a text"],
  ["/paths/~1ships/post/deprecated", "true or false"],
  [`${BODY}/required`, "true or false"],
  [`${RESPONSE}/headers/X-Rate/required`, "true or false"],
  [`${RESPONSE}/headers/X-Rate/deprecated`, "true or false"],
  ...["readOnly", "writeOnly", "deprecated", "nullable"].map(
    (key) => [`${SCHEMA}/properties/name/${key}`, "true or false"] as const,
  ),
  [`${SCHEMA}/properties/tags/uniqueItems`, "true or false"],
  ...["minimum", "maximum", "multipleOf"].map((key) => [`${SCHEMA}/properties/size/${key}`, "a number"] as const),
  ...["minLength", "maxLength"].map((key) => [`${SCHEMA}/properties/name/${key}`, "a number of at least 0"] as const),
  ...["minItems", "maxItems"].map((key) => [`${SCHEMA}/properties/tags/${key}`, "a number of at least 0"] as const),
  ...["minProperties", "maxProperties"].map((key) => [`${SCHEMA}/${key}`, "a number of at least 0"] as const),
  [`${SCHEMA}/required`, "a list of names"],
  ...["required", "allOf", "oneOf", "anyOf"].map((key) => [`${SCHEMA}/${key}`, "a list"] as const),
  [`${SCHEMA}/properties/name/enum`, "a list"],
  [`${SCHEMA}/properties/ship/properties`, "an object"],
];

const description: Data = {
  openapi: "3.0.3",
  info: { title: "Harbour", version: "1.0.0" },
  paths: {
    "/ships": {
      post: {
        parameters: [{ name: "since", in: "query", schema: { type: "string" } }],
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: {
                  name: { type: "string" },
                  size: { type: "number" },
                  tags: { type: "array", items: { type: "string" } },
                  ship: { type: "object" },
                },
              },
            },
          },
        },
        responses: { "200": { description: "Fine.", headers: { "X-Rate": { schema: { type: "integer" } } } } },
      },
    },
  },
};

function withValue(whole: unknown, pointer: string, part: unknown): Data {
  const [token, ...rest] = parsePointer(pointer) ?? [];
  if (token === undefined) return part as Data;
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as Data) }) as Data;
  copy[token] = withValue(copy[token], formatPointer(rest), part);
  return copy;
}

/** The same with a word more in a schema, so that the operation is looked at. */
function looked(whole: Data): Data {
  return withValue(whole, `${SCHEMA}/properties/size/maximum`, 1e6);
}

const problemsOf = ({ problems }: Outcome) =>
  problems
    .filter(({ message }) => message.includes("must be"))
    .map(({ severity, message }) => `${severity} ${message}`);

describe.each(PLACES)("%s must be %s", (pointer, form) => {
  const key = pointer.split("/").at(-1) as string;

  test.each(FORMS[form].wrong)("and is not %j", async (wrong) => {
    const broken = withValue(description, pointer, wrong);
    const [brought] = problemsOf(await judgeData(description, broken));
    expect(brought).toMatch(new RegExp(`^error \`${key}\` must be `));
    const kept = await judgeData(broken, key === "maximum" ? broken : looked(broken));
    expect(problemsOf(kept).filter((line) => line.startsWith("error"))).toEqual([]);
    expect((await judgeData(broken, broken)).rulings).toEqual([]);
  });

  test("and changes from one wrong form to another", async () => {
    const [first, second] = FORMS[form].wrong;
    const outcome = await judgeData(withValue(description, pointer, first), withValue(description, pointer, second));
    expect(problemsOf(outcome).some((line) => line.startsWith("error"))).toBe(true);
  });
});

describe("a reference that names no schema", () => {
  const head = (reference: unknown) => withValue(description, SCHEMA, { $ref: reference });

  test.each([5, null, [], {}, "#/info", "#", "#/paths/~1ships", "#/components/schemas/Gone", "./gone.yaml", "%zz"])(
    "%j is a problem, and undecided",
    async (reference) => {
      const { problems, rulings, verdict } = await judgeData(description, head(reference));
      expect(problems.map(({ severity }) => severity)).toEqual(["error"]);
      expect(problems[0]?.line).toBeGreaterThan(0);
      expect(rulings.map(({ proof }) => proof)).toContain("undecided");
      expect(verdict.requiredBump).toBe("major");
    },
  );

  test.each([5, "#/info", "./gone.yaml"])("%j on both sides is no change", async (reference) => {
    const { problems, rulings } = await judgeData(head(reference), head(reference));
    expect(rulings).toEqual([]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("a reference that names no part", () => {
  test.each([5, null, "#/info", "#", "#/paths/~1gone", "%zz"])("%j is a problem of head", async (reference) => {
    for (const place of [PARAMETER, BODY, RESPONSE, `${RESPONSE}/headers/X-Rate`, "/paths/~1ships"]) {
      const { problems } = await judgeData(description, withValue(description, place, { $ref: reference }));
      expect(
        problems.map(({ severity }) => severity),
        place,
      ).toEqual(["error"]);
    }
  });
});

test("what base says in the same words is no news, though nothing there made anybody read it", async () => {
  const schemas = { Ship: { type: "object", required: true } };
  const base = { ...description, components: { schemas } };
  const head = withValue(base, `${SCHEMA}/properties/ship`, { $ref: "#/components/schemas/Ship" });
  expect(problemsOf(await judgeData(base, head)).map((line) => line.split(" ")[0])).toEqual(["warn"]);
});

describe("numbers that JSON has not", () => {
  const yaml = (bound: string) =>
    `openapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\npaths: { /a: { post: { requestBody: { content: { application/json: { schema: { type: number, maximum: ${bound} } } } }, responses: {} } } }\n`;

  test.each([".inf", "-.inf", ".nan"])("%s is no bound", async (bound) => {
    const { problems } = await judgeTexts(yaml("5"), yaml(bound));
    expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      expect.stringMatching(/^error `maximum` must be a number, not (?:-?Infinity|NaN)\.$/),
    ]);
  });
});
