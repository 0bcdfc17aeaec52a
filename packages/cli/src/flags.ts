/** The options that every judging command has. */
export interface CommonFlags {
  readonly failOn: "error" | "warn" | "never";
  readonly config?: string;
  readonly asOf?: string;
  readonly quiet?: boolean;
  readonly root?: string;
  readonly allowRemoteRef: readonly string[];
  readonly allowPrivateNetwork?: boolean;
}
