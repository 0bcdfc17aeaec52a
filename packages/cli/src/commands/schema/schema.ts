import { failed, nodeHost, type Problem } from "@concordat/engine";
import type { SchemaCompareOptions } from "@concordat/engine/schemas";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { complain } from "../../session/problems.ts";
import { compareBatch, compareFiles } from "./files.ts";
import { renderSchemaComparison, type SchemaFormat } from "./text.ts";

/** The flags of `concordat schema`. */
export interface SchemaFlags extends SchemaCompareOptions {
  readonly batch?: string;
  readonly failOn: "error" | "warn" | "never";
  readonly quiet?: boolean;
}

/** `concordat schema`: containment between two JSON Schema files, or thousands of pairs with `--batch`. */
export async function schema(
  base: string | undefined,
  head: string | undefined,
  flags: SchemaFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const targets = formats.targets<SchemaFormat>("json");
  const refused = targets.find(({ format }) => flags.batch !== undefined && format !== "json");
  if (refused !== undefined) return usage(`\`schema --batch\` prints JSON alone, not \`${refused.format}\`.`, io);
  const host = nodeHost(io.cwd());
  const fail = (problems: readonly Problem[]) => complain(problems, io);
  if (flags.batch !== undefined)
    return compareBatch(flags.batch, flags, host, (line) => io.stdout.writeRaw(line), fail);
  if (base === undefined || head === undefined) return usage("Name two files, or one with --batch.", io);
  const compared = await compareFiles(base, head, flags, host);
  if (failed(compared)) return fail(compared.problems);
  const comparison = compared.value;
  const render = ({ format }: { readonly format: string }) =>
    renderSchemaComparison(comparison, { base, head }, format as SchemaFormat);
  const written = await writeTexts(targets, render, host, io, flags.quiet === true);
  return written ?? (comparison.pass || flags.failOn === "never" ? 0 : 1);
}

function usage(message: string, io: Surroundings): ExitCode {
  return complain([{ code: "usage", message }], io);
}
