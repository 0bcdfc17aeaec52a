import { relative } from "node:path";
import { CONFIG_NAMES, findDescriptions, initialFiles, nodeHost } from "@concordat/engine";
import type { ExitCode, Surroundings } from "../io.ts";
import { complain } from "./judging.ts";

/** `concordat init`: writes a configuration for the descriptions that are here, and a workflow; nothing is overwritten. */
export async function init(flags: { readonly yes?: boolean }, io: Surroundings): Promise<ExitCode> {
  const host = nodeHost(io.cwd());
  for (const name of CONFIG_NAMES) {
    if ((await host.realPath(`${host.cwd}/${name}`)) !== undefined)
      return complain([{ code: "config-there", message: `There is already a ${name} here.`, file: name }], io);
  }
  const found = await findDescriptions(host);
  if (found.length === 0)
    return complain(
      [
        {
          code: "no-descriptions",
          message: "No OpenAPI description was found below this folder. Run `concordat init` where they are.",
        },
      ],
      io,
    );
  const files = initialFiles(found);
  io.stdout.write(
    `Found ${found.length === 1 ? "one description" : `${found.length} descriptions`}:\n${found.map(({ path }) => `  ${path}\n`).join("")}`,
  );
  if (
    !flags.yes &&
    io.stdin.isTTY &&
    io.stdout.isTTY &&
    !(await confirmed(`Write ${Object.keys(files).join(" and ")}?`))
  )
    return 0;
  for (const [path, text] of Object.entries(files)) {
    const absolute = `${host.cwd}/${path}`;
    if ((await host.realPath(absolute)) !== undefined) {
      io.stdout.write(`Kept     ${path}, which was there\n`);
      continue;
    }
    const written = await host.writeText(absolute, text);
    if ("failure" in written) return complain([{ code: "output", message: written.message }], io, 3);
    io.stdout.write(`Written  ${relative(host.cwd, absolute)}\n`);
  }
  io.stdout.write("Next: `concordat check`.\n");
  return 0;
}

async function confirmed(question: string): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return !/^n/i.test((await prompt.question(`${question} [Y/n] `)).trim());
  } finally {
    prompt.close();
  }
}
