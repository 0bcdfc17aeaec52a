import { defineLintRule, operationName, placeOf, valueAt } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/dep-sunset",
  theme: "deprecation",
  summary: "Deprecated operations have a sunset date.",
  why: "Without a date, consumers put off the migration until the operation is gone.",
  fix: "Add `x-sunset` with the day after which the operation may stop working, and send the date as `Sunset`.",
  exceptions:
    "Operations that are only discouraged and will stay. Say so in the description instead of using `deprecated`.",
  severity: "warn",
  source: "RFC 8594, section 3; Zalando RESTful API Guidelines, rules 187 and 189.",
  grouped: { summary: "{count} deprecated operations have no sunset date." },
  messages: {
    none: "`{operation}` is deprecated but has no sunset date.",
    unreadable: "The sunset of `{operation}` is not a date: `{value}`.",
  },
  *run({ api }, hit) {
    for (const { ref, lifecycle } of api.operations) {
      if (!lifecycle.deprecated || lifecycle.sunset !== undefined) continue;
      const value = valueAt(ref.at, "x-sunset");
      const place = { operations: [ref] };
      if (typeof value === "string" && value !== "")
        yield hit("unreadable", { operation: operationName(ref), value }, placeOf(ref.at, "x-sunset", api), place);
      else yield hit("none", { operation: operationName(ref) }, ref.at, place);
    }
  },
});
