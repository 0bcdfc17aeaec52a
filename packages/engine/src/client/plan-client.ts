import { sha256 } from "../base/digest.ts";
import { KEY_HEADER, malformedReliability } from "../kit/reliability.ts";
import type { Api } from "../model/api.ts";
import { operationName } from "../model/operation-key.ts";
import type { OperationRef } from "../model/revision.ts";
import { type ClientFile, type ClientIdentity, headerOf } from "./client-files.ts";
import { EntryMaker } from "./entry.ts";
import { clientText } from "./module-texts.ts";
import { functionNames } from "./names.ts";
import { type TypedDocument, typedDocument } from "./typed-document.ts";
import { validatorsText, validatorTable } from "./validator-table.ts";

/**
 * What makes the types, with its version. It is part of what decides whether a client is up to date, as the version of Concordat is
 * not: a release that generates the same leaves every client as it is.
 */
export const TYPES_BY = "openapi-typescript 7.13.0";

/** A client, complete but for its types. */
export interface ClientPlan extends ClientIdentity {
  /** What the types are made of. */
  readonly document: TypedDocument;
  /** The texts of the other files. */
  readonly texts: Readonly<Record<Exclude<ClientFile, "types.ts">, string>>;
}

/** Plans the client of a description. Defects that it meets are kept by the cursor of the description. */
export function planClient(api: Api): ClientPlan {
  reportTwins(api);
  reportMalformed(api);
  const operations = api.operations;
  const names = functionNames(operations.map(({ ref }) => ref));
  const servers = commonServers(api);
  const maker = new EntryMaker(api, names, servers);
  const entered = operations.map((operation) => ({ operation, entry: maker.entry(operation) }));
  const keys = entered.flatMap(({ operation: { ref }, entry: { idempotency, key = KEY_HEADER } }) =>
    idempotency === "key" ? [[ref, key] as const] : [],
  );
  const document = typedDocument(api, names, new Map(keys));
  const title = api.revision.title?.replace(/\s+/g, " ").trim() ?? "an API";
  return {
    document,
    digest: sha256(`${TYPES_BY}\n${JSON.stringify(document)}`),
    title,
    texts: {
      "client.ts": clientText(headerOf(title), servers, entered),
      "validators.ts": validatorsText(headerOf(title), validatorTable(api, names)),
    },
  };
}

/** The servers of the operations: what most of them have, which is what the description says at its top. */
function commonServers({ operations }: Api): readonly string[] {
  const groups = Map.groupBy(operations, ({ servers }) => servers.defaults.join(" "));
  const [most] = [...groups.values()].sort((a, b) => b.length - a.length);
  return most?.[0]?.servers.defaults ?? [];
}

/** What cannot be read of `x-reliability`: it may be what forbids a repeat, so that it must not count as not said. */
function reportMalformed(api: Api): void {
  for (const { at, value } of malformedReliability(api))
    api.cursor.report(
      "reliability-malformed",
      `\`x-reliability\` has an invalid value: \`${value}\`. Write \`{ idempotency: key | natural | none, retry: safe | never, timeout: 2s, criticality: critical | normal }\`, of which each member is optional.`,
      at,
    );
}

/** Operations that share an `operationId`, which must be unique (OpenAPI 3.1, section 4.8.10.1). */
function reportTwins({ revision, cursor }: Api): void {
  const first = new Map<string, OperationRef>();
  for (const ref of revision.operations) {
    const { operationId } = ref;
    const other = operationId === undefined ? undefined : first.get(operationId);
    if (other !== undefined)
      cursor.report(
        "operation-id-twice",
        `The operationId \`${operationId}\` names \`${operationName(other)}\` and \`${operationName(ref)}\`. Give each operation an operationId of its own.`,
        ref.at,
      );
    else if (operationId !== undefined) first.set(operationId, ref);
  }
}
