import { compareBy } from "../base/order.ts";
import type { Subject, SubjectStep } from "../model/subject.ts";
import type { Ruling } from "../policy/ruling.ts";
import { inlineCode } from "./escape.ts";

/** Rulings about one resource. */
export interface ResourceGroup {
  /** Markdown. */
  readonly title: string;
  readonly rulings: readonly Ruling[];
}

/** Segments at the front of paths that name no resource: versions, and words for an API as such. */
const FRONT = /^(?:api|rest|public|v?\d+(?:[.-]\d+)*(?:[-.]?(?:alpha|beta|rc)\d*)?|v\d\w*)$/i;

/** Parts of a description that are about all resources alike. */
const OF_ALL: ReadonlySet<SubjectStep | undefined> = new Set(["servers", "security", "info", "tags"]);

/** Groups rulings by the resource that they are about, by name; then what reaches several, and what reaches none. */
export function groupByResource(rulings: readonly Ruling[]): ResourceGroup[] {
  const groups = Map.groupBy(rulings, (ruling) => {
    const [first, ...more] = resourcesOf(ruling);
    return first === undefined ? "whole" : more.length > 0 ? "several" : `of ${first}`;
  });
  return [...groups]
    .toSorted(
      compareBy(
        ([key]) => ["several", "whole"].indexOf(key),
        ([key]) => key,
      ),
    )
    .map(([key, those]) => ({ title: titleOf(key), rulings: those }));
}

function titleOf(key: string): string {
  if (key === "whole") return "The API as a whole";
  if (key === "several") return "Several resources";
  return key === "of webhooks" ? "Webhooks" : inlineCode(key.slice("of ".length));
}

/** The resources that a ruling reaches, each once: the first segment of a path that is a name. */
function resourcesOf({ operations, address }: Ruling): readonly string[] {
  if (address?.file === undefined && OF_ALL.has(address?.steps[0])) return [];
  const paths = operations.length > 0 ? operations.map(({ path }) => path) : pathOf(address);
  return [...new Set(paths.map(resourceOf))];
}

function pathOf(address: Subject | undefined): readonly string[] {
  const [kind, name] = address?.steps ?? [];
  return typeof name === "string" && (kind === "paths" || kind === "webhooks") ? [name] : [];
}

function resourceOf(path: string): string {
  // Webhooks go by a name, and calls back by an expression.
  if (!path.startsWith("/")) return "webhooks";
  const named = path
    .split("/")
    .map((segment) => segment.replace(/[?#].*$|:[A-Za-z][\w-]*$/, ""))
    .find((segment) => segment !== "" && !segment.includes("{") && !FRONT.test(segment));
  return `/${named ?? ""}`;
}
