import type { Decider } from "../decide.ts";
import { isObject, type Json, own } from "../json.ts";
import type { Place } from "../lower/keywords.ts";
import { type TypeSet, typeNames } from "../lower/types.ts";
import type { CauseData } from "./explanation.ts";
import { findRefusal } from "./refusal.ts";

/** A type of which the right side has no value, and a value of the left side that has it. */
export interface LostType {
  readonly type: TypeSet;
  readonly value: Json;
}

/** What refuses all values of some types. */
export interface TypeCause {
  readonly keyword: string;
  readonly right: Place;
  readonly type: TypeSet;
  readonly data: CauseData;
  readonly value: Json;
}

/**
 * Why a schema has no value of some types: it names other types, or it speaks of them and contradicts itself. Then the
 * keyword is that which refuses the value at hand, as a validator would say.
 *
 * @param acceptsNothing whether the schema has no value at all
 */
export function typeCauses(
  right: Place,
  lost: readonly LostType[],
  acceptsNothing: boolean,
  decider: Decider,
): TypeCause[] {
  const admitted = lost.filter(({ type }) => admits(right, type, decider, new Set()));
  const spoken = acceptsNothing ? [...admitted, ...lost.filter((each) => !admitted.includes(each))] : admitted;
  const unspoken = lost.filter((each) => !spoken.includes(each));
  const causes: TypeCause[] = [];
  const [unnamed, contradicted] = [unspoken[0], spoken[0]];
  if (unnamed) {
    const type = typesOf(unspoken);
    causes.push({ keyword: "type", right, type, data: { types: typeNames(type) }, value: unnamed.value });
  }
  if (contradicted) {
    const { value } = contradicted;
    const type = typesOf(spoken);
    causes.push({ ...refusalOf(right, value, decider, acceptsNothing ? undefined : type), type, value });
  }
  return causes;
}

function typesOf(lost: readonly LostType[]): TypeSet {
  return lost.reduce<TypeSet>((set, { type }) => set | type, 0);
}

/** Whether a schema speaks of values of a type: it names the type, or some alternative of each choice does. */
function admits(place: Place, type: TypeSet, decider: Decider, around: Set<Place>): boolean {
  const { space } = decider.views;
  const end = space.aliasEnd(place);
  if (around.has(end)) return true;
  around.add(end);
  const { types, all, clauses } = space.keywords(end);
  return (
    (types & type) !== 0 &&
    all.every((part) => admits(part, type, decider, around)) &&
    clauses.every(
      (clause) =>
        (clause.kind !== "anyOf" && clause.kind !== "oneOf") ||
        clause.parts.some((part) => admits(part, type, decider, new Set(around))),
    )
  );
}

function refusalOf(
  right: Place,
  value: Json,
  { views, validator }: Decider,
  type: TypeSet | undefined,
): Pick<TypeCause, "keyword" | "right" | "data"> {
  const refusal = findRefusal(right, value, views, validator);
  const member = refusal?.member ?? right;
  const isWritten = refusal !== undefined && isObject(member.value) && own(member.value, refusal.keyword) !== undefined;
  return {
    keyword: isWritten ? refusal.keyword : "schema",
    right: member,
    data: {
      nothing: true,
      ...(type !== undefined && { types: typeNames(type) }),
      ...(refusal?.name !== undefined && { name: refusal.name }),
    },
  };
}
