import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Megabytes of the space for new objects, in a process that has kept many times as many. */
function newSpaceAfter(code: string): number {
  const program = `
    import { getHeapSpaceStatistics } from "node:v8";
    import { tuneRuntime } from ${JSON.stringify(new URL("./runtime.ts", import.meta.url).href)};
    ${code}
    const kept = Array.from({ length: 1_000_000 }, (_, i) => [i]);
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    process.stdout.write(String(kept.length && space.space_size / 2 ** 20));`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" }));
}

test("the space for new objects has the same size from the start to the end", () => {
  expect(newSpaceAfter("tuneRuntime();")).toBe(16);
  expect(newSpaceAfter("")).toBeGreaterThan(16);
});
