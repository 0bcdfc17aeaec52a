import { bytesOfResult, failed } from "@concordat/engine";
import type { Process } from "../io.ts";
import { openContractCheck } from "./contract-check.ts";
import { type JudgedContract, type SharedWork, stop, takeNext } from "./contract-threads.ts";

/** Judges contracts of a check that another thread has opened, until none is left; sends what comes of each. */
export async function judgeSharedContracts(
  { request, cwd, next }: SharedWork,
  { env }: Pick<Process, "env">,
  send: (judged: JudgedContract) => void,
): Promise<void> {
  const opened = await openContractCheck(request, { env, cwd: () => cwd });
  const check = failed(opened) ? opened : await opened.value.open();
  if (failed(check)) throw new Error(check.problems.map(({ message }) => message).join("\n"));
  const { count, judge } = check.value;
  for (let at = takeNext(next); at < count; at = takeNext(next)) {
    const result = await judge(at);
    if (failed(result)) stop(next, count);
    send({ at, result: bytesOfResult(result) });
  }
}
