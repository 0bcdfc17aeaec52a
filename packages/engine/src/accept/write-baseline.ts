import { dump } from "js-yaml";
import { pathFrom } from "../base/paths.ts";
import { failed, type Result } from "../base/result.ts";
import { readBaseline } from "../config/read-baseline.ts";
import type { Host, IsoDate } from "../host/host.ts";
import { type Acceptance, acceptOpen, type WrittenWaiver } from "../policy/baseline.ts";
import type { Ruling } from "../policy/ruling.ts";

const HEADER =
  "# Findings accepted until a date. New findings fail. Remove the entries of findings that you have fixed.\n";

/**
 * Accepts all open findings in a baseline file, beside what it accepts already; answers how many there are now. What the
 * file holds stays as it is written, but for entries that have ended or are replaced.
 */
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
  const keepsAll = exists && kept.length === before.value.length;
  const added = keepsAll ? await withAdded(path, accepted, host) : undefined;
  const text = added ?? `${HEADER}${dump({ waivers: [...kept, ...accepted] }, { lineWidth: -1 })}`;
  const written = await host.writeText(path, text);
  if (failed(written))
    return {
      failure: "tool",
      problems: [{ code: "output", message: written.message, file: pathFrom(host.cwd, path) }],
    };
  return { value: kept.length + accepted.length };
}

/** The text of a baseline with entries at its end; undefined where it has to be written anew. */
async function withAdded(path: string, waivers: readonly WrittenWaiver[], host: Host): Promise<string | undefined> {
  const text = await host.readText(path);
  if (failed(text)) return undefined;
  const { editText } = await import("../edit/edit-text.ts");
  const edited = editText(
    { name: path, text: text.value },
    waivers.map((waiver) => ({ kind: "append", pointer: "", key: "waivers", value: { ...waiver } })),
  );
  return "refused" in edited ? undefined : edited.text;
}
