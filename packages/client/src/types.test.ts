import { describe, expectTypeOf, test } from "vitest";
import type { CallError, StatusError, UnexpectedResponseError } from "./errors.ts";
import { createClient, operation } from "./index.ts";
import type { Data, Failure, Input, Readable, ServerSentEvent, Writable } from "./types.ts";

/* Written as openapi-typescript 7 writes operations; nothing here runs. */

interface User {
  readonly id: { readonly $read: string };
  name: string;
  password: { readonly $write: string };
}
interface NoInput {
  parameters: { query?: never; header?: never; path?: never; cookie?: never };
  requestBody?: never;
}
interface GetUser {
  parameters: { query?: { expand?: string[] }; header?: never; path: { id: string }; cookie?: never };
  requestBody?: never;
  responses: {
    200: { headers: Record<string, unknown>; content: { "application/json": User } };
    404: { headers: Record<string, unknown>; content: { "application/problem+json": { code: "gone" } } };
    default: { headers: Record<string, unknown>; content: { "application/json": { message: string } } };
  };
}
interface CreateUser {
  parameters: NoInput["parameters"];
  requestBody: { content: { "application/json": User } };
  responses: { 204: { headers: Record<string, unknown>; content?: never } };
}

describe("what a call takes", () => {
  test("is each place that has parameters, optional where all of them are", () => {
    expectTypeOf<Input<GetUser>>().toMatchObjectType<{ readonly path: { id: string } }>();
    expectTypeOf<Input<GetUser>["query"]>().toEqualTypeOf<{ expand?: string[] } | undefined>();
    expectTypeOf<"body" extends keyof Input<GetUser> ? true : false>().toEqualTypeOf<false>();
    expectTypeOf<
      Record<never, never> extends Input<NoInput & { responses: object }> ? true : false
    >().toEqualTypeOf<true>();
  });

  test("is a body without what is only read", () => {
    expectTypeOf<keyof Input<CreateUser>["body"]>().toEqualTypeOf<"name" | "password">();
    expectTypeOf<Writable<User>["password"]>().toEqualTypeOf<string>();
    expectTypeOf<keyof Readable<User>>().toEqualTypeOf<"id" | "name">();
  });

  test("is given as the style of the client has it", () => {
    const get = operation<GetUser>({ name: "get", method: "GET", path: "/users/{id}" });
    const thrown = () => get(createClient({ baseUrl: "http://a", style: "throw" }), { path: { id: "1" } });
    expectTypeOf<Awaited<ReturnType<typeof thrown>>["error"]>().toEqualTypeOf<undefined>();
    const told = () => get(createClient({ baseUrl: "http://a" }), { path: { id: "1" } });
    expectTypeOf<Awaited<ReturnType<typeof told>>["error"]>().toEqualTypeOf<undefined | Failure<GetUser>>();
    // @ts-expect-error: the path parameter is missing
    const missing = () => get(createClient({ baseUrl: "http://a" }), {});
    expectTypeOf(missing).toBeFunction();
  });
});

describe("what a call answers", () => {
  test("is the body of its media type", () => {
    expectTypeOf<keyof Data<GetUser>>().toEqualTypeOf<"id" | "name">();
    expectTypeOf<Data<CreateUser>>().toEqualTypeOf<undefined>();
    type Of<M extends string> = Data<NoInput & { responses: { 200: { content: Record<M, { n: number }> } } }>;
    expectTypeOf<Of<"text/event-stream">>().toEqualTypeOf<AsyncIterable<ServerSentEvent>>();
    expectTypeOf<Of<"application/x-ndjson">>().toEqualTypeOf<AsyncIterable<{ n: number }>>();
    expectTypeOf<Of<"application/pdf">>().toEqualTypeOf<Blob>();
    expectTypeOf<Of<"text/csv; charset=utf-8">>().toEqualTypeOf<string>();
  });

  test("is an error of one type for each declared status", () => {
    type Told = Failure<GetUser>;
    expectTypeOf<UnexpectedResponseError | CallError>().toExtend<Told>();
    const body = (error: Told) => {
      if (error.kind !== "status") return undefined;
      return error.status === 404 ? error.body : error;
    };
    type Narrowed = ReturnType<typeof body>;
    expectTypeOf<Extract<Narrowed, { code: unknown }>>().toEqualTypeOf<{ code: "gone" }>();
    type Rest = Extract<Narrowed, StatusError>;
    expectTypeOf<Rest["body"]>().toEqualTypeOf<{ message: string }>();
    expectTypeOf<404 extends Rest["status"] ? true : false>().toEqualTypeOf<false>();
  });
});
