import { failed, pathFrom } from "@concordat/engine";
import { governClientCheck, type StaleFile } from "@concordat/engine/client";
import { answerJson } from "@concordat/engine/report";
import type { ExitCode, Surroundings } from "../../io.ts";
import type { FormatOptions } from "../../output/formats.ts";
import { writeTexts } from "../../output/write.ts";
import { openSession } from "../../session/open.ts";
import { complain, failureCode } from "../../session/problems.ts";
import { type ClientFlags, clientsOf } from "./clients.ts";

/** What is known of one client. */
interface CheckedClient {
  readonly source: string;
  readonly folder: string;
  readonly stale: readonly StaleFile[];
}

/** `concordat client check`: whether committed clients are as they would be generated now. */
export async function clientCheck(
  names: readonly string[],
  flags: ClientFlags,
  formats: FormatOptions,
  io: Surroundings,
): Promise<ExitCode> {
  const targets = formats.targets<string>("stylish");
  const opened = await openSession(flags, io, { ownRules: false });
  if (failed(opened)) return failureCode(opened, io);
  const { host } = opened.value;
  const clients = clientsOf(names, flags, opened.value);
  if (failed(clients)) return failureCode(clients, io);
  const checked: CheckedClient[] = [];
  for (const client of clients.value) {
    const answer = await governClientCheck(client, host);
    if (failed(answer)) return failureCode(answer, io);
    complain(answer.value.problems, io);
    const folder = pathFrom(host.cwd, client.out) || ".";
    checked.push({ source: client.source, folder, stale: answer.value.stale });
  }
  const pass = checked.every(({ stale }) => stale.length === 0);
  const render = ({ format }: { readonly format: string }) =>
    format === "json" ? answerJson({ pass, clients: checked }) : checked.map(textOf).join("");
  const unwritten = await writeTexts(targets, render, host, io, flags.quiet === true);
  return unwritten ?? (pass || flags.failOn === "never" ? 0 : 1);
}

function textOf({ source, folder, stale }: CheckedClient): string {
  if (stale.length === 0) return `${folder}: The client is up to date with ${source}.\n`;
  const files = stale.map(({ file, reason }) =>
    reason === "missing" ? `  ${file}  is missing` : `  ${file}  differs from what ${source} generates`,
  );
  return `${folder}: The client is not up to date with ${source}. Run \`concordat client generate\`.\n${files.join("\n")}\n`;
}
