import { failed, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import { type LoadOptions, loadDescription } from "../load/description.ts";
import { Api } from "../model/api.ts";
import { Attribution } from "../model/attribution.ts";

export { Attribution } from "../model/attribution.ts";

/** Reads a description as that which calls of logs are attributed to. */
export async function readAttribution(
  source: string,
  { load, basePaths }: { readonly load: LoadOptions; readonly basePaths: readonly string[] },
  host: Host,
): Promise<Result<Attribution>> {
  const loaded = await loadDescription(source, host, load);
  if (failed(loaded)) return loaded;
  return { value: new Attribution(new Api(loaded.value).operations, basePaths) };
}
