import { daysBetween, defineLintRule, noticeDaysFor, operationName, placeOf } from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/dep-dates-ordered",
  theme: "deprecation",
  summary: "The sunset follows the deprecation, and the notice period lies between them.",
  why: "Consumers plan their migration within the notice period. A shorter one breaks the policy's promise.",
  fix: "Move the sunset to a later day, or correct the deprecation date.",
  exceptions: "Withdrawals for security or legal reasons, announced as such.",
  severity: "error",
  source: "RFC 9745, section 4; Google AIP-185.",
  messages: {
    order: "`{operation}` has its sunset on `{sunset}`, before its deprecation on `{announced}`.",
    short:
      "`{operation}` has its sunset on `{sunset}`, {days} days after its deprecation on `{announced}`. The policy promises {wanted} days.",
  },
  *run({ api, options: { noticeDays } }, hit) {
    for (const { ref, lifecycle } of api.operations) {
      const { announced, sunset } = lifecycle;
      if (announced === undefined || sunset === undefined) continue;
      const days = daysBetween(announced, sunset);
      const wanted = noticeDaysFor(noticeDays, lifecycle.stability);
      const data = { operation: operationName(ref), announced, sunset };
      const at = placeOf(ref.at, "x-sunset", api);
      if (days >= wanted) continue;
      if (days < 0) yield hit("order", data, at, { operations: [ref] });
      else yield hit("short", { ...data, days, wanted }, at, { operations: [ref] });
    }
  },
});
