import type { SchemaCompareFlags } from "@concordat/engine/schema-files";
import type { ExitCode, Surroundings } from "../io.ts";
import { complain } from "./judging.ts";

/** `concordat schema`: containment between two JSON Schema files, or thousands of pairs with `--batch`. */
export async function schema(
  base: string | undefined,
  head: string | undefined,
  flags: SchemaCompareFlags & { readonly batch?: string },
  io: Surroundings,
): Promise<ExitCode> {
  const { compareBatch, compareFiles } = await import("@concordat/engine/schema-files");
  const { nodeHost } = await import("@concordat/engine");
  const host = nodeHost(io.cwd());
  if (flags.batch !== undefined)
    return compareBatch(
      flags.batch,
      flags,
      host,
      (line) => io.stdout.write(line),
      (problems) => complain(problems, io),
    );
  if (base === undefined || head === undefined)
    return complain([{ code: "usage", message: "Name two files, or one with --batch." }], io);
  return compareFiles(
    base,
    head,
    flags,
    host,
    (line) => io.stdout.write(line),
    (problems) => complain(problems, io),
  );
}
