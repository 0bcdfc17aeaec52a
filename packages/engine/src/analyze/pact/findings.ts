import { ABOUT_ALL, aboutPlace } from "../../finding/about.ts";
import type { RawFinding } from "../../finding/finding.ts";
import { fingerprintOfFinding } from "../../finding/fingerprint.ts";
import { renderMessage } from "../../finding/message.ts";
import { inOrder } from "../../finding/order.ts";
import type { PactHit, PactRule } from "../../kit/pact-rule.ts";
import type { Description } from "../../load/description.ts";
import { toLocation } from "../../source/location.ts";
import type { Target } from "./targets.ts";

/**
 * What rules say of targets, each finding once.
 *
 * @param description what they are judged by, if they are judged by one
 */
export function findingsOf(
  targets: readonly Target[],
  rules: readonly PactRule[],
  description?: Description,
): readonly RawFinding[] {
  const found = new Map<string, RawFinding>();
  for (const { kind, target } of targets) {
    for (const rule of rules) {
      if (rule.on !== kind) continue;
      for (const hit of rule.run(target, makeHit)) {
        const finding = findingOf(rule, hit, target, description);
        const key = fingerprintOfFinding(finding);
        if (!found.has(key)) found.set(key, finding);
      }
    }
  }
  return inOrder(found.values());
}

function makeHit(message: string, data: PactHit["data"], besides: PactHit["besides"] = {}): PactHit {
  return { message, data, besides };
}

/** Whose expectation a message is about, so that it stands alone. */
function whose(target: Target["target"]): string {
  if (!("interaction" in target)) return "";
  const { pact, interaction } = target;
  return renderMessage("`{consumer}` (`{interaction}`): ", {
    consumer: pact.consumer,
    interaction: interaction.description,
  });
}

function isUnverified(target: Target["target"]): boolean {
  return "result" in target && target.result === "unverified";
}

function findingOf(
  rule: PactRule,
  { message, data, besides }: PactHit,
  target: Target["target"],
  description: Description | undefined,
): RawFinding {
  const { pact, place, head, operations } = target;
  const witness = "witness" in target ? target.witness : undefined;
  const undecided = "undecided" in target && target.undecided !== undefined && witness === undefined;
  const told = Object.keys(rule.messages).length > 1 ? { ...data, says: message } : data;
  const text = renderMessage(rule.messages[message] ?? rule.summary, { ...told, ...besides });
  return {
    rule: rule.id,
    severity: rule.severity,
    impact: "none",
    audience: "wire",
    proof: witness ? "witness" : undecided || isUnverified(target) ? "undecided" : "rule",
    message: `${whose(target)}${text}${undecided ? ` It could not be decided: ${target.undecided}.` : ""}`,
    data: told,
    ...(head && description ? aboutPlace(head, description) : ABOUT_ALL),
    at: { head: head && toLocation(head), pact: toLocation(place) },
    operations,
    witness,
    consumer: pact.consumer,
    ...("interaction" in target && { interaction: target.interaction.description }),
  };
}
