import { escapeToken, isObject, type Json, type Located, parsePointer } from "@concordat/containment/internal";
import type { Remark } from "../../exchange/exchange.ts";
import type { GapTarget, PactSide } from "../../kit/pact-targets.ts";
import type { Gap } from "./gaps.ts";
import { below, type Subject, type Target } from "./targets.ts";

/** The part of a message that gaps were found in. */
interface Part {
  readonly side: PactSide;
  readonly part: string;
  /** Where its example stands in the pact. */
  readonly place: Located;
}

/** Whether an example of a body is refused, as a whole or at a place in it. */
export function isRefusedBody({ kind, at }: Remark): boolean {
  return kind === "refused" && /^body(?:\/|$)/.test(at);
}

/** Gaps in a body that say more than what was remarked about its example. */
export function gapsBeside(remarks: readonly Remark[], gaps: readonly Gap[]): readonly Gap[] {
  const refused = remarks.filter(isRefusedBody).map(({ at, member }) => ({ at: at.slice("body".length), member }));
  const isSaid = ({ at, name }: Gap) =>
    refused.some((remark) =>
      remark.at === at
        ? remark.member === undefined || remark.member === name
        : name !== undefined && remark.at === `${at}/${escapeToken(name)}`,
    );
  return gaps.filter((gap) => !isSaid(gap));
}

/** Gaps as something that rules judge, each with the message that shows it. */
export function gapTargets(gaps: readonly Gap[], subject: Subject, { side, part, place }: Part): Target[] {
  return gaps.map((gap): Target => {
    const { at, keyword, name, declared, types, value, undecided, whole, sender, taker } = gap;
    // What the description says there is that of the sender of a response, and of the taker of a request.
    const schema = side === "response" ? sender : taker;
    const inPact = below(place, ...alike(place.value, parsePointer(at) ?? []), ...(name === undefined ? [] : [name]));
    const target: GapTarget = {
      ...subject.of(inPact, side, schema, part === "body" ? at : part),
      side,
      part,
      at,
      schema,
      keyword,
      name,
      declared,
      types,
      value,
      undecided,
      ...(whole !== undefined && { witness: witnessOf(whole, gap, side) }),
    };
    return { kind: "gap", target };
  });
}

function witnessOf(value: Json, { at, keyword, name }: Gap, side: PactSide): GapTarget["witness"] {
  const where = at === "" ? "The value" : `\`${at}\``;
  const by = keyword === "schema" ? "what is expected" : `\`${keyword}\``;
  const reason = `${where} is refused by ${by}${name === undefined ? "" : ` (\`${name}\`)`}.`;
  return side === "response"
    ? { value, acceptedBy: "head", refusedBy: "pact", reason }
    : { value, acceptedBy: "pact", refusedBy: "head", reason };
}

/** A way in a value that was made up, as one in the example: items stand for the first that the example has. */
function alike(example: unknown, tokens: readonly string[]): readonly string[] {
  let value = example;
  return tokens.map((token) => {
    const known = Array.isArray(value) && value[Number(token)] === undefined ? "0" : token;
    value = isObject(value) || Array.isArray(value) ? (value as Readonly<Record<string, unknown>>)[known] : undefined;
    return known;
  });
}
