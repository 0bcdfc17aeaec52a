import { isObject, jsonEqual } from "@concordat/containment/internal";
import { failed, inputFailure, type Result } from "./base/result.ts";
import type { Host } from "./host/host.ts";
import { locateInJson } from "./source/json-scan.ts";
import { parseText } from "./source/parse.ts";
import { pointerTree } from "./source/pointer-tree.ts";
import { locateInYaml } from "./source/yaml-scan.ts";

const POINTER = "/info/version";

/** Writes another `info.version` into a description, and changes nothing else; answers it. */
export async function writeVersion(path: string, version: string, host: Host): Promise<Result<string>> {
  const text = await host.readText(path);
  if (failed(text))
    return inputFailure("source-missing", `The version cannot be written. ${text.message}`, { file: path });
  const edited = withVersion(text.value, path, version);
  if (edited === undefined)
    return inputFailure("version-missing", "There is no plain `info.version` to write to.", { file: path });
  const written = await host.writeText(path, edited);
  return failed(written) ? inputFailure("output", written.message, { file: path }) : { value: version };
}

/** The text with another version; undefined where that cannot be done without touching anything else. */
function withVersion(text: string, name: string, version: string): string | undefined {
  const source = { uri: "", name, text };
  const parsed = parseText(source);
  if (parsed.data === undefined) return undefined;
  const wanted = pointerTree([POINTER]);
  const offset = (parsed.format === "json" ? locateInJson(text, wanted) : locateInYaml(text, wanted, parsed.data)).get(
    POINTER,
  );
  if (offset === undefined) return undefined;
  const line = text.slice(offset);
  const match = /^(["']?version["']?\s*:\s*)("[^"\n]*"|'[^'\n]*'|[^\s,#}"'][^\s,#}]*)/.exec(line);
  if (match === null) return undefined;
  const [whole, key = "", old = ""] = match;
  const quote = /^["']/.exec(old)?.[0] ?? "";
  const edited = `${text.slice(0, offset)}${key}${quote}${version}${quote}${line.slice(whole.length)}`;
  // The edit is right when the texts differ in this one value.
  const reread = parseText({ ...source, text: edited }).data;
  return isObject(parsed.data) &&
    jsonEqual({ ...parsed.data, info: { ...(parsed.data["info"] as object), version } }, textVersion(reread))
    ? edited
    : undefined;
}

/** YAML reads `1.0` as a number; a version is a text. */
function textVersion(data: unknown): unknown {
  if (!isObject(data) || !isObject(data["info"])) return data;
  return { ...data, info: { ...data["info"], version: String(data["info"]["version"]) } };
}
