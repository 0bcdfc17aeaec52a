import { describe, expect, it } from "vitest";
import { completeFragment, type Fragment } from "./fragment.ts";

const info = { title: "Example", version: "1.0.0" };
const ok = { "200": { description: "ok" } };
const string = { type: "string" };

const completed: readonly (readonly [string, Fragment, object])[] = [
  ["nothing", {}, { openapi: "3.1.0", info, paths: {} }],
  [
    "an operation without anything, as YAML reads it",
    { "get /users": null },
    { openapi: "3.1.0", info, paths: { "/users": { get: { responses: ok } } } },
  ],
  [
    "a body and a response",
    { "post /users": { body: string, response: string } },
    {
      openapi: "3.1.0",
      info,
      paths: {
        "/users": {
          post: {
            requestBody: { required: true, content: { "application/json": { schema: string } } },
            responses: { "200": { description: "ok", content: { "application/json": { schema: string } } } },
          },
        },
      },
    },
  ],
  [
    "a path parameter that nobody declares, and one that does",
    { "get /a/{x}/{y}": { parameters: [{ in: "path", name: "y", schema: { type: "integer" } }] } },
    {
      openapi: "3.1.0",
      info,
      paths: {
        "/a/{x}/{y}": {
          get: {
            parameters: [
              { in: "path", name: "y", required: true, schema: { type: "integer" } },
              { in: "path", name: "x", required: true, schema: string },
            ],
            responses: ok,
          },
        },
      },
    },
  ],
  [
    "a path item that declares the parameter by reference",
    {
      "get /a/{x}": {},
      "/a/{x}": { parameters: [{ $ref: "#/components/parameters/X" }] },
      components: { parameters: { X: { in: "path", name: "x", required: true, schema: string } } },
    },
    {
      openapi: "3.1.0",
      info,
      paths: { "/a/{x}": { get: { responses: ok }, parameters: [{ $ref: "#/components/parameters/X" }] } },
      components: { parameters: { X: { in: "path", name: "x", required: true, schema: string } } },
    },
  ],
  [
    "headers and callbacks",
    {
      "get /a": {
        responses: { 204: { headers: { "X-A": {} } }, 404: { $ref: "#/x" } },
        callbacks: { done: { url: { post: { body: string } } }, shared: { $ref: "#/y" } },
      },
    },
    {
      openapi: "3.1.0",
      info,
      paths: {
        "/a": {
          get: {
            responses: { "204": { description: "ok", headers: { "X-A": { schema: string } } }, "404": { $ref: "#/x" } },
            callbacks: {
              done: {
                url: {
                  post: {
                    requestBody: { required: true, content: { "application/json": { schema: string } } },
                    responses: ok,
                  },
                },
              },
              shared: { $ref: "#/y" },
            },
          },
        },
      },
    },
  ],
  [
    "a description of 2.0",
    { openapi: "2.0", "post /a/{x}": { body: string, response: string } },
    {
      swagger: "2.0",
      info,
      paths: {
        "/a/{x}": {
          post: {
            parameters: [
              { type: "string", name: "x", in: "path", required: true },
              { name: "body", in: "body", required: true, schema: string },
            ],
            responses: { "200": { description: "ok", schema: string } },
          },
        },
      },
    },
  ],
];

describe("a fragment", () => {
  it.each(completed)("is filled up: %s", (_, fragment, whole) => {
    expect(completeFragment(fragment)).toEqual(whole);
  });

  it("keeps what it says itself", () => {
    const own = { openapi: "3.0.3", info: { version: "2.0.0" }, servers: [{ url: "/v2" }] };
    expect(completeFragment(own)).toEqual({ ...own, info: { title: "Example", version: "2.0.0" }, paths: {} });
  });
});
