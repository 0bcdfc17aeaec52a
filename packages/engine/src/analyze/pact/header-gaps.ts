import type { HttpInteraction } from "../../model/pact.ts";
import type { Header, Response } from "../../model/revision.ts";
import { gapTargets } from "./gap-targets.ts";
import type { Gap, GapFinder } from "./gaps.ts";
import { typeOf } from "./parameter-gaps.ts";
import { below, memberIn, type Subject, type Target } from "./targets.ts";
import { textSchema } from "./text-schema.ts";

/**
 * Headers of a response that the provider may leave out, or send otherwise than the consumer can handle.
 *
 * @param refused names of headers of which the example was refused already
 */
export async function headerGaps(
  subject: Subject,
  { response }: HttpInteraction,
  described: Response,
  refused: readonly string[],
  gaps: GapFinder,
): Promise<Target[]> {
  const found: Target[] = [];
  for (const header of described.headers) {
    const name = header.name.toLowerCase();
    const [example] = response.headers.get(name) ?? [];
    if (example === undefined || refused.includes(header.name)) continue;
    const place = below(response.at, "headers", memberIn(below(response.at, "headers"), name));
    const part = { side: "response", part: `header.${header.name}`, place } as const;
    if (!header.required) found.push(...gapTargets([leftOut(header)], subject, part));
    const rule = response.rules.header.get(name);
    const { kind, schema } = header.serialisation;
    if (rule === undefined || schema === undefined) continue;
    const type = typeOf(schema, gaps);
    const taken = textSchema({ example, rule, generator: undefined }, { kind: "handled", open: true });
    if (kind === "content" || type === "array" || type === "object" || taken.unread.length > 0) {
      const reason = "Its matchers are not read.";
      const what = `${part.part} of the response`;
      found.push({
        kind: "unchecked",
        target: { ...subject.of(place, "response", header.at, part.part), what, reason },
      });
      continue;
    }
    const question = { sent: schema, taken, forms: { sent: "wire", taken: "wire" }, direction: "response" } as const;
    found.push(...gapTargets(await gaps.find(question), subject, part));
  }
  return found;
}

/** The gap that a header may be absent; it takes no value to show that. */
function leftOut({ name, at }: Header): Gap {
  return {
    ...{ at: "", keyword: "required", name, declared: "declared", types: [] },
    ...{ value: undefined, undecided: undefined, whole: undefined, sender: at, taker: at },
  };
}
