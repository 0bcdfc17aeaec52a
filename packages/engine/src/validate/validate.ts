import { pathFrom } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { failed } from "../base/result.ts";
import { TextIndex } from "../finding/text-index.ts";
import type { Host } from "../host/host.ts";
import { loadDescription } from "../load/description.ts";
import { toLocation } from "../source/location.ts";
import { structureFaults } from "./structure.ts";

/** Checks a description against the specification it claims to follow; answers what is wrong, with lines. */
export async function validateDescription(
  spec: string,
  host: Host,
  allowRemote: readonly string[],
): Promise<readonly Problem[]> {
  const loaded = await loadDescription(pathFrom(host.cwd, spec) || spec, host, {
    allowRemote,
    allowPrivateNetwork: false,
  });
  if (failed(loaded)) return loaded.problems;
  const description = loaded.value;
  const faults = await structureFaults(description);
  const placed = faults.map(({ message, at }) => ({ message, at: { side: "head" as const, ...toLocation(at) } }));
  const index = new TextIndex(
    { head: description },
    placed.map(({ at }) => at),
  );
  return [
    ...description.problems,
    ...placed.map(({ message, at }) => ({ code: "openapi-invalid", message, ...index.spanOf(at) })),
  ];
}
