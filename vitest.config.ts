import { devNull } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests run on the sources, as the packages' own condition names them.
  resolve: { conditions: ["@concordat/source"] },
  ssr: { resolve: { conditions: ["@concordat/source", "node", "default"] } },
  test: {
    setupFiles: ["./test/support/seed.ts"],
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        // These share what they import, which takes longer to load than most of them to run.
        test: { name: "unit", include: ["packages/*/src/**/*.test.ts"], isolate: false },
      },
      { extends: true, test: { name: "whole", include: ["test/**/*.test.ts"] } },
    ],
    // Nothing of this machine's configuration leaks in.
    env: { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull },
    // What is built is loaded as it stands.
    server: { deps: { external: [/\/packages\/[\w-]+\/dist\//] } },
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: "100%",
    reporters: ["default", "./test/summary-reporter.ts"],
  },
});
