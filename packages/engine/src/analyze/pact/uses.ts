import { escapeToken, type Located } from "@concordat/containment/internal";
import type { Direction, Reach } from "../../finding/finding.ts";
import type { PactTargets } from "../../kit/pact-targets.ts";
import type { Description } from "../../load/description.ts";
import { operationShape } from "../../model/operation-key.ts";
import type { Interaction, Pact } from "../../model/pact.ts";
import { toLocation } from "../../source/location.ts";
import { PactJudge } from "./pact.ts";
import type { Target } from "./targets.ts";
import {
  type Changed,
  contentKey,
  type Failure,
  parameterAt,
  placeOf,
  pointerOf,
  reachedOf,
  type Use,
  useElsewhere,
} from "./use.ts";

const BOTH: readonly Direction[] = ["request", "response"];

/**
 * How the interactions of consumers that lead to operations of base fare with head, as far as something reaches them: what
 * nothing reaches stays as it is.
 */
export async function findUses(
  base: Description,
  head: Description,
  pacts: readonly Pact[],
  { reached, readdressed }: Changed,
): Promise<readonly Use[]> {
  if (reached.length === 0) return [];
  const [before, after] = [new PactJudge(base), new PactJudge(head)];
  // Many consumers expect the same: what comes of it is found once.
  const known = new Map<string, Fate>();
  const inHead = new Map(readdressed.map((pair) => [operationShape(pair.base), pair.head]));
  const called = new Set(before.revision.operations.map(operationShape));
  const isSentByProvider = (reach: Reach) => !called.has(operationShape(reach));
  const uses = astray(
    pacts,
    before,
    after,
    reached.filter((reach) => !isSentByProvider(reach)),
  );
  for (const pact of pacts)
    for (const interaction of pact.interactions) {
      if (interaction.kind === "other") {
        uses.push(unplaced(pact, interaction, reached));
        continue;
      }
      const use = usedBy(interaction, before, after);
      if (use === undefined && interaction.kind === "message") {
        uses.push(unplaced(pact, interaction, reached.filter(isSentByProvider)));
        continue;
      }
      if (use === undefined) continue;
      const common = { consumer: pact.consumer, interaction: interaction.description };
      const shapes = use.operations.map(operationShape);
      const other = inHead.get(shapes[0] ?? "");
      if (other && !shapes.includes(operationShape(other))) uses.push(useElsewhere({ ...common, ...use }, other));
      const directions = new Set(reachedOf(reached, use).map(({ direction }) => direction));
      if (directions.size === 0) continue;
      const key = contentKey(interaction);
      const fate = known.get(key) ?? (await fateOf(pact, interaction, [...directions], before, after));
      known.set(key, fate);
      uses.push({ ...common, ...use, ...fate });
    }
  return uses;
}

/**
 * The consumers that call an API by paths of which none leads to an operation of either side: these have a base path that the
 * descriptions do not know, or are those of another provider, so that any operation may be meant.
 */
function astray(pacts: readonly Pact[], before: PactJudge, after: PactJudge, reached: readonly Reach[]): Use[] {
  const leads = (call: Interaction) => before.operationOf(call) !== undefined || after.operationOf(call) !== undefined;
  return [...Map.groupBy(pacts, ({ consumer }) => consumer).values()].flatMap((those) => {
    const calls = those.flatMap((pact) =>
      pact.interactions.flatMap((call) => (call.kind === "http" ? [{ pact, call }] : [])),
    );
    const [first] = calls;
    return first && !calls.some(({ call }) => leads(call)) ? [unplaced(first.pact, first.call, reached)] : [];
  });
}

/** An interaction of a type that is not read may use whatever there is; a message that has no known name, any message. */
function unplaced({ consumer }: Pact, { description }: Interaction, reached: readonly Reach[]): Use {
  return { consumer, interaction: description, operations: reached, status: "", failures: [], unread: BOTH };
}

/** What an interaction uses of base; undefined where base does not serve it. */
function usedBy(
  interaction: Interaction,
  before: PactJudge,
  after: PactJudge,
): Pick<Use, "operations" | "status"> | undefined {
  const operation = before.operationOf(interaction);
  if (operation === undefined) return undefined;
  return {
    operations: [operation, after.operationOf(interaction) ?? operation],
    status: interaction.kind === "http" ? String(interaction.response.status) : "",
  };
}

/** What becomes of an interaction, whoever's it is. */
type Fate = Pick<Use, "failures" | "unread">;

