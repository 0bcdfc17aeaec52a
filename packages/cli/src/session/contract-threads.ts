import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import {
  bytesOfResult,
  type CheckOutcome,
  failed,
  judgeInTurn,
  type OpenCheck,
  type Outcome,
  type Result,
  resultOfBytes,
} from "@concordat/engine";
import type { ContractCheckRequest } from "./contract-check.ts";

/** Contracts for which it is worth to start one more thread. */
const CONTRACTS_PER_THREAD = 4;
/** Threads that judge at a time: each takes memory of its own. */
const MOST_THREADS = 4;

/** The program of the other threads, as it is built beside this one. */
const PROGRAM = new URL("./contract-thread.js", import.meta.url);

/** What another thread needs to open the same check, and the number of the next contract, which all threads take theirs from. */
export interface SharedWork {
  readonly request: ContractCheckRequest;
  /** The folder that the check stands in. */
  readonly cwd: string;
  readonly next: Int32Array;
}

/** What a thread sends of a contract: its number, and its result as bytes. */
export interface JudgedContract {
  readonly at: number;
  readonly result: Uint8Array<ArrayBuffer>;
}

/** Judges the contracts of a check on several threads, this one among them; what comes of it does not tell on how many. */
export async function judgeOnThreads(
  check: OpenCheck,
  request: ContractCheckRequest,
  cwd: string,
): Promise<Result<CheckOutcome>> {
  const { count, judge, join } = check;
  const threads = Math.min(MOST_THREADS, availableParallelism(), Math.floor(count / CONTRACTS_PER_THREAD));
  if (threads < 2) return judgeInTurn(check);
  const shared = { request, cwd, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
  // Bytes until nothing is judged any more: objects take twice as much, and the heap grows by more than what it holds.
  const results: Uint8Array[] = [];
  const others = await startThreads(threads - 1, shared, results);
  try {
    for (let at = takeNext(shared.next); at < count; at = takeNext(shared.next)) {
      const result = await judge(at);
      if (failed(result)) stop(shared.next, count);
      results[at] = bytesOfResult(result);
    }
  } finally {
    // Where this thread throws, the others have no more to do either.
    stop(shared.next, count);
  }
  const fault = (await Promise.all(others)).find((each) => each !== undefined);
  if (fault) throw fault.thrown;
  const outcomes = outcomesOf(results, count);
  return failed(outcomes) ? outcomes : { value: join(outcomes.value) };
}

/**
 * What came of all contracts, or the first failure among them: contracts are taken in order, so that all before it are judged.
 *
 * @throws where a thread ended without a word of a contract that it took
 */
export function outcomesOf(results: readonly (Uint8Array | undefined)[], count: number): Result<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < count; at++) {
    const bytes = results[at];
    if (bytes === undefined)
      throw new Error(`A thread of the check ended before it had judged contract ${at + 1} of ${count}.`);
    const result = resultOfBytes(bytes);
    if (failed(result)) return result;
    outcomes.push(result.value);
  }
  return { value: outcomes };
}

/** The number of the next contract to judge, for the one who asks. */
export function takeNext(next: Int32Array): number {
  return Atomics.add(next, 0, 1);
}

/** Leaves no more contracts to judge. */
export function stop(next: Int32Array, count: number): void {
  Atomics.store(next, 0, count);
}

async function startThreads(
  count: number,
  workerData: SharedWork,
  results: Uint8Array[],
): Promise<readonly Promise<Fault | undefined>[]> {
  const { Worker } = await import("node:worker_threads");
  return Array.from({ length: count }, () => ended(new Worker(PROGRAM, { workerData }), results));
}

/** What a thread threw. */
interface Fault {
  readonly thrown: unknown;
}

/** Keeps what a thread sends until it ends. */
function ended(worker: Worker, results: Uint8Array[]): Promise<Fault | undefined> {
  return new Promise((resolve) => {
    worker.on("message", ({ at, result }: JudgedContract) => {
      results[at] = result;
    });
    worker.on("error", (thrown) => resolve({ thrown }));
    worker.on("exit", (code) =>
      resolve(code === 0 ? undefined : { thrown: new Error(`A thread of the check ended with ${code}.`) }),
    );
  });
}
