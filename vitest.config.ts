import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests run on the sources, as the packages' own condition names them.
  resolve: { conditions: ["@concordat/source"] },
  ssr: { resolve: { conditions: ["@concordat/source", "node", "default"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "test/**/*.test.ts"],
    setupFiles: ["./test/support/seed.ts"],
    testTimeout: 30_000,
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: "100%",
    reporters: ["default", "./test/summary-reporter.ts"],
  },
});
