import { isObject, own, showValue } from "@concordat/containment/internal";
import { daysBetween } from "../../base/date.ts";
import { type NoticeDays, noticeDaysFor } from "../../base/notice.ts";
import type { MetProblem } from "../../model/met-problem.ts";
import type { FoundDeprecation } from "./find-deprecations.ts";

/** What is asked of the time between a deprecation and its sunset. */
export interface NoticeTerms {
  /** The days that must lie between the two. */
  readonly noticeDays: NoticeDays;
  /** Whether a sunset without a known day of deprecation keeps no notice: so where the policy asks for one. */
  readonly datesRequired: boolean;
}

/** What is wrong with a deprecation: days that cannot be read or kept, and replacements that are not there. */
export function findDeprecationFaults(found: readonly FoundDeprecation[], terms: NoticeTerms): MetProblem[] {
  return found.flatMap((each) => [...dayFaults(each), ...orderFaults(each, terms), ...replacementFaults(each)]);
}

function* dayFaults({ name, days }: FoundDeprecation): Generator<MetProblem> {
  for (const { by, turn, at, value, day } of days) {
    if (day !== undefined) continue;
    if (turn === "announced" && isYes(value))
      yield {
        code: "deprecation-without-date",
        message: `\`${by}\` of \`${name}\` is ${showValue(value)}, which names no date. Write \`@\` and a second of Unix time (RFC 9745).`,
        at,
      };
    else
      yield {
        code: "date-unreadable",
        message: `\`${by}\` of \`${name}\` is ${showValue(value)}, which is not a date. Write a day such as \`2027-06-30\`.`,
        at,
      };
  }
}

/** What earlier drafts of RFC 9745 wrote in place of a date. */
function isYes(value: unknown): boolean {
  return value === true || value === "true" || value === "?1";
}

function* orderFaults(found: FoundDeprecation, terms: NoticeTerms): Generator<MetProblem> {
  const { name, deprecated, sunset, stability, at } = found;
  if (sunset === null) return;
  const noticeDays = noticeDaysFor(terms.noticeDays, stability);
  const place = found.days.find(({ turn, day }) => turn === "sunset" && day === sunset)?.at ?? at;
  if (deprecated === null) {
    if (terms.datesRequired && noticeDays > 0)
      yield {
        code: "notice-unknown",
        message: `\`${name}\` has its sunset on ${sunset}, but nothing says since when it is deprecated. The notice period is ${noticeDays} days: add \`x-deprecated-at\`, or an entry in the timeline.`,
        at: place,
      };
    return;
  }
  const notice = daysBetween(deprecated, sunset);
  if (notice < 0)
    yield {
      code: "sunset-before-deprecation",
      message: `\`${name}\` has its sunset on ${sunset}, before it is deprecated on ${deprecated}. Move the sunset to a later day.`,
      at: place,
    };
  else if (notice < noticeDays)
    yield {
      code: "notice-too-short",
      message: `\`${name}\` has its sunset on ${sunset}, ${notice} days after it is deprecated on ${deprecated}. The notice period is ${noticeDays} days: move the sunset to a later day.`,
      at: place,
    };
}

function* replacementFaults({ name, replacement, replacementExists, at }: FoundDeprecation): Generator<MetProblem> {
  if (replacementExists || replacement === null) return;
  const key = ["x-replaced-by", "x-replacement"].find(
    (each) => isObject(at.value) && own(at.value, each) !== undefined,
  );
  yield {
    code: "replacement-unknown",
    message: `\`${name}\` is replaced by \`${replacement}\`, which is not in the description. Correct the name, or write \`none\`.`,
    at: key === undefined ? at : { ...at, pointer: `${at.pointer}/${key}` },
  };
}
