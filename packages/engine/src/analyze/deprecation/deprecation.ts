import type { Located } from "@concordat/containment/internal";
import type { ApiOperation } from "../../model/api.ts";
import type { OperationKey } from "../../model/operation-key.ts";

/** What can be deprecated. */
export const DEPRECATION_KINDS = [
  "operation",
  "parameter",
  "header",
  "media-type",
  "property",
  "enum-value",
  "security-scheme",
  "version",
] as const;
export type DeprecationKind = (typeof DEPRECATION_KINDS)[number];

/** A place that is deprecated. */
export interface Place {
  readonly kind: DeprecationKind;
  readonly at: Located;
  /** What it is called in sentences: `GET /users`. */
  readonly name: string;
  readonly operation?: ApiOperation;
  /** Whether a name of what can replace it is known beside it. */
  readonly knows?: (name: string) => boolean;
}

/** Something that is on its way out: since when, until when, and what to use instead. Days are texts, `YYYY-MM-DD`. */
export interface Deprecation {
  /** JSON Pointer of what is deprecated; behind the file where that is not the description's own. */
  readonly subject: string;
  readonly kind: DeprecationKind;
  /** The operation that it is, or that alone has it. */
  readonly operation: OperationKey | null;
  /** The day on which consumers were told; null unless a timeline knows it. */
  readonly announced: string | null;
  /** The day since when it is deprecated. */
  readonly deprecated: string | null;
  /** The day after which it may stop working. */
  readonly sunset: string | null;
  /** The day on which it was removed; null unless a timeline knows it. */
  readonly removed: string | null;
  readonly stability: string;
  /** `METHOD /path` where it is an operation of the description, else the text that names it. */
  readonly replacement: string | null;
  /** Where consumers read more. */
  readonly docs: string | null;
  /** What says so, in the words of the description: `deprecated, x-sunset`. */
  readonly source: string;
}
