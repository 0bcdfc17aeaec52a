import { IGNORE_KEY } from "../base/ignore-key.ts";
import { NAME_MAPS, REFERENCES, WRITTEN_OUT } from "./reference-places.ts";

/** What one walk over the data of a text tells, so that later steps need not walk it for nothing. */
export interface Survey {
  /** Keys of all objects. */
  readonly keys: number;
  readonly tooDeep: boolean;
  /** Whether a reference, the mapping of a discriminator or a security requirement names another document. */
  readonly external: boolean;
  /** Whether a `$ref` may stand in place of what has to be written out; see `WRITTEN_OUT`. */
  readonly misplaced: boolean;
  /** Whether the extension for ignores is used. */
  readonly ignores: boolean;
  /** What is written behind the keywords of references, each text once; some of it may stand in examples. */
  readonly references: ReadonlySet<string>;
}

const HASH = 0x23;

/** Walks plain data, no deeper than `deepest`. */
export function surveyTree(data: unknown, deepest: number): Survey {
  const references = new Set<string>();
  const survey = { keys: 0, tooDeep: false, external: false, misplaced: false, ignores: false, references };
  // `keyword`: what the value stands at, where that is no name; `names`: whether its own keys are names.
  const visit = (value: object, depth: number, names: boolean, keyword: string | undefined): void => {
    if (depth > deepest) {
      survey.tooDeep = true;
      return;
    }
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === "object" && item !== null) visit(item, depth + 1, false, undefined);
      return;
    }
    for (const key in value) {
      survey.keys++;
      const member = (value as Record<string, unknown>)[key];
      if (typeof member === "string" && REFERENCES.has(key)) {
        references.add(member);
        if (key === "$ref" && keyword !== undefined && WRITTEN_OUT.has(keyword)) survey.misplaced = true;
        if (member.charCodeAt(0) !== HASH) survey.external = true;
      } else if (key === IGNORE_KEY) survey.ignores = true;
      if (typeof member !== "object" || member === null) continue;
      // A security requirement may name its scheme by a URI.
      if (Array.isArray(member) && namesFile(key)) survey.external = true;
      if (key === "mapping" && Object.values(member).some(namesFile)) survey.external = true;
      visit(member, depth + 1, !names && NAME_MAPS.has(key), names ? undefined : key);
    }
  };
  if (typeof data === "object" && data !== null) visit(data, 0, false, undefined);
  return survey;
}

function namesFile(target: unknown): boolean {
  return typeof target === "string" && /\.(?:json|ya?ml)(?:#|$)/.test(target);
}
