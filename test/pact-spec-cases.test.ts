import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { bodySchema } from "../packages/engine/src/analyze/pact/body-schema.ts";
import type { JsonSchema } from "../packages/engine/src/analyze/pact/reading.ts";
import { textSchema } from "../packages/engine/src/analyze/pact/text-schema.ts";
import type { PactPart, PactRequest } from "../packages/engine/src/model/pact.ts";
import { readPact } from "../packages/engine/src/model/read-pact.ts";
import { parseText } from "../packages/engine/src/source/parse.ts";
import { SHARED } from "./support/paths.ts";

/*
 * The matching cases of the Pact specification: whether what came satisfies what a pact says. Rules are read to schemas, and
 * schemas are asked of another validator.
 */

const FILE = join(SHARED, "pact-spec-cases/cases.jsonl");

interface SpecCase {
  readonly id: string;
  readonly version: string;
  readonly kind: "request" | "response";
  readonly match: boolean;
  readonly expected: Record<string, unknown>;
  readonly actual: Record<string, unknown>;
}

const cases = existsSync(FILE)
  ? readFileSync(FILE, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as SpecCase)
  : [];

const ajv = new Ajv2020({ strict: false, validateFormats: false });

test.skipIf(cases.length === 0)("rules are read as the specification reads them; XML is said to be unread", () => {
  const answers = cases.map((each) => ({ ...each, answer: isSatisfied(each) }));
  expect(answers.filter(({ answer, match }) => answer !== undefined && answer !== match).map(({ id }) => id)).toEqual(
    [],
  );
  const unread = answers.filter(({ answer }) => answer === undefined);
  expect(unread.filter(({ expected }) => !/<[\w?]/.test(JSON.stringify(expected["body"]))).map(({ id }) => id)).toEqual(
    [],
  );
  expect(cases.length).toBeGreaterThan(250);
});

/** Whether what came satisfies a case; undefined where that cannot be said. */
function isSatisfied({ version, kind, expected, actual }: SpecCase): boolean | undefined {
  const [wanted, came] = [expected, actual].map((part) => partOf(part, kind, version)) as [PactPart, PactPart];
  const body = bodyMatches(wanted, came, kind);
  if (body === undefined) return undefined;
  const headers = [...wanted.headers].every(([name, values]) => {
    const found = came.headers.get(name);
    return found !== undefined && textMatches(values.join(","), found.join(","), wanted.rules.header.get(name), name);
  });
  if (!headers || !body) return false;
  if (kind === "response") return (expected["status"] ?? 200) === (actual["status"] ?? 200);
  const [asked, sent] = [wanted, came] as [PactRequest, PactRequest];
  return asked.method === sent.method && pathMatches(asked, sent) && queryMatches(asked, sent);
}

function partOf(part: Record<string, unknown>, kind: SpecCase["kind"], version: string): PactPart {
  const request = { method: "GET", path: "/", ...(kind === "request" && { ...part, path: part["path"] || "/ empty" }) };
  const response = { status: 200, ...(kind === "response" && { ...part, status: part["status"] ?? 200 }) };
  const pact = {
    consumer: { name: "c" },
    provider: { name: "p" },
    interactions: [{ description: "d", request, response }],
    metadata: { pactSpecification: { version: version.slice(1) } },
  };
  const source = { uri: "file:///pact.json", name: "pact.json", text: JSON.stringify(pact) };
  const read = readPact({ source, parsed: parseText(source) });
  if ("failure" in read) throw new Error(JSON.stringify(read.problems));
  const [interaction] = read.value.interactions;
  if (interaction?.kind !== "http") throw new Error("no exchange");
  return interaction[kind];
}

function pathMatches(asked: PactRequest, sent: PactRequest): boolean {
  const expectation = { example: asked.path, rule: asked.rules.path, generator: undefined };
  return accepts(textSchema(expectation, { kind: "letter", open: false }).schema, sent.path);
}

function queryMatches(asked: PactRequest, sent: PactRequest): boolean {
  if ([...sent.query.keys()].some((name) => !asked.query.has(name))) return false;
  return [...asked.query].every(([name, values]) => {
    const found = sent.query.get(name) ?? [];
    const rule = asked.rules.query.get(name);
    return (
      found.length === values.length &&
      values.every((example, i) =>
        accepts(textSchema({ example, rule, generator: undefined }, { kind: "letter", open: false }).schema, found[i]),
      )
    );
  });
}

/** Headers that no rule speaks of are the same but for blanks; parameters of media types come in any order. */
function textMatches(example: string, found: string, rule: PactPart["rules"]["path"], name: string): boolean {
  if (rule)
    return accepts(textSchema({ example, rule, generator: undefined }, { kind: "letter", open: true }).schema, found);
  const plain = (text: string) => text.replace(/\s*([,;])\s*/g, "$1").trim();
  if (name !== "content-type" && !/^[\w.+-]+\/[\w.+-]+;/.test(example)) return plain(example) === plain(found);
  // What came may have more parameters; those of a media type may be in any order.
  const parts = (text: string) => plain(text).toLowerCase().split(";");
  return parts(example).every((part) => parts(found).includes(part));
}

function bodyMatches({ body, rules }: PactPart, came: PactPart, kind: SpecCase["kind"]): boolean | undefined {
  if (body.kind === "absent") return true;
  if (body.kind === "empty") return came.body.kind === "empty" || came.body.kind === "absent";
  if (body.kind === "binary" || /xml/.test(body.contentType)) return undefined;
  const value = came.body.kind === "json" ? came.body.value : came.body.kind === "text" ? came.body.text : undefined;
  if (value === undefined || came.body.kind !== body.kind) return false;
  const example = body.kind === "json" ? body.value : body.text;
  return accepts(bodySchema(example, rules.body, [], { kind: "letter", open: kind === "response" }).schema, value);
}

function accepts(schema: JsonSchema, value: unknown): boolean {
  return ajv.compile(schema as object)(value) as boolean;
}
