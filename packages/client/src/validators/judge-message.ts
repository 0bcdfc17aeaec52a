import { mediaKind } from "../media.ts";
import { shapeOf } from "./describe.ts";
import { type Direction, judgeValue } from "./judge-value.ts";
import { closestRange } from "./media-range.ts";
import { asTexts, headerReadings } from "./readings.ts";
import type { BodyRow, Content, HeaderRow, OperationRow, ParameterRow, ValidatorTable } from "./table.ts";
import { unchecked, type Verdict, violation, worst } from "./verdict.ts";

/** A body as it is judged: its text, or that it has none to look into. */
export interface SentBody {
  readonly contentType: string | null;
  /** Undefined where it is a stream, a file, a form of parts, or compressed. */
  readonly text: string | undefined;
  /** What its JSON says, where that was read already. */
  readonly json?: unknown;
  /** The fields of a form, as they were given. */
  readonly fields?: object;
}

/** Values of parameters by name. */
type Given = Readonly<Record<string, unknown>>;

/** A request as it goes out. */
export interface SentRequest {
  /** The values of its path, query and cookies, as the caller gave them; undefined where a whole URL was given. */
  readonly given: { readonly path?: Given; readonly query?: Given; readonly cookies?: Given } | undefined;
  readonly headers: Headers;
  readonly body: SentBody | undefined;
}

/** A response as it came in. */
export interface SentResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Whether a browser may hide some of its headers. */
  readonly hidesHeaders: boolean;
  readonly body: SentBody | undefined;
  /** Whether it could have had one: neither its status nor its method rules it out. */
  readonly mayHaveBody: boolean;
}

type Verdicts = Generator<Verdict>;

/** Judges the parameters and the body of a request. */
export function* judgeRequest(table: ValidatorTable, row: OperationRow, request: SentRequest): Verdicts {
  for (const parameter of row.parameters ?? []) yield judgeParameter(table, parameter, request);
  const { body } = request;
  if (row.body === undefined) {
    if (body) yield violation("body", "undeclared", "no body", "a body");
  } else if (body) yield judgeBody(table, row.body.content, body, "request");
  else if (row.body.required) yield missing("body", "a body");
}

function judgeParameter(table: ValidatorTable, parameter: ParameterRow, { given, headers }: SentRequest): Verdict {
  const { in: place, name, required, empty, document, schema } = parameter;
  const at = `${place}.${name}`;
  if (place === "header") return judgeHeader(table, parameter, headers, "request", false);
  if (given === undefined) return unchecked(at, "Parameters in a URL that was given as a whole are not judged.");
  const values = { path: given.path, query: given.query, cookie: given.cookies, querystring: given.query }[place];
  const value = values?.[name];
  if (value === undefined || (isNothing(value) && place !== "path"))
    return required ? missing(at, `the parameter \`${name}\``) : undefined;
  if (empty && value === "") return undefined;
  if (document === "unread") return unchecked(at, "Its media type is not read.");
  return judgeValue(table, schema, document === undefined ? asTexts(value) : jsonOf(value), "request", at);
}

/** Whether a value leaves nothing in a URL or a form: a list without items. */
function isNothing(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A value as its JSON says: dates are strings there, and what is undefined is not there. */
function jsonOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? "null");
}

function judgeHeader(
  table: ValidatorTable,
  { name, required, document, schema, explode, separator = "," }: HeaderRow,
  headers: Headers,
  direction: Direction,
  isHidden: boolean,
): Verdict {
  const at = `header.${name}`;
  const text = headers.get(name);
  if (text === null && !required) return undefined;
  if (text === null && (isHidden || /^set-cookie$/i.test(name)))
    return unchecked(at, "The browser may have hidden the header.");
  if (text === null) return missing(at, `the header \`${name}\``);
  if (document === "unread") return unchecked(at, "Its media type is not read.");
  if (document === "json") return judgeJson(table, schema, text, direction, at);
  const verdicts = headerReadings(text, explode === true, separator).map((reading) =>
    judgeValue(table, schema, reading, direction, at),
  );
  if (verdicts.includes(undefined)) return undefined;
  // Of a list with an item that is refused, it does not help that it is no text.
  return (
    verdicts.find((verdict) => verdict?.kind === "unchecked") ?? verdicts.find((each) => each?.at !== at) ?? verdicts[0]
  );
}

