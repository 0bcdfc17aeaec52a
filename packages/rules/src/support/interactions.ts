import { type OfInteraction, operationName } from "@concordat/engine/kit";

/** The operation of an interaction as messages name it. */
export function operationOf({ operations: [reach] }: Pick<OfInteraction, "operations">): string {
  return reach ? operationName(reach) : "the message";
}

/** A response as messages name it: `GET /users 200`. */
export function responseOf({ operations }: Pick<OfInteraction, "operations">): string {
  const [reach] = operations;
  return reach?.status === undefined ? operationOf({ operations }) : `${operationOf({ operations })} ${reach.status}`;
}

/** A place in a body as messages name it: `body/items/0`. */
export function placeIn(pointer: string): string {
  return `body${pointer}`;
}
