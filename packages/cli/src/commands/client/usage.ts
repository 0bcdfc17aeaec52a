import { resolve } from "node:path";
import { failed, inputFailure, pathFrom, type Result } from "@concordat/engine";
import { governClientUsage, type ScannedUse } from "@concordat/engine/client";
import { answerJson } from "@concordat/engine/report";
import type { CommonFlags } from "../../flags.ts";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { tableLines } from "../../output/table.ts";
import { writeTexts } from "../../output/write.ts";
import { openSession, type Session } from "../../session/open.ts";
import { failureCode } from "../../session/problems.ts";
import { loadClientTypescript } from "./load.ts";

/** The flags of `client usage`. */
export interface ClientUsageFlags extends Omit<CommonFlags, "failOn"> {
  readonly spec?: string;
  readonly out?: string;
  /** Whose sources they are. */
  readonly consumer?: string;
}

/** An API whose use is looked for. */
interface Used {
  readonly spec: string;
  /** Absolute; undefined where there is no generated client. */
  readonly client: string | undefined;
}

/** `concordat client usage`: which operations the sources of a project use, and where. */
export async function clientUsage(
  sources: readonly string[],
  flags: ClientUsageFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const targets = formats.targets<string>("stylish");
  const opened = await openSession({ ...flags, failOn: "error" }, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { host, load } = opened.value;
  const apis = apisOf(flags, opened.value);
  if (failed(apis)) return failureCode(apis, io);
  const loaded = await loadClientTypescript(io.cwd());
  if (failed(loaded)) return failureCode(loaded, io);
  const usages: ScannedUse[] = [];
  for (const api of apis.value) {
    const request = { ...api, sources: sources.length > 0 ? sources : ["."], load };
    const usage = await governClientUsage(request, loaded.value.usesIn, host);
    if (failed(usage)) return failureCode(usage, io);
    usages.push({ spec: api.spec, ...usage.value });
  }
  const { consumer } = flags;
  const render = ({ format }: { readonly format: string }) =>
    format === "json" ? answerJson({ ...(consumer !== undefined && { consumer }), clients: usages }) : textsOf(usages);
  return (await writeTexts(targets, render, host, io, flags.quiet === true)) ?? 0;
}

function apisOf({ spec, out }: ClientUsageFlags, { config, host }: Session): Result<readonly Used[]> {
  if (spec !== undefined) return { value: [{ spec, client: out === undefined ? undefined : resolve(host.cwd, out) }] };
  if (out !== undefined)
    return inputFailure("usage", "`--out` needs the description of the client: name it with `--spec`.");
  const apis = config.contracts.map((contract) => ({
    spec: pathFrom(host.cwd, contract.spec) || contract.spec,
    client: contract.client,
  }));
  if (apis.length > 0) return { value: apis };
  return inputFailure(
    "usage",
    "No description is named. Name one with `--spec`, or write concordat.yaml (run `concordat init`).",
  );
}

function textsOf(usages: readonly ScannedUse[]): string {
  return usages.map(textOf).join("\n");
}

function textOf({ spec, operations, files, used, unresolved }: ScannedUse): string {
  const rows = used.map(({ method, path, function: name, sites }) => [
    `  ${method} ${path}`,
    name,
    sites.map(({ file, line }) => `${file}:${line}`).join(", "),
  ]);
  const places = unresolved.map(({ file, line, reason }) => `  ${file}:${line}  ${reason}`);
  return [
    `${spec}: ${used.length} of ${operations} operations are used in the ${files} ${files === 1 ? "source" : "sources"} read.`,
    ...(rows.length > 0 ? tableLines(rows) : []),
    ...(places.length > 0 ? ["It is not known which operations these places use:", ...places] : []),
    "",
  ].join("\n");
}
