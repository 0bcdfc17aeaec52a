import type { Located } from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import { type Subject, subjectOf, subjectText, WHOLE } from "../model/subject.ts";

/** How a finding names what it is about: as an address, and as the text of it. */
interface AboutSubject {
  readonly address: Subject;
  readonly subject: string;
}

/** About a place of a description. */
export function aboutPlace(at: Located, description: Description): AboutSubject {
  const address = subjectOf(at, description);
  return { address, subject: subjectText(address) };
}

/** About a description as a whole, or several places of it. */
export const ABOUT_ALL: AboutSubject = { address: WHOLE, subject: subjectText(WHOLE) };
