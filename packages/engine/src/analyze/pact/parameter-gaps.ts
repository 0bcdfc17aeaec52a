import { isObject, own } from "@concordat/containment/internal";
import type { Remark } from "../../exchange/exchange.ts";
import { basePath } from "../../model/origin.ts";
import type { HttpInteraction } from "../../model/pact.ts";
import { templateSegments } from "../../model/path-template.ts";
import type { Operation, Parameter } from "../../model/revision.ts";
import { escaped } from "./date-pattern.ts";
import { gapTargets } from "./gap-targets.ts";
import type { GapFinder } from "./gaps.ts";
import { below, type Subject, type Target } from "./targets.ts";
import { type TextExpectation, textSchema } from "./text-schema.ts";

/** What a consumer may send in the URL and in headers beside its example, and the description does not take. */
export async function parameterGaps(
  subject: Subject,
  interaction: HttpInteraction,
  operation: Operation,
  remarks: readonly Remark[],
  { gaps }: { readonly gaps: GapFinder },
): Promise<Target[]> {
  const { request } = interaction;
  const found: Target[] = [];
  for (const parameter of operation.parameters) {
    const { in: place, name } = parameter;
    const expectations = place === "query" || place === "header" ? expectationsOf(interaction, place, name) : [];
    if (remarks.some(({ at }) => at.startsWith(`${place}.${name}`))) continue;
    const holder = below(request.at, place === "query" ? "query" : "headers");
    for (const expectation of expectations)
      found.push(...(await gapsOfText(subject, parameter, expectation, below(holder, name), gaps)));
  }
  if (request.rules.path || request.generators.path)
    found.push(...(await pathGaps(subject, interaction, operation, gaps)));
  return found;
}

/** The values of a parameter that have a rule or a generator. */
function expectationsOf({ request }: HttpInteraction, place: "query" | "header", name: string): TextExpectation[] {
  const key = place === "query" ? name : name.toLowerCase();
  const values = (place === "query" ? request.query : request.headers).get(key) ?? [];
  const rule = request.rules[place].get(key);
  const generator = request.generators[place].get(key);
  return rule || generator ? values.map((example) => ({ example, rule, generator })) : [];
}

async function gapsOfText(
  subject: Subject,
  { in: where, name, serialisation: { kind, schema } }: Parameter,
  expectation: TextExpectation,
  place: TextPlace,
  gaps: GapFinder,
): Promise<Target[]> {
  if (schema === undefined) return [];
  const part = `${where}.${name}`;
  const type = typeOf(schema, gaps);
  const common = subject.of(place, "request", undefined, part);
  const unread = (reason: string): Target => ({
    kind: "unchecked",
    target: { ...common, what: `${part} of the request`, reason },
  });
  if (kind === "content" || type === "array" || type === "object")
    return [unread("Matchers of lists, objects and documents in parameters are not read.")];
  const sent = textSchema(expectation, { kind: "sent", open: false });
  if (sent.unread.length > 0) return [unread(`It has ${sent.unread.join(", ")}, which is not read.`)];
  const question = { sent, taken: schema, forms: { sent: "wire", taken: "wire" }, direction: "request" } as const;
  return gapTargets(await gaps.find(question), subject, { side: "request", part, place });
}

type TextPlace = Parameters<Subject["of"]>[0];

/** The type that a schema names, references followed; undefined where it names none, or several. */
export function typeOf(schema: NonNullable<Parameter["serialisation"]["schema"]>, gaps: GapFinder): unknown {
  const { value } = gaps.views.space.aliasEnd(gaps.place(schema, "wire"));
  return isObject(value) ? own(value, "type") : undefined;
}

/** Paths that the consumer may ask for and that are not of the operation. */
async function pathGaps(
  subject: Subject,
  { request }: HttpInteraction,
  operation: Operation,
  gaps: GapFinder,
): Promise<Target[]> {
  const { path: rule } = request.rules;
  const { path: generator } = request.generators;
  const sent = textSchema({ example: request.path, rule, generator }, { kind: "sent", open: false });
  const place = below(request.at, "path");
  // A rule that asks for no more than a text says nothing of which paths there are.
  if (rule?.matchers.every(({ match }) => match === "type")) return [];
  if (sent.unread.length > 0) {
    const reason = `It has ${sent.unread.join(", ")}, which is not read.`;
    return [{ kind: "unchecked", target: { ...subject.of(place, "request"), what: "path of the request", reason } }];
  }
  const bases = [...new Set(["", ...operation.servers.urls.map(basePath)])];
  const pattern = `^(?:${bases.map((base) => segmentsPattern(base, operation, gaps)).join("|")})${segmentsPattern(operation.ref.path, operation, gaps)}$`;
  const taken = { schema: { type: "string", pattern }, unread: [] };
  const question = { sent, taken, forms: { sent: "json", taken: "json" }, direction: "request" } as const;
  const found = gapTargets(await gaps.find(question), subject, { side: "request", part: "path", place });
  return found.map(({ target }) => ({ kind: "gap", target: { ...target, head: operation.ref.at } }) as Target);
}

/** A path template as a regular expression; integers among its parameters are digits. */
function segmentsPattern(path: string, { parameters }: Operation, gaps: GapFinder): string {
  const texts = [...path.matchAll(/\{([^{}]*)\}|[^{}]+/g)].map(([text, name]) => {
    if (name === undefined) return escaped(text);
    const schema = parameters.find((each) => each.in === "path" && each.name === name)?.serialisation.schema;
    return schema && typeOf(schema, gaps) === "integer" ? "-?\\d+" : "[^/]+";
  });
  return templateSegments(path).length === 0 ? "" : texts.join("");
}
