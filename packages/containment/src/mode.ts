/** How containment is asked for. */
export interface Mode {
  /**
   * `strict`: an open object on the left may hold any further property. `declared`: not under names that the right
   * side mentions there and the left does not, so that a new optional property breaks nobody.
   */
  readonly extras: "declared" | "strict";
  /** Who sends the value: readOnly properties are not part of requests, writeOnly properties not of responses. */
  readonly direction: "none" | "request" | "response";
  /** `ignore`: where the right side is closed, names that it declares nowhere at that place are stripped first. */
  readonly unknownProperties: "refuse" | "ignore";
}

/** Plain JSON Schema validation. */
export const STRICT: Mode = { extras: "strict", direction: "none", unknownProperties: "refuse" };
