import { resolve } from "node:path";
import { failed, type Host, hostFailure, inputFailure, nodeHost, type Result, rulesOf } from "@concordat/engine";
import { inputOf, type PublishedDocument, readDocument, reporters } from "@concordat/engine/report";
import { catalogue } from "@concordat/rules";
import { type ExitCode, type Surroundings, wantsColour } from "../io.ts";
import type { FormatOptions, FormatTarget } from "../output/formats.ts";
import { writeTexts } from "../output/write.ts";
import { complain, failureCode } from "../session/problems.ts";

/** The flags of `report`. */
export interface ReportFlags {
  readonly from: readonly string[];
  readonly html?: string;
  readonly quiet?: boolean;
}

/** `concordat report`: what was judged before, in another form. It does not judge, so it fails only if it cannot read or write. */
export async function report(flags: ReportFlags, formats: FormatOptions, io: Surroundings): Promise<ExitCode> {
  if (flags.html !== undefined) formats.add("html", flags.html);
  if (flags.from.length === 0)
    return complain([{ code: "usage", message: "Name a file that `--format json` wrote: `--from FILE`." }], io);
  const host = nodeHost(io.cwd());
  const documents: PublishedDocument[] = [];
  for (const file of flags.from) {
    const read = await readFrom(file, host);
    if (failed(read)) return failureCode(read, io);
    documents.push(read.value);
  }
  const targets = formats.targets("html");
  const [document, ...others] = documents;
  const input = document && others.length === 0 ? await inputOf(document) : undefined;
  const unfit = targets.find(({ format }) => format !== "html");
  if (unfit && input === undefined) {
    const message = `\`--format ${unfit.format}\` shows one document of \`check\`, \`diff\`, \`lint\` or \`changelog\`. Name one such file, or write the page with \`--html FILE\`.`;
    return complain([{ code: "usage", message }], io);
  }
  const render = async ({ format, output }: FormatTarget) => {
    if (format === "html" || input === undefined) return (await import("../output/page.ts")).renderPageOf(documents);
    const colour = output === undefined && wantsColour(io.stdout, io.env);
    return (await reporters[format]())(input, { rules: rulesOf(catalogue), colour });
  };
  return (await writeTexts(targets, render, host, io, flags.quiet === true)) ?? 0;
}

async function readFrom(file: string, host: Host): Promise<Result<PublishedDocument>> {
  const text = file === "-" ? await readInput(host) : await host.readText(resolve(host.cwd, file));
  const name = file === "-" ? "standard input" : file;
  if (failed(text)) {
    const { failure, problems } = hostFailure(text, "no-report");
    return { failure, problems: problems.map((problem) => ({ ...problem, file: name })) };
  }
  const read = await readDocument(text.value);
  if (failed(read)) return inputFailure("no-report", `\`${name}\` cannot be shown: ${read.why}.`);
  return read;
}

async function readInput(host: Host) {
  const bytes = await host.readPipe(0);
  return failed(bytes) ? bytes : { value: new TextDecoder().decode(bytes.value) };
}
