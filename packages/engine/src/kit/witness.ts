import type { BodyWish, RequestWish } from "../exchange/make.ts";
import { statusesOf } from "../exchange/samples.ts";
import type { Direction, Reach } from "../finding/finding.ts";
import type { Header, OperationRef, Parameter } from "../model/revision.ts";
import type { OperationPair, Pair } from "./targets.ts";

/** What is to be a request that shows a break. */
export interface ShownRequest extends Omit<RequestWish, "parameter" | "least"> {
  /** A parameter that it has, with a value that shows how each side writes it. */
  readonly parameter?: Pair<Parameter>;
  /** The status of the response that is asked for. */
  readonly status?: string;
}

/**
 * A message that is to show a break. It is made from what one side describes, and tried on both sides before the finding
 * is kept: one side accepts it, and the other refuses it at one of the places named in `at` (see `Remark`).
 */
export type Trial =
  /** A request of base that leads to no operation of head. */
  | { readonly kind: "lost"; readonly ref: OperationRef; readonly server?: string }
  /** A call that base makes, and head does not. */
  | { readonly kind: "unsent"; readonly ref: OperationRef }
  | {
      readonly kind: "request";
      readonly pair: OperationPair;
      readonly at: readonly string[];
      /** The first that shows it is taken. */
      readonly wishes: readonly ShownRequest[];
    }
  | {
      readonly kind: "response";
      readonly pair: OperationPair;
      readonly at: readonly string[];
      /** Of a response of the side that accepts it: `200`, `2XX` or `default`. */
      readonly status: string;
      readonly bodies: readonly BodyWish[];
      /** A header that it has, with a value that shows how each side writes it. */
      readonly header?: Pair<Header>;
    };

/** A trial, and why the message is refused. */
export interface HttpWitness {
  readonly trial: Trial;
  readonly reason: string;
  /** Whether the finding stands where no message shows it. */
  readonly dispensable?: boolean;
}

/** A request that is refused at a place. */
export function showRequest(pair: OperationPair, at: string, ...wishes: readonly ShownRequest[]): Trial {
  return { kind: "request", pair, at: [at], wishes: wishes.length > 0 ? wishes : [{}] };
}

/** A response with a status, refused at a place. */
export function showResponse(
  pair: OperationPair,
  at: string,
  status: string,
  ...bodies: readonly BodyWish[]
): Extract<Trial, { readonly kind: "response" }> {
  return { kind: "response", pair, at: [at], status, bodies: bodies.length > 0 ? bodies : [{}] };
}

/** The message with a body that goes in a direction: with webhooks, the request goes the way of a response. */
export function showBody(
  pair: OperationPair,
  direction: Direction,
  { status = "200" }: Reach,
  at: string,
  bodies: readonly BodyWish[],
): Trial {
  if ((direction === "request") === pair.inverted) return showResponse(pair, at, status, ...bodies);
  return showRequest(pair, at, ...bodies.map((body) => ({ body })));
}

/** The message with a part, in each of its media types, without and with the headers that it may have. */
export function showPart(
  pair: OperationPair,
  direction: Direction,
  reach: Reach,
  part: Required<Pick<BodyWish, "media" | "property">>,
): Trial {
  const bodies = [0, 1, 2].map((nth) => ({ ...part, part: nth }));
  return showBody(pair, direction, reach, "body", [...bodies, { ...part, withHeaders: true }]);
}

/** A request that asks for a media type and is not offered it: by no success, or by that with a status. */
export function showAccept(pair: OperationPair, { status = "200" }: Reach, range: string): Trial {
  const others = pair.head.responses.map((response) => response.status);
  const expected = statusesOf(status, others)
    .slice(0, 1)
    .map((each) => ({ accept: range, status: each }));
  return showRequest(pair, "accept", { accept: range }, ...expected);
}

/** The smallest message that the provider sends, which lacks a header. */
export function showHeaders(pair: OperationPair, { status = "200" }: Reach, { name }: Header): Trial {
  if (!pair.inverted) return showResponse(pair, `header.${name}`, status);
  // What a subscriber gets beside the body may stand in the URL as well.
  return { kind: "request", pair, at: ["header", "query", "cookie"].map((place) => `${place}.${name}`), wishes: [{}] };
}

/** The smallest message that the provider sends, with a header whose value shows how it is written. */
export function showHeaderValue(pair: OperationPair, { status = "200" }: Reach, { base, head }: Pair<Header>): Trial {
  if (!pair.inverted) return { ...showResponse(pair, `header.${head.name}`, status), header: { base, head } };
  const sentAt = (side: "base" | "head", { at }: Header) => pair[side].parameters.find((each) => each.at === at);
  const parameter = { base: sentAt("base", base), head: sentAt("head", head) };
  const at = `${parameter.base?.in}.${base.name}`;
  return showRequest(pair, at, parameter.base && parameter.head ? { parameter: parameter as Pair<Parameter> } : {});
}
