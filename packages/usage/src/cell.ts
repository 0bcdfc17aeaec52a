/** An operation, as the description writes it. */
export interface OperationName {
  readonly method: string;
  readonly path: string;
}

/** Calls of one operation by one consumer on one day. */
export interface Cell extends OperationName {
  /** Null: nobody knows who. */
  readonly consumer: string | null;
  /** `YYYY-MM-DD`, in UTC. */
  readonly day: string;
  readonly calls: number;
  /** Those of them that were answered by a status from 500 to 599. */
  readonly errors: number;
}

/** What became of the rows of sources: `rows` is `matched` and `unmatched` and `malformed`. */
export interface Totals {
  readonly rows: number;
  /** Calls of an operation of the description; the calls of all cells. */
  readonly matched: number;
  readonly unmatched: number;
  readonly malformed: number;
  /** Matched calls without a consumer. */
  readonly anonymous: number;
}

/** Tells which operation a call counts for: an index, or -1 for none. */
export interface Attribution {
  readonly operations: readonly OperationName[];
  ofTarget(method: string, target: string): number;
  ofTemplate(method: string, template: string): number;
  /** Whether a target goes by its path alone: then segments that are neither of the following may stand for each other. */
  readonly goesByPath: boolean;
  /** Texts of segments that are written out. */
  readonly literals: readonly string[];
  /** Texts of which one is in each segment that is partly written out. */
  readonly partials: readonly string[];
}
