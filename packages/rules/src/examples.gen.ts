// Generated from the cases of the rules by `pnpm generate`. Do not edit.

/** A part of a description that a lint rule reports, and one that it does not, in YAML. */
export interface LintExample {
  readonly bad?: string;
  readonly good?: string;
}

/** Examples by id of their rule. */
export const lintExamples: Readonly<Record<string, LintExample>> = {
  "lint/auth-401-403": {
    bad: "get /orders:\n  security: [{ key: [] }]\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: Api-Key }, cert: { type: mutualTLS } }\n  responses: { Unauthorised: { description: Sign in first. } }",
    good: "security:\n  - { key: [] }\nget /orders:\n  responses: { \"200\": {}, \"401\": {}, \"403\": {} }\nget /invoices:\n  responses: { \"200\": {}, \"4XX\": {} }\nget /users:\n  responses: { \"200\": {}, default: {} }\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: Api-Key }, cert: { type: mutualTLS } }\n  responses: { Unauthorised: { description: Sign in first. } }",
  },
  "lint/auth-every-operation": {
    bad: "get /orders: {}\npost /orders:\n  security: [{ key: [] }]\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: Api-Key } }",
    good: "security:\n  - { key: [] }\nget /orders: {}\nget /health:\n  security: []\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: Api-Key } }",
  },
  "lint/auth-https-only": {
    bad: "servers:\n  - { url: \"http://api.example.com/v1\" }\nget /orders:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes:\n    login:\n      type: oauth2\n      flows: { clientCredentials: { tokenUrl: \"http://login.example.com/token\", scopes: {} } }",
    good: "servers:\n  - { url: \"https://api.example.com/v1\" }\n  - { url: \"http://localhost:8080/v1\" }\n  - { url: \"http://127.0.0.1\" }\n  - { url: /v1 }\nget /orders: {}",
  },
  "lint/auth-least-privilege": {
    bad: "get /orders/{id}:\n  security: [{ login: [orders] }]\ndelete /orders/{id}:\n  security: [{ login: [orders] }]\ncomponents:\n  securitySchemes:\n    login:\n      type: oauth2\n      flows:\n        clientCredentials:\n          tokenUrl: \"https://example.com/token\"\n          scopes: { orders: Orders, \"orders:read\": Read orders, \"orders:write\": Change orders }",
    good: "get /orders/{id}:\n  security: [{ login: [\"orders:read\"] }]\ndelete /orders/{id}:\n  security: [{ login: [\"orders:write\"] }]\ncomponents:\n  securitySchemes:\n    login:\n      type: oauth2\n      flows:\n        clientCredentials:\n          tokenUrl: \"https://example.com/token\"\n          scopes: { orders: Orders, \"orders:read\": Read orders, \"orders:write\": Change orders }",
  },
  "lint/auth-no-ignored-header": {
    bad: "get /orders:\n  parameters: [{ name: Authorization, in: header, required: true }]",
    good: "get /orders:\n  security: [{ token: [] }]\n  parameters: [{ name: Accept-Language, in: header }]\ncomponents:\n  securitySchemes: { token: { type: http, scheme: bearer } }",
  },
  "lint/auth-no-secret-in-url": {
    bad: "get /orders:\n  security: [{ key: [] }]\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: query, name: api_key } }",
    good: "get /orders:\n  security: [{ key: [] }]\n  parameters: [{ name: page_token, in: query }]\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: Api-Key } }",
  },
  "lint/auth-no-weak-scheme": {
    bad: "get /orders:\n  security: [{ user: [] }, { login: [read] }]\ncomponents:\n  securitySchemes:\n    user: { type: http, scheme: Basic }\n    login:\n      type: oauth2\n      flows:\n        implicit:\n          authorizationUrl: \"https://example.com/authorize\"\n          scopes: { read: Read orders }",
    good: "get /orders:\n  security: [{ token: [] }, { login: [read] }]\ncomponents:\n  securitySchemes:\n    token: { type: http, scheme: bearer }\n    login:\n      type: oauth2\n      flows:\n        authorizationCode:\n          authorizationUrl: \"https://example.com/authorize\"\n          tokenUrl: \"https://example.com/token\"\n          scopes: { read: Read orders }",
  },
  "lint/auth-scheme-and-scope-defined": {
    bad: "get /orders:\n  security: [{ login: [\"orders:read\"] }]\ncomponents:\n  securitySchemes:\n    login:\n      type: oauth2\n      flows:\n        clientCredentials:\n          tokenUrl: \"https://example.com/token\"\n          scopes: { \"order:read\": Read orders }",
    good: "get /orders:\n  security: [{ login: [\"orders:read\"] }]\nput /orders/{id}:\n  security: [{ login: [\"orders:write\"] }]\ncomponents:\n  securitySchemes:\n    login:\n      type: oauth2\n      flows:\n        clientCredentials:\n          tokenUrl: \"https://example.com/token\"\n          scopes: { \"orders:read\": Read orders }\n        authorizationCode:\n          authorizationUrl: \"https://example.com/authorize\"\n          tokenUrl: \"https://example.com/token\"\n          scopes: { \"orders:write\": Change orders }",
  },
  "lint/bulk-207": {
    bad: "post /orders/bulk:\n  body: { type: array, items: { type: object } }\n  responses: { \"200\": {} }",
    good: "post /orders/bulk:\n  responses:\n    \"207\":\n      content:\n        application/json:\n          schema:\n            type: object\n            properties:\n              items:\n                type: array\n                items: { type: object, properties: { status: { type: integer } } }\n\"post /users:batchCreate\":\n  description: \"All or nothing: if one user is refused, none is created.\"",
  },
  "lint/conc-304": {
    bad: "get /users/{id}:\n  parameters: [{ name: If-None-Match, in: header }]\n  responses: { \"200\": {}, default: {} }",
    good: "get /users/{id}:\n  parameters: [{ name: If-None-Match, in: header }]\n  responses: { \"200\": {}, \"304\": {} }",
  },
  "lint/conc-412": {
    bad: "put /users/{id}:\n  parameters: [{ name: If-Match, in: header }]\n  responses: { \"200\": {} }",
    good: "put /users/{id}:\n  parameters: [{ name: If-Match, in: header }]\n  responses: { \"200\": {}, \"412\": {} }\nput /files/{id}:\n  parameters: [{ name: If-None-Match, in: header }]\n  responses: { \"201\": {}, \"4XX\": {} }\nget /users/{id}:\n  parameters: [{ name: If-None-Match, in: header }]\n  responses: { \"200\": {}, \"304\": {} }",
  },
  "lint/conc-428": {
    bad: "put /users/{id}:\n  parameters: [{ name: If-Match, in: header, required: true }]\n  responses: { \"200\": {}, \"412\": {} }",
    good: "put /users/{id}:\n  parameters: [{ name: If-Match, in: header, required: true }]\n  responses: { \"200\": {}, \"412\": {}, \"428\": {} }",
  },
  "lint/conc-etag-on-get": {
    bad: "get /users/{id}:\n  response: { type: object }\npatch /users/{id}: {}",
    good: "get /users/{id}:\n  responses: { \"200\": { headers: { ETag: {} }, content: { application/json: {} } } }\nput /users/{id}: {}",
  },
  "lint/conc-if-match": {
    bad: "get /users/{id}:\n  responses: { \"200\": { headers: { ETag: {} } } }\nput /users/{id}: {}",
    good: "get /users/{id}:\n  responses: { \"200\": { headers: { ETag: {} } } }\nput /users/{id}:\n  parameters: [{ name: If-Match, in: header }]",
  },
  "lint/dep-dates-ordered": {
    bad: "get /orders/search:\n  deprecated: true\n  x-deprecated-at: \"2026-01-01\"\n  x-sunset: \"2026-01-31\"",
    good: "get /orders/search:\n  deprecated: true\n  x-deprecated-at: \"2026-01-01\"\n  x-sunset: \"2026-12-31\"",
  },
  "lint/dep-header": {
    bad: "get /orders/search:\n  deprecated: true\n  x-deprecated-at: \"2026-01-01\"\n  x-sunset: \"2027-06-30\"",
    good: "get /orders/search:\n  deprecated: true\n  responses:\n    \"200\":\n      headers:\n        Deprecation: { example: \"@1767225600\" }\n        Sunset: { example: \"Wed, 30 Jun 2027 00:00:00 GMT\" }\nget /orders: {}",
  },
  "lint/dep-replacement": {
    bad: "get /orders/search:\n  deprecated: true\n  description: Searches orders.",
    good: "get /orders/search:\n  deprecated: true\n  x-replaced-by: GET /orders\nget /orders:\n  operationId: listOrders\n  parameters:\n    - { name: q, in: query, deprecated: true, description: \"Use `query` instead.\" }\n    - { name: query, in: query }",
  },
  "lint/dep-sunset": {
    bad: "get /orders/search:\n  deprecated: true",
    good: "get /orders/search:\n  deprecated: true\n  x-sunset: \"2027-06-30\"\nget /orders: {}",
  },
  "lint/dep-sunset-passed": {
    bad: "get /orders/search:\n  deprecated: true\n  x-sunset: \"2026-06-30\"",
    good: "get /orders/search:\n  deprecated: true\n  x-sunset: \"2026-06-30\"\nget /orders: {}",
  },
  "lint/description-valid": {
    bad: "openapi: \"3.0.3\"\nget /users: {}\ncomponents:\n  responses: { Gone: { content: {} } }",
    good: "get /users:\n  x-owner: accounts",
  },
  "lint/doc-operation": {
    bad: "get /orders:\n  tags: [orders]\n  parameters: [{ name: state, in: query }]\npost /orders:\n  summary: Places an order.\n  description: The stock is reserved at once.",
    good: "tags:\n  - { name: orders }\nget /orders:\n  tags: [orders]\n  summary: Lists orders.\n  description: The latest come first.\n  parameters: [{ name: state, in: query, description: Only orders in this state. }]",
  },
  "lint/doc-unused-component": {
    bad: "get /orders:\n  response: { $ref: \"#/components/schemas/Order\" }\ncomponents:\n  schemas:\n    Order: { type: object }\n    Offer: { type: object, properties: { next: { $ref: \"#/components/schemas/Offer\" } } }\n  responses: { Gone: { description: Gone. } }",
    good: "openapi: \"3.0.3\"\nsecurity:\n  - { token: [] }\nget /payments:\n  parameters: [{ $ref: \"#/components/parameters/page\" }]\n  response:\n    oneOf: [{ $ref: \"#/components/schemas/Card\" }]\n    discriminator:\n      propertyName: kind\n      mapping: { cash: Cash, transfer: \"#/components/schemas/Transfer\" }\nget /pets:\n  response: { $ref: \"#/components/schemas/Pet\" }\ncomponents:\n  securitySchemes: { token: { type: http, scheme: bearer } }\n  parameters:\n    page: { name: page, in: query, schema: { $ref: \"#/components/schemas/Parts/properties/number\" } }\n  schemas:\n    Card: { type: object }\n    Cash: { type: object }\n    Transfer: { type: object }\n    Parts: { type: object, properties: { number: { type: integer } } }\n    Pet: { type: object, discriminator: { propertyName: kind } }\n    Cat: { allOf: [{ $ref: \"#/components/schemas/Pet\" }] }",
  },
  "lint/err-404-on-item": {
    bad: "get /users/{id}:\n  response: { type: object }",
    good: "get /users:\n  response: { type: object }\nget /users/{id}:\n  response: { type: object }\n  responses: { \"404\": {} }",
  },
  "lint/err-client-and-server-declared": {
    bad: "post /orders:\n  body: { type: object }\n  responses: { \"201\": {} }",
    good: "post /orders:\n  body: { type: object }\n  responses: { \"201\": {}, \"422\": {}, \"503\": {} }",
  },
  "lint/err-no-content-204": {
    bad: "delete /users/{id}:\n  responses: { \"204\": { content: { application/json: { schema: { type: object } } } } }",
    good: "delete /users/{id}:\n  responses: { \"204\": {} }\nget /users/{id}:\n  response: { type: object }\n  responses: { \"304\": { headers: { ETag: {} } } }",
  },
  "lint/err-no-internals": {
    bad: "get /orders:\n  response: { type: object }\n  responses:\n    \"500\":\n      content:\n        application/json:\n          schema:\n            type: object\n            properties:\n              message: { type: string }\n              stackTrace: { type: array, items: { type: string } }",
    good: "get /orders:\n  response: { properties: { exception: { type: string } } }\n  responses:\n    \"500\":\n      content:\n        application/problem+json:\n          schema:\n            properties:\n              title: { type: string }\n              trace_id: { type: string }\n              host: { type: string }",
  },
  "lint/err-problem-json": {
    bad: "get /orders/{id}:\n  response: { type: object }\n  responses: { \"404\": { content: { application/json: { schema: { type: object } } } } }",
    good: "get /orders/{id}:\n  response: { type: object }\n  responses:\n    \"404\": { content: { application/problem+json: { schema: { type: object } } } }\n    \"503\": {}",
  },
  "lint/err-problem-schema": {
    bad: "get /invoices/{id}:\n  response: { type: object }\n  responses:\n    \"404\":\n      content:\n        application/problem+json:\n          schema:\n            type: object\n            properties:\n              type: { type: string, format: uri-reference }\n              title: { type: string }\n              status: { type: string }\n              detail: { type: string }",
    good: "openapi: \"3.0.3\"\nget /invoices/{id}:\n  response: { type: object }\n  responses:\n    default:\n      content:\n        application/problem+json:\n          schema:\n            allOf:\n              - { $ref: \"#/components/schemas/Problem\" }\n              - { properties: { invoice: { type: string } } }\ncomponents:\n  schemas:\n    Problem:\n      type: object\n      properties:\n        type: { type: string, format: uri }\n        title: { type: string, nullable: true }\n        status: { type: integer, format: int32 }\n        detail: { type: string }\n        instance: { type: string }",
  },
  "lint/err-shared-shape": {
    bad: "get /orders:\n  responses:\n    \"200\": {}\n    \"400\": { content: { application/json: { schema: { $ref: \"#/components/schemas/Error\" } } } }\n    \"409\":\n      content: { application/json: { schema: { properties: { reason: { type: string } } } } }\n    \"500\": { content: { application/json: { schema: { $ref: \"#/components/schemas/Error\" } } } }\ncomponents:\n  schemas: { Error: { properties: { code: { type: string } } } }",
    good: "openapi: \"3.0.3\"\nget /orders:\n  responses:\n    \"200\": {}\n    \"400\":\n      content: { application/json: { schema: { $ref: \"#/components/schemas/ValidationError\" } } }\n    \"409\":\n      content:\n        application/json:\n          schema:\n            oneOf:\n              - { $ref: \"#/components/schemas/Error\" }\n              - { $ref: \"#/components/schemas/ValidationError\" }\n    \"500\": { content: { application/json: { schema: { $ref: \"#/components/schemas/Error\" } } } }\n    \"503\": {}\ncomponents:\n  schemas:\n    Error: { type: object, properties: { code: { type: string } } }\n    ValidationError:\n      allOf: [{ $ref: \"#/components/schemas/Error\" }, { properties: { fields: { type: object } } }]",
  },
  "lint/err-status-code-valid": {
    bad: "get /orders:\n  responses: { \"200\": {}, \"460\": { description: The basket is empty. } }",
    good: "get /orders:\n  responses: { \"200\": {}, \"429\": {}, \"4XX\": {}, default: {} }",
  },
  "lint/idem-delete-responses": {
    bad: "delete /users/{id}:\n  responses: { \"200\": {}, \"401\": {} }",
    good: "delete /users/{id}:\n  responses: { \"204\": {}, \"404\": {} }\ndelete /orders/{id}:\n  responses: { \"204\": {} }\ndelete /invoices/{id}:\n  responses: { \"200\": {}, \"410\": {} }",
  },
  "lint/idem-get-is-safe": {
    bad: "get /users/{id}/delete: {}",
    good: "get /users/{id}:\n  operationId: getUser\n  summary: Get a user\nget /orders:\n  operationId: listOrders\n  summary: Lists orders",
  },
  "lint/idem-key-400": {
    bad: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header, required: true }]\n  responses: { \"201\": {} }",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header, required: true }]\n  responses: { \"201\": {}, \"400\": {} }",
  },
  "lint/idem-key-409": {
    bad: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\n  responses: { \"201\": {}, \"400\": {} }",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\n  responses: { \"201\": {}, \"409\": {} }",
  },
  "lint/idem-key-422": {
    bad: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\n  responses: { \"201\": {}, \"409\": {} }",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\n  responses: { \"201\": {}, \"409\": {}, \"422\": {} }",
  },
  "lint/idem-key-consistent": {
    bad: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\npost /invoices: {}",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\npost /invoices:\n  parameters: [{ name: Idempotency-Key, in: header }]",
  },
  "lint/idem-key-expiry-documented": {
    bad: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header, description: Makes a retry safe. }]",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header, description: Kept for 24 hours. }]\npost /invoices:\n  x-idempotency: { key: header, ttl: P7D }\n  parameters: [{ name: Idempotency-Key, in: header }]",
  },
  "lint/idem-key-in-header": {
    bad: "post /orders:\n  parameters: [{ name: idempotency_key, in: query }]",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]",
  },
  "lint/idem-key-redundant": {
    bad: "put /orders/{id}:\n  parameters: [{ name: Idempotency-Key, in: header }]",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\npatch /orders/{id}:\n  parameters: [{ name: Idempotency-Key, in: header }]\nput /orders/{id}: {}",
  },
  "lint/idem-key-schema": {
    bad: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header, schema: { type: string, format: uuid } }]\npost /invoices:\n  parameters:\n    - { name: Idempotency-Key, in: header, schema: { type: string, pattern: \"^[a-z]{32}$\" } }\npost /users:\n  parameters: [{ name: Idempotency-Key, in: header, schema: { $ref: \"#/components/schemas/Key\" } }]\ncomponents:\n  schemas: { Key: { type: string, maxLength: 255 } }",
  },
  "lint/idem-key-standard-name": {
    bad: "post /orders:\n  parameters: [{ name: X-Idempotency-Key, in: header }]",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\npost /invoices:\n  parameters: [{ name: idempotency-key, in: header }]",
  },
  "lint/idem-patch-mechanism": {
    bad: "patch /users/{id}:\n  body: { type: object }",
    good: "patch /users/{id}:\n  parameters: [{ name: If-Match, in: header }]\npatch /orders/{id}:\n  parameters: [{ name: Idempotency-Key, in: header }]",
  },
  "lint/idem-post-mechanism": {
    bad: "post /orders:\n  body: { type: object }",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\npost /imports:\n  x-idempotency: { key: natural, fields: [number] }",
  },
  "lint/idem-put-delete-no-action": {
    bad: "put /counters/{id}/increment: {}",
    good: "put /counters/{id}: {}\ndelete /counters/{id}: {}\npost /counters/{id}/increment: {}\n\"post /counters/{id}:toggle\": {}",
  },
  "lint/limit-429": {
    bad: "get /orders: {}",
    good: "get /orders:\n  responses: { \"200\": {}, \"429\": { headers: { Retry-After: {} } } }\nget /invoices:\n  responses: { \"200\": {}, \"4XX\": {} }\nget /users:\n  responses: { \"200\": {}, default: {} }",
  },
  "lint/limit-429-problem": {
    bad: "get /orders:\n  responses: { \"200\": {}, \"429\": { content: { application/json: { schema: { type: object } } } } }",
    good: "get /orders:\n  responses:\n    \"200\": {}\n    \"429\":\n      content:\n        application/problem+json:\n          schema: { $ref: \"#/components/schemas/Problem\" }\n          example:\n            type: \"https://iana.org/assignments/http-problem-types#quota-exceeded\"\n            title: Too many orders\ncomponents:\n  schemas:\n    Problem: { type: object, properties: { type: { type: string }, title: { type: string } } }",
  },
  "lint/limit-headers": {
    bad: "get /orders:\n  responses: { \"200\": {}, \"429\": {} }",
    good: "get /orders:\n  responses: { \"200\": { headers: { RateLimit: {}, RateLimit-Policy: {} } } }\nget /invoices:\n  responses:\n    \"200\": { headers: { X-RateLimit-Limit: {}, X-RateLimit-Remaining: {}, X-RateLimit-Reset: {} } }",
  },
  "lint/limit-policy-declared": {
    bad: "get /orders:\n  responses: { \"200\": {}, \"429\": {} }",
    good: "x-rate-limit:\n  quota: 1000\n  unit: requests\n  window: 3600\n  partition: user\nget /orders: {}\npost /orders:\n  x-rate-limit: { quota: 60, unit: requests, window: 60, partition: user }",
  },
  "lint/limit-request-bounds": {
    bad: "post /orders:\n  body:\n    type: object\n    properties: { note: { type: string }, lines: { type: array, items: { type: integer } } }",
    good: "post /orders:\n  body:\n    type: object\n    properties:\n      note: { type: string, maxLength: 500 }\n      lines: { type: array, maxItems: 100, items: { type: integer } }\n      status: { type: string, enum: [open, closed] }\n      due: { type: string, format: date }\n      currency: { type: string, pattern: \"^[A-Z]{3}$\" }\n      created: { type: string, readOnly: true }",
  },
  "lint/lro-monitor-readable": {
    bad: "post /exports:\n  responses: { \"202\": { headers: { Location: {} } } }\nget /exports/{id}:\n  response: { type: object, properties: { id: { type: string }, status: { type: string } } }",
    good: "post /exports:\n  responses: { \"202\": { headers: { Location: {} } } }\nget /exports/{id}:\n  response: { type: object, properties: { status: { type: string, enum: [running, done, failed] } } }",
  },
  "lint/lro-not-on-get": {
    bad: "get /stats:\n  responses: { \"200\": {}, \"202\": {} }",
    good: "post /stats:\n  responses: { \"202\": {} }\nget /stats:\n  responses: { \"200\": {} }",
  },
  "lint/lro-only-202": {
    bad: "post /exports:\n  responses: { \"200\": {}, \"201\": {}, \"202\": {} }",
    good: "post /exports:\n  responses: { \"202\": {}, \"400\": {} }\npost /orders:\n  responses: { \"201\": {} }",
  },
  "lint/lro-status-monitor": {
    bad: "post /exports:\n  responses: { \"202\": {} }",
    good: "post /exports:\n  responses: { \"202\": { headers: { Location: {} } } }\npost /imports:\n  responses: { \"202\": { headers: { operation-location: {} } } }\npost /reports:\n  responses:\n    \"202\":\n      content:\n        application/json: { schema: { type: object, properties: { status_url: { type: string } } } }",
  },
  "lint/name-no-x-header": {
    bad: "get /orders:\n  parameters: [{ name: X-Tenant, in: header }]\n  responses: { \"200\": { headers: { X-Cache-Age: {} } } }",
    good: "get /orders:\n  parameters:\n    - { name: Tenant, in: header }\n    - { name: X-Request-ID, in: header }\n    - { name: x-mode, in: query }\n  responses: { \"200\": { headers: { X-RateLimit-Limit: {} } } }",
  },
  "lint/name-operation-id": {
    bad: "get /orders: {}\npost /orders:\n  operationId: orders",
    good: "get /orders:\n  operationId: listOrders\npost /orders:\n  operationId: orders/create\nget /orders/{id}:\n  operationId: OrderInspect\ndelete /orders/{id}:\n  operationId: delete_order\nhead /orders/{id}: {}",
  },
  "lint/name-parameter-case": {
    bad: "get /orders/{order_id}:\n  parameters:\n    - { name: created_after, in: query }\n    - { name: created_before, in: query }\n    - { name: sortBy, in: query }\n    - { name: Request_Id, in: header }",
    good: "get /orders/{orderId}:\n  parameters:\n    - { name: createdAfter, in: query }\n    - { name: \"filter[shippedTo]\", in: query }\n    - { name: $top, in: query }\n    - { name: Request-Id, in: header }\n    - { name: ETag, in: header }\n    - { name: prefer-language, in: header }",
  },
  "lint/name-property-case": {
    bad: "get /orders/{id}:\n  response:\n    properties:\n      order_id: { type: string }\n      created_at: { type: string }\n      totalPrice: { type: number }",
    good: "get /orders/{id}:\n  response:\n    properties: { id: {}, orderId: {}, createdAt: {}, userID: {}, _links: {}, \"@type\": {}, \"+1\": {} }",
  },
  "lint/page-cursor-preferred": {
    bad: "get /orders:\n  parameters: [{ name: page, in: query, schema: { type: integer } }]\n  response: { type: array, items: { type: object } }",
    good: "get /orders:\n  parameters: [{ name: cursor, in: query }]\n  response: { type: array, items: { type: object } }",
  },
  "lint/page-list-paginated": {
    bad: "get /invoices:\n  response: { type: array, items: { type: object } }\nget /invoices/{id}: {}",
    good: "get /invoices:\n  parameters:\n    - { name: page_size, in: query, schema: { type: integer } }\n    - { name: page_token, in: query }\n  response:\n    properties:\n      invoices: { type: array, items: { type: object } }\n      next_page_token: { type: string }\nget /invoices/{id}: {}",
  },
  "lint/page-next-in-response": {
    bad: "get /orders:\n  parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: cursor, in: query }]\n  response: { properties: { orders: { type: array, items: { type: object } } } }",
    good: "get /orders:\n  parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: cursor, in: query }]\n  response:\n    properties:\n      orders: { type: array, items: { type: object } }\n      next_cursor: { type: [string, \"null\"] }",
  },
  "lint/page-size-bounded": {
    bad: "get /orders:\n  parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: cursor, in: query }]\n  response: { type: array, items: { type: object } }",
    good: "get /orders:\n  parameters:\n    - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 20 } }\n    - { name: cursor, in: query }\n  response: { type: array, items: { type: object } }",
  },
  "lint/page-style-consistent": {
    bad: "get /orders:\n  parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: cursor, in: query }]\n  response: { type: array, items: { type: object } }\nget /users:\n  parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: cursor, in: query }]\n  response: { type: array, items: { type: object } }\nget /invoices:\n  parameters:\n    - { name: limit, in: query, schema: { type: integer } }\n    - { name: offset, in: query, schema: { type: integer } }\n  response: { type: array, items: { type: object } }\nget /events:\n  parameters:\n    - { name: limit, in: query, schema: { type: integer } }\n    - { name: page_token, in: query }\n  response: { type: array, items: { type: object } }",
    good: "get /orders:\n  parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: cursor, in: query }]\n  response: { type: array, items: { type: object } }\nget /invoices:\n  parameters:\n    - { name: limit, in: query, schema: { type: integer } }\n    - { name: cursor, in: query }\n    - { name: offset, in: query, schema: { type: integer } }\n  response: { type: array, items: { type: object } }",
  },
  "lint/reliability-consistent": {
    bad: "post /orders:\n  x-reliability: { retry: safe }",
    good: "post /orders:\n  parameters: [{ name: Idempotency-Key, in: header }]\n  x-reliability: { idempotency: key, retry: safe }\npost /payments:\n  x-reliability: { idempotency: natural, retry: safe }\nget /orders:\n  x-reliability: { retry: safe }",
  },
  "lint/reliability-form": {
    bad: "post /orders:\n  x-reliability: { idempotency: header, timeout: soon, attempts: 3 }",
    good: "post /orders:\n  x-reliability: { idempotency: natural, retry: safe, timeout: \"1.5s\", criticality: critical }\nget /orders:\n  x-reliability: { timeout: \"500ms\" }",
  },
  "lint/resource-collection-has-list": {
    bad: "post /invoices:\n  body: { type: object }\nget /invoices/{invoiceId}: {}",
    good: "get /invoices: {}\nget /invoices/{invoiceId}: {}",
  },
  "lint/resource-collection-plural": {
    bad: "get /invoice:\n  response: { type: array, items: { type: string } }\nget /invoice/{invoiceId}: {}\ndelete /invoice/{invoiceId}/lines/{lineId}: {}",
    good: "get /invoices/{invoiceId}: {}",
  },
  "lint/resource-create-on-collection": {
    bad: "post /files/{fileId}:\n  responses: { \"201\": {} }",
    good: "post /files:\n  responses: { \"201\": {} }\nput /files/{fileId}:\n  responses: { \"201\": {} }",
  },
  "lint/resource-created-location": {
    bad: "post /orders:\n  body: { type: object }\n  responses: { \"201\": {} }",
    good: "post /orders:\n  responses: { \"201\": { headers: { location: {} } } }",
  },
  "lint/resource-delete-no-body": {
    bad: "delete /orders:\n  body: { type: array, items: { type: string } }",
    good: "delete /orders/{orderId}: {}",
  },
  "lint/resource-delete-on-item": {
    bad: "get /messages/{messageId}: {}\ndelete /messages: {}",
    good: "delete /messages:\n  parameters: [{ name: before, in: query }]\ndelete /messages/{messageId}: {}",
  },
  "lint/resource-get-no-body": {
    bad: "get /orders:\n  body: { type: object, properties: { state: { type: string } } }",
    good: "get /orders:\n  parameters: [{ name: state, in: query }]",
  },
  "lint/resource-id-read-only": {
    bad: "post /users:\n  body: { $ref: \"#/components/schemas/User\" }\n  responses:\n    \"201\": { content: { application/json: { schema: { $ref: \"#/components/schemas/User\" } } } }\ncomponents:\n  schemas: { User: { type: object, properties: { id: { type: string }, name: { type: string } } } }",
    good: "post /users:\n  body: { $ref: \"#/components/schemas/User\" }\n  responses:\n    \"201\": { content: { application/json: { schema: { $ref: \"#/components/schemas/User\" } } } }\ncomponents:\n  schemas:\n    User:\n      type: object\n      properties: { id: { type: string, readOnly: true }, name: { type: string } }",
  },
  "lint/resource-id-string": {
    bad: "get /orders/{orderId}:\n  parameters: [{ name: orderId, in: path, schema: { type: integer } }]\n  response:\n    type: object\n    properties: { id: { type: integer }, customer_id: { type: [number, \"null\"] } }",
    good: "get /orders/{orderId}:\n  response: { type: object, properties: { id: { type: string }, customer_id: { type: string } } }",
  },
  "lint/resource-item-has-get": {
    bad: "put /users/{userId}/settings:\n  body: { type: object }\npatch /webhooks/{webhookId}:\n  body: { type: object }\nget /webhooks: {}",
    good: "get /webhooks/{webhookId}: {}\npatch /webhooks/{webhookId}:\n  body: { type: object }",
  },
  "lint/resource-merge-patch-optional": {
    bad: "patch /users/{userId}:\n  requestBody:\n    content:\n      application/merge-patch+json:\n        schema:\n          type: object\n          required: [name]\n          properties: { name: { type: string }, phone: { type: string } }",
    good: "patch /users/{userId}:\n  requestBody:\n    content:\n      application/merge-patch+json:\n        schema: { type: object, properties: { name: { type: string }, phone: { type: string } } }",
  },
  "lint/resource-nesting-depth": {
    bad: "get /orgs/{orgId}/teams/{teamId}/boards/{boardId}/cards/{cardId}/comments: {}\nget /orgs/{orgId}/teams/{teamId}/boards/{boardId}/cards/{cardId}/comments/{commentId}: {}",
    good: "get /cards/{cardId}/comments/{commentId}: {}\nget /orgs/{orgId}/teams/{teamId}/boards/{boardId}/cards: {}",
  },
  "lint/resource-no-ambiguous-path": {
    bad: "get /orders/{orderId}/lines: {}\nget /orders/drafts/{draftId}: {}",
    good: "get /orders/{orderId}: {}\nget /orders/drafts: {}\nget /orders/drafts/{draftId}: {}",
  },
  "lint/resource-no-consecutive-params": {
    bad: "get /repos/{owner}/{repo}: {}\nget /repos/{owner}/{repo}/issues: {}",
    good: "get /owners/{owner}/repos/{repo}: {}",
  },
  "lint/resource-no-verb": {
    bad: "get /getOrders: {}\npost /orders/create:\n  body: { type: object }\nput /orders/{orderId}/cancel: {}",
    good: "get /orders: {}\npost /orders:\n  body: { type: object }\npost /orders/{orderId}/cancel: {}\n\"post /orders/{orderId}:reopen\": {}",
  },
  "lint/resource-normalized-path": {
    bad: "get /orders/: {}\n\"get /orders?state=open\": {}",
    good: "get /: {}\nget /orders:\n  parameters: [{ name: state, in: query }]\nget /orders/{orderId}: {}",
  },
  "lint/resource-patch-media-type": {
    bad: "patch /users/{userId}:\n  body: { type: object }",
    good: "patch /users/{userId}:\n  requestBody: { content: { application/merge-patch+json: { schema: { type: object } } } }",
  },
  "lint/resource-path-kebab-case": {
    bad: "get /userGroups/{groupId}: {}",
    good: "get /user-groups/{groupId}: {}\n\"post /user-groups/{groupId}:archiveAll\": {}",
  },
  "lint/resource-path-param-consistent": {
    bad: "get /users/{userId}: {}\nget /users/{user}/keys: {}\npost /users/{user}/keys: {}",
    good: "get /users/{userId}: {}\nget /users/{userId}/keys: {}\n\"post /users/{userId}:lock\": {}",
  },
  "lint/resource-path-param-defined": {
    bad: "/orders/{orderId}:\n  get: { responses: { \"200\": { description: ok } } }",
    good: "/orders/{orderId}:\n  parameters: [{ name: orderId, in: path }]\n  get: { responses: { \"200\": { description: ok } } }\n  delete: { responses: { \"204\": { description: gone } } }",
  },
  "lint/resource-put-full-representation": {
    bad: "get /users/{userId}:\n  response:\n    type: object\n    properties:\n      id: { type: string, readOnly: true }\n      name: { type: string }\n      phone: { type: string }\nput /users/{userId}:\n  body: { type: object, properties: { name: { type: string } } }",
    good: "get /users/{userId}:\n  response:\n    type: object\n    properties:\n      id: { type: string, readOnly: true }\n      name: { type: string }\n      phone: { type: string }\nput /users/{userId}:\n  body: { type: object, properties: { name: { type: string }, phone: { type: string } } }",
  },
  "lint/resource-put-patch-on-item": {
    bad: "get /users:\n  response: { type: array, items: { type: object } }\nput /users:\n  body: { type: object, properties: { name: { type: string } } }\nget /users/{userId}: {}",
    good: "get /users:\n  response: { type: array, items: { type: object } }\nput /users/{userId}:\n  body: { type: object, properties: { name: { type: string } } }",
  },
  "lint/resource-same-representation": {
    bad: "get /users/{userId}:\n  response:\n    type: object\n    properties: { id: { type: string }, name: { type: string }, plan: { type: string } }\nput /users/{userId}:\n  response: { type: object, properties: { id: { type: string }, name: { type: string } } }",
    good: "post /users:\n  responses:\n    \"201\": { content: { application/json: { schema: { $ref: \"#/components/schemas/User\" } } } }\nget /users/{userId}:\n  response: { $ref: \"#/components/schemas/User\" }\nput /users/{userId}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object, properties: { id: { type: string }, name: { type: string } } } }",
  },
  "lint/resource-top-level-object": {
    bad: "get /orders:\n  response: { type: array, items: { type: object } }",
    good: "get /orders:\n  response: { type: object, properties: { items: { type: array, items: { type: object } } } }",
  },
  "lint/retry-after": {
    bad: "get /orders:\n  responses: { \"200\": {}, \"429\": {} }",
    good: "get /orders:\n  responses:\n    \"200\": {}\n    \"429\": { headers: { Retry-After: {} } }\n    \"503\": { headers: { retry-after: {} } }",
  },
  "lint/retry-hint-consistent": {
    bad: "post /orders:\n  x-retry: always",
    good: "post /orders:\n  x-retry: always\n  parameters: [{ name: Idempotency-Key, in: header }]\nput /orders/{id}:\n  x-retry: always\npost /orders/search:\n  x-retryable: true",
  },
  "lint/schema-enum-open": {
    bad: "get /orders/{id}:\n  response: { properties: { state: { type: string, enum: [placed, shipped] } } }",
    good: "get /orders/{id}:\n  response:\n    properties:\n      state: { type: string, enum: [placed, shipped], x-extensible-enum: true }\n      carrier:\n        type: string\n        enum: [mail, courier]\n        description: New values may be added at any time.\n      reason: { anyOf: [{ type: string }, { $ref: \"#/components/schemas/Reason\" }] }\n      tags:\n        type: array\n        description: Other values must be ignored.\n        items: { type: string, enum: [gift, bulk] }\n      kind: { type: string, enum: [order] }\n      rating: { type: integer, enum: [1, 2, 3] }\ncomponents:\n  schemas: { Reason: { type: string, enum: [lost, late] } }",
  },
  "lint/schema-example-valid": {
    bad: "get /users/{id}:\n  responses:\n    \"200\":\n      content:\n        application/json:\n          schema: { $ref: \"#/components/schemas/User\" }\n          examples: { short: { value: { id: a } }, wrong: { value: { id: a, age: ten } } }\ncomponents:\n  schemas:\n    User:\n      type: object\n      required: [id, age]\n      properties: { id: { type: string }, age: { type: integer } }",
    good: "post /users:\n  requestBody:\n    content:\n      application/json:\n        schema:\n          type: object\n          required: [id]\n          properties: { id: { type: string, readOnly: true } }\n        example: {}",
  },
  "lint/schema-format": {
    bad: "get /orders/{id}:\n  response: { properties: { price: { type: number }, created_at: { type: string } } }",
    good: "get /orders/{id}:\n  response:\n    properties:\n      price: { type: number, format: double }\n      created_at: { type: string, format: date-time }\n      quantity: { type: integer, minimum: 1, maximum: 99 }\n      rating: { type: integer, enum: [1, 2, 3] }\n      candidate: { type: string }\n      delivery_date: { type: string, example: next week }\n      paidAt: { type: [string, \"null\"], pattern: \"^\\\\d{4}$\" }",
  },
  "lint/schema-keyword-of-version": {
    bad: "post /orders:\n  body:\n    type: object\n    properties:\n      note: { type: string, nullable: true }\n      total: { type: number, minimum: 0, exclusiveMinimum: true }",
    good: "post /orders:\n  body:\n    type: object\n    properties:\n      note: { type: [string, \"null\"] }\n      total: { type: number, exclusiveMinimum: 0 }\n      nullable: { type: boolean }",
  },
  "lint/schema-well-formed": {
    bad: "post /orders:\n  body:\n    type: object\n    required: [customer_id, total]\n    properties: { customerId: { type: string }, total: { type: number } }",
    good: "post /orders:\n  body:\n    type: object\n    required: [customer, lines]\n    properties:\n      customer: { type: string }\n      lines: { type: array, items: { type: object } }\n      state: { type: [string, \"null\"], enum: [placed, shipped, null] }",
  },
  "lint/state-cache-explicit": {
    bad: "get /orders:\n  response: { type: object }",
    good: "get /orders:\n  responses:\n    \"200\":\n      content: { application/json: { schema: { type: object } } }\n      headers: { Cache-Control: { schema: { type: string, example: \"private, max-age=60\" } } }",
  },
  "lint/state-no-implicit-context": {
    bad: "get /jobs/next: {}\ndelete /carts/current/lines: {}",
    good: "get /jobs/next:\n  parameters: [{ name: after, in: query }]\ndelete /carts/{cartId}/lines: {}",
  },
  "lint/state-no-session": {
    bad: "post /login:\n  responses: { \"204\": { headers: { Set-Cookie: {} } } }\nget /orders:\n  security: [{ session: [] }]\ncomponents:\n  securitySchemes: { session: { type: apiKey, in: cookie, name: JSESSIONID } }",
    good: "get /orders:\n  security: [{ token: [] }]\n  parameters: [{ name: theme, in: cookie }]\ncomponents:\n  securitySchemes: { token: { type: http, scheme: bearer } }",
  },
  "lint/version-consistent": {
    bad: "get /v1/orders: {}\nget /v1/orders/{id}: {}\nget /invoices: {}",
    good: "get /v1/orders: {}\nget /v1/orders/{id}: {}\nget /v1beta1/refunds: {}\nget /health: {}\npost /oauth/token: {}",
  },
  "lint/version-info": {
    bad: "info:\n  version: \"1.4.0\"\nservers:\n  - { url: \"https://api.example.com/v2\" }\nget /orders: {}",
    good: "info:\n  version: \"2.1.0\"\nget /v2/orders: {}",
  },
  "lint/version-parameter-not-enum": {
    bad: "get /orders:\n  parameters: [{ $ref: \"#/components/parameters/Version\" }]\nget /invoices:\n  parameters: [{ $ref: \"#/components/parameters/Version\" }]\ncomponents:\n  parameters:\n    Version: { name: Acme-Version, in: header, schema: { type: string, enum: [\"2026-03-31\"] } }",
    good: "get /orders:\n  parameters:\n    - { name: Acme-Version, in: header, schema: { type: string, format: date, default: \"2026-03-31\" } }",
  },
  "lint/version-path-major-only": {
    bad: "get /v1.2/orders: {}",
    good: "get /v1/orders: {}\nget /v2beta1/orders: {}",
  },
  "lint/version-strategy": {
    bad: "get /v1/orders:\n  parameters: [{ name: Api-Version, in: header }]",
    good: "servers:\n  - { url: \"https://api.example.com/v2\" }\nget /orders: {}\nget /orders/{id}: {}",
  },
};
