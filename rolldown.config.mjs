import { readFileSync } from "node:fs";
import { defineConfig } from "rolldown";

const version = (folder) => JSON.parse(readFileSync(`packages/${folder}/package.json`, "utf8")).version;
const shared = {
  platform: "node",
  resolve: { conditionNames: ["@concordat/source", "import", "node", "default"] },
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
