/** The run-time of generated clients: calls that are sent again only where their contract makes that safe. */
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type Operation,
  operation,
} from "./client.ts";
export type {
  BodyEntry,
  DeprecationEntry,
  EncodingEntry,
  OperationEntry,
  PagingEntry,
  ParameterEntry,
  SecurityEntry,
} from "./entry.ts";
export {
  CallError,
  type CallFailure,
  ClientError,
  type Problem,
  StatusError,
  UnexpectedResponseError,
  ValidationError,
} from "./errors.ts";
export { type Fetch, type FetchOptions, isDegraded, reliableFetch } from "./fetch.ts";
export type {
  CircuitChange,
  Deprecation,
  Hooks,
  JudgedMessage,
  ObservedExchange,
  Retry,
  TryEnd,
  TryStart,
} from "./hooks.ts";
export { pages } from "./pages.ts";
export { type RecordingOptions, recordings } from "./recordings.ts";
export type { CommonOptions, Consumer, Credential, HedgeOptions, PolicyOptions, RetryOptions } from "./settings.ts";
export { StaleCache, type StaleOptions } from "./stale.ts";
export { type OpenTelemetry, telemetry } from "./telemetry.ts";
export type {
  Binary,
  Data,
  DeclaredError,
  ErrorStatus,
  Failed,
  Failure,
  Input,
  OperationShape,
  Payload,
  Readable,
  Result,
  ServerSentEvent,
  Style,
  Success,
  Writable,
} from "./types.ts";
export { type Validate, type Validation, type ValidationMode, validation } from "./validation.ts";
export type {
  ArrayRow,
  BodyRow,
  ClauseRow,
  Content,
  HeaderRow,
  NumberRow,
  ObjectRow,
  OperationRow,
  ParameterRow,
  ResponseRow,
  SchemaIndex,
  SchemaRow,
  StringRow,
  ValidatorTable,
} from "./validators/table.ts";
export type { Unchecked, Violation } from "./validators/verdict.ts";
export type { World } from "./world.ts";
