/** Runs something for each number below a count, some of them at once. What it rejects with counts as false. */
export async function runAll(
  count: number,
  workers: number,
  run: (index: number) => Promise<boolean>,
): Promise<number> {
  let next = 0;
  let good = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (let index = next++; index < count; index = next++) if (await run(index).catch(() => false)) good++;
    }),
  );
  return good;
}

/** The value below which a share of some values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Microseconds of CPU that this process took for something. */
export async function cpuOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
