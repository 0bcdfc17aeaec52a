export type { Attribution, Cell, OperationName, Totals } from "./cell.ts";
export { type ConsumerSource, FIELDS, type FieldName, type ReadOptions } from "./formats/format.ts";
export { LOG_FORMATS, readOptions } from "./formats/index.ts";
export { importUsage } from "./import.ts";
export type { ImportedSource, ImportRequest } from "./request.ts";
export type { UsageFailure, UsageProblem, UsageResult } from "./result.ts";
export type { StoreLocation } from "./store/port/location.ts";
export { type ConsumerDays, UsageReader } from "./store/reader.ts";
export type { MalformedRow } from "./tally.ts";
