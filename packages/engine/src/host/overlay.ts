import type { Host } from "./host.ts";

/** A host that answers for some files with other texts, by their real paths; all else is asked of the real one. */
export function overlayHost(host: Host, texts: ReadonlyMap<string, string>): Host {
  return {
    ...host,
    realPath: async (path) => (texts.has(path) ? path : host.realPath(path)),
    readText: async (path) => {
      const text = texts.get(path);
      return text === undefined ? host.readText(path) : { value: text };
    },
    readBytes: async (path) => {
      const text = texts.get(path);
      return text === undefined ? host.readBytes(path) : { value: new TextEncoder().encode(text) };
    },
  };
}
