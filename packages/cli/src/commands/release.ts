import { failed, type Problem } from "@concordat/engine";
import type { ContractRelease } from "@concordat/engine/release";
import { answerJson, countOf, oneLine, plainLines } from "@concordat/engine/report";
import type { CommonFlags } from "../flags.ts";
import type { ExitCode, Surroundings } from "../io.ts";
import type { FormatOptions } from "../output/formats.ts";
import { withProgress } from "../output/progress.ts";
import { writeTexts } from "../output/write.ts";
import { openSession } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** The flags of `release` beside the common ones. */
export interface ReleaseFlags extends CommonFlags {
  readonly dryRun?: boolean;
}

/** `concordat release`: copies descriptions into the revisions of their contracts, all of them or none. */
export async function release(
  contracts: readonly string[],
  flags: ReleaseFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const targets = formats.targets("stylish");
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { config, asOf, load, catalogue, host } = opened.value;
  const { planRelease, writeRelease } = await import("@concordat/engine/release");
  const planned = await withProgress("Comparing", flags, io, () =>
    planRelease({ config, contracts, asOf, load }, catalogue, host),
  );
  if (failed(planned)) return failureCode(planned, io);
  const refused = planned.value.filter(({ state }) => state === "refused");
  const isHeld = flags.dryRun === true || refused.length > 0;
  if (!isHeld) {
    const written = await writeRelease(planned.value, host);
    if (failed(written)) return failureCode(written, io);
  }
  const render = ({ format }: { readonly format: string }) =>
    format === "json" ? answerJson(releaseJson(planned.value, isHeld)) : releaseText(planned.value, isHeld);
  const unprinted = await writeTexts(targets, render, host, io, flags.quiet === true);
  if (unprinted !== undefined) return unprinted;
  const problems: Problem[] = refused.flatMap((each) => each.problems);
  return refused.length > 0 && flags.failOn !== "never" ? complain(problems, io, 1) : 0;
}

function releaseJson(planned: readonly ContractRelease[], isHeld: boolean): Readonly<Record<string, unknown>> {
  return {
    contracts: planned.map(({ contract, version, state, file, problems }) => {
      return { contract, version, state, file, written: state === "new" && !isHeld, problems };
    }),
  };
}

function releaseText(planned: readonly ContractRelease[], isHeld: boolean): string {
  const lines = planned.map(({ contract, version, state, file, texts }) => {
    const parts = texts.size === 1 ? "" : ` and ${countOf(texts.size - 1, "file")} that it refers to`;
    if (state === "new") return `${isHeld ? "would release" : "released"}  ${contract} ${version} as ${file}${parts}`;
    return state === "unchanged" ? `unchanged  ${contract} ${version} is ${file}` : `refused  ${contract} ${version}`;
  });
  return plainLines(`${lines.map(oneLine).join("\n")}\n`);
}
