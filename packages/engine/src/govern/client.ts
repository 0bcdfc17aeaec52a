import { join } from "node:path";
import type { Problem } from "../base/problem.ts";
import { failed, inputFailure, type Result } from "../base/result.ts";
import { CLIENT_FILES, type ClientFile, isCurrentTypes, typesText } from "../client/client-files.ts";
import type { ClientPlan } from "../client/plan-client.ts";
import { type StaleFile, staleFiles } from "../client/stale.ts";
import type { TypedDocument } from "../client/typed-document.ts";
import { TextIndex } from "../finding/text-index.ts";
import type { Host } from "../host/host.ts";
import { type LoadOptions, loadDescription } from "../load/description.ts";
import { Api } from "../model/api.ts";
import { onSide } from "../model/met-problem.ts";
import { toLocation } from "../source/location.ts";
import { readClientFolder } from "./client-folder.ts";
import { problemsOf } from "./problems.ts";

export type { StaleFile } from "../client/stale.ts";
export type { TypedDocument } from "../client/typed-document.ts";
export { type ClientUsageRequest, governClientUsage, type ScannedUse } from "./client-usage.ts";

/** A description, and the folder that its client lies in. */
export interface ClientRequest {
  /** The description, as users name it. */
  readonly source: string;
  /** Absolute. */
  readonly out: string;
  readonly load: LoadOptions;
}

/** What became of the files of a client. */
export interface GeneratedClient {
  readonly files: readonly { readonly name: ClientFile; readonly written: boolean }[];
  /** Defects of the description that no client suffers from. */
  readonly problems: readonly Problem[];
}

/** Defects of which no request suffers: a keyword that is none limits nothing, and what lies too deep is not judged. */
const HARMLESS: readonly string[] = ["ambiguous-path", "schema-keyword", "schema-depth"];

/**
 * Generates the client of a description. All texts are made before the first is written, and a file that is the same already is
 * left alone.
 * @param typesOf makes types of a document
 */
export async function governClientGenerate(
  { source, out, load }: ClientRequest,
  typesOf: (document: TypedDocument) => string,
  host: Host,
): Promise<Result<GeneratedClient>> {
  const planned = await readPlan(source, load, host);
  if (failed(planned)) return planned;
  const present = await readClientFolder(out, host);
  if (failed(present)) return present;
  const { plan, problems } = planned.value;
  const types = present.value.files.get("types.ts");
  const texts: Readonly<Record<ClientFile, string>> = {
    ...plan.texts,
    "types.ts": types !== undefined && isCurrentTypes(plan, types) ? types : typesText(plan, typesOf(plan.document)),
  };
  const files: GeneratedClient["files"][number][] = [];
  for (const name of CLIENT_FILES) {
    const written = present.value.files.get(name) !== texts[name];
    const result = written ? await host.writeText(join(out, name), texts[name]) : undefined;
    if (result !== undefined && failed(result))
      return {
        failure: "tool",
        problems: [{ code: "output", message: result.message, file: `${present.value.folder}/${name}` }],
      };
    files.push({ name, written });
  }
  return { value: { files, problems } };
}

/** Whether the client in a folder is as it would be generated now: the files that are not. */
export async function governClientCheck(
  { source, out, load }: ClientRequest,
  host: Host,
): Promise<Result<{ readonly stale: readonly StaleFile[]; readonly problems: readonly Problem[] }>> {
  const planned = await readPlan(source, load, host);
  if (failed(planned)) return planned;
  const present = await readClientFolder(out, host);
  if (failed(present)) return present;
  const { plan, problems } = planned.value;
  const stale = staleFiles(plan, present.value);
  return { value: { stale, problems } };
}

/** Reads a description as a client to be; it must have no defect that calls could suffer from. */
async function readPlan(
  source: string,
  load: LoadOptions,
  host: Host,
): Promise<Result<{ readonly plan: ClientPlan; readonly problems: readonly Problem[] }>> {
  const loaded = await loadDescription(source, host, load);
  if (failed(loaded)) return loaded;
  const description = loaded.value;
  const api = new Api(description);
  if (api.operations.length === 0)
    return inputFailure("no-operations", "The description has no operation, so there is nothing to generate.", {
      file: source,
    });
  const { planClient } = await import("../client/plan-client.ts");
  const plan = planClient(api);
  const met = onSide("head", api.cursor.problems);
  const index = new TextIndex(
    { head: description },
    met.map(({ at }) => ({ side: "head" as const, ...toLocation(at) })),
  );
  const placed = problemsOf("head", description, met, index).map(({ key: _, ...problem }) => problem);
  const serious = placed.filter(({ code, isAdvice }) => !isAdvice && !HARMLESS.includes(code));
  return serious.length > 0 ? { failure: "input", problems: serious } : { value: { plan, problems: placed } };
}
