import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as bookings from "../../contracts/bookings/client/client.ts";
import * as parcels from "../../contracts/parcels/client/client.ts";
import { createClient, type Operation, operation, validation } from "../../packages/client/src/index.ts";
import { loadAutomata } from "../../packages/containment/src/internal.ts";
import { EntryMaker } from "../../packages/engine/src/client/entry.ts";
import { functionNames } from "../../packages/engine/src/client/names.ts";
import { validatorTable } from "../../packages/engine/src/client/validator-table.ts";
import { Contract } from "../../packages/engine/src/exchange/contract.ts";
import { Values } from "../../packages/engine/src/exchange/values.ts";
import { DEFAULT_LOAD, nodeHost } from "../../packages/engine/src/index.ts";
import { loadDescription } from "../../packages/engine/src/load/description.ts";
import { Api } from "../../packages/engine/src/model/api.ts";
import { basePath } from "../../packages/engine/src/model/origin.ts";
import { valueIn } from "../../packages/engine/src/testing/value-in.ts";
import { CORPUS, readCorpus } from "../support/corpus.ts";
import { ROOT } from "../support/paths.ts";
import { inputFor } from "./calls.ts";
import { serve } from "./conforming-server.ts";

/*
 * Every operation is called over a real connection, with the smallest values that its description allows; the server judges each
 * request by the exchange judge, and answers as the description says.
 */

type AnyOperation = Operation<never> & ((...args: readonly unknown[]) => Promise<{ readonly error?: Error }>);

const corpus = new Set(readCorpus().map(({ vendor }) => vendor));

async function readApi(source: string): Promise<Api> {
  return new Api(valueIn(await loadDescription(source, nodeHost(ROOT), { ...DEFAULT_LOAD, root: "/" })));
}

/** The functions of a client, as `client.ts` has them. */
function functionsOf(api: Api): Record<string, AnyOperation> {
  const names = functionNames(api.revision.operations);
  const maker = new EntryMaker(api, names, api.operations[0]?.servers.defaults ?? []);
  return Object.fromEntries(
    api.operations.map((each) => [names.get(each.ref), operation(maker.entry(each)) as unknown as AnyOperation]),
  );
}

/** Calls each operation, and answers what was refused, undecided or failed. */
async function callAll(api: Api, functions: Readonly<Record<string, unknown>>): Promise<string[]> {
  const contract = new Contract(api.revision);
  const values = new Values(contract.library, await loadAutomata());
  const names = functionNames(api.revision.operations);
  const [server = ""] = api.operations[0]?.servers.defaults ?? [];
  const running = await serve(contract, values, server);
  const client = createClient({
    baseUrl: running.origin + basePath(server),
    auth: new Proxy({}, { get: () => "a:b" }),
    // What the exchange judge accepts, the client does not refuse.
    validation: validation(JSON.parse(JSON.stringify(validatorTable(api, names))), "throw"),
  });
  const objections: string[] = [];
  try {
    for (const each of api.operations)
      for (const all of [false, true]) {
        const name = names.get(each.ref) as string;
        const call = functions[name] as AnyOperation;
        const { error } = await call(client, inputFor(each, values, all), { retry: false });
        const seen = running.seen();
        if (seen.length !== 1) objections.push(`${name}: was sent ${seen.length} times. ${error?.message ?? ""}`);
        else if (error) objections.push(`${name}: ${error.message}`);
        for (const { judgement } of seen)
          for (const { at, reason } of judgement.remarks) objections.push(`${name}: ${at} ${reason}`);
      }
  } finally {
    await running.close();
  }
  return [...new Set(objections)];
}

describe("every call of a committed client is one that its contract accepts", () => {
  test.each([
    ["bookings", bookings],
    ["parcels", parcels],
  ])("%s", async (name, functions) => {
    const api = await readApi(join(ROOT, "contracts", name, "openapi.yaml"));
    expect(await callAll(api, functions)).toEqual([]);
  });
});

describe("so is every call of a client of a real description", () => {
  test.skipIf(corpus.size === 0).each([
    ["alertmanager", "new.yaml"],
    ["realworld", "new.yaml"],
    ["redocly-cafe-32", "new.yaml"],
    ["qdrant", "new.json"],
    ["adyen-checkout", "new.json"],
  ])(
    "%s",
    async (vendor, file) => {
      const api = await readApi(join(CORPUS, vendor, file));
      expect(await callAll(api, functionsOf(api))).toEqual([]);
    },
    60_000,
  );
});
