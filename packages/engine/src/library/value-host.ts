import { resolve } from "node:path";
import type { Host } from "../host/host.ts";

/** A description as a library is given it: where to read it, or what it says. */
export type DescriptionInput = string | Readonly<Record<string, unknown>>;

/** Descriptions that are all sources, and a host that can read them. */
export interface Readable {
  readonly host: Host;
  readonly sources: readonly string[];
}

/**
 * Gives descriptions that are plain data a source of their own, in the folder that relative references start from, which is
 * read like a file. Undefined where one of them cannot be written as JSON.
 * @param names how reports call those that are data
 */
export function readable(
  inputs: readonly DescriptionInput[],
  names: readonly string[],
  host: Host,
): Readable | undefined {
  const texts = new Map<string, string>();
  const sources: string[] = [];
  for (const [i, input] of inputs.entries()) {
    const source = typeof input === "string" ? input : `<${names[i]}>`;
    const text = typeof input === "string" ? undefined : jsonOf(input);
    if (typeof input !== "string" && text === undefined) return undefined;
    if (text !== undefined) texts.set(resolve(host.cwd, source), text);
    sources.push(source);
  }
  return { host: texts.size === 0 ? host : withTexts(host, texts), sources };
}

/** A value that leads back to itself, or holds what JSON has no word for, is none. */
function jsonOf(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function withTexts(host: Host, texts: ReadonlyMap<string, string>): Host {
  return {
    ...host,
    realPath: async (path) => (texts.has(path) ? path : host.realPath(path)),
    readBytes: async (path) => {
      const text = texts.get(path);
      return text === undefined ? host.readBytes(path) : { value: new TextEncoder().encode(text) };
    },
  };
}
