/** A static import of a part of Node: all of it, parts of it, or both; and as it is written in a chunk. */
const IMPORT = /^import (?:(?:\* as )?([\w$]+)(?:, | ))?(?:\{([^{}]*)\} )?(?:from )?"(node:[\w/]+)";$/gm;

/**
 * Has bundles take parts of Node by `process.getBuiltinModule`. A static import reads everything that a part exports, and much
 * of that is loaded when it is first read: streams, workers, key derivation; ten milliseconds that hardly any run has use for.
 */
export const builtins = {
  name: "builtins",
  renderChunk(code: string): string {
    return code.replace(IMPORT, (_, whole: string | undefined, named: string | undefined, name: string) => {
      const taken = `globalThis.process.getBuiltinModule("${name}")`;
      const lines = whole === undefined ? [] : [`const ${whole} = ${taken};`];
      if (named !== undefined) lines.push(`const {${named.replaceAll(" as ", ": ")}} = ${taken};`);
      return lines.join(" ");
    });
  },
};
