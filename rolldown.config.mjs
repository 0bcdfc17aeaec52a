import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "rolldown";

const version = (folder) => JSON.parse(readFileSync(`packages/${folder}/package.json`, "utf8")).version;
const shared = {
  platform: "node",
  resolve: {
    conditionNames: ["@concordat/source", "import", "node", "default"],
    // Its other form asks for its parts at run time, when they are not there any more.
    alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js", "node-fetch": resolve("scripts/no-fetch.mjs") },
  },
};

export default defineConfig([
  {
    ...shared,
    input: { main: "packages/cli/src/main.ts" },
    transform: { define: { __CONCORDAT_VERSION__: JSON.stringify(version("cli")) } },
    output: {
      dir: "packages/cli/dist",
      format: "esm",
      minify: true,
      cleanDir: true,
      chunkFileNames: "[name]-[hash].js",
    },
  },
  {
    ...shared,
    input: { main: "packages/github-action/src/main.ts" },
    output: {
      dir: "packages/github-action/dist",
      format: "esm",
      minify: true,
      cleanDir: true,
      // A runner starts one file.
      codeSplitting: false,
    },
  },
]);
