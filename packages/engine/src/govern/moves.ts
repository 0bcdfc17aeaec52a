import { failed, type Result, together } from "../base/result.ts";
import type { Host } from "../host/host.ts";
import { type LoadOptions, loadDescription } from "../load/description.ts";
import { findMoves } from "../migrate/find-moves.ts";
import type { Move } from "../migrate/move.ts";
import { Api } from "../model/api.ts";

export type { Move } from "../migrate/move.ts";

/** The two revisions between which calls move. */
export interface MovesRequest {
  /** Undefined: head alone, by what it deprecates. */
  readonly base: string | undefined;
  readonly head: string;
  readonly load: LoadOptions;
}

/** Finds what changes for calls from base to head. */
export async function governMoves({ base, head, load }: MovesRequest, host: Host): Promise<Result<readonly Move[]>> {
  const loaded = together([
    await loadDescription(head, host, load),
    ...(base === undefined ? [] : [await loadDescription(base, host, load)]),
  ]);
  if (failed(loaded)) return loaded;
  const [after, before = after] = loaded.value;
  return { value: after && before ? findMoves(new Api(before), new Api(after)) : [] };
}
