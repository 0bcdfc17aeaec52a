import { escapeToken } from "@concordat/containment/internal";
import type { Direction } from "../../finding/finding.ts";
import type { Description } from "../../load/description.ts";
import type { HttpInteraction, Pact } from "../../model/pact.ts";
import { PactJudge } from "./pact.ts";
import type { Target } from "./targets.ts";
import { type Failure, parameterAt, pointerOf, type Use } from "./use.ts";

/** How the interactions of consumers that lead to operations of base fare with head. */
export async function findUses(base: Description, head: Description, pacts: readonly Pact[]): Promise<readonly Use[]> {
  const [before, after] = [new PactJudge(base), new PactJudge(head)];
  // Many consumers expect the same: what comes of it is found once.
  const known = new Map<string, Fate | undefined>();
  const uses: Use[] = [];
  for (const pact of pacts)
    for (const interaction of pact.interactions) {
      if (interaction.kind !== "http") continue;
      const key = JSON.stringify([interaction.request.at.value, interaction.response.at.value]);
      if (!known.has(key)) known.set(key, await fateOf(pact, interaction, before, after));
      const fate = known.get(key);
      if (fate) uses.push({ consumer: pact.consumer, interaction: interaction.description, ...fate });
    }
  return uses;
}

/** What becomes of an interaction, whoever's it is. */
type Fate = Omit<Use, "consumer" | "interaction">;

/** How an interaction fares with head; undefined where base does not serve it. */
async function fateOf(
  pact: Pact,
  interaction: HttpInteraction,
  before: PactJudge,
  after: PactJudge,
): Promise<Fate | undefined> {
  const operation = before.operationOf(interaction);
  if (operation === undefined) return undefined;
  const known = new Set((await before.judge(pact, interaction)).flatMap(({ kind, target }) => keysOf(kind, target)));
  const targets = await after.judge(pact, interaction);
  return {
    operations: [operation, after.operationOf(interaction) ?? operation],
    status: String(interaction.response.status),
    failures: targets.flatMap((each) => failureOf(each, known) ?? []),
    unread: [...new Set(targets.flatMap(unreadOf))],
  };
}

/** What tells a failure from others: what head adds to it makes it another. */
function keysOf(kind: Target["kind"], target: Target["target"]): string[] {
  const failure = failureOf({ kind, target } as Target, new Set());
  if (failure === undefined) return [];
  const detail = "keyword" in target ? [target.keyword, target.declared, target.types] : [];
  return [JSON.stringify([failure.direction, failure.at, kind, ...detail])];
}

function failureOf(each: Target, known: ReadonlySet<string>): Failure | undefined {
  const found = placeOf(each);
  if (found === undefined) return undefined;
  const [key] = known.size === 0 ? [] : keysOf(each.kind, each.target);
  const undecided = each.kind === "gap" && each.target.undecided !== undefined;
  const witness = "witness" in each.target ? each.target.witness : undefined;
  return { ...found, isNew: key === undefined || !known.has(key), isSure: !undecided, witness };
}

/** Where a target is that makes an interaction fail; undefined of one that does not. */
function placeOf({ kind, target }: Target): Pick<Failure, "direction" | "at"> | undefined {
  switch (kind) {
    case "route":
      return { direction: "request", at: "" };
    case "remark":
      if (target.fault === "undeclared" && target.side === "request") return undefined;
      return {
        direction: target.side,
        at:
          target.name === "" ? pointerOf(withMember(target.at, target.member)) : parameterAt(target.part, target.name),
      };
    case "gap": {
      return {
        direction: target.side,
        at: target.part === "body" ? pointerOf(withMember(target.at, target.name)) : target.part,
      };
    }
    case "use":
      return target.mark === "write-only" ? { direction: "response", at: pointerOf(target.name) } : undefined;
    default:
      return undefined;
  }
}

function withMember(pointer: string, name: string | undefined): string {
  return name === undefined ? pointer : `${pointer}/${escapeToken(name)}`;
}

function unreadOf({ kind, target }: Target): readonly Direction[] {
  return kind === "unchecked" ? target.operations.map(({ direction }) => direction) : [];
}
