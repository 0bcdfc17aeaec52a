import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests run on the sources, as the packages' own condition names them.
  resolve: { conditions: ["@concordat/source"] },
  ssr: { resolve: { conditions: ["@concordat/source", "node", "default"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "test/**/*.test.ts"],
    setupFiles: ["./test/support/seed.ts"],
    testTimeout: 30_000,
    reporters: ["default", "./test/summary-reporter.ts"],
  },
});
