import type { Cursor } from "./cursor.ts";
import { headerValue } from "./examples.ts";
import { headersNamed } from "./lifecycle.ts";
import { type Link, parseLinks } from "./links.ts";
import { type OperationKey, operationName, parseOperationName } from "./operation-key.ts";
import { operationPointer } from "./operation-pointer.ts";
import type { Operation } from "./revision.ts";
import { Router } from "./router.ts";

/** Finds the operations that descriptions name as replacements. */
export class Successors {
  readonly #byName = new Map<string, OperationKey>();
  readonly #operations: readonly Operation[];
  #router: Router<OperationKey> | undefined;

  /** @param operations those of the description, all that applies to them merged */
  constructor(operations: readonly Operation[]) {
    this.#operations = operations;
    for (const { ref } of operations) {
      const pointer = operationPointer(ref);
      for (const name of [ref.operationId, operationName(ref), pointer, `#${pointer}`])
        if (name !== undefined && !this.#byName.has(name)) this.#byName.set(name, keyOf(ref));
    }
  }

  /** The operation of a name: an operationId, `METHOD /path`, or a JSON Pointer with or without `#`. */
  named(name: string): OperationKey | undefined {
    const parsed = parseOperationName(name);
    const wanted = parsed ? operationName({ ...parsed, method: parsed.method.toUpperCase() }) : name;
    return this.#byName.get(wanted) ?? this.#byName.get(name);
  }

  /** The operation of the same method behind an URL, which counts from the servers of the operation that links to it. */
  linked(url: string, { ref, servers }: Pick<Operation, "ref" | "servers">): OperationKey | undefined {
    this.#router ??= new Router(
      this.#operations.map((each) => ({ key: each.ref, servers: each.servers.urls, value: keyOf(each.ref) })),
    );
    for (const server of servers.defaults) {
      // A server without a host is somewhere; the route is looked for by the path alone then.
      const absolute = URL.parse(url, URL.parse(`${server}${ref.path}`, "relative:///")?.href);
      if (absolute === null) continue;
      const found = this.#router.match(ref.method, absolute.href.replace(/^relative:\/\//, ""));
      if (found.kind === "found") return found.value;
    }
    return undefined;
  }
}

/** The links that the responses of an operation document. */
export function documentedLinks({ responses }: Pick<Operation, "responses">, cursor: Cursor): Link[] {
  return headersNamed("link", responses).flatMap(({ at, serialisation: { schema } }) => {
    const value = headerValue(at, schema && cursor.follow(schema));
    return typeof value === "string" ? parseLinks(value) : [];
  });
}

function keyOf({ method, path }: OperationKey): OperationKey {
  return { method, path };
}
