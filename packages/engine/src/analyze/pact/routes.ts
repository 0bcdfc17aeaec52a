import type { Contract } from "../../exchange/contract.ts";
import { basePath } from "../../model/origin.ts";
import type { PactRequest } from "../../model/pact.ts";
import type { OperationRef } from "../../model/revision.ts";
import { type Routed, Router } from "../../model/router.ts";

/** The operation of a request, and what of its way there the description does not have. */
export interface Found {
  readonly ref: OperationRef;
  readonly path: ReadonlyMap<string, string>;
  /** Base paths of the servers, where the path lacks them all. */
  readonly basePaths: readonly string[];
}

/** Where requests of a pact lead. */
export class Routes {
  readonly #contract: Contract;
  #bare: Router<OperationRef> | undefined;

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /**
   * The operation that a request is one of. Where a pact leaves the base path of the servers out, as consumers do that have
   * it in the address of the provider, the rest of the path counts.
   */
  find({ method, path }: Pick<PactRequest, "method" | "path">): Found | Exclude<Routed<never>, { kind: "found" }> {
    const routed = this.#contract.router.match(method, path);
    if (routed.kind === "found") return { ref: routed.value, path: routed.values(), basePaths: [] };
    if (routed.kind === "method") return routed;
    const bare = this.#bareRouter.match(method, path);
    if (bare.kind !== "found") return bare.kind === "method" ? bare : routed;
    const { urls } = this.#contract.operation(bare.value).servers;
    const basePaths = [...new Set(urls.map(basePath))].filter((base) => base !== "");
    return { ref: bare.value, path: bare.values(), basePaths };
  }

  get #bareRouter(): Router<OperationRef> {
    this.#bare ??= new Router(this.#contract.revision.operations.map((ref) => ({ key: ref, servers: [], value: ref })));
    return this.#bare;
  }
}
