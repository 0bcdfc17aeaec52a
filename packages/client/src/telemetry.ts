import type { Hooks, TryEnd } from "./hooks.ts";
import { redactUrl, secretNames, secretNamesOf } from "./redact.ts";

/** What is needed of `@opentelemetry/api`, as it is: the run-time itself depends on nothing. */
export interface OpenTelemetry {
  readonly trace: {
    getTracer(name: string): {
      startSpan(name: string, options: { kind: number; attributes: Attributes }, context: never): Span;
    };
    setSpan(context: never, span: never): unknown;
  };
  readonly context: { active(): unknown };
  readonly propagation: { inject(context: never, carrier: object): void };
  readonly metrics: {
    getMeter(name: string): {
      createHistogram(
        name: string,
        options: { description: string; unit: string; advice: { explicitBucketBoundaries: number[] } },
      ): { record(value: number, attributes: Attributes): void };
    };
  };
}

type Attributes = Record<string, string | number>;

interface Span {
  setAttributes(attributes: Attributes): unknown;
  setStatus(status: { code: number }): unknown;
  end(): void;
}

/** Numbers of `SpanKind` and `SpanStatusCode`, which are part of the API. */
const CLIENT = 2;
const ERROR = 2;

/** In seconds, as the conventions advise. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Tells OpenTelemetry of each try: a client span, with the context of the trace sent along, and its duration as the metric
 * `http.client.request.duration` (semantic conventions for HTTP 1.37).
 *
 * @param api `import * as api from "@opentelemetry/api"`
 */
export function telemetry(api: OpenTelemetry): Hooks {
  const tracer = api.trace.getTracer("@concordat/client");
  const duration = api.metrics.getMeter("@concordat/client").createHistogram("http.client.request.duration", {
    description: "Duration of HTTP client requests.",
    unit: "s",
    advice: { explicitBucketBoundaries: BUCKETS },
  });
  const isSecret = secretNames();
  return {
    onTry({ operation, url, headers, tries }) {
      const { hostname, port, protocol } = new URL(url);
      const shared: Attributes = {
        "http.request.method": operation.method,
        "server.address": hostname,
        "server.port": Number(port) || (protocol === "https:" ? 443 : 80),
        "url.template": operation.path,
      };
      const own = {
        "url.full": redactUrl(url, secretNamesOf(operation, isSecret)),
        ...(tries > 1 && { "http.request.resend_count": tries - 1 }),
      };
      const name = `${operation.method} ${operation.path}`;
      const context = api.context.active() as never;
      const span = tracer.startSpan(name, { kind: CLIENT, attributes: { ...shared, ...own } }, context);
      const carrier: Record<string, string> = {};
      api.propagation.inject(api.trace.setSpan(context, span as never) as never, carrier);
      for (const [header, value] of Object.entries(carrier)) headers.set(header, value);
      return (end) => {
        const result = resultOf(end);
        span.setAttributes(result);
        if ("error.type" in result) span.setStatus({ code: ERROR });
        span.end();
        duration.record(end.duration / 1000, { ...shared, ...result });
      };
    },
  };
}

/** A status of 400 or more is an error, for a client; one that never came is told by its failure. */
function resultOf({ status, failure }: TryEnd): Attributes {
  if (status === undefined) return { "error.type": failure ?? "_OTHER" };
  return { "http.response.status_code": status, ...(status >= 400 && { "error.type": String(status) }) };
}
