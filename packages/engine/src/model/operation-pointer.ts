import { escapeToken, type Located } from "@concordat/containment/internal";
import type { OperationKey } from "./operation-key.ts";

/** An operation with all that it is found by in its description. */
export interface PlacedOperation extends OperationKey {
  readonly kind: "path" | "webhook" | "callback";
  readonly operationId: string | undefined;
  readonly item: Located;
  readonly at: Located;
}

/** The JSON Pointer of an operation in its description, whichever file its path item stands in. */
export function operationPointer({ kind, path, at, item }: PlacedOperation): string {
  return kind === "path" ? `/paths/${escapeToken(path)}${at.pointer.slice(item.pointer.length)}` : at.pointer;
}
