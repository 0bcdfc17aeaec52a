import { relative } from "node:path";
import { dump } from "js-yaml";
import { failed, type Result } from "./base/result.ts";
import { readBaseline } from "./config/read-baseline.ts";
import type { Host, IsoDate } from "./host/host.ts";
import { type Acceptance, acceptOpen } from "./policy/baseline.ts";
import type { Ruling } from "./policy/ruling.ts";

const HEADER =
  "# Findings accepted until a date. New findings fail. Remove the entries of findings that you have fixed.\n";

/** Accepts all open findings in a baseline file, beside what it accepts already; answers how many there are now. */
export async function writeBaseline(
  path: string,
  rulings: readonly Ruling[],
  acceptance: Acceptance,
  asOf: IsoDate,
  host: Host,
): Promise<Result<number>> {
  const exists = (await host.realPath(path)) !== undefined;
  const before = exists ? await readBaseline(host, path) : { value: [] };
  if (failed(before)) return before;
  const accepted = acceptOpen(rulings, acceptance);
  const known = new Set(accepted.map(({ fingerprint }) => fingerprint));
  const kept = before.value.filter(({ fingerprint, expires }) => !known.has(fingerprint) && expires >= asOf);
  const waivers = [...kept, ...accepted];
  const written = await host.writeText(path, `${HEADER}${dump({ waivers }, { lineWidth: -1 })}`);
  if (failed(written))
    return {
      failure: "tool",
      problems: [{ code: "output", message: written.message, file: relative(host.cwd, path) }],
    };
  return { value: waivers.length };
}
