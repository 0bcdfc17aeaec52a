import * as v from "valibot";
import { isRecord, numberAt } from "../base/json-at.ts";
import { failed, type Result } from "../base/result.ts";
import { SCHEMA_VERSION } from "./answer.ts";
import { type CheckDocument, CheckForm, type DiffDocument, DiffForm } from "./document.ts";
import {
  type AllDeprecationsDocument,
  AllDeprecationsForm,
  type DeprecationsDocument,
  DeprecationsForm,
  type MigrationsDocument,
  MigrationsForm,
} from "./lifecycle-documents.ts";

/*
 * Documents that another run has written. Where that run was of a fork, anybody may have written them: nothing is taken over but what
 * has the form of a document, and every text of it is escaped as those of a description are.
 */

/** Why a text is not a document that is asked for. */
export interface NoReport {
  readonly failure: "malformed";
  /** The middle of a sentence. */
  readonly why: string;
}

/** A document that commands print with `--format json`. */
export type PublishedDocument =
  | DiffDocument
  | CheckDocument
  | DeprecationsDocument
  | AllDeprecationsDocument
  | MigrationsDocument;

/** The forms of documents, each by the member that it alone has at its top. */
const FORMS: readonly { readonly has: string; readonly form: v.GenericSchema<unknown, PublishedDocument> }[] = [
  { has: "contracts", form: CheckForm },
  { has: "findings", form: DiffForm },
  { has: "deprecations", form: DeprecationsForm },
  { has: "descriptions", form: AllDeprecationsForm },
  { has: "migrations", form: MigrationsForm },
];

/** Reads what `--format json` writes: the document of `diff`, `lint`, `check`, `deprecations list` or `migrate status`. */
export function readDocument(text: string): Result<PublishedDocument, NoReport> {
  const json = parseDocument(text);
  if (failed(json)) return json;
  const found = FORMS.find(({ has }) => isRecord(json.value) && Object.hasOwn(json.value, has));
  if (found === undefined) return malformed(`it is not the JSON of ${WRITERS}`);
  return inForm(found.form, json.value);
}

/** The commands that write what is read here. */
const WRITERS = "`diff`, `lint`, `check`, `changelog`, `deprecations list` or `migrate status`";

/** Reads JSON of the version that we write, which is not nested too deep to be walked. */
export function parseDocument(text: string): Result<unknown, NoReport> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return malformed("it is not JSON");
  }
  if (!isRecord(data) || !Object.hasOwn(data, "schemaVersion"))
    return malformed("it has no `schemaVersion`, so it is not JSON that Concordat wrote");
  if (numberAt(data, "schemaVersion") !== SCHEMA_VERSION)
    return malformed(`its \`schemaVersion\` is not ${SCHEMA_VERSION}, the only one that this version reads`);
  if (isDeep(data)) return malformed(`it is nested more than ${MOST_LEVELS} levels deep`);
  return { value: data };
}

/** Takes over what a form describes. */
export function inForm<Document>(form: v.GenericSchema<unknown, Document>, data: unknown): Result<Document, NoReport> {
  const read = v.safeParse(form, data, { abortEarly: true });
  if (read.success) return { value: read.output };
  return malformed(`\`${v.getDotPath(read.issues[0]) ?? ""}\` is missing, or not what it should be`);
}

export function malformed(why: string): NoReport {
  return { failure: "malformed", why };
}

/** No report is that deep: descriptions are read to 500 levels, and a finding lies a few below the top. */
const MOST_LEVELS = 1_000;

/** Whether a value is nested too deep for those that walk it by calling themselves. */
function isDeep(data: unknown): boolean {
  let level: readonly unknown[] = [data];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
  return false;
}
