import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import type { VerifierJob, VerifierMessage } from "./verifier-job.ts";

/*
 * A process of its own for the verifier of `@pact-foundation/pact`: its native part may end the process that it runs in. The parent
 * sends one job, and gets messages.
 */

/** What the package exports, as far as it is used. */
interface PactPackage {
  readonly Verifier: new (options: Readonly<Record<string, unknown>>) => { verifyProvider(): Promise<unknown> };
}

/** A request to set up or tear down a provider state, as the verifier sends it. */
interface StateChange {
  readonly state: string;
  readonly action: "setup" | "teardown";
  readonly params: Readonly<Record<string, unknown>>;
}

type Handler = (params: StateChange["params"]) => unknown;

const STATE_SECONDS = 30;
const tell = (message: VerifierMessage) => process.send?.(message);

process.once("message", async (job: VerifierJob) => {
  try {
    tell({ kind: "report", report: await verify(job) });
  } catch (error) {
    tell({ kind: "fault", message: error instanceof Error ? error.message : String(error) });
  }
  process.disconnect();
});

async function verify({ verifier, provider, url, pacts, headers, states }: VerifierJob): Promise<unknown> {
  const loaded = await import(pathToFileURL(verifier).href);
  const { Verifier } = (loaded.default ?? loaded) as PactPackage;
  const handle = await stateHandler(states);
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const change = JSON.parse(Buffer.concat(chunks).toString("utf8")) as StateChange;
    let values: unknown;
    try {
      values = change.state === "" ? undefined : await handle(change);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (change.action === "setup") tell({ kind: "state-failure", state: change.state, reason });
    }
    // An answer that is no success is asked for again eight times over two minutes; so the failure is reported in another way.
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(values ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const report = await new Verifier({
      ...{ provider, providerBaseUrl: url, pactUrls: pacts, logLevel: "error" },
      // It takes no empty object.
      ...(Object.keys(headers).length > 0 && { customProviderHeaders: headers }),
      providerStatesSetupUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      providerStatesSetupTeardown: true,
    }).verifyProvider();
    return parsed(String(report));
  } catch (error) {
    // What it found comes as JSON in the message of its error.
    const report = error instanceof Error ? parsed(error.message) : undefined;
    if (report === undefined) throw error;
    return report;
  } finally {
    server.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sets up and tears down provider states; what cannot be done is thrown. Answers values for generators. */
async function stateHandler(states: VerifierJob["states"]): Promise<(change: StateChange) => Promise<unknown>> {
  if (states === null)
    return async () => {
      throw new Error("nobody sets up states. Name --states or --state-url, or say --ignore-states.");
    };
  if ("url" in states) return (change) => forward(states.url, change);
  const loaded = await import(pathToFileURL(states.module).href);
  const handlers = (loaded.default ?? loaded) as Readonly<Record<string, Handler | Partial<Record<string, Handler>>>>;
  return async ({ state, action, params }) => {
    const handler = Object.hasOwn(handlers, state) ? handlers[state] : undefined;
    if (handler === undefined) throw new Error("the module has no handler of this name.");
    if (typeof handler !== "function") return handler[action]?.(params);
    return action === "setup" ? handler(params) : undefined;
  };
}

async function forward(url: string, change: StateChange): Promise<unknown> {
  const response = await fetch(url, {
    ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(change) },
    signal: AbortSignal.timeout(STATE_SECONDS * 1000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`it was answered with ${response.status}.`);
  return parsed(text);
}
