/** What part of an API a rule of the diff family is about. */
export type Area =
  | "body"
  | "callback"
  | "header"
  | "link"
  | "media-type"
  | "operation"
  | "parameter"
  | "part"
  | "property"
  | "schema"
  | "security"
  | "server"
  | "status"
  | "tag"
  | "webhook";

/** What can happen to what a rule is about; the id of a rule ends with it. */
export const ACTIONS = [
  "added",
  "became-optional",
  "became-required",
  "changed",
  "deprecated",
  "lowered",
  "moved",
  "narrowed",
  "raised",
  "reactivated",
  "removed",
  "renamed",
  "unreadable",
  "widened",
  "without-values",
] as const;

/** What happened to it. */
export type Action = (typeof ACTIONS)[number];

/** What a rule of the diff family is about, as data: policy and reports ask this, and never the id. */
export interface About {
  readonly area: Area;
  /** Which side of it: `existence` where it is there or not, a facet of a schema, ... */
  readonly aspect: string;
  readonly action: Action;
}

/** Presets from the smallest: each hears what those before it hear. */
export type PresetName = "core" | "recommended" | "strict";

/** Since which version a rule exists, and from which preset on it is active. */
export interface Introduced {
  /** The smallest preset in which it is active; by default `core` for changes and `recommended` for lint rules. */
  readonly preset?: PresetName;
  /** The release that brought it: the first one where nothing is said, `next` until the one that comes. */
  readonly since?: string;
}

/** Names the change that a rule tells, whoever sends it: the same for a rule about requests and its twin about responses. */
export function changeOf({ area, aspect, action }: About): string {
  return `${area} ${aspect} ${action}`;
}

/** Names what a rule is about, also whether values were lost or gained. */
export function matterOf(about: About): string {
  const { area, aspect, action } = about;
  return action === "narrowed" || action === "widened" ? `${area} ${aspect}` : changeOf(about);
}

/** Whether a rule tells that something is to end: it was deprecated, or its sunset has another date. */
export function announcesEnd({ action, aspect }: About): boolean {
  return action === "deprecated" || aspect === "sunset";
}
