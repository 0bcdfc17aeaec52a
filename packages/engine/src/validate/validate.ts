import { relative } from "node:path";
import type { Problem } from "../base/problem.ts";
import { failed } from "../base/result.ts";
import { resolveSpans } from "../finding/spans.ts";
import type { Host } from "../host/host.ts";
import { loadDescription } from "../load/description.ts";
import { structureFaults } from "./structure.ts";

/** Checks a description against the specification it claims to follow; answers what is wrong, with lines. */
export async function validateDescription(
  spec: string,
  host: Host,
  allowRemote: readonly string[],
): Promise<readonly Problem[]> {
  const loaded = await loadDescription(relative(host.cwd, spec) || spec, host, {
    allowRemote,
    allowPrivateNetwork: false,
  });
  if (failed(loaded)) return loaded.problems;
  const description = loaded.value;
  const faults = await structureFaults(description);
  const spans = resolveSpans(
    faults.map(({ at }) => at),
    description,
  );
  return [
    ...description.problems,
    ...faults.map(({ message, at }) => ({ code: "openapi-invalid", message, ...spans(at) })),
  ];
}
