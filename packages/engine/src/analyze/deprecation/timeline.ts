import { locate } from "@concordat/containment/internal";
import type { Problem } from "../../base/problem.ts";
import type { TimelineEntry } from "../../base/timeline.ts";
import type { Api } from "../../model/api.ts";
import { parseOperationName } from "../../model/operation-key.ts";
import { Successors } from "../../model/successors.ts";
import type { Deprecation, DeprecationKind, Place } from "./deprecation.ts";

/** What a part of a description is by the end of its pointer; the first that fits holds. */
const KINDS: readonly (readonly [RegExp, DeprecationKind])[] = [
  [/\/parameters\/[^/]+$/, "parameter"],
  [/\/headers\/[^/]+$/, "header"],
  [/\/content\/[^/]+$/, "media-type"],
  [/\/properties\/[^/]+$/, "property"],
  [/\/(?:enum|oneOf|anyOf)\/\d+$/, "enum-value"],
  [/^\/components\/securitySchemes\/[^/]+$/, "security-scheme"],
  [/^\/info$/, "version"],
];

function kindOf(pointer: string): DeprecationKind | undefined {
  return KINDS.find(([form]) => form.test(pointer))?.[1];
}

/** What the timeline of a description names by pointers, which the description itself need not deprecate. */
export function* timelinePlaces(api: Api): Generator<Place> {
  for (const { subject } of entriesOf(api)) {
    const kind = kindOf(subject);
    const at = kind && locate(api.root, pointerOf(subject));
    if (kind && at) yield { kind, at, name: pointerOf(subject) };
  }
}

/** What the timeline of a description says was removed, and the description no longer has. */
export function removedByTimeline(api: Api): Deprecation[] {
  const isThere = presence(api);
  return entriesOf(api).flatMap((entry) => {
    const { subject, announced = null, deprecated = announced, sunset = null, removed, replacement = null } = entry;
    if (removed === undefined || isThere(entry)) return [];
    const operation = parseOperationName(subject) ?? null;
    const kind = operation ? "operation" : (kindOf(subject) ?? "operation");
    const { stability = "stable", docs = null } = entry;
    const days = { announced, deprecated, sunset, removed };
    return [
      { subject: pointerOf(subject), kind, operation, ...days, stability, replacement, docs, source: "timeline" },
    ];
  });
}

/** What is wrong with the timeline of a description: it names what is not there, or contradicts what is said there. */
export function findTimelineFaults(api: Api, found: readonly (Deprecation & { readonly name: string })[]): Problem[] {
  const isThere = presence(api);
  const { timeline } = api.cursor.description;
  const unknown = entriesOf(api).filter((entry) => entry.removed === undefined && !isThere(entry));
  const stale = entriesOf(api).filter((entry) => entry.removed !== undefined && isThere(entry));
  return [
    ...unknown.map(({ subject, place }) => ({
      code: "timeline-subject-unknown",
      message: `The timeline names \`${subject}\`, which is not in the description. Correct the subject, or add the day on which it was \`removed\`.`,
      ...place,
    })),
    ...stale.map(({ subject, removed, place }) => ({
      code: "timeline-disagrees",
      message: `The timeline says that \`${subject}\` was removed on ${removed}, but the description still has it. Take \`removed\` out, or remove it.`,
      ...place,
    })),
    ...found.flatMap((each) => {
      const operation = each.kind === "operation" && each.operation ? each.name : undefined;
      const entry = timeline?.about(operation, each.subject);
      return (["deprecated", "sunset"] as const).flatMap((turn) => {
        const [said, noted] = [each[turn], entry?.[turn]];
        if (entry === undefined || noted === undefined || said === noted) return [];
        const message = `The timeline and the description disagree on \`${each.name}\`: \`${turn}\` is ${noted} in the timeline, and ${said} in the description, which counts. Correct one of them.`;
        return [{ code: "timeline-disagrees", message, ...entry.place }];
      });
    }),
  ];
}

/** Whether the description still has what an entry is about. */
function presence(api: Api): (entry: TimelineEntry) => boolean {
  const successors = new Successors(api.operations);
  return ({ subject }) =>
    successors.named(subject) !== undefined ||
    (subject.includes("/") && locate(api.root, pointerOf(subject)) !== undefined);
}

function entriesOf({ cursor }: Api): readonly TimelineEntry[] {
  return cursor.description.timeline?.entries ?? [];
}

function pointerOf(subject: string): string {
  return subject.replace(/^#/, "");
}
