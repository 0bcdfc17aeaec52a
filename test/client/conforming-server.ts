import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type Contract, judgeExchange } from "../../packages/engine/src/exchange/contract.ts";
import type { HttpRequest, Judgement } from "../../packages/engine/src/exchange/exchange.ts";
import { makeResponse } from "../../packages/engine/src/exchange/make.ts";
import type { Values } from "../../packages/engine/src/exchange/values.ts";
import { originOf } from "../../packages/engine/src/model/read-servers.ts";
import type { Operation, Response } from "../../packages/engine/src/model/revision.ts";

/** What a server saw of one request, and what the contract says of it. */
export interface Seen {
  readonly request: HttpRequest;
  readonly judgement: Judgement;
}

/** A server on the loopback interface that keeps a contract: it judges each request, and answers by the smallest response of success. */
export interface ConformingServer {
  readonly origin: string;
  /** The requests since it was last asked. */
  seen(): readonly Seen[];
  close(): Promise<void>;
}

/**
 * Starts a server for a contract.
 * @param server the URL of the description's server that it stands in for
 */
export async function serve(contract: Contract, values: Values, server: string): Promise<ConformingServer> {
  let seen: Seen[] = [];
  const http = createServer(async (incoming, outgoing) => {
    const request = await readRequest(incoming, originOf(server));
    seen.push({ request, judgement: judgeExchange({ request, response: null }, contract, undefined, values) });
    const { status, headers, body } = answerTo(request, contract, values);
    outgoing.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    seen: () => {
      const since = seen;
      seen = [];
      return since;
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage, origin: string): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = "", url = "", headers } = incoming;
  const body = Buffer.concat(chunks).toString("latin1");
  const named = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return {
    method,
    url: origin + url,
    headers: named as HttpRequest["headers"],
    // Files are bytes, and everything else is UTF-8.
    ...(body !== "" && { body: isText(headers["content-type"]) ? Buffer.concat(chunks).toString("utf8") : body }),
  };
}

function isText(type = ""): boolean {
  return /json|text|urlencoded|xml|multipart/.test(type);
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

function answerTo({ method, url }: HttpRequest, contract: Contract, values: Values): Answer {
  const routed = contract.router.match(method, url);
  if (routed.kind !== "found") return { status: 404, headers: {} };
  const operation = contract.operation(routed.value);
  const response = successOf(operation);
  if (response === undefined) return { status: 204, headers: {} };
  const status = /^2\d\d$/.test(response.status) ? response.status : "200";
  const made = makeResponse(operation, response, values, { status });
  if (made.kind !== "some") return { status: 500, headers: {} };
  const { headers, body } = made.value;
  return { status: Number(status), headers: headers as Record<string, string>, ...(body !== undefined && { body }) };
}

function successOf({ responses }: Operation): Response | undefined {
  return responses.find(({ status }) => status.startsWith("2")) ?? responses.find(({ status }) => status === "default");
}
