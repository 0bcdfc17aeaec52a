import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { object } from "../base/forms.ts";
import { pathFrom } from "../base/paths.ts";
import { failed, hostFailure, inputFailure, type Result } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import type { Scan } from "../model/scan.ts";
import { scanEntries } from "../model/scan-form.ts";
import { readWritten } from "./written-document.ts";

const SCAN = {
  form: object("A scan of a consumer's sources.", scanEntries),
  what: "a scan of a consumer's code",
  command: "concordat client usage --spec SPEC --format json",
};

/** Reads a scan by its absolute path: what `client usage --format json` answers about one description. */
export async function readScan(path: string, host: Host): Promise<Result<Scan>> {
  const name = pathFrom(host.cwd, path) || basename(path);
  const text = await host.readText(path);
  if (failed(text)) return hostFailure(text, "scan-missing", `The scan \`${name}\` cannot be read. ${text.message}`);
  return readScanText(text.value, { path, name });
}

/**
 * The scan in a text.
 *
 * @param at the absolute path that it has, and how people name it; the consumer is called as its folder where the scan does not
 *   name one
 */
export function readScanText(
  text: string,
  { path, name }: { readonly path: string; readonly name: string },
): Result<Scan> {
  const { href: uri } = pathToFileURL(path);
  const checked = readWritten({ uri, name, text }, SCAN);
  if (failed(checked)) return checked;
  const { consumer = basename(dirname(path)), clients } = checked.value;
  const [client, ...others] = clients;
  if (client === undefined || others.length > 0)
    return inputFailure(
      "scan-of-several",
      `The scan \`${name}\` is about ${clients.length} descriptions. Make one of a single description: \`concordat client usage --spec SPEC --format json\`.`,
      { file: name },
    );
  const { used, unused, unresolved } = client;
  return { value: { consumer, uri, used, unused, unresolved } };
}
