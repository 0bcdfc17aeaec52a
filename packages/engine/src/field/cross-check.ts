import { operationShape } from "../model/operation-key.ts";
import type { Ruling } from "../policy/ruling.ts";
import { OASDIFF_FIELD } from "./oasdiff.ts";
import { names } from "./table.ts";

/** A change as `oasdiff breaking -f json` tells it. */
export interface ForeignChange {
  readonly id: string;
  readonly text: string;
  readonly operation?: string;
  readonly path?: string;
}

/** What oasdiff calls breaking and what is breaking here, held side by side. */
export interface CrossCheck {
  /** Changes there that a finding here speaks of as well. */
  readonly agreed: number;
  readonly onlyThere: readonly { readonly change: ForeignChange; readonly why: string }[];
  readonly onlyHere: readonly { readonly ruling: Ruling; readonly why: string }[];
}

/** Holds what oasdiff calls breaking against the findings here: they agree where both object to an operation alike. */
export function crossCheck(theirs: readonly ForeignChange[], rulings: readonly Ruling[]): CrossCheck {
  const breaking = rulings.filter(({ audience, impact }) => audience === "wire" && impact === "major");
  const matched = new Set<Ruling>();
  const onlyThere: { change: ForeignChange; why: string }[] = [];
  for (const change of theirs) {
    const entry = OASDIFF_FIELD.find(({ ids }) => ids.includes(change.id));
    const same = breaking.filter((ruling) => entry && names(entry, ruling.rule) && reaches(ruling, change));
    for (const ruling of same) matched.add(ruling);
    if (same.length > 0) continue;
    const also = breaking.some((ruling) => reaches(ruling, change));
    onlyThere.push({ change, why: entry?.note ?? (also ? OTHERWISE : SILENT) });
  }
  const onlyHere = breaking
    .filter((ruling) => !matched.has(ruling))
    .map((ruling) => ({ ruling, why: ruling.proof === "undecided" ? UNDECIDED : SHOWN }));
  return { agreed: theirs.length - onlyThere.length, onlyThere, onlyHere };
}

const OTHERWISE = "Concordat reports a break of the same operation by the values that are lost.";
const SILENT = "No message shows it: each side accepts what the other allows.";
const UNDECIDED = "Concordat could not decide it, so it counts as a break.";
const SHOWN = "Its witness is a message that one side accepts and the other refuses.";

function reaches({ operations }: Ruling, { operation, path }: ForeignChange): boolean {
  if (operation === undefined || path === undefined) return true;
  return operations.some((reach) => operationShape(reach) === operationShape({ method: operation, path }));
}