/** How an interaction fares with head. */
async function fateOf(
  pact: Pact,
  interaction: Interaction,
  directions: readonly Direction[],
  before: PactJudge,
  after: PactJudge,
): Promise<Fate> {
  const inBase = await before.judge(pact, interaction, directions);
  const inHead = await after.judge(pact, interaction, directions);
  const known = new Set(inBase.flatMap(({ kind, target }) => keysOf(kind, target)));
  if (interaction.kind === "message" && after.operationOf(interaction) === undefined) {
    const gone = { at: "", isNew: true, isWhole: false, isSure: true, witness: undefined };
    return { failures: directions.map((direction) => ({ direction, ...gone })), unread: [] };
  }
  return {
    failures: inHead.flatMap((each) => failureOf(each, known) ?? []),
    unread: [...new Set(inHead.flatMap(unreadOf))],
  };
}

/** What tells a failure from others: what head adds to it makes it another. */
function keysOf(kind: Target["kind"], target: Target["target"]): string[] {
  const failure = failureOf({ kind, target } as Target, new Set());
  if (failure === undefined) return [];
  return [JSON.stringify([failure.direction, failure.at, kind, ...detailOf({ kind, target } as Target)])];
}

/** What tells failures of one kind at one place from each other. */
function detailOf({ kind, target }: Target): readonly unknown[] {
  switch (kind) {
    case "route":
      return [target.missing, target.known];
    case "remark":
      return [target.part];
    case "gap":
      return [target.keyword, target.declared, target.types];
    default:
      return [];
  }
}

function failureOf(each: Target, known: ReadonlySet<string>): Failure | undefined {
  const found = failureAt(each);
  if (found === undefined) return undefined;
  const [key] = known.size === 0 ? [] : keysOf(each.kind, each.target);
  const isNew = key === undefined || !known.has(key);
  const isWhole = saysLittle(each);
  const witness = "witness" in each.target ? each.target.witness : undefined;
  return { ...found, isNew, isWhole, isSure: (isNew || !isWhole) && isCertain(each), witness };
}

/** Whether it is certain that a failure is one: whoever runs the consumer may add the base path to what its pact says. */
function isCertain({ kind, target }: Target): boolean {
  if (kind === "route") return target.missing !== "base-path";
  return kind !== "gap" || target.undecided === undefined;
}

/** Keywords by which a schema fails as a whole, for many reasons at once. */
const OF_THE_WHOLE = new Set(["schema", "anyOf", "oneOf", "not"]);

/** Whether the same failure may come of something else. */
function saysLittle({ kind, target }: Target): boolean {
  return kind === "gap" && (target.undecided !== undefined || OF_THE_WHOLE.has(target.keyword));
}

/** Where a target is that makes an interaction fail; undefined of one that does not. */
function failureAt({ kind, target }: Target): Pick<Failure, "direction" | "at" | "schema"> | undefined {
  switch (kind) {
    case "route":
      return { direction: "request", at: "" };
    case "remark": {
      const { fault, side, part, name, at, member } = target;
      if (fault === "undeclared" && side === "request") return undefined;
      const place = name === "" ? pointerOf(withMember(at, member)) : parameterAt(part, name);
      return { direction: side, at: place, schema: schemaOf(target.schema, member) };
    }
    case "gap": {
      const { side, part, at, name } = target;
      const place = part === "body" ? pointerOf(withMember(at, name)) : placeOf(part);
      return { direction: side, at: place, schema: schemaOf(target.schema, name) };
    }
    case "use":
      return target.mark === "write-only" ? { direction: "response", at: pointerOf(target.name) } : undefined;
    default:
      return undefined;
  }
}

function schemaOf(schema: Located | undefined, member: string | undefined): Failure["schema"] {
  return schema && { at: toLocation(schema), member };
}

function withMember(pointer: string, name: string | undefined): string {
  return name === undefined ? pointer : `${pointer}/${escapeToken(name)}`;
}

function unreadOf({ kind, target }: Target): readonly Direction[] {
  return kind === "unchecked" || (kind === "remark" && isFirstOfMany(target))
    ? target.operations.map(({ direction }) => direction)
    : [];
}

/** Whether a remark names the first of perhaps several places: of a body that is not JSON, no gaps are sought. */
function isFirstOfMany({ interaction, side, part, fault }: PactTargets["remark"]): boolean {
  return (
    part === "body" && fault === "refused" && interaction.kind === "http" && interaction[side].body.kind === "text"
  );
}
