import { ENGINE, PACKAGES, PURE_MODULES, RIM, WORLDLY } from "./law.ts";

/** A setting of the linter for some files. */
interface Override {
  readonly includes: readonly string[];
  readonly linter: { readonly rules: { readonly style: Readonly<Record<string, unknown>> } };
}

const TESTS = "!**/*.test.ts";

/**
 * The import law as settings of the linter, so that an editor shows a breach where it is written. Of two that fit a file
 * the later holds alone, so each says all there is to say. That only types are named is left to the test.
 */
export function lintOverrides(): Override[] {
  return [
    ...Object.entries(PACKAGES).map(([name, { imports }]) => {
      const files = `packages/${name}/src/`;
      return restriction(
        [`${files}**`, TESTS],
        [...packagesBut(imports), ...(RIM.includes(files) ? [] : worldlyModules())],
      );
    }),
    // Rooms of a package that may touch the world, where the others must not.
    ...Object.entries(PACKAGES).flatMap(([name, { imports }]) =>
      RIM.filter((room) => room.startsWith(`packages/${name}/src/`) && room.endsWith("/") && name !== "engine")
        .filter((room) => room !== `packages/${name}/src/`)
        .map((room) => restriction([`${room}**`, TESTS], packagesBut(imports))),
    ),
    ...Object.entries(PACKAGES).map(([name, { imports, tests = [] }]) =>
      restriction([`packages/${name}/src/**/*.test.ts`], packagesBut([...imports, ...tests])),
    ),
    ...Object.entries(ENGINE).map(([name, { imports, types = [] }]) => partOverride(name, [...imports, ...types])),
    {
      includes: ["packages/*/src/**", TESTS, ...RIM.map((folder) => `!${folder}${folder.endsWith("/") ? "**" : ""}`)],
      linter: {
        rules: { style: { noRestrictedGlobals: { level: "error", options: { deniedGlobals: deniedGlobals() } } } },
      },
    },
  ];
}

function partOverride(name: string, allowed: readonly string[]): Override {
  const folder = `packages/engine/src/${name}/`;
  const steps = name.endsWith(".ts") && !name.includes("/") ? "./" : name === "analyze" ? "../../" : "../";
  const up = steps === "./" ? "./**" : "../**";
  return restriction(
    [folder.endsWith(".ts/") ? folder.slice(0, -1) : `${folder}**`, TESTS],
    [
      ...packagesBut(PACKAGES["engine"]?.imports ?? []),
      ...(RIM.includes(folder) ? [] : worldlyModules()),
      ...[up, ...allowed.map((part) => `!${steps}${part}${part.endsWith(".ts") ? "" : "/**"}`)],
    ],
  );
}

/** Our packages, by name or by path, but those allowed. */
function packagesBut(allowed: readonly string[]): string[] {
  return ["../**/src/**", "@concordat/**", ...allowed.map((id) => `!${id}`)];
}

function worldlyModules(): string[] {
  return ["node:*", ...PURE_MODULES.map((name) => `!${name}`)];
}

function restriction(includes: readonly string[], group: readonly string[]): Override {
  const message = "The import law does not let this part import that one: see test/architecture/law.ts.";
  const options = { patterns: [{ group, message }] };
  return { includes, linter: { rules: { style: { noRestrictedImports: { level: "error", options } } } } };
}

function deniedGlobals(): Record<string, string> {
  return Object.fromEntries(WORLDLY.map((name) => [name, "The world is touched by the host and the shells alone."]));
}
