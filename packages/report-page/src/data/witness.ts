import type { FindingDocument } from "@concordat/engine/page";
import { decodePointer, operationName } from "./places.ts";

type Witness = NonNullable<FindingDocument["witness"]>;
type Reach = FindingDocument["operations"][number];

/** A line of a witness; one that the refusal is about is marked. */
export interface WitnessLine {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A witness as it is shown. */
export interface ShownWitness {
  /** What it is: `Request`, `Response`, `Response body`, a parameter. */
  readonly title: string;
  readonly lines: readonly WitnessLine[];
  /** How it is sent from a terminal, where it is a request. */
  readonly curl: string | undefined;
}

/** Shows a witness as the message that it is, or as the value within one. */
export function showWitness({ value }: Witness, reach: Reach | undefined): ShownWitness {
  const pointer = reach?.at?.startsWith("/") ? reach.at : undefined;
  if (isRequest(value)) {
    const start = plain(`${value.method} ${value.url}`);
    const lines = [start, ...headerLines(value.headers), ...bodyLines(value, pointer)];
    return { title: "Request", lines, curl: curlOf(value) };
  }
  if (isResponse(value, reach)) {
    const lines = [plain(`HTTP ${value.status}`), ...headerLines(value.headers), ...bodyLines(value, pointer)];
    return { title: reach ? `Response of ${operationName(reach)}` : "Response", lines, curl: undefined };
  }
  return { title: titleOf(reach), lines: jsonLines(value, pointer), curl: undefined };
}

interface Message {
  readonly headers?: unknown;
  readonly body?: unknown;
}

function isRequest(value: unknown): value is Message & { readonly method: string; readonly url: string } {
  const { method, url } = membersOf(value);
  return typeof method === "string" && typeof url === "string";
}

function isResponse(value: unknown, reach: Reach | undefined): value is Message & { readonly status: string | number } {
  const members = membersOf(value);
  const names = Object.keys(members);
  const known = names.every((name) => ["status", "headers", "body"].includes(name));
  return reach?.direction === "response" && known && /^[1-5]\d\d$/.test(String(members["status"]));
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function titleOf(reach: Reach | undefined): string {
  if (reach === undefined) return "Value";
  const operation = operationName(reach);
  const [, place, name] = /^(path|query|header|cookie)\.(.+)$/s.exec(reach.at ?? "") ?? [];
  if (place !== undefined)
    return `${place} parameter ${name} of ${operation}`.replace(/^./, (first) => first.toUpperCase());
  return reach.direction === "request"
    ? `Request body of ${operation}`
    : `Response body of ${operation}${reach.status === undefined ? "" : ` (${reach.status})`}`;
}

function plain(text: string): WitnessLine {
  return { text, isMarked: false };
}

function headerLines(headers: unknown): WitnessLine[] {
  return Object.entries(membersOf(headers)).flatMap(([name, values]) =>
    [values].flat().map((value) => plain(`${name}: ${String(value)}`)),
  );
}

function bodyLines(message: Message, pointer: string | undefined): WitnessLine[] {
  if (message.body === undefined) return [];
  const lines =
    typeof message.body === "string" ? message.body.split("\n").map(plain) : jsonLines(message.body, pointer);
  return [plain(""), ...lines];
}

/** A value as indented JSON; what a pointer leads to is marked. */
function jsonLines(value: unknown, pointer: string | undefined): WitnessLine[] {
  const lines: WitnessLine[] = [];
  const write = (part: unknown, at: string, indent: string, before: string, after: string): void => {
    const isMarked = pointer !== undefined && pointer !== "" && (at === pointer || at.startsWith(`${pointer}/`));
    const entries = Array.isArray(part)
      ? part.map((each, i) => [String(i), each] as const)
      : Object.entries(membersOf(part));
    if (typeof part !== "object" || part === null || entries.length === 0) {
      lines.push({ text: `${indent}${before}${JSON.stringify(part)}${after}`, isMarked });
      return;
    }
    const [open, close] = Array.isArray(part) ? ["[", "]"] : ["{", "}"];
    lines.push({ text: `${indent}${before}${open}`, isMarked });
    entries.forEach(([name, member], i) => {
      const key = Array.isArray(part) ? "" : `${JSON.stringify(name)}: `;
      write(member, `${at}/${encodePointer(name)}`, `${indent}  `, key, i < entries.length - 1 ? "," : "");
    });
    lines.push({ text: `${indent}${close}${after}`, isMarked });
  };
  write(value, "", "", "", "");
  return lines;
}

function encodePointer(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A request as a command of curl; each text is quoted for a shell. */
function curlOf({ method, url, headers, body }: Message & { readonly method: string; readonly url: string }): string {
  const fields = headerLines(headers).map(({ text }) => `-H ${quoted(text)}`);
  const data =
    body === undefined ? [] : [`--data-raw ${quoted(typeof body === "string" ? body : JSON.stringify(body))}`];
  return ["curl", `-X ${quoted(method)}`, quoted(url), ...fields, ...data].join(" ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Lines that are shown of a long witness: its first ones, those around what is marked, and how many lie between. */
const AT_FIRST = 3;
const AROUND = 6;
/** Lines of a witness that is shown as a whole. */
const MOST_LINES = 26;

/** Parts of a witness, with how many lines are left out before each. */
export interface WitnessPart {
  readonly leftOut: number;
  readonly lines: readonly WitnessLine[];
}

/** A witness in parts, the lines far from what is marked left out where there are many. */
export function witnessParts(lines: readonly WitnessLine[]): WitnessPart[] {
  if (lines.length <= MOST_LINES) return [{ leftOut: 0, lines }];
  const marked = lines.findIndex(({ isMarked }) => isMarked);
  if (marked < 0) return [{ leftOut: 0, lines: lines.slice(0, MOST_LINES) }];
  const lastMarked = Math.min(
    lines.findLastIndex(({ isMarked }) => isMarked),
    marked + MOST_LINES,
  );
  const [from, to] = [Math.max(AT_FIRST, marked - AROUND), lastMarked + AROUND + 1];
  return [
    { leftOut: 0, lines: lines.slice(0, AT_FIRST) },
    { leftOut: from - AT_FIRST, lines: lines.slice(from, to) },
  ];
}

/** Where in an operation something is, as a reader says it: `request body, at /guests`. */
export function reachWords({ direction, status, mediaType, at }: Reach): string {
  const [, place, name] = /^(path|query|header|cookie)\.(.+)$/s.exec(at ?? "") ?? [];
  if (place !== undefined)
    return `${place} ${place === "header" && direction === "response" ? "" : "parameter "}${name}`;
  const message = direction === "request" ? "request body" : `response${status === undefined ? "" : ` ${status}`}`;
  return [
    message,
    ...(mediaType === undefined ? [] : [mediaType]),
    ...(at === undefined || at === "" ? [] : [`at ${at.split("/").map(decodePointer).join("/")}`]),
  ].join(", ");
}
