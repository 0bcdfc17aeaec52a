import { defineConfig } from "vitest/config";

/** Runs the contract tests of the sample consumers, as their teams would; `concordat pact test` starts it. */
export default defineConfig({
  test: { root: import.meta.dirname, include: ["*.contract.ts"], fileParallelism: false },
});
