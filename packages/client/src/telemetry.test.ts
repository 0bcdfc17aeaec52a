import * as api from "@opentelemetry/api";
import { afterEach, expect, test } from "vitest";
import { createClient, telemetry } from "./index.ts";
import { plainOperation } from "./testing/plain-operation.ts";

afterEach(() => {
  api.trace.disable();
  api.metrics.disable();
  api.propagation.disable();
});

/** What providers of OpenTelemetry are told. */
function observed() {
  const spans: Record<string, unknown>[] = [];
  const durations: Record<string, unknown>[] = [];
  const startSpan = (name: string, { kind, attributes }: api.SpanOptions) => {
    const span: Record<string, unknown> = { name, kind, ...attributes };
    spans.push(span);
    return {
      ...api.trace.wrapSpanContext({
        traceId: "0af7651916cd43dd8448eb211c80319c",
        spanId: "b7ad6b7169203331",
        traceFlags: 1,
      }),
      setAttributes: (more: object) => Object.assign(span, more),
      setStatus: (status: object) => Object.assign(span, { status }),
      end: () => Object.assign(span, { ended: true }),
    };
  };
  api.trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan }) } as unknown as api.TracerProvider);
  const record = (value: number, attributes: object) => durations.push({ isNumber: value >= 0, ...attributes });
  const createHistogram = (name: string, { unit }: api.MetricOptions) => ({
    record: (value: number, attributes: object) => record(value, { name, unit, ...attributes }),
  });
  api.metrics.setGlobalMeterProvider({ getMeter: () => ({ createHistogram }) } as unknown as api.MeterProvider);
  api.propagation.setGlobalPropagator({
    inject: (context, carrier, setter) =>
      setter.set(carrier, "traceparent", api.trace.getSpan(context) ? "00-a-b-01" : ""),
    extract: (context) => context,
    fields: () => [],
  });
  return { spans, durations };
}

test("each try is a client span with the trace sent along, and a duration", async () => {
  const { spans, durations } = observed();
  const seen: (string | null)[] = [];
  const client = createClient({
    baseUrl: "https://api.test/v1",
    retry: { base: 0 },
    hooks: telemetry(api),
    fetch: async (_, { headers }) => {
      seen.push((headers as Headers).get("traceparent"));
      return new Response("{}", {
        status: seen.length === 1 ? 503 : 200,
        headers: { "content-type": "application/json" },
      });
    },
  });
  const get = plainOperation({ path: "/users/{id}" });
  await get(client, { path: { id: 7 }, query: { token: "t" } });
  expect(seen).toEqual(["00-a-b-01", "00-a-b-01"]);
  const shared = {
    "http.request.method": "GET",
    "server.address": "api.test",
    "server.port": 443,
    "url.template": "/users/{id}",
  };
  const span = {
    ...shared,
    name: "GET /users/{id}",
    kind: api.SpanKind.CLIENT,
    "url.full": "https://api.test/v1/users/7?token=REDACTED",
    ended: true,
  };
  expect(spans).toEqual([
    { ...span, "http.response.status_code": 503, "error.type": "503", status: { code: api.SpanStatusCode.ERROR } },
    { ...span, "http.request.resend_count": 1, "http.response.status_code": 200 },
  ]);
  const duration = { ...shared, name: "http.client.request.duration", unit: "s", isNumber: true };
  expect(durations).toEqual([
    { ...duration, "http.response.status_code": 503, "error.type": "503" },
    { ...duration, "http.response.status_code": 200 },
  ]);
});
