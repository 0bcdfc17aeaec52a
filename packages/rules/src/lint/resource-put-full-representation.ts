import { type Api, defineLintRule, jsonSchemaOf, type Property, wordsOf } from "@concordat/engine/kit";
import { answerTo, isMarked, isSameSchema, liveResources, namesLacking, shownBy } from "../support/resources.ts";

/** Words of names that providers fill in themselves. */
const SERVED = new Set([
  ...[
    "id",
    "ids",
    "uuid",
    "guid",
    "sid",
    "url",
    "urls",
    "uri",
    "href",
    "link",
    "links",
    "self",
    "etag",
    "object",
    "kind",
  ],
  ...["created", "updated", "modified", "deleted", "at", "by", "on", "status", "state", "version", "count", "total"],
]);

export default defineLintRule({
  id: "lint/resource-put-full-representation",
  theme: "resources",
  summary: "PUT accepts every property that GET returns, except `readOnly` ones.",
  why: "PUT replaces the resource. What a client cannot send is erased, or survives by a convention that nobody has written down.",
  fix: "Accept the whole representation, mark what the provider fills in as `readOnly`, or offer PATCH for partial updates.",
  exceptions:
    "Properties that the provider fills in. Mark them as `readOnly`. The rule skips resources without any such mark.",
  severity: "warn",
  preset: "core",
  source: "RFC 9110, section 9.3.4; Azure API style guide, az-put-request-and-response-body.",
  messages: { partial: "`PUT {path}` does not accept `{properties}`, which GET returns." },
  *run({ api }, hit) {
    for (const { operations, path } of liveResources(api)) {
      const [get, put] = [operations.get("GET"), operations.get("PUT")];
      const [answer, body] = [answerTo(get, "200"), jsonSchemaOf(put?.body?.content ?? [])];
      if (!put || !body || isSameSchema(answer, body, api)) continue;
      const [shown, sent] = [shownBy(answer, api), shownBy(body, api)];
      if (!shown || !sent) continue;
      // Where nothing is marked, nobody can tell what the provider fills in.
      if (![...shown.values()].some((property) => isMarked(property, "readOnly", api))) continue;
      const writable = new Map([...shown].filter(([, property]) => !isServed(property, api)));
      const lacking = namesLacking(writable, sent);
      if (lacking.length > 0 && lacking.length < writable.size)
        yield hit("partial", { path, properties: lacking }, body, { operations: [put.ref] });
    }
  },
});

function isServed(property: Property, api: Api): boolean {
  return isMarked(property, "readOnly", api) || wordsOf(property.name).some((word) => SERVED.has(word));
}
