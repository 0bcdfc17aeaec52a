import { describe, expect, test } from "vitest";
import { formatPointer, isObject, parsePointer } from "../packages/containment/src/internal.ts";
import { memoryHost } from "../packages/engine/src/host/memory.ts";
import { DEFAULT_LOAD, governDiff, type Outcome } from "../packages/engine/src/index.ts";
import { valueIn } from "../packages/engine/src/testing/value-in.ts";
import { catalogue } from "../packages/rules/src/index.ts";
import { lineOf, TODAY } from "./support/judging.ts";

/*
 * A reference in place of a list or a map is followed, and it is said that OpenAPI does not allow it there. So a
 * description reads the same whether a part is written out, stands in another file, or elsewhere in the same one; and
 * what changes behind the reference is found.
 */

type Data = Record<string, unknown>;

const text = (data: unknown) => JSON.stringify(data);

const operation = {
  tags: ["ships"],
  parameters: [{ name: "since", in: "query", schema: { type: "string", enum: ["a", "b"] } }],
  requestBody: {
    content: {
      "multipart/form-data": {
        schema: { type: "object", properties: { photo: { type: "string" } } },
        encoding: { photo: { contentType: "image/png" } },
      },
      "application/json": { schema: { $ref: "#/components/schemas/Ship" } },
    },
  },
  responses: {
    "200": {
      description: "A ship.",
      headers: { "X-Rate": { required: true, schema: { type: "integer" } } },
      content: { "application/json": { schema: { $ref: "#/components/schemas/Ship" } } },
      links: { self: { operationId: "ship" } },
    },
  },
  callbacks: {
    left: { "{$request.query.to}": { post: { responses: { "204": { description: "Heard." } } } } },
  },
  security: [{ key: [] }],
};

const current = (openapi: string): Data => ({
  openapi,
  info: { title: "Harbour", version: "1.0.0" },
  servers: [{ url: "https://{stage}.example.org", variables: { stage: { default: "live", enum: ["live", "test"] } } }],
  tags: [{ name: "ships" }],
  security: [],
  paths: { "/ships": { parameters: [], post: operation } },
  ...(openapi > "3.1" && { webhooks: { sunk: { post: { responses: { "204": { description: "Heard." } } } } } }),
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    schemas: {
      Ship: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, state: { enum: ["afloat", "sunk"] } },
        allOf: [{ properties: { flag: { oneOf: [{ type: "string" }, { type: "integer" }] } } }],
        ...(openapi > "3.1" && {
          patternProperties: { "^x": { type: "string" } },
          dependentRequired: { state: ["name"] },
        }),
      },
    },
  },
});

const swagger: Data = {
  swagger: "2.0",
  info: { title: "Harbour", version: "1.0.0" },
  host: "example.org",
  schemes: ["https"],
  consumes: ["application/json"],
  produces: ["application/json"],
  securityDefinitions: { key: { type: "apiKey", in: "header", name: "X-Key" } },
  paths: {
    "/ships": {
      post: {
        parameters: [{ name: "ship", in: "body", schema: { $ref: "#/definitions/Ship" } }],
        security: [{ key: [] }],
        responses: {
          "200": {
            description: "A ship.",
            headers: { "X-Rate": { type: "integer" } },
            schema: { $ref: "#/definitions/Ship" },
          },
        },
      },
    },
  },
  definitions: { Ship: { type: "object", required: ["name"], properties: { name: { type: "string" } } } },
};

const OPERATION = "/paths/~1ships/post";
const PLACES_3 = [
  ...["/info", "/servers", "/servers/0/variables", "/tags", "/security", "/paths", "/paths/~1ships/parameters"],
  ...["/components", "/components/schemas", "/components/securitySchemes"],
  ...["parameters", "requestBody/content", "responses", "callbacks", "security", "tags"].map(
    (at) => `${OPERATION}/${at}`,
  ),
  ...["headers", "content", "links"].map((at) => `${OPERATION}/responses/200/${at}`),
  `${OPERATION}/requestBody/content/multipart~1form-data/encoding`,
  `${OPERATION}/parameters/0/schema/enum`,
  OPERATION,
  ...["required", "properties", "allOf", "properties/state/enum", "allOf/0/properties/flag/oneOf"].map(
    (at) => `/components/schemas/Ship/${at}`,
  ),
];
const PLACES_31 = ["/webhooks", "patternProperties", "dependentRequired"].map((at) =>
  at.startsWith("/") ? at : `/components/schemas/Ship/${at}`,
);
const PLACES_2 = [
  ...["/schemes", "/consumes", "/produces", "/securityDefinitions", "/definitions", "/paths"],
  ...["parameters", "security", "responses", "responses/200/headers"].map((at) => `${OPERATION}/${at}`),
  ...["required", "properties"].map((at) => `/definitions/Ship/${at}`),
];

