import { type CallOptions, type Client, operation, type RawResult } from "../client.ts";
import type { OperationEntry } from "../entry.ts";
import type { RawInput } from "../request.ts";
import type { OperationShape, Style } from "../types.ts";

/** The function of an operation, whatever its types say. */
type PlainOperation = (client: Client<Style>, input?: RawInput, options?: CallOptions) => Promise<RawResult>;

/** Makes the function of an operation, for tests of what it does: what its types say is tested in types.test.ts. */
export function plainOperation(entry: Partial<OperationEntry> = {}): PlainOperation {
  const run = operation<OperationShape>({ name: "op", method: "GET", path: "/", ...entry });
  return run as unknown as PlainOperation;
}
