import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";

/** An interaction of a pact of version 2, as far as a stub needs it. */
export interface StubInteraction {
  readonly description: string;
  readonly providerState?: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
}

/** A provider that answers as a pact says. */
export interface BrokerStub {
  readonly url: string;
  /** Interactions that were asked for, in order, and requests that none expects. */
  readonly met: StubInteraction[];
  readonly unexpected: string[];
  /** All headers that were sent, by request. */
  readonly sent: Readonly<Record<string, string | string[] | undefined>>[];
  close(): Promise<void>;
}

/** Hosts that pacts name as their provider's; the stub puts its own in their place. */
const HOSTS = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/g;

/** Starts a stub on loopback. Of interactions with equal requests the first is answered. */
export async function startStub(interactions: readonly StubInteraction[]): Promise<BrokerStub> {
  const [met, unexpected, sent]: [StubInteraction[], string[], BrokerStub["sent"]] = [[], [], []];
  let url = "";
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    sent.push(request.headers);
    const found = interactions.find((each) => fits(each.request, request, body));
    if (found === undefined) {
      unexpected.push(`${request.method} ${request.url} ${body}`);
      response.writeHead(500, { "content-type": "text/plain" }).end("No interaction expects this.");
      return;
    }
    met.push(found);
    const { status, headers = {}, body: answer } = found.response;
    response.writeHead(status, headers);
    response.end(answer === undefined ? "" : JSON.stringify(answer).replace(HOSTS, url));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url, met, unexpected, sent, close };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function fits(expected: StubInteraction["request"], request: IncomingMessage, body: string): boolean {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://stub");
  return (
    expected.method.toUpperCase() === request.method &&
    expected.path === pathname &&
    isDeepStrictEqual(pairsOf(new URLSearchParams(expected.query ?? "")), pairsOf(searchParams)) &&
    Object.entries(expected.headers ?? {}).every(([name, value]) =>
      acceptsHeader(request.headers[name.toLowerCase()], value),
    ) &&
    (expected.body === undefined || (body !== "" && isDeepStrictEqual(JSON.parse(body), expected.body)))
  );
}

/** The values of a list of media types may come in any number. */
function acceptsHeader(sent: string | string[] | undefined, expected: string): boolean {
  const first = expected.split(/,\s*/)[0] ?? "";
  return typeof sent === "string" && sent.split(/[,;]\s*/).includes(first);
}

/** Query parameters, sorted: libraries write them in any order. */
function pairsOf(parameters: URLSearchParams): string[] {
  return [...parameters].map((pair) => JSON.stringify(pair)).sort();
}
