import { parentPort, workerData } from "node:worker_threads";
import { tuneRuntime } from "@concordat/engine/runtime";
import { keepCompiledCode } from "./compile-cache.ts";
import type { SharedWork } from "./session/contract-threads.ts";

// What `check` starts in other threads.
tuneRuntime({ compileAhead: keepCompiledCode(process.env, process.platform), threads: true });
const { judgeSharedContracts } = await import("./session/contract-thread.ts");
await judgeSharedContracts(workerData as SharedWork, process, (judged) =>
  parentPort?.postMessage(judged, [judged.result.buffer]),
);