const EACH = [
  ...PLACES_2.map((place) => ({ version: "2.0", place, whole: swagger })),
  ...["3.0.3", "3.1.0", "3.2.0"].flatMap((version) =>
    [...PLACES_3, ...(version === "3.0.3" ? [] : PLACES_31)].map((place) => ({
      version,
      place,
      whole: current(version),
    })),
  ),
];

/** The value at a pointer. */
function at(whole: unknown, pointer: string): unknown {
  return (parsePointer(pointer) ?? []).reduce<unknown>((value, token) => (value as Data)[token], whole);
}

/** A copy with another value at a pointer. */
function replaced(whole: unknown, pointer: string, part: unknown): Data {
  const [token, ...rest] = parsePointer(pointer) ?? [];
  if (token === undefined) return part as Data;
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as Data) }) as Data;
  copy[token] = replaced(copy[token], formatPointer(rest), part);
  return copy;
}

/** References to the description, as another file writes them. */
function fromFolder(part: unknown): unknown {
  return JSON.parse(text(part).replaceAll('"$ref":"#/', '"$ref":"../api.json#/'));
}

/** The ways to write a part elsewhere: each answers the files of a description. */
const WAYS: Readonly<Record<string, (whole: Data, place: string) => Record<string, unknown>>> = {
  "in another file": (whole, place) => ({
    "api.json": replaced(whole, place, { $ref: "./parts/part.json" }),
    "parts/part.json": fromFolder(at(whole, place)),
  }),
  "behind two references": (whole, place) => ({
    "api.json": replaced(whole, place, { $ref: "parts/first.json#/there" }),
    "parts/first.json": { there: { $ref: "second.json#/x/0" } },
    "parts/second.json": { x: [fromFolder(at(whole, place))] },
  }),
  "elsewhere in the same file": (whole, place) => ({
    "api.json": { ...replaced(whole, place, { $ref: "#/x-parts/part" }), "x-parts": { part: at(whole, place) } },
  }),
};

async function judge(base: Record<string, unknown>, head: Record<string, unknown>): Promise<Outcome> {
  const files = Object.fromEntries(
    [["base", base] as const, ["head", head] as const].flatMap(([side, all]) =>
      Object.entries(all).map(([name, data]) => [`/${side}/${name}`, text(data)]),
    ),
  );
  const request = { base: "/base/api.json", head: "/head/api.json", asOf: TODAY, load: { ...DEFAULT_LOAD, root: "/" } };
  return valueIn(await governDiff(request, catalogue, memoryHost({ cwd: "/", today: TODAY, files })));
}

/** The description without what stands at a place, or without the first part of it. */
function lessened(whole: Data, place: string): Data {
  const part = at(whole, place);
  if (Array.isArray(part)) return replaced(whole, place, part.slice(1));
  if (!isObject(part)) return whole;
  const [first] = Object.keys(part);
  return replaced(whole, place, Object.fromEntries(Object.entries(part).filter(([key]) => key !== first)));
}

describe.each(Object.keys(WAYS))("a part that stands %s", (way) => {
  const written = WAYS[way] as (whole: Data, place: string) => Record<string, unknown>;

  test.each(EACH)("$version $place reads as if it were written out", async ({ whole, place }) => {
    for (const [base, head] of [
      [{ "api.json": whole }, written(whole, place)],
      [written(whole, place), { "api.json": whole }],
    ] as const) {
      const { rulings, problems } = await judge(base, head);
      expect(rulings.map(lineOf)).toEqual([]);
      expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(["reference-misplaced warn"]);
    }
  });

  test.each(EACH)("$version $place is compared with what it was", async ({ whole, place }) => {
    const head = lessened(whole, place);
    const found = ({ rulings, verdict }: Outcome) => [
      verdict.requiredBump,
      ...rulings.map(({ rule, operations }) => `${rule} ${text(operations)}`).sort(),
    ];
    const plain = await judge({ "api.json": whole }, { "api.json": head });
    expect(found(await judge(written(whole, place), written(head, place)))).toEqual(found(plain));
  });
});

