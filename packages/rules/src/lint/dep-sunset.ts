import { defineLintRule, operationName, placeOf, valueAt } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/dep-sunset",
  theme: "deprecation",
  summary: "A deprecated operation has a sunset date.",
  why: "Without a date, consumers put the move off until the operation is gone.",
  fix: "Add `x-sunset` with the day after which it may stop working, and send it as `Sunset`.",
  exceptions:
    "An operation that is only discouraged and will stay; say so in its description rather than by `deprecated`.",
  severity: "warn",
  source: "RFC 8594, section 3; Zalando RESTful API Guidelines, rules 187 and 189.",
  grouped: { summary: "{count} deprecated operations have no sunset date." },
  messages: {
    none: "`{operation}` is deprecated and has no sunset date.",
    unreadable: "The sunset of `{operation}` is no date: `{value}`.",
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
