import { type Subject, type SubjectStep, stepText } from "../model/subject.ts";
import type { FindingData } from "./finding.ts";
import { renderMessage } from "./message.ts";
import { code, ITEMS, parameterNoun, subjectWords, VALUES } from "./noun.ts";

/**
 * What a part of a description is called in a sentence that stands alone: ``the 429 response of `GET /orders` ``, `` `email` in
 * `User` ``, ``the query parameter `limit` of `GET /orders` ``.
 */
export function partNoun({ file, steps }: Subject): string {
  let owner = file === undefined ? undefined : code(file);
  let property: string | undefined;
  for (let i = 0; i < steps.length; i++) {
    const keyword = stepText(steps[i] ?? "");
    const next = steps[i + 1];
    const last = lastNoun(keyword, next);
    if (last !== undefined) return joined(last, "of", joined(property, "in", owner ?? "the description"));
    const list = ITEMS.has(keyword) ? "items" : VALUES.has(keyword) ? "values" : undefined;
    if (list !== undefined && property === undefined) owner = joined(list, "of", owner);
    else if (list !== undefined) property = joined(list, "of", property);
    if (keyword === "requestBody") owner = joined("the request body", "of", owner);
    if (next === undefined || !NAMING.has(keyword)) continue;
    i++;
    const name = OWNERS[keyword];
    if (keyword === "properties") property = code(stepText(next));
    else if (name !== undefined) [owner, property] = [joined(name(next), "of", owner), undefined];
    else if (PATHS.has(keyword)) {
      // A callback has a name before its path.
      if (keyword === "callbacks") i++;
      owner = code(operationText(stepText(steps[i] ?? next), steps[i + 1]));
    }
  }
  return joined(property, "in", owner) || "the description";
}

/** A template filled with data, for a finding about the part of a description at an address. */
export function messageAbout(address: Subject, template: string, data: FindingData): string {
  return renderMessage(template, data, subjectWords(partNoun(address)));
}

/** Members of an OpenAPI description by whose names parts of it are called (OpenAPI 3.1, section 4.8). */
const OWNERS: Readonly<Record<string, (name: SubjectStep) => string>> = {
  parameters: parameterNoun,
  responses: (step) =>
    /^(?:\d|default$)/.test(stepText(step)) ? `the ${stepText(step)} response` : named("response", step),
  headers: (step) => named("header", step),
  requestBodies: (step) => named("request body", step),
  securitySchemes: (step) => named("security scheme", step),
  securityDefinitions: (step) => named("security scheme", step),
  schemas: (step) => code(stepText(step)),
  definitions: (step) => code(stepText(step)),
  $defs: (step) => code(stepText(step)),
};
const PATHS: ReadonlySet<string> = new Set(["paths", "webhooks", "pathItems", "callbacks"]);
/** Keywords that a name follows. */
const NAMING: ReadonlySet<string> = new Set([
  ...Object.keys(OWNERS),
  ...PATHS,
  ...["properties", "patternProperties", "content", "links", "examples"],
]);

/** What is said of a part below which nothing has a name. */
function lastNoun(keyword: string, next: SubjectStep | undefined): string | undefined {
  if (keyword.startsWith("x-") || keyword === "security" || keyword === "info") return code(keyword);
  if (keyword === "example" || keyword === "default") return `the ${keyword}`;
  if (keyword !== "examples" || next === undefined) return undefined;
  return /^\d+$/.test(stepText(next)) ? "the example" : named("example", next);
}

function named(kind: string, name: SubjectStep): string {
  return `the ${kind} ${code(stepText(name))}`;
}

/** A method on a path, or the path alone. */
function operationText(path: string, next: SubjectStep | undefined): string {
  const method = next === undefined ? "" : stepText(next);
  return /^(?:get|put|post|delete|options|head|patch|trace|query)$/.test(method)
    ? `${method.toUpperCase()} ${path}`
    : path;
}

/** Two nouns with a word between, or the one that there is. */
function joined(noun: string | undefined, word: "of" | "in", owner: string | undefined): string {
  return [noun, owner].filter((each) => each).join(` ${word} `);
}
