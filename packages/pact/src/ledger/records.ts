import { inputFailure, type Result } from "@concordat/engine";
import { sha256 } from "@concordat/engine/base";
import * as v from "valibot";
import { canonicalText } from "../file/canonical-text.ts";

const name = v.pipe(v.string(), v.nonEmpty());
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

const publication = v.strictObject({
  kind: v.literal("publication"),
  consumer: name,
  consumerVersion: name,
  provider: name,
  /** SHA-256 of the canonical text of the pact. */
  pact: hash,
  branch: v.nullable(name),
  tags: v.array(name),
});

const verification = v.strictObject({
  kind: v.literal("verification"),
  consumer: name,
  provider: name,
  providerVersion: name,
  pact: hash,
  /** SHA-256 of the description that the provider had; null where none was named. */
  description: v.nullable(hash),
  success: v.boolean(),
  at: instant,
});

const deployment = v.strictObject({
  kind: v.literal("deployment"),
  pacticipant: name,
  version: name,
  environment: name,
  /** One of several instances that run side by side; null where there is one. */
  applicationInstance: v.nullable(name),
  ended: v.boolean(),
  at: instant,
});

const release = v.strictObject({
  kind: v.literal("release"),
  pacticipant: name,
  version: name,
  environment: name,
  ended: v.boolean(),
  at: instant,
});

const record = v.variant("kind", [publication, verification, deployment, release]);

/** That a version of a consumer relies on a pact. */
export type Publication = v.InferOutput<typeof publication>;
/** That a version of a provider kept a pact, or did not. */
export type Verification = v.InferOutput<typeof verification>;
/** That a version took the place of another in an environment, or left it. */
export type Deployment = v.InferOutput<typeof deployment>;
/** That a version is supported in an environment beside others, or no longer is. */
export type Release = v.InferOutput<typeof release>;
/** One fact that the ledger keeps for good. */
export type LedgerRecord = v.InferOutput<typeof record>;

/** A record as it is kept: its place in the ledger, and its text. The name is the hash of the text. */
export interface WrittenRecord {
  readonly path: string;
  readonly text: string;
}

/** The place and the text of a record. Equal records have one place. */
export function writtenRecord(value: LedgerRecord): WrittenRecord {
  return hashed(`${value.kind}s`, canonicalText(value));
}

/** The place of a pact that records name by its hash. */
export function writtenPact(text: string): WrittenRecord & { readonly hash: string } {
  return { ...hashed("pacts", text), hash: sha256(text) };
}

/** Whether a text is the one that its file was named after. */
export function isWhole(path: string, text: string): boolean {
  return path.endsWith(`/${sha256(text)}.json`);
}

/**
 * Reads a record.
 * @param file how people name it
 * @param path its place in the ledger
 */
export function parseRecord(file: string, path: string, text: string): Result<LedgerRecord> {
  if (!isWhole(path, text))
    return inputFailure(
      "ledger-damaged",
      "This record was cut off or changed after it was written: its content does not match its name. Restore it from git.",
      { file },
    );
  const { success, output } = v.safeParse(record, JSON.parse(text));
  if (success && path.startsWith(`${output.kind}s/`)) return { value: output };
  return inputFailure("ledger-unknown", "This record has a form that is not known here. Update Concordat to read it.", {
    file,
  });
}

function hashed(folder: string, text: string): WrittenRecord {
  return { path: `${folder}/${sha256(text)}.json`, text };
}
