import { setTimeout as sleep } from "node:timers/promises";
import { toolFailure, type UsageFailure } from "../../result.ts";

/** How long an importer waits for another, and how often it looks. */
const WAIT = { limit: 10_000, step: 100 };

/** Tries again and again, until there is an answer or another has held the store for too long. */
export async function whenFree<T>(name: string, attempt: () => Promise<T | undefined>): Promise<T | UsageFailure> {
  for (let waited = 0; ; waited += WAIT.step) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
    if (waited >= WAIT.limit) return busy(name);
    await sleep(WAIT.step);
  }
}

function busy(name: string): UsageFailure {
  const message = `The usage store \`${name}\` is in use by another process, which did not end within ${WAIT.limit / 1000} seconds. Try again when it has.`;
  return toolFailure("store-busy", message);
}
