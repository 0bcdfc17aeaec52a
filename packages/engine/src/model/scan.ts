import { type OperationKey, operationShape } from "./operation-key.ts";

/** A place in a source, from 1. */
export interface CallSite {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a call site gives to an operation, as it is written out there. */
export interface SentParts {
  /** The parameters that it gives, by place and name: `query.limit`. */
  readonly parameters: readonly string[];
  /** Whether these are all. */
  readonly isWhole: boolean;
  /** The body, as far as it is written out; values that are not stand as empty objects. */
  readonly body?: unknown;
}

/** A place that uses an operation. */
export interface UsedSite extends CallSite {
  /** Absent where it is not called here. */
  readonly sends?: SentParts;
}

/** An operation that sources use, and where. */
export interface UsedOperation extends OperationKey {
  /** The name of its function in the generated client. */
  readonly function: string;
  readonly sites: readonly UsedSite[];
}

/** A place that uses an API, or may, where it cannot be told which operation. */
export interface UnresolvedUse extends CallSite {
  readonly reason: string;
}

/** What sources use of one description, as far as that can be told. */
export interface ScannedUse {
  readonly spec: string;
  /** How many operations the description has. */
  readonly operations: number;
  readonly files: number;
  readonly used: readonly UsedOperation[];
  /** The operations of which no use was found. */
  readonly unused: readonly OperationKey[];
  readonly unresolved: readonly UnresolvedUse[];
}

/** A scan of a consumer's sources: evidence of the operations that it uses. */
export interface Scan extends Pick<ScannedUse, "used" | "unused" | "unresolved"> {
  readonly consumer: string;
  /** The file that it is in. */
  readonly uri: string;
}

/** What a scan knows of one operation. */
export type ScanAnswer =
  | { readonly kind: "used"; readonly sites: readonly UsedSite[] }
  | { readonly kind: "unused" }
  /** Places could not be read, or the scan was made for a description without the operation. */
  | { readonly kind: "unknown" };

/** What a scan says of an operation. That it is not used is believed only where all places could be read. */
export function askScan({ used, unused, unresolved }: Scan, asked: OperationKey): ScanAnswer {
  const isAsked = (each: OperationKey) => operationShape(each) === operationShape(asked);
  const found = used.filter(isAsked);
  if (found.length > 0) return { kind: "used", sites: found.flatMap(({ sites }) => sites) };
  return { kind: unresolved.length === 0 && unused.some(isAsked) ? "unused" : "unknown" };
}

/** Where a use is. */
export function placeOfSite({ file, line, column }: CallSite): CallSite {
  return { file, line, column };
}

/** How a call site is named in sentences: `src/orders.ts:12`. */
export function siteName({ file, line }: CallSite): string {
  return `${file}:${line}`;
}