describe("a misplaced reference", () => {
  const whole = current("3.1.0");
  const alone = (files: Record<string, unknown>) => judge(files, files);
  const codes = ({ problems }: Outcome) => problems.map(({ code, severity }) => `${code} ${severity}`);

  test("in a map leaves what stands beside it", async () => {
    const paths = whole["paths"] as Data;
    const written = (beside: Data) => ({
      "api.json": { ...whole, paths: { $ref: "paths.json", ...beside } },
      "paths.json": fromFolder(paths),
    });
    const beside = { "/piers": { get: { responses: { "204": { description: "None." } } } } };
    expect((await judge(written(beside), written({}))).rulings.map(({ rule }) => rule)).toEqual([
      "diff/operation-removed",
    ]);
  });

  test("has the line of what it leads to", async () => {
    const written = (type: string) => ({
      "api.json": replaced(whole, "/components/schemas/Ship/properties", { $ref: "parts/ship.json#/properties" }),
      "parts/ship.json": { properties: { name: { type }, state: { enum: ["afloat", "sunk"] } } },
    });
    const { rulings } = await judge(written("string"), written("integer"));
    expect(rulings.map(({ head }) => head?.file)).toContain("head/parts/ship.json");
  });

  test("may be a name: one whose value is no text", async () => {
    const named = (type: string) =>
      replaced(whole, "/components/schemas/Ship/properties", { $ref: { type }, name: { type: "string" } });
    const { rulings, problems } = await judge({ "api.json": named("string") }, { "api.json": named("integer") });
    expect(problems).toEqual([]);
    expect(rulings.flatMap(({ operations }) => operations.map(({ at }) => at))).toContain("/$ref");
  });

  test("that leads nowhere, or round in a circle, is a problem with a place", async () => {
    const place = "/components/schemas/Ship/properties";
    for (const [reference, code] of [
      ["./gone.json", "reference-unresolved"],
      ["#/components/schemas/Ship/gone", "reference-unresolved"],
      [`#${place}`, "reference-circular"],
      ["#/components/schemas/Ship", "reference-circular"],
    ] as const) {
      const broken = { "api.json": replaced(whole, place, { $ref: reference }) };
      const brought = await judge({ "api.json": whole }, broken);
      expect(codes(brought), reference).toContain(`${code} error`);
      expect(brought.problems.every(({ line }) => line !== undefined)).toBe(true);
      const kept = await alone(broken);
      expect(codes(kept), reference).toEqual([`${code} warn`]);
      expect(kept.rulings).toEqual([]);
    }
  });

  test("that stands for more than can be read is given up", async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => {
        const next = { properties: { $ref: `#/components/schemas/S${i + 1}/properties` } };
        return [`S${i}`, { type: "object", properties: { a: { ...next }, b: { ...next } } }];
      }),
    );
    const bomb = { ...whole, components: { schemas: { ...schemas, S40: { properties: { c: {} } }, Ship: {} } } };
    const { problems } = await alone({ "api.json": bomb });
    expect(problems.some(({ message }) => message.includes("more than can be read"))).toBe(true);
  });
});

describe("what a misplaced reference leads to in another file", () => {
  const whole = current("3.1.0");

  test("refers from below an identifier to what that names", async () => {
    const written = (type: string) => ({
      "api.json": replaced(whole, "/components/schemas/Ship/properties", { $ref: "parts/ship.json" }),
      "parts/ship.json": {
        name: { $id: "https://example.org/name", $ref: "#/$defs/text", $defs: { text: { type } } },
      },
    });
    const { rulings, problems } = await judge(written("string"), written("integer"));
    expect(problems.map(({ code }) => code)).toEqual(["reference-misplaced"]);
    expect(rulings.map(({ rule }) => rule)).toContain("diff/request-type-narrowed");
  });

  test.each(["$ref", "$dynamicRef"])("refers to its own file by `%s`", async (keyword) => {
    const written = (type: string) => ({
      "api.json": replaced(whole, "/components/schemas/Ship/properties", { $ref: "parts/ship.json#/properties" }),
      "parts/ship.json": {
        properties: { name: { [keyword]: "#text" } },
        $defs: { text: { $dynamicAnchor: "text", type } },
      },
    });
    const { rulings, problems } = await judge(written("string"), written("integer"));
    expect(problems.map(({ code }) => code)).toEqual(["reference-misplaced"]);
    expect(rulings.map(({ rule }) => rule)).toContain("diff/request-type-narrowed");
  });

  test("is not changed where it is a value", async () => {
    const values = [{ $ref: "#/components" }, "sunk"];
    const place = "/components/schemas/Ship/properties/state/enum";
    const written = { "api.json": replaced(whole, place, { $ref: "parts/states.json" }), "parts/states.json": values };
    const { rulings } = await judge({ "api.json": replaced(whole, place, values) }, written);
    expect(rulings.map(lineOf)).toEqual([]);
  });
});
