export { isObject, type Json, type Located, own } from "@concordat/containment";
export { diffByKey, type KeyedDiff } from "../base/diff-by-key.ts";
export type { Audience, Direction, Impact, Reach, Severity } from "../finding/finding.ts";
export * from "../model/revision.ts";
export { isSuccess } from "../model/status.ts";
export * from "./describe.ts";
export * from "./lifecycle.ts";
export {
  type DiffCheck,
  type DiffRule,
  defineDiffCheck,
  defineSchemaCheck,
  type Hit,
  type HttpMessage,
  type HttpWitness,
  type SchemaCheck,
} from "./rule.ts";
export type * from "./targets.ts";
