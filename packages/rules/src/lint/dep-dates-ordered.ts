import { daysBetween, defineLintRule, operationName, placeOf } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/dep-dates-ordered",
  theme: "deprecation",
  summary: "The sunset follows the deprecation, with the notice period of the policy between them.",
  why: "Consumers plan the move within the notice period; a shorter one breaks the promise that the policy makes.",
  fix: "Move the sunset to a later day, or correct the date of the deprecation.",
  exceptions: "A withdrawal for security or by law, announced as such.",
  severity: "error",
  source: "RFC 9745, section 4; Google AIP-185.",
  messages: {
    order: "`{operation}` has its sunset on `{sunset}`, before it is deprecated on `{announced}`.",
    short:
      "`{operation}` has its sunset on `{sunset}`, {days} days after it is deprecated on `{announced}`: {wanted} are promised.",
  },
  *run({ api, options: { noticeDays: wanted } }, hit) {
    for (const { ref, lifecycle } of api.operations) {
      const { announced, sunset } = lifecycle;
      if (announced === undefined || sunset === undefined) continue;
      const days = daysBetween(announced, sunset);
      const data = { operation: operationName(ref), announced, sunset };
      const at = placeOf(ref.at, "x-sunset", api);
      if (days >= wanted) continue;
      if (days < 0) yield hit("order", data, at, { operations: [ref] });
      else yield hit("short", { ...data, days, wanted }, at, { operations: [ref] });
    }
  },
});
