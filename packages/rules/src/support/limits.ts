import { type Api, extensionOf, type Located, type Operation, type Response } from "@concordat/engine/kit";

/*
 * What rules about rate limits share.
 */

/** Names of header fields that tell of rate limits, by the convention they belong to. */
export function limitFields({ headers }: Response): { readonly draft: Set<string>; readonly legacy: Set<string> } {
  const draft = new Set<string>();
  const legacy = new Set<string>();
  for (const { name } of headers) {
    const [, field] = /^(?:x-)?rate-?limit-(limit|remaining|reset)$/i.exec(name) ?? [];
    if (/^ratelimit(?:-policy)?$/i.test(name)) draft.add(name.toLowerCase());
    else if (field !== undefined) legacy.add(field.toLowerCase());
  }
  return { draft, legacy };
}

/** The quota policy that applies to an operation, in the spellings in use. */
export function limitPolicy(operation: Operation, api: Api): Located | undefined {
  return extensionOf(operation, "x-rate-limit", api) ?? extensionOf(operation, "x-ratelimit", api);
}

/** Whether a description says that an operation has no limit. */
export function isUnlimited(operation: Operation, api: Api): boolean {
  return limitPolicy(operation, api)?.value === false;
}
