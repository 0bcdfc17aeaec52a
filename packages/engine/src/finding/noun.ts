import { type Subject, type SubjectStep, stepText } from "../model/subject.ts";
import type { Direction } from "./finding.ts";
import type { SUBJECT_WORDS } from "./message.ts";

/**
 * What a place is called in a sentence: `` `email` ``, ``items of `tags` ``, ``the query parameter `limit` ``, `the response body`. Of
 * nested names the innermost is said, as the subject beside the sentence has all of them.
 *
 * @param direction what the place is part of, where its address does not say it
 */
export function nounOf({ steps }: Subject, direction: Direction | undefined): string {
  let noun = direction === undefined ? "this schema" : `the ${direction} body`;
  for (let i = 0; i < steps.length; i++) {
    const [step = "", next] = [steps[i], steps[i + 1]];
    const keyword = stepText(step);
    const isNamed = next !== undefined && (NAMING.has(keyword) || keyword === "headers" || keyword === "parameters");
    if (isNamed) {
      noun = keyword === "parameters" ? parameterNoun(next) : code(stepText(next));
      if (keyword === "headers") noun = `the header ${noun}`;
      i++;
    } else if (keyword === "requestBody" || keyword === "requestBodies") noun = "the request body";
    else if (keyword === "responses") noun = "the response body";
    else if (ITEMS.has(keyword)) noun = `items of ${noun}`;
    else if (VALUES.has(keyword)) noun = `values of ${noun}`;
    else if (keyword === "propertyNames") noun = `property names of ${noun}`;
    if (keyword === "patternProperties") i++;
  }
  return noun;
}

/** Keywords whose members are called by their keys. */
const NAMING = new Set(["properties", "schemas", "definitions", "$defs"]);
export const ITEMS: ReadonlySet<string> = new Set([
  "items",
  "prefixItems",
  "additionalItems",
  "unevaluatedItems",
  "contains",
]);
export const VALUES: ReadonlySet<string> = new Set([
  "additionalProperties",
  "unevaluatedProperties",
  "patternProperties",
]);

/** A parameter in a list is addressed by its place and name, one among components by its key. */
export function parameterNoun(step: SubjectStep): string {
  if (typeof step === "string") return `the parameter ${code(step)}`;
  return step.in === "body" ? "the request body" : `the ${step.in} parameter ${code(step.name)}`;
}

/** A name or a value from a description, set off. Backticks in messages are ours, so those within become quotes. */
export function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

/** The words of a template for what a finding is about, in the middle of a sentence and at the start of one. */
export function subjectWords(noun: string): Record<(typeof SUBJECT_WORDS)[number], string> {
  return { at: noun, At: capital(noun) };
}

/** The same with a capital letter, for the start of a sentence. */
export function capital(noun: string): string {
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}
