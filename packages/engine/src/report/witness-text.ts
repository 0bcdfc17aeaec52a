import { isObject, type Json, own, parsePointer } from "@concordat/containment/internal";
import type { Reach, Witness } from "../finding/finding.ts";
import { reachOf, valueAt } from "../finding/witness-reach.ts";
import { operationName } from "../model/operation-key.ts";
import type { Ruling } from "../policy/ruling.ts";
import { countOf } from "./texts.ts";

/** A witness as people read it: first the place and what is wrong there, then the message that it is part of. */
export interface ShownWitness {
  /** What stands before it: `a request without`; empty for what is there. */
  readonly lead: string;
  /** `guests = 13`, `user.id`, or a whole request of HTTP. */
  readonly what: string;
  /** `was accepted, is refused now`; why an HTTP message is refused. */
  readonly answer: string;
  /** The message with it, whole; undefined where `what` is all of it. */
  readonly message: string | undefined;
  /** Whether it is a request, which can be pasted and tried. */
  readonly isRequest: boolean;
}

/** Characters of a value that is shown at its place. */
const LONGEST_VALUE = 60;
/** Characters at the start of a long text that stand for it. */
const START_OF_TEXT = 20;

/** What a witness shows; undefined where there is none. */
export function showWitness(ruling: Ruling): ShownWitness | undefined {
  const { witness, proof } = ruling;
  if (witness === null) return undefined;
  const http = proof === "witness" ? undefined : httpText(witness.value);
  if (http !== undefined)
    return { lead: "", what: http, answer: `— ${witness.reason}`, message: undefined, isRequest: true };
  const reach = reachOf(ruling.operations, witness);
  const place = placeIn(ruling, witness, reach);
  return {
    lead: place.lead,
    what: place.what,
    answer: answerOf(witness, reach),
    message: place.isAll ? undefined : messageOf(witness, reach, place),
    isRequest: reach?.direction === "request",
  };
}

/** Who accepts what, in the words of the direction that it goes. */
function answerOf({ acceptedBy, refusedBy }: Witness, reach: Reach | undefined): string {
  if (acceptedBy === "base" && refusedBy === "head") return "was accepted, is refused now";
  if (acceptedBy === "head" && refusedBy === "base" && reach?.direction === "response")
    return "may be sent now, was not before";
  return `${acceptedBy === "pact" ? "the pact" : acceptedBy} accepts it, ${refusedBy === "pact" ? "the pact" : refusedBy} refuses it`;
}

/** Where in a message the witness is. */
interface Place extends Pick<ShownWitness, "lead" | "what"> {
  /** The parameter that the value is of: its place and name. */
  readonly parameter: { readonly in: string; readonly name: string } | undefined;
  /** Whether `what` says all that the message has. */
  readonly isAll: boolean;
}

function placeIn({ data, address }: Ruling, { value, reason }: Witness, reach: Reach | undefined): Place {
  const at = reach?.at?.startsWith("/") ? reach.at : "";
  const there = at === "" ? value : valueAt(value, at);
  const step = address?.steps.findLast((each) => typeof each === "object");
  const parameter = reach?.mediaType === undefined && typeof step === "object" && step.in !== "body" ? step : undefined;
  const root = parameter ? `${parameter.in}.${parameter.name}` : "";
  const name = data["name"];
  // What is missing, or not allowed to be there, is a member of the value at the place.
  if (typeof name === "string" && isObject(there) && reason.includes(`(\`${name}\`)`)) {
    const member = own(there, name);
    const path = pathText(root, at, name);
    const message = reach?.direction === "response" ? "a response" : "a request";
    return member === undefined
      ? { lead: `${message} without`, what: path, parameter, isAll: false }
      : { lead: "", what: `${path} = ${valueText(member as Json)}`, parameter, isAll: false };
  }
  if (there === undefined) return { lead: "", what: valueText(value), parameter, isAll: fits(value) };
  const path = pathText(root, at);
  return {
    lead: "",
    what: path === "" ? valueText(there) : `${path} = ${valueText(there)}`,
    parameter,
    isAll: path === "" && fits(there),
  };
}

/** A place as code would have it: `data[0].type`, `query.limit`. */
function pathText(root: string, pointer: string, ...names: readonly string[]): string {
  let text = root;
  for (const token of [...(parsePointer(pointer) ?? []), ...names]) {
    if (/^\d+$/.test(token)) text += `[${token}]`;
    else if (/^[\w$-]+$/.test(token)) text += text === "" ? token : `.${token}`;
    else text += `[${JSON.stringify(token)}]`;
  }
  return text;
}

function fits(value: Json): boolean {
  return JSON.stringify(value).length <= LONGEST_VALUE;
}

/** A value in few characters: all of it, or its start and how much there is. */
function valueText(value: Json): string {
  const text = JSON.stringify(value);
  if (text.length <= LONGEST_VALUE) return text;
  if (typeof value === "string") return `"${value.slice(0, START_OF_TEXT)}…" (${[...value].length} characters)`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return isObject(value)
    ? `an object with ${countOf(Object.keys(value).length, "member")}`
    : `${text.slice(0, LONGEST_VALUE)}…`;
}

/** The message that a value is part of, as it can be pasted where that is known. */
function messageOf({ value }: Witness, reach: Reach | undefined, { parameter }: Place): string | undefined {
  if (reach === undefined) return JSON.stringify(value);
  const name = operationName(reach);
  if (parameter) return requestWith(name, parameter, value);
  const body = JSON.stringify(value);
  return reach.direction === "request" ? `${name} ${body}` : `${reach.status ?? "response"} of ${name} ${body}`;
}

/** A request with one parameter; undefined where how it is written depends on its style. */
function requestWith(
  operation: string,
  parameter: { readonly in: string; readonly name: string },
  value: Json,
): string | undefined {
  const [scalar] = Array.isArray(value) && value.length === 1 ? value : [value];
  if (scalar === null || typeof scalar === "object" || scalar === undefined) return undefined;
  const text = encodeURIComponent(String(scalar));
  const name = encodeURIComponent(parameter.name);
  if (parameter.in === "query") return `${operation}?${name}=${text}`;
  return parameter.in === "path" ? operation.replace(`{${parameter.name}}`, text) : undefined;
}

/** A request or a response of HTTP in a line; undefined for any other value. */
function httpText(value: Json): string | undefined {
  if (!isObject(value)) return undefined;
  const { method, url, status, headers, body } = value;
  const rest = [
    ...(isObject(headers) ? Object.entries(headers).map(([name, text]) => `${name}: ${String(text)}`) : []),
    ...(typeof body === "string" ? [body] : []),
  ].join(", ");
  const start =
    typeof method === "string" && typeof url === "string"
      ? `${method} ${url}`
      : status === undefined
        ? undefined
        : `response ${String(status)}`;
  return start && (rest === "" ? start : `${start} (${rest})`);
}
