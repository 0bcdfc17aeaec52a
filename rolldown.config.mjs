import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "rolldown";
import { builtins } from "./scripts/builtins.ts";
import { bundledPlugin } from "./scripts/bundled.ts";
import { compiledSchemas } from "./scripts/compiled-schemas.ts";
import { pageTemplate } from "./scripts/page-template.ts";
import { typesPlugin } from "./scripts/published-types.ts";

const manifest = (folder) => JSON.parse(readFileSync(`packages/${folder}/package.json`, "utf8"));
/** JSONPath code is made from the source of a function, which minifying changes: what it would have been is written in. */
const jsonPathFallback = {
  name: "json-path-fallback",
  transform(code, id) {
    if (!/nimma.*codegen.fallback\.m?js$/.test(id)) return null;
    const source = `(input, path, fn) {
  this.JSONPath({
    callback: (result) => { fn({ path: this.toPath(result.path.slice(1)), value: result.value }); },
    json: input, path, resultType: "all",
  });
}`;
    const changed = code.replace("Reflect.apply(Function.toString, fn, [])", JSON.stringify(source));
    if (changed === code) throw new Error("nimma has changed: see jsonPathFallback in rolldown.config.mjs");
    return changed;
  },
};

/** What TypeScript is told of the ruleset: what Spectral needs to know, and none of our types. */
const rulesetTypes = {
  name: "ruleset-types",
  generateBundle() {
    const source = `/** The lint rules of Concordat as a ruleset of Spectral. */
declare const ruleset: { readonly rules: Readonly<Record<string, object>> };
export default ruleset;
`;
    this.emitFile({ type: "asset", fileName: "spectral.d.ts", source });
  },
};

/** The JSON Schemas of files and answers, for editors and programs beside an installed command line. */
const schemaFiles = {
  name: "schema-files",
  generateBundle() {
    const folder = "docs/schemas";
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".schema.json")))
      this.emitFile({ type: "asset", fileName: `schemas/${name}`, source: readFileSync(`${folder}/${name}`, "utf8") });
  },
};

/** Parts of Node that packages ask for and that nothing here has use for; each takes about a tenth of a small run to load. */
const UNUSED = [
  { part: "node:child_process", by: /node_modules[\\/]commander[\\/]lib/, instead: resolve("scripts/no-programs.mjs") },
  { part: "node:fs/promises", by: /@hyperjump[\\/]browser[\\/]lib/, instead: resolve("scripts/no-files.mjs") },
];
const unusedParts = {
  name: "unused-parts",
  resolveId: (id, importer) => UNUSED.find(({ part, by }) => part === id && by.test(importer))?.instead ?? null,
};

const shared = {
  plugins: [jsonPathFallback, builtins, compiledSchemas, pageTemplate, unusedParts],
  platform: "node",
  resolve: {
    conditionNames: ["@concordat/source", "import", "node", "default"],
    alias: {
      // Its other form asks for its parts at run time, when they are not there any more.
      "jsonc-parser": "jsonc-parser/lib/esm/main.js",
      "node-fetch": resolve("scripts/no-fetch.mjs"),
      "@hyperjump/uri": resolve("scripts/plain-iris.mjs"),
    },
  },
};

export default defineConfig([
  {
    ...shared,
    plugins: [...shared.plugins, bundledPlugin(manifest("cli")), schemaFiles],
    // The second is what the first runs, for tests that need no process; the third runs in a process of its own, the fourth in
    // threads.
    input: {
      main: "packages/cli/src/main.ts",
      cli: "packages/cli/src/cli.ts",
      "pact-verifier": "packages/pact/src/world/verifier-process.ts",
      "contract-thread": "packages/cli/src/contract-thread.ts",
    },
    // They bring a database and a TypeScript, and are installed by those who want them.
    external: ["@concordat/usage", "@concordat/client-typescript", "@concordat/codemod"],
    transform: { define: { __CONCORDAT_VERSION__: JSON.stringify(manifest("cli").version) } },
    output: {
      dir: "packages/cli/dist",
      format: "esm",
      minify: true,
      // Spectral names functions in what it says.
      keepNames: true,
      cleanDir: true,
      chunkFileNames: "[name]-[hash].js",
      // Modules with all that they import statically, each in the first chunk that fits: one file is read faster than forty.
      codeSplitting: {
        groups: [
          { name: "start", test: /packages[\\/]cli[\\/]src[\\/]cli\.ts$/ },
          { name: "rules", test: /packages[\\/]rules[\\/]src[\\/]index\.ts$/ },
          {
            name: "judging",
            // What every judging command needs; the page and threads, which few ask for, load apart.
            test: /packages[\\/](?:cli[\\/]src[\\/](?:session[\\/](?:open|compared|problems)|output[\\/](?:write|progress|formats))\.ts$|engine[\\/]src[\\/]report[\\/]stylish)/,
          },
        ],
      },
    },
  },
  {
    ...shared,
    plugins: [...shared.plugins, bundledPlugin(manifest("github-action"))],
    input: { main: "packages/github-action/src/main.ts" },
    output: {
      dir: "packages/github-action/dist",
      format: "esm",
      minify: true,
      // Spectral names functions in what it says.
      keepNames: true,
      cleanDir: true,
      // A runner starts one file.
      codeSplitting: false,
    },
  },
  {
    ...shared,
    plugins: [...shared.plugins, bundledPlugin(manifest("rules")), rulesetTypes],
    input: { spectral: "packages/rules/src/spectral.ts" },
    output: {
      dir: "packages/rules/dist/bundle",
      format: "esm",
      minify: true,
      cleanDir: true,
      codeSplitting: false,
    },
  },
  {
    ...shared,
    plugins: [
      ...shared.plugins,
      bundledPlugin(manifest("engine")),
      typesPlugin(["library", "kit", "testing"].map((part) => `packages/engine/dist/${part}/index.d.ts`)),
    ],
    input: {
      index: "packages/engine/src/library/index.ts",
      kit: "packages/engine/src/kit/index.ts",
      testing: "packages/engine/src/testing/index.ts",
    },
    output: {
      dir: "packages/engine/dist/bundle",
      format: "esm",
      // Spectral names functions in what it says.
      keepNames: true,
      cleanDir: true,
      chunkFileNames: "[name]-[hash].js",
    },
  },
  {
    ...shared,
    plugins: [
      ...shared.plugins,
      bundledPlugin(manifest("rules"), [manifest("engine")]),
      typesPlugin(["packages/rules/dist/index.d.ts"], ["@concordat/engine"]),
    ],
    input: { index: "packages/rules/src/index.ts" },
    // Rules and the engine that runs them must have one kit.
    external: /^@concordat\/engine/,
    output: { dir: "packages/rules/dist/catalogue", format: "esm", cleanDir: true, codeSplitting: false },
  },
]);
