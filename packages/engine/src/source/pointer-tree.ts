import { parsePointer } from "@concordat/containment/internal";

/** Pointers arranged by their tokens, so that one pass over a text finds all of them. */
export interface PointerTree {
  /** The pointer that ends here, if it is one of those asked for. */
  pointer: string | undefined;
  readonly children: Map<string, PointerTree>;
}

/** The tree of a set of JSON Pointers; texts that are none are left out. */
export function pointerTree(pointers: Iterable<string>): PointerTree {
  const root: PointerTree = { pointer: undefined, children: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const token of parsePointer(pointer) ?? []) {
      let child = node.children.get(token);
      if (child === undefined) node.children.set(token, (child = { pointer: undefined, children: new Map() }));
      node = child;
    }
    node.pointer = pointer;
  }
  return root;
}