/** Judges a response by what is described for its status. */
export function* judgeResponse(table: ValidatorTable, row: OperationRow, response: SentResponse): Verdicts {
  const { status, headers, body } = response;
  const { responses } = row;
  const key = [String(status), `${String(status)[0]}XX`, "default"].find((each) => Object.hasOwn(responses, each));
  const described = key === undefined ? undefined : responses[key];
  if (described === undefined) {
    yield violation("status", "undeclared", Object.keys(responses).join(", ") || "none", String(status));
    return;
  }
  for (const header of described.headers ?? [])
    yield judgeHeader(table, header, headers, "response", response.hidesHeaders);
  if (described.content === undefined) {
    if (body) yield violation("body", "undeclared", "no body", "a body");
  } else if (body) yield judgeBody(table, described.content, body, "response");
  else if (response.mayHaveBody) yield judgeEmpty(table, described.content, headers);
}

/** Judges that a response has no bytes of a body: an empty text or file is one all the same. */
function judgeEmpty(table: ValidatorTable, content: Content, headers: Headers): Verdict {
  const contentType = headers.get("content-type");
  const kind = contentType ? mediaKind(contentType) : undefined;
  if (kind !== "text" && kind !== "binary") return missing("body", "a body");
  return judgeBody(table, content, { contentType, text: kind === "text" ? "" : undefined }, "response");
}

function missing(at: string, expected: string): Verdict {
  return violation(at, "missing", expected, "nothing");
}

function judgeBody(table: ValidatorTable, content: Content, body: SentBody, direction: Direction): Verdict {
  const { contentType } = body;
  if (!contentType) return unchecked("content-type", "The body has no media type.");
  const range = closestRange(Object.keys(content), contentType);
  if (range === undefined)
    return violation("content-type", "undeclared", Object.keys(content).join(", "), bareType(contentType));
  const row = content[range] as BodyRow;
  if (row.any) return undefined;
  if (body.text === undefined)
    return unchecked("body", "Streams, files, multipart bodies and compressed ones are not judged.");
  return judgeText(table, row, body, body.text, direction);
}

function judgeText(table: ValidatorTable, row: BodyRow, body: SentBody, text: string, direction: Direction): Verdict {
  const kind = mediaKind(body.contentType as string);
  const { json, text: asText, line } = row;
  if (kind === "json" && json !== undefined)
    return body.json === undefined
      ? judgeJson(table, json, text, direction, "body")
      : judgeValue(table, json, body.json, direction, "body");
  if (kind === "sequence" && line !== undefined) {
    const lines = text.split("\n").filter((each) => each.trim() !== "");
    return worst(lines.entries(), ([index, each]) => judgeJson(table, line, each, direction, `body/${index}`));
  }
  if (kind === "form" && asText !== undefined && body.fields !== undefined) {
    const sent = Object.entries(body.fields).filter(([, field]) => !isNothing(field));
    return judgeValue(table, asText, asTexts(Object.fromEntries(sent)), direction, "body");
  }
  if (kind === "text" && asText !== undefined && OTHER_CHARSET.test(body.contentType as string))
    return unchecked("body", "Texts in another charset than UTF-8 are not judged.");
  if (kind === "text" && asText !== undefined && !/xml|yaml/i.test(body.contentType as string))
    return judgeValue(table, asText, text, direction, "body");
  return unchecked("body", `Bodies in ${bareType(body.contentType as string)} are not judged.`);
}

/** All texts are read as UTF-8, of which ASCII is a part. */
const OTHER_CHARSET = /;\s*charset\s*=\s*(?!"?(?:utf-?8|us-ascii)"?\s*(?:;|$))/i;

function bareType(contentType: string): string {
  return `\`${(contentType.split(";")[0] as string).trim()}\``;
}

function judgeJson(table: ValidatorTable, schema: number, text: string, direction: Direction, at: string): Verdict {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return violation(at, "form", "JSON", shapeOf(text));
  }
  return judgeValue(table, schema, value, direction, at);
}
