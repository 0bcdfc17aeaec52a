import type { Json, Located } from "@concordat/containment/internal";
import { type Remark, unclear } from "../../exchange/exchange.ts";
import { judgeResponse } from "../../exchange/judge.ts";
import { closestRange, normaliseRange } from "../../model/media-range.ts";
import type { HttpInteraction, PactBody } from "../../model/pact.ts";
import type { Operation, Response } from "../../model/revision.ts";
import { responseFor } from "../../model/status.ts";
import { bodySchema } from "./body-schema.ts";
import { exampleResponse } from "./example.ts";
import { gapsBeside, gapTargets, isRefusedBody } from "./gap-targets.ts";
import { headerGaps } from "./header-gaps.ts";
import {
  isOfBody,
  type Judges,
  markTargets,
  nameOf,
  remarkTarget,
  textMatchers,
  unreadMatchers,
} from "./judge-request.ts";
import { isKnownHeader } from "./known-headers.ts";
import { below, memberIn, type Subject, type Target } from "./targets.ts";

/** Judges the response of an interaction: its example, and what the provider may send that the consumer cannot handle. */
export async function judgePactResponse(
  subject: Subject,
  interaction: HttpInteraction,
  operation: Operation,
  judges: Judges,
): Promise<Target[]> {
  const { response } = interaction;
  const example = exampleResponse(response);
  const described = responseFor(operation.responses, example.status);
  const raw = [...judgeResponse(operation, example, judges.values)].filter(
    ({ at, isMissing }) =>
      // What a consumer does not say, it does not rely on.
      !isMissing && !(response.body.kind === "binary" && at.startsWith("body")),
  );
  const { body } = response;
  const schema =
    body.kind === "json" && described
      ? closestRange(described.content, normaliseRange(body.contentType))?.schema
      : undefined;
  const remarks: Remark[] = [];
  for (const remark of raw) {
    const isBody = body.kind === "json" && schema !== undefined && isRefusedBody(remark);
    remarks.push(...(isBody ? await inPart(remark, body.value, schema, judges) : [remark]));
  }
  const found = remarks.map((remark) => remarkTarget(remark, subject, response, "response"));
  if (described === undefined) return found;
  const refusedHeaders = remarks.flatMap(({ at }) => (at.startsWith("header.") ? [at.slice("header.".length)] : []));
  found.push(
    ...undeclaredHeaders(subject, interaction, described),
    ...(await headerGaps(subject, interaction, described, refusedHeaders, judges.gaps)),
  );
  if (body.kind === "binary")
    found.push(unread(subject, body, "response", `Bodies in \`${body.contentType}\` are not read.`));
  if (body.kind === "text" && response.rules.body.length > 0 && !remarks.some(isOfBody))
    found.push(unread(subject, body, "response", textMatchers(body)));
  if (body.kind !== "json") return found;
  if (schema === undefined) {
    // An undescribed body or media type was reported already.
    if (remarks.length === 0) found.push(unread(subject, body, "response", "The description gives it no schema."));
    return found;
  }
  found.push(...(await judgeReliance(subject, { body, rules: response.rules.body, schema, remarks }, judges)));
  return found;
}

/**
 * What is left of a remark about an example once it is read as a part: a consumer says what it uses, and a response may have
 * more than that (Pact specification, version 2, "Unexpected keys").
 */
export async function inPart(remark: Remark, example: Json, schema: Located, { gaps }: Judges): Promise<Remark[]> {
  if (remark.kind !== "refused") return [remark];
  const part = bodySchema(example, [], [], { kind: "sent", open: true });
  const isPart = await gaps.meet(schema, part, "response");
  if (isPart === undefined) return [unclear(remark.at, "It is unknown whether a response can have all of it.")];
  return isPart ? [] : [remark];
}

/** A body that a consumer relies on, and the schema of what the provider may send. */
interface Reliance {
  readonly body: Extract<PactBody, { readonly kind: "json" }>;
  readonly rules: HttpInteraction["response"]["rules"]["body"];
  readonly schema: Located;
  /** What is said of its example. */
  readonly remarks: readonly Remark[];
}

/** What of a body the provider may send otherwise than the consumer can handle, and what it is discouraged to rely on. */
export async function judgeReliance(
  subject: Subject,
  { body, rules, schema, remarks }: Reliance,
  judges: Judges,
): Promise<Target[]> {
  const taken = bodySchema(body.value, rules, [], { kind: "handled", open: true });
  const question = { sent: schema, taken, forms: { sent: "json", taken: "json" }, direction: "response" } as const;
  const gaps = gapsBeside(remarks, await judges.gaps.find(question));
  return [
    ...gapTargets(gaps, subject, { side: "response", part: "body", place: body.at }),
    ...unreadMatchers(taken.unread, subject, "response", body),
    ...markTargets(subject, "response", body, schema, judges),
  ];
}

/** Headers that a consumer expects and the description does not speak of. */
function* undeclaredHeaders(subject: Subject, { response }: HttpInteraction, described: Response): Generator<Target> {
  for (const name of response.headers.keys()) {
    if (isKnownHeader(name) || described.headers.some((header) => header.name.toLowerCase() === name)) continue;
    const place = below(response.at, "headers", memberIn(below(response.at, "headers"), name));
    yield {
      kind: "remark",
      target: {
        ...subject.of(place, "response", described.at, `header.${name}`),
        side: "response",
        part: "header",
        name,
        at: "",
        member: undefined,
        fault: "undeclared",
        reason: "The response declares no such header.",
      },
    };
  }
}

function unread(subject: Subject, body: PactBody, side: "request" | "response", reason: string): Target {
  const place = "at" in body ? body.at : subject.interaction.at;
  return { kind: "unchecked", target: { ...subject.of(place, side), what: nameOf(side, "body"), reason } };
}
