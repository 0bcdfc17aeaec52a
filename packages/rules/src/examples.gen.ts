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

/** Parts of both revisions of a change that a diff rule reports, and of one that it does not, in YAML. */
export interface ChangeExample {
  readonly bad?: { readonly base: string; readonly head: string };
  readonly good?: { readonly base: string; readonly head: string };
}

/** Examples of changes by id of their rule. */
export const changeExamples: Readonly<Record<string, ChangeExample>> = {
  "diff/callback-added": {
    bad: { base: "post /payments:\n  body: { type: object }", head: "post /payments:\n  body: { type: object, properties: { notify: { type: string, format: uri } } }\n  callbacks: { settled: { \"{$request.body#/notify}\": { post: { body: { type: object } } } } }" },
    good: { base: "post /payments:\n  callbacks: { settled: { \"{$request.query.notify}\": { post: { body: { type: string } } } } }", head: "post /payments:\n  callbacks: { settled: { $ref: \"#/components/callbacks/Settled\" } }\ncomponents:\n  callbacks:\n    Settled:\n      \"{$request.query.notify}\":\n        post:\n          requestBody:\n            required: true\n            content: { application/json: { schema: { type: string } } }\n          responses: { \"200\": { description: ok } }" },
  },
  "diff/callback-removed": {
    bad: { base: "post /payments:\n  body: { type: object }\n  callbacks: { settled: { \"{$request.body#/notify}\": { post: { body: { type: object } } } } }", head: "post /payments:\n  body: { type: object }" },
    good: { base: "post /payments:\n  callbacks: { settled: { \"{$request.query.notify}\": { post: { body: { type: object } } } } }", head: "get /payments: {}" },
  },
  "diff/operation-added": {
    bad: { base: "get /users/{id}: {}", head: "get /users/{id}: {}\ndelete /users/{id}: {}" },
    good: { base: "get /users/{id}: {}", head: "get /users/{userId}: {}" },
  },
  "diff/operation-deprecated": {
    bad: { base: "get /users: {}", head: "get /users:\n  deprecated: true" },
    good: { base: "get /users:\n  deprecated: true", head: "get /users:\n  deprecated: true\n  x-sunset: \"2027-01-31\"" },
  },
  "diff/operation-id-added": {
    bad: { base: "get /users: {}", head: "get /users:\n  operationId: listUsers" },
    good: { base: "get /users:\n  operationId: getUsers", head: "get /users:\n  operationId: listUsers" },
  },
  "diff/operation-id-changed": {
    bad: { base: "get /users:\n  operationId: getUsers", head: "get /users:\n  operationId: listUsers" },
    good: { base: "get /users: {}", head: "get /users:\n  operationId: listUsers" },
  },
  "diff/operation-moved": {
    bad: { base: "get /users:\n  operationId: listUsers", head: "get /members:\n  operationId: listUsers" },
    good: { base: "servers:\n  - { url: /v1 }\nget /users:\n  operationId: listUsers", head: "servers:\n  - { url: / }\nget /v1/users:\n  operationId: listUsers" },
  },
  "diff/operation-reactivated": {
    bad: { base: "get /users:\n  deprecated: true\n  x-sunset: \"2027-01-31\"", head: "get /users: {}" },
    good: { base: "get /users:\n  deprecated: false", head: "get /users: {}" },
  },
  "diff/operation-removed": {
    bad: { base: "servers:\n  - { url: \"https://api.example.com\" }\nget /users/{id}: {}\ndelete /users/{id}: {}", head: "servers:\n  - { url: \"https://api.example.com\" }\nget /users/{id}: {}" },
    good: { base: "servers:\n  - { url: \"https://api.example.com/v1\" }\nget /users: {}", head: "servers:\n  - { url: \"https://api.example.com\" }\nget /v1/users: {}" },
  },
  "diff/operation-stability-lowered": {
    bad: { base: "get /users: {}", head: "get /users:\n  x-stability-level: beta" },
    good: { base: "get /users:\n  x-stability-level: stable", head: "get /users:\n  x-stability-level: mature" },
  },
  "diff/operation-stability-raised": {
    bad: { base: "get /users:\n  x-stability-level: draft", head: "get /users:\n  x-stability-level: beta" },
    good: { base: "get /users: {}", head: "get /users:\n  x-stability-level: stable" },
  },
  "diff/operation-sunset-changed": {
    bad: { base: "get /users:\n  deprecated: true\n  x-sunset: \"2027-06-30\"", head: "get /users:\n  deprecated: true\n  x-sunset: \"2027-01-31\"" },
    good: { base: "get /users:\n  deprecated: true\n  x-sunset: \"2027-01-31\"", head: "get /users:\n  deprecated: true\n  x-sunset: \"2027-06-30\"" },
  },
  "diff/operation-tag-added": {
    bad: { base: "get /users:\n  tags: [users]", head: "get /users:\n  tags: [users, accounts]" },
    good: { base: "get /users:\n  tags: [users, accounts]", head: "get /users:\n  tags: [accounts, users]" },
  },
  "diff/operation-tag-removed": {
    bad: { base: "get /users:\n  tags: [users, accounts]", head: "get /users:\n  tags: [users]" },
    good: { base: "tags:\n  - { name: users }\nget /users:\n  tags: [users]", head: "get /users:\n  tags: [users]" },
  },
  "diff/part-unreadable": {
    bad: { base: "get /pets:\n  responses: { \"200\": { $ref: \"#/components/responses/Pets\" } }", head: "get /pets:\n  responses: { \"200\": { description: All pets. } }" },
    good: { base: "get /pets:\n  parameters: [{ $ref: \"#/components/parameters/Limit\" }]", head: "get /pets:\n  parameters:\n    - { name: q, in: query, schema: { type: string } }\n    - { $ref: \"#/components/parameters/Limit\" }" },
  },
  "diff/property-direction-changed": {
    bad: { base: "post /users:\n  body: { type: object, properties: { id: { type: string } } }", head: "post /users:\n  body: { type: object, properties: { id: { type: string, readOnly: true } } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { id: { type: string, readOnly: false } } }", head: "post /users:\n  body: { type: object, properties: { id: { type: string } } }" },
  },
  "diff/request-alternatives-narrowed": {
    bad: { base: "post /payments:\n  body:\n    oneOf:\n      - { type: object, required: [by], properties: { by: { const: card } } }\n      - { type: object, required: [by], properties: { by: { const: iban } } }\n      - { type: object, required: [by], properties: { by: { const: wallet } } }", head: "post /payments:\n  body:\n    oneOf:\n      - { type: object, required: [by], properties: { by: { const: card } } }\n      - { type: object, required: [by], properties: { by: { const: iban } } }" },
    good: { base: "post /payments:\n  body: { oneOf: [{ type: string, format: date }, { type: integer }] }", head: "post /payments:\n  body: { anyOf: [{ type: integer }, { type: string, format: date }] }" },
  },
  "diff/request-alternatives-widened": {
    bad: { base: "post /payments:\n  body:\n    oneOf:\n      - { type: object, required: [by], properties: { by: { const: card } } }\n      - { type: object, required: [by], properties: { by: { const: iban } } }", head: "post /payments:\n  body:\n    oneOf:\n      - { type: object, required: [by], properties: { by: { const: card } } }\n      - { type: object, required: [by], properties: { by: { const: iban } } }\n      - { type: object, required: [by], properties: { by: { const: wallet } } }" },
    good: { base: "post /payments:\n  body: { anyOf: [{ type: string }, { type: boolean }] }", head: "post /payments:\n  body: { anyOf: [{ type: string }, { type: string, maxLength: 8 }, { type: boolean }] }" },
  },
  "diff/request-body-became-optional": {
    bad: { base: "post /users:\n  requestBody: { required: true, content: { application/json: { schema: { type: object } } } }", head: "post /users:\n  requestBody: { content: { application/json: { schema: { type: object } } } }" },
    good: { base: "post /users:\n  body: { type: object }", head: "post /users:\n  requestBody: { $ref: \"#/components/requestBodies/User\" }\ncomponents:\n  requestBodies:\n    User: { required: true, content: { application/json: { schema: { type: object } } } }" },
  },
  "diff/request-body-became-required": {
    bad: { base: "post /users:\n  requestBody: { content: { application/json: { schema: { type: object } } } }", head: "post /users:\n  requestBody: { required: true, content: { application/json: { schema: { type: object } } } }" },
    good: { base: "webhooks:\n  userCreated:\n    post: { requestBody: { content: { application/json: { schema: { type: object } } } } }", head: "webhooks:\n  userCreated:\n    post:\n      requestBody: { required: true, content: { application/json: { schema: { type: object } } } }" },
  },
  "diff/request-body-optional-added": {
    bad: { base: "post /searches: {}", head: "post /searches:\n  requestBody: { content: { application/json: { schema: { type: object } } } }" },
    good: { base: "post /searches: {}", head: "post /searches:\n  body: { type: object }" },
  },
  "diff/request-body-removed": {
    bad: { base: "post /searches:\n  body: { type: object }", head: "post /searches: {}" },
    good: { base: "post /searches:\n  body: { type: object }", head: "post /searches:\n  body: true" },
  },
  "diff/request-body-required-added": {
    bad: { base: "post /searches: {}", head: "post /searches:\n  body: { type: object }" },
    good: { base: "post /searches: {}", head: "post /searches:\n  requestBody: { content: { application/json: { schema: { type: object } } } }" },
  },
  "diff/request-closed-narrowed": {
    bad: { base: "post /users:\n  body: { type: object, properties: { email: { type: string } } }", head: "post /users:\n  body: { type: object, properties: { email: { type: string } }, additionalProperties: false }" },
    good: { base: "post /users:\n  body: { type: object, properties: { email: { type: string } }, additionalProperties: false }", head: "post /users:\n  body:\n    allOf: [{ type: object, properties: { email: { type: string } } }]\n    unevaluatedProperties: false" },
  },
  "diff/request-closed-widened": {
    bad: { base: "post /users:\n  body: { type: object, properties: { email: { type: string } }, additionalProperties: false }", head: "post /users:\n  body: { type: object, properties: { email: { type: string } } }" },
    good: { base: "post /users:\n  body: { type: object, additionalProperties: {} }", head: "post /users:\n  body: { type: object }" },
  },
  "diff/request-condition-narrowed": {
    bad: { base: "post /addresses:\n  body: { type: object, properties: { country: { type: string }, vatId: { type: string } } }", head: "post /addresses:\n  body:\n    type: object\n    properties: { country: { type: string }, vatId: { type: string } }\n    if: { properties: { country: { const: BE } }, required: [country] }\n    then: { required: [vatId] }" },
    good: { base: "post /addresses:\n  body:\n    type: object\n    required: [vatId]\n    properties: { country: { type: string }, vatId: { type: string } }", head: "post /addresses:\n  body:\n    type: object\n    required: [vatId]\n    properties: { country: { type: string }, vatId: { type: string } }\n    if: { required: [country] }\n    then: { required: [vatId] }" },
  },
  "diff/request-condition-widened": {
    bad: { base: "post /addresses:\n  body:\n    type: object\n    properties: { country: { type: string }, vatId: { type: string } }\n    if: { properties: { country: { const: BE } }, required: [country] }\n    then: { required: [vatId] }", head: "post /addresses:\n  body: { type: object, properties: { country: { type: string }, vatId: { type: string } } }" },
    good: { base: "post /addresses:\n  body: { type: object, properties: { country: { type: string } }, if: { required: [country] } }", head: "post /addresses:\n  body: { type: object, properties: { country: { type: string } } }" },
  },
  "diff/request-contains-narrowed": {
    bad: { base: "post /articles:\n  body: { type: object, properties: { tags: { type: array, items: { type: string } } } }", head: "post /articles:\n  body:\n    type: object\n    properties: { tags: { type: array, items: { type: string }, contains: { const: news } } }" },
    good: { base: "post /articles:\n  body: { type: object, properties: { tags: { type: array, contains: { const: news } } } }", head: "post /articles:\n  body:\n    type: object\n    properties: { tags: { type: array, contains: { const: news }, minContains: 1 } }" },
  },
  "diff/request-contains-widened": {
    bad: { base: "post /articles:\n  body:\n    type: object\n    properties: { tags: { type: array, items: { type: string }, contains: { const: news } } }", head: "post /articles:\n  body: { type: object, properties: { tags: { type: array, items: { type: string } } } }" },
    good: { base: "post /articles:\n  body: { type: object, properties: { tags: { type: array, items: { type: string } } } }", head: "post /articles:\n  body:\n    type: object\n    properties:\n      tags: { type: array, items: { type: string }, contains: { const: news }, minContains: 0 }" },
  },
  "diff/request-content-encoding-changed": {
    bad: { base: "post /users:\n  body: { type: object, properties: { picture: { type: string, contentEncoding: base64 } } }", head: "post /users:\n  body: { type: object, properties: { picture: { type: string, contentEncoding: base16 } } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { picture: { type: string, contentEncoding: base64 } } }", head: "post /users:\n  body: { type: object, properties: { picture: { $ref: \"#/components/schemas/Picture\" } } }\ncomponents:\n  schemas: { Picture: { type: string, contentEncoding: base64 } }" },
  },
  "diff/request-default-changed": {
    bad: { base: "get /users:\n  parameters: [{ in: query, name: size, schema: { type: integer, default: 50 } }]", head: "get /users:\n  parameters: [{ in: query, name: size, schema: { type: integer, default: 20 } }]" },
    good: { base: "post /users:\n  body: { type: object, default: { a: 1, b: 2 } }", head: "post /users:\n  body: { type: object, default: { b: 2, a: 1 } }" },
  },
  "diff/request-dependencies-narrowed": {
    bad: { base: "post /payments:\n  body: { type: object, properties: { card: { type: string }, cvc: { type: string } } }", head: "post /payments:\n  body:\n    type: object\n    properties: { card: { type: string }, cvc: { type: string } }\n    dependentRequired: { card: [cvc] }" },
    good: { base: "post /payments:\n  body:\n    type: object\n    required: [cvc]\n    properties: { card: { type: string }, cvc: { type: string } }", head: "post /payments:\n  body:\n    type: object\n    required: [cvc]\n    properties: { card: { type: string }, cvc: { type: string } }\n    dependentRequired: { card: [cvc] }" },
  },
  "diff/request-dependencies-widened": {
    bad: { base: "post /payments:\n  body:\n    type: object\n    properties: { card: { type: string }, cvc: { type: string } }\n    dependentRequired: { card: [cvc] }", head: "post /payments:\n  body: { type: object, properties: { card: { type: string }, cvc: { type: string } } }" },
    good: { base: "post /payments:\n  body: { type: object, dependentRequired: { card: [cvc] } }", head: "post /payments:\n  body: { type: object, dependentSchemas: { card: { required: [cvc] } } }" },
  },
  "diff/request-discriminator-changed": {
    bad: { base: "post /pets:\n  body:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind, mapping: { kitty: Cat, hound: Dog } }\ncomponents:\n  schemas:\n    Cat:\n      type: object\n      required: [kind, lives]\n      properties: { kind: { type: string }, lives: { type: integer } }\n    Dog:\n      type: object\n      required: [kind, tricks]\n      properties: { kind: { type: string }, tricks: { type: integer } }", head: "post /pets:\n  body:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind, mapping: { cat: Cat, hound: Dog } }\ncomponents:\n  schemas:\n    Cat:\n      type: object\n      required: [kind, lives]\n      properties: { kind: { type: string }, lives: { type: integer } }\n    Dog:\n      type: object\n      required: [kind, tricks]\n      properties: { kind: { type: string }, tricks: { type: integer } }" },
    good: { base: "post /pets:\n  body:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind, mapping: { kitty: Cat, hound: Dog } }\ncomponents:\n  schemas:\n    Cat:\n      type: object\n      required: [kind, lives]\n      properties: { kind: { type: string }, lives: { type: integer } }\n    Dog:\n      type: object\n      required: [kind, tricks]\n      properties: { kind: { type: string }, tricks: { type: integer } }", head: "post /pets:\n  body:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind, mapping: { kitty: Cat, cat: Cat, hound: Dog } }\ncomponents:\n  schemas:\n    Cat:\n      type: object\n      required: [kind, lives]\n      properties: { kind: { type: string }, lives: { type: integer } }\n    Dog:\n      type: object\n      required: [kind, tricks]\n      properties: { kind: { type: string }, tricks: { type: integer } }" },
  },
  "diff/request-encoding-changed": {
    bad: { base: "post /users:\n  requestBody:\n    content:\n      multipart/form-data:\n        schema: { type: object, properties: { picture: { type: string, format: binary } } }", head: "post /users:\n  requestBody:\n    content:\n      multipart/form-data:\n        schema: { type: object, properties: { picture: { type: string, format: binary } } }\n        encoding: { picture: { contentType: image/png } }" },
    good: { base: "post /users:\n  requestBody:\n    content:\n      multipart/form-data:\n        schema: { type: object, properties: { picture: { type: string, format: binary } } }", head: "post /users:\n  requestBody:\n    content:\n      multipart/form-data:\n        schema: { type: object, properties: { picture: { type: string, format: binary } } }\n        encoding: { picture: {} }" },
  },
  "diff/request-enum-narrowed": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { status: { type: string, enum: [open, paid, parked] } } }", head: "post /orders:\n  body: { type: object, properties: { status: { type: string, enum: [open, paid] } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { status: { type: string, enum: [open, paid] } } }", head: "post /orders:\n  body: { type: object, properties: { status: { type: string, enum: [paid, open] } } }" },
  },
  "diff/request-enum-widened": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { status: { type: string, enum: [open, paid] } } }", head: "post /orders:\n  body: { type: object, properties: { status: { type: string, enum: [open, paid, parked] } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { status: { type: string, enum: [open, paid] } } }", head: "post /orders:\n  body: { type: object, properties: { status: { type: string, enum: [open, paid, 3] } } }" },
  },
  "diff/request-exclusion-narrowed": {
    bad: { base: "post /users:\n  body: { type: object, properties: { name: { type: string } } }", head: "post /users:\n  body: { type: object, properties: { name: { type: string, not: { const: admin } } } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { name: { type: string, maxLength: 4 } } }", head: "post /users:\n  body: { type: object, properties: { name: { type: string, maxLength: 4, not: { const: admin } } } }" },
  },
  "diff/request-exclusion-widened": {
    bad: { base: "post /users:\n  body: { type: object, properties: { name: { type: string, not: { const: admin } } } }", head: "post /users:\n  body: { type: object, properties: { name: { type: string } } }" },
    good: { base: "post /users:\n  body:\n    type: object\n    properties:\n      name: { type: string, allOf: [{ not: { const: admin } }, { not: { const: root } }] }", head: "post /users:\n  body: { type: object, properties: { name: { type: string, not: { enum: [root, admin] } } } }" },
  },
  "diff/request-extensible-enum-value-removed": {
    bad: { base: "post /orders:\n  body:\n    type: object\n    properties: { status: { type: string, x-extensible-enum: [open, paid, parked] } }", head: "post /orders:\n  body: { type: object, properties: { status: { type: string, x-extensible-enum: [open, paid] } } }" },
    good: { base: "post /orders:\n  body: { type: string, x-extensible-enum: [open, paid] }", head: "post /orders:\n  body: { type: string, x-extensible-enum: [paid, open] }" },
  },
  "diff/request-format-changed": {
    bad: { base: "post /users:\n  body: { type: object, properties: { born: { type: string, format: date } } }", head: "post /users:\n  body: { type: object, properties: { born: { type: string, format: date-time } } }" },
    good: { base: "post /users:\n  body: { type: string, format: date, description: Date }", head: "post /users:\n  body: { type: string, format: date, description: Day of birth }" },
  },
  "diff/request-item-count-narrowed": {
    bad: { base: "post /orders:\n  body:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 5 } }", head: "post /orders:\n  body:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 3 } }" },
    good: { base: "post /orders:\n  body:\n    type: object\n    properties:\n      lines: { type: array, prefixItems: [{ type: string }, { type: string }], items: false }", head: "post /orders:\n  body:\n    type: object\n    properties:\n      lines:\n        type: array\n        prefixItems: [{ type: string }, { type: string }]\n        items: false\n        maxItems: 2" },
  },
  "diff/request-item-count-widened": {
    bad: { base: "post /orders:\n  body:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 3 } }", head: "post /orders:\n  body:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 5 } }" },
    good: { base: "post /orders:\n  body:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, minItems: 0 } }", head: "post /orders:\n  body: { type: object, properties: { lines: { type: array, items: { type: string } } } }" },
  },
  "diff/request-items-narrowed": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { references: { type: array } } }", head: "post /orders:\n  body: { type: object, properties: { references: { type: array, items: { type: string } } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { references: { type: array } } }", head: "post /orders:\n  body: { type: object, properties: { references: { type: array, items: {} } } }" },
  },
  "diff/request-items-widened": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { references: { type: array, items: { type: string } } } }", head: "post /orders:\n  body: { type: object, properties: { references: { type: array } } }" },
    good: { base: "post /orders:\n  body:\n    type: object\n    properties: { references: { type: array, maxItems: 0, items: { type: string } } }", head: "post /orders:\n  body: { type: object, properties: { references: { type: array, maxItems: 0 } } }" },
  },
  "diff/request-length-narrowed": {
    bad: { base: "post /users:\n  body: { type: object, properties: { nickname: { type: string, maxLength: 40 } } }", head: "post /users:\n  body: { type: object, properties: { nickname: { type: string, maxLength: 20 } } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { nickname: { type: string, enum: [eur, usd] } } }", head: "post /users:\n  body: { type: object, properties: { nickname: { type: string, enum: [eur, usd], maxLength: 3 } } }" },
  },
  "diff/request-length-widened": {
    bad: { base: "post /users:\n  body: { type: object, properties: { nickname: { type: string, maxLength: 20 } } }", head: "post /users:\n  body: { type: object, properties: { nickname: { type: string, maxLength: 40 } } }" },
    good: { base: "post /users:\n  body:\n    type: object\n    properties: { nickname: { type: string, pattern: \"^[A-Z]{3}$\", minLength: 3, maxLength: 3 } }", head: "post /users:\n  body: { type: object, properties: { nickname: { type: string, pattern: \"^[A-Z]{3}$\" } } }" },
  },
  "diff/request-map-values-narrowed": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { labels: { type: object } } }", head: "post /orders:\n  body:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { labels: { type: object } } }", head: "post /orders:\n  body: { type: object, properties: { labels: { type: object, additionalProperties: true } } }" },
  },
  "diff/request-map-values-widened": {
    bad: { base: "post /orders:\n  body:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }", head: "post /orders:\n  body: { type: object, properties: { labels: { type: object } } }" },
    good: { base: "post /orders:\n  body:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string, maxLength: 9 } } }", head: "post /orders:\n  body:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }" },
  },
  "diff/request-media-type-added": {
    bad: { base: "post /users:\n  requestBody: { content: { application/json: {} } }", head: "post /users:\n  requestBody: { content: { application/json: {}, text/csv: {} } }" },
    good: { base: "post /files:\n  requestBody: { content: { image/*: {} } }", head: "post /files:\n  requestBody: { content: { image/*: {}, image/png: {} } }" },
  },
  "diff/request-media-type-removed": {
    bad: { base: "post /users:\n  requestBody: { content: { application/json: {}, text/csv: {} } }", head: "post /users:\n  requestBody: { content: { application/json: {} } }" },
    good: { base: "post /users:\n  requestBody: { content: { application/json: {}, application/xml: {} } }", head: "post /users:\n  requestBody: { content: { application/*: {} } }" },
  },
  "diff/request-multiple-of-narrowed": {
    bad: { base: "post /payments:\n  body: { type: object, properties: { amount: { type: integer, multipleOf: 5 } } }", head: "post /payments:\n  body: { type: object, properties: { amount: { type: integer, multipleOf: 10 } } }" },
    good: { base: "post /payments:\n  body: { type: object, properties: { amount: { type: integer } } }", head: "post /payments:\n  body: { type: object, properties: { amount: { type: integer, multipleOf: 0.5 } } }" },
  },
  "diff/request-multiple-of-widened": {
    bad: { base: "post /payments:\n  body: { type: object, properties: { amount: { type: integer, multipleOf: 10 } } }", head: "post /payments:\n  body: { type: object, properties: { amount: { type: integer, multipleOf: 5 } } }" },
    good: { base: "post /payments:\n  body:\n    type: object\n    properties: { amount: { type: integer, allOf: [{ multipleOf: 2 }, { multipleOf: 5 }] } }", head: "post /payments:\n  body: { type: object, properties: { amount: { type: integer, multipleOf: 10 } } }" },
  },
  "diff/request-null-narrowed": {
    bad: { base: "post /users:\n  body: { type: object, properties: { phone: { type: [string, \"null\"] } } }", head: "post /users:\n  body: { type: object, properties: { phone: { type: string } } }" },
    good: { base: "openapi: \"3.0.3\"\npost /users:\n  body: { type: object, properties: { phone: { type: string, nullable: true } } }", head: "openapi: \"3.1.0\"\npost /users:\n  body: { type: object, properties: { phone: { type: [string, \"null\"] } } }" },
  },
  "diff/request-null-widened": {
    bad: { base: "post /users:\n  body: { type: object, properties: { phone: { type: string } } }", head: "post /users:\n  body: { type: object, properties: { phone: { type: [string, \"null\"] } } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { phone: { type: string, enum: [home, work] } } }", head: "post /users:\n  body: { type: object, properties: { phone: { type: string, enum: [home, work, null] } } }" },
  },
  "diff/request-optional-property-removed": {
    bad: { base: "post /users:\n  body: { type: object, properties: { name: { type: string }, nickname: { type: string } } }", head: "post /users:\n  body: { type: object, properties: { name: { type: string } } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { nickname: { type: string } } }", head: "post /users:\n  body: { allOf: [{ $ref: \"#/components/schemas/Names\" }] }\ncomponents:\n  schemas: { Names: { type: object, properties: { nickname: { type: string } } } }" },
  },
  "diff/request-parameter-became-optional": {
    bad: { base: "get /users:\n  parameters: [{ in: query, name: tenant, required: true }]", head: "get /users:\n  parameters: [{ in: query, name: tenant }]" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: tenant, required: true }]", head: "get /users: {}" },
  },
  "diff/request-parameter-became-required": {
    bad: { base: "get /users:\n  parameters: [{ in: query, name: tenant }]", head: "get /users:\n  parameters: [{ in: query, name: tenant, required: true }]" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: tenant }]", head: "/users:\n  parameters: [{ in: query, name: tenant, required: true }]\nget /users:\n  parameters: [{ in: query, name: tenant }]" },
  },
  "diff/request-parameter-deprecated": {
    bad: { base: "get /users:\n  parameters: [{ in: query, name: name }]", head: "get /users:\n  parameters: [{ in: query, name: name, deprecated: true }]" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: name }]", head: "get /users:\n  deprecated: true\n  parameters: [{ in: query, name: name }]" },
  },
  "diff/request-parameter-optional-added": {
    bad: { base: "get /users: {}", head: "get /users:\n  parameters: [{ in: query, name: name }]" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: name }]", head: "/users:\n  parameters: [{ in: query, name: name }]\nget /users: {}" },
  },
  "diff/request-parameter-reactivated": {
    bad: { base: "get /users:\n  parameters: [{ in: query, name: name, deprecated: true }]", head: "get /users:\n  parameters: [{ in: query, name: name }]" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: name, deprecated: true }]", head: "get /users: {}" },
  },
  "diff/request-parameter-removed": {
    bad: { base: "get /users:\n  parameters: [{ in: query, name: name }]", head: "get /users: {}" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: name }]", head: "get /users:\n  parameters: [{ $ref: \"#/components/parameters/Name\" }]\ncomponents:\n  parameters: { Name: { in: query, name: name, schema: { type: string } } }" },
  },
  "diff/request-parameter-required-added": {
    bad: { base: "get /users: {}", head: "get /users:\n  parameters: [{ in: query, name: tenant, required: true }]" },
    good: { base: "get /users:\n  parameters: [{ in: header, name: X-Tenant, required: true }]", head: "get /users:\n  parameters: [{ in: header, name: x-tenant, required: true }]" },
  },
  "diff/request-parameter-serialisation-changed": {
    bad: { base: "get /users:\n  parameters: [{ in: query, name: ids, schema: { type: array, items: { type: integer } } }]", head: "get /users:\n  parameters:\n    - { in: query, name: ids, explode: false, schema: { type: array, items: { type: integer } } }" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: ids, schema: { type: array, items: { type: integer } } }]", head: "get /users:\n  parameters:\n    - { in: query, name: ids, style: form, explode: true, schema: { type: array, items: { type: integer } } }" },
  },
  "diff/request-path-parameter-renamed": {
    bad: { base: "get /users/{id}: {}", head: "get /users/{userId}: {}" },
    good: { base: "get /users/{id}: {}", head: "get /Users/{id}: {}" },
  },
  "diff/request-pattern-narrowed": {
    bad: { base: "post /articles:\n  body: { type: object, properties: { slug: { type: string, pattern: \"^[a-z0-9-]+$\" } } }", head: "post /articles:\n  body: { type: object, properties: { slug: { type: string, pattern: \"^[a-z-]+$\" } } }" },
    good: { base: "post /articles:\n  body: { type: object, properties: { slug: { type: string, pattern: \"^[0-9]{2,}$\" } } }", head: "post /articles:\n  body: { type: object, properties: { slug: { type: string, pattern: \"^\\\\d\\\\d+$\" } } }" },
  },
  "diff/request-pattern-widened": {
    bad: { base: "post /articles:\n  body: { type: object, properties: { slug: { type: string, pattern: \"^[a-z-]+$\" } } }", head: "post /articles:\n  body: { type: object, properties: { slug: { type: string, pattern: \"^[a-z0-9-]+$\" } } }" },
    good: { base: "post /articles:\n  body: { type: object, properties: { slug: { type: string, pattern: \".*\" } } }", head: "post /articles:\n  body: { type: object, properties: { slug: { type: string } } }" },
  },
  "diff/request-property-added": {
    bad: { base: "post /users:\n  body: { type: object, properties: { name: { type: string } } }", head: "post /users:\n  body: { type: object, properties: { name: { type: string }, nickname: { type: string } } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { name: { type: string } } }", head: "post /users:\n  body:\n    type: object\n    properties: { name: { type: string }, createdAt: { type: string, readOnly: true } }" },
  },
  "diff/request-property-became-optional": {
    bad: { base: "post /users:\n  body: { type: object, required: [email], properties: { email: { type: string } } }", head: "post /users:\n  body: { type: object, properties: { email: { type: string } } }" },
    good: { base: "post /users:\n  body: { type: object, required: [email], properties: { email: { type: string } } }", head: "post /users:\n  body: { allOf: [{ type: object, properties: { email: { type: string } } }, { required: [email] }] }" },
  },
  "diff/request-property-became-required": {
    bad: { base: "post /users:\n  body: { type: object, properties: { email: { type: string } } }", head: "post /users:\n  body: { type: object, required: [email], properties: { email: { type: string } } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { id: { type: string, readOnly: true } } }", head: "post /users:\n  body: { type: object, required: [id], properties: { id: { type: string, readOnly: true } } }" },
  },
  "diff/request-property-count-narrowed": {
    bad: { base: "post /orders:\n  body:\n    type: object\n    properties:\n      labels: { type: object, additionalProperties: { type: string }, maxProperties: 4 }", head: "post /orders:\n  body:\n    type: object\n    properties:\n      labels: { type: object, additionalProperties: { type: string }, maxProperties: 2 }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { labels: { type: object, required: [team] } } }", head: "post /orders:\n  body:\n    type: object\n    properties: { labels: { type: object, required: [team], minProperties: 1 } }" },
  },
  "diff/request-property-count-widened": {
    bad: { base: "post /orders:\n  body:\n    type: object\n    properties:\n      labels: { type: object, additionalProperties: { type: string }, maxProperties: 2 }", head: "post /orders:\n  body:\n    type: object\n    properties:\n      labels: { type: object, additionalProperties: { type: string }, maxProperties: 4 }" },
    good: { base: "post /orders:\n  body:\n    type: object\n    properties:\n      labels:\n        type: object\n        properties: { team: {}, cost: {} }\n        additionalProperties: false\n        maxProperties: 2", head: "post /orders:\n  body:\n    type: object\n    properties:\n      labels: { type: object, properties: { team: {}, cost: {} }, additionalProperties: false }" },
  },
  "diff/request-property-names-narrowed": {
    bad: { base: "post /orders:\n  body:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }", head: "post /orders:\n  body:\n    type: object\n    properties:\n      labels:\n        type: object\n        additionalProperties: { type: string }\n        propertyNames: { maxLength: 8 }" },
    good: { base: "post /orders:\n  body:\n    type: object\n    properties:\n      labels: { type: object, properties: { team: {}, cost: {} }, additionalProperties: false }", head: "post /orders:\n  body:\n    type: object\n    properties:\n      labels:\n        type: object\n        properties: { team: {}, cost: {} }\n        additionalProperties: false\n        propertyNames: { maxLength: 8 }" },
  },
  "diff/request-property-names-widened": {
    bad: { base: "post /orders:\n  body:\n    type: object\n    properties:\n      labels:\n        type: object\n        additionalProperties: { type: string }\n        propertyNames: { maxLength: 8 }", head: "post /orders:\n  body:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { labels: { type: object, propertyNames: { type: string } } } }", head: "post /orders:\n  body: { type: object, properties: { labels: { type: object } } }" },
  },
  "diff/request-range-narrowed": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { quantity: { type: integer, maximum: 100 } } }", head: "post /orders:\n  body: { type: object, properties: { quantity: { type: integer, maximum: 50 } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { quantity: { type: integer, exclusiveMinimum: 0 } } }", head: "post /orders:\n  body: { type: object, properties: { quantity: { type: integer, minimum: 1 } } }" },
  },
  "diff/request-range-widened": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { quantity: { type: integer, maximum: 50 } } }", head: "post /orders:\n  body: { type: object, properties: { quantity: { type: integer, maximum: 100 } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { quantity: { type: integer, maximum: 9.5 } } }", head: "post /orders:\n  body: { type: object, properties: { quantity: { type: integer, maximum: 9 } } }" },
  },
  "diff/request-required-property-added": {
    bad: { base: "post /users:\n  body: { type: object, properties: { name: { type: string } } }", head: "post /users:\n  body:\n    type: object\n    required: [email]\n    properties: { name: { type: string }, email: { type: string } }" },
    good: { base: "post /users:\n  body: { type: object, properties: { name: { type: string } } }", head: "post /users:\n  body:\n    type: object\n    required: [id]\n    properties: { name: { type: string }, id: { type: string, readOnly: true } }" },
  },
  "diff/request-required-property-removed": {
    bad: { base: "post /users:\n  body:\n    type: object\n    required: [email]\n    properties: { name: { type: string }, email: { type: string } }", head: "post /users:\n  body: { type: object, properties: { name: { type: string } } }" },
    good: { base: "post /users:\n  body: { type: object, required: [email], properties: { email: { type: string } } }", head: "post /users:\n  body: { type: object, properties: { email: { type: string } } }" },
  },
  "diff/request-schema-narrowed": {
    bad: { base: "post /ranges:\n  body: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 64 }", head: "post /ranges:\n  body: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 63 }" },
    good: { base: "post /ranges:\n  body: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 64 }", head: "post /ranges:\n  body: { type: string, pattern: \"^([a-z]+)-\\\\1$\" }" },
  },
  "diff/request-schema-widened": {
    bad: { base: "post /ranges:\n  body: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 63 }", head: "post /ranges:\n  body: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 64 }" },
    good: { base: "post /ranges:\n  body: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 63 }", head: "post /ranges:\n  body: { $ref: \"#/components/schemas/Range\" }\ncomponents:\n  schemas: { Range: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 63 } }" },
  },
  "diff/request-type-narrowed": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { reference: { type: [string, integer] } } }", head: "post /orders:\n  body: { type: object, properties: { reference: { type: string } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { reference: { anyOf: [{ type: string }, { type: integer }] } } }", head: "post /orders:\n  body: { type: object, properties: { reference: { type: [string, integer] } } }" },
  },
  "diff/request-type-widened": {
    bad: { base: "post /orders:\n  body: { type: object, properties: { reference: { type: string } } }", head: "post /orders:\n  body: { type: object, properties: { reference: { type: [string, integer] } } }" },
    good: { base: "post /orders:\n  body: { type: object, properties: { reference: { type: number } } }", head: "post /orders:\n  body: { type: object, properties: { reference: { type: [number, integer] } } }" },
  },
  "diff/request-unique-items-narrowed": {
    bad: { base: "post /articles:\n  body: { type: object, properties: { tags: { type: array, items: { type: string } } } }", head: "post /articles:\n  body:\n    type: object\n    properties: { tags: { type: array, items: { type: string }, uniqueItems: true } }" },
    good: { base: "post /articles:\n  body: { type: object, properties: { tags: { type: array, maxItems: 1 } } }", head: "post /articles:\n  body: { type: object, properties: { tags: { type: array, maxItems: 1, uniqueItems: true } } }" },
  },
  "diff/request-unique-items-widened": {
    bad: { base: "post /articles:\n  body:\n    type: object\n    properties: { tags: { type: array, items: { type: string }, uniqueItems: true } }", head: "post /articles:\n  body: { type: object, properties: { tags: { type: array, items: { type: string } } } }" },
    good: { base: "post /articles:\n  body: { type: object, properties: { tags: { type: array, uniqueItems: false } } }", head: "post /articles:\n  body: { type: object, properties: { tags: { type: array } } }" },
  },
  "diff/request-xml-changed": {
    bad: { base: "post /pets:\n  requestBody: { content: { application/xml: { schema: { $ref: \"#/components/schemas/Pet\" } } } }\ncomponents:\n  schemas: { Pet: { type: object, properties: { id: { type: integer, xml: { name: number } } } } }", head: "post /pets:\n  requestBody: { content: { application/xml: { schema: { $ref: \"#/components/schemas/Pet\" } } } }\ncomponents:\n  schemas: { Pet: { type: object, properties: { id: { type: integer, xml: { name: \"no\" } } } } }" },
    good: { base: "post /pets:\n  requestBody: { content: { application/json: { schema: { $ref: \"#/components/schemas/Pet\" } } } }\ncomponents:\n  schemas: { Pet: { type: object, properties: { id: { type: integer, xml: { name: number } } } } }", head: "post /pets:\n  requestBody: { content: { application/json: { schema: { $ref: \"#/components/schemas/Pet\" } } } }\ncomponents:\n  schemas: { Pet: { type: object, properties: { id: { type: integer, xml: { name: \"no\" } } } } }" },
  },
  "diff/response-alternatives-narrowed": {
    bad: { base: "get /payments/{id}:\n  response:\n    oneOf:\n      - { type: object, required: [by], properties: { by: { const: card } } }\n      - { type: object, required: [by], properties: { by: { const: iban } } }\n      - { type: object, required: [by], properties: { by: { const: wallet } } }", head: "get /payments/{id}:\n  response:\n    oneOf:\n      - { type: object, required: [by], properties: { by: { const: card } } }\n      - { type: object, required: [by], properties: { by: { const: iban } } }" },
    good: { base: "get /payments/{id}:\n  response: { anyOf: [{ type: string }, { type: string, enum: [card, iban] }, { type: boolean }] }", head: "get /payments/{id}:\n  response: { anyOf: [{ type: string }, { type: boolean }] }" },
  },
  "diff/response-alternatives-widened": {
    bad: { base: "get /payments/{id}:\n  response:\n    oneOf:\n      - { type: object, required: [by], properties: { by: { const: card } } }\n      - { type: object, required: [by], properties: { by: { const: iban } } }", head: "get /payments/{id}:\n  response:\n    oneOf:\n      - { type: object, required: [by], properties: { by: { const: card } } }\n      - { type: object, required: [by], properties: { by: { const: iban } } }\n      - { type: object, required: [by], properties: { by: { const: wallet } } }" },
    good: { base: "get /payments/{id}:\n  response: { enum: [card, iban] }", head: "get /payments/{id}:\n  response: { oneOf: [{ const: iban }, { const: card }] }" },
  },
  "diff/response-closed-narrowed": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } }, additionalProperties: false }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } }, additionalProperties: false }" },
  },
  "diff/response-closed-widened": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } }, additionalProperties: false }", head: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } }, additionalProperties: false }", head: "get /users/{id}:\n  response:\n    type: object\n    properties: { email: { type: string }, fax: { type: string } }\n    additionalProperties: false" },
  },
  "diff/response-condition-narrowed": {
    bad: { base: "get /addresses/{id}:\n  response: { type: object, properties: { country: { type: string }, vatId: { type: string } } }", head: "get /addresses/{id}:\n  response:\n    type: object\n    properties: { country: { type: string }, vatId: { type: string } }\n    if: { properties: { country: { const: BE } }, required: [country] }\n    then: { required: [vatId] }" },
    good: { base: "get /addresses/{id}:\n  response: { type: string, maxLength: 40 }", head: "get /addresses/{id}:\n  response: { type: string, maxLength: 40, if: { minLength: 60 }, then: { pattern: \"^A\" } }" },
  },
  "diff/response-condition-widened": {
    bad: { base: "get /addresses/{id}:\n  response:\n    type: object\n    properties: { country: { type: string }, vatId: { type: string } }\n    if: { properties: { country: { const: BE } }, required: [country] }\n    then: { required: [vatId] }", head: "get /addresses/{id}:\n  response: { type: object, properties: { country: { type: string }, vatId: { type: string } } }" },
    good: { base: "get /addresses/{id}:\n  response: { type: integer, if: { minimum: 10 }, then: { multipleOf: 10 }, else: { minimum: 0 } }", head: "get /addresses/{id}:\n  response:\n    type: integer\n    if: { not: { minimum: 10 } }\n    then: { minimum: 0 }\n    else: { multipleOf: 10 }" },
  },
  "diff/response-contains-narrowed": {
    bad: { base: "get /articles/{id}:\n  response: { type: object, properties: { tags: { type: array, items: { type: string } } } }", head: "get /articles/{id}:\n  response:\n    type: object\n    properties: { tags: { type: array, items: { type: string }, contains: { const: news } } }" },
    good: { base: "get /articles/{id}:\n  response:\n    type: object\n    properties: { tags: { type: array, minItems: 1, items: { type: string } } }", head: "get /articles/{id}:\n  response:\n    type: object\n    properties: { tags: { type: array, minItems: 1, items: { type: string }, contains: true } }" },
  },
  "diff/response-contains-widened": {
    bad: { base: "get /articles/{id}:\n  response:\n    type: object\n    properties: { tags: { type: array, items: { type: string }, contains: { const: news } } }", head: "get /articles/{id}:\n  response: { type: object, properties: { tags: { type: array, items: { type: string } } } }" },
    good: { base: "get /articles/{id}:\n  response: { type: object, properties: { tags: { type: array, contains: { const: news } } } }", head: "get /articles/{id}:\n  response: { type: object, properties: { tags: { type: array, contains: { enum: [news] } } } }" },
  },
  "diff/response-content-encoding-changed": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { picture: { type: string, contentEncoding: base64 } } }", head: "get /users/{id}:\n  response: { type: object, properties: { picture: { type: string, contentEncoding: base16 } } }" },
    good: { base: "get /users/{id}:\n  response: { type: string, contentEncoding: base64 }", head: "get /users/{id}:\n  response: { type: string, contentEncoding: base64, $comment: Shown in lists. }" },
  },
  "diff/response-default-changed": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { locale: { type: string, default: en } } }", head: "get /users/{id}:\n  response: { type: object, properties: { locale: { type: string, default: de } } }" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: size, schema: { type: integer, default: 50 } }]", head: "get /users:\n  parameters: [{ in: query, name: size, schema: { type: integer, default: 20 } }]" },
  },
  "diff/response-dependencies-narrowed": {
    bad: { base: "get /payments/{id}:\n  response: { type: object, properties: { card: { type: string }, cvc: { type: string } } }", head: "get /payments/{id}:\n  response:\n    type: object\n    properties: { card: { type: string }, cvc: { type: string } }\n    dependentRequired: { card: [cvc] }" },
    good: { base: "get /payments/{id}:\n  response: { type: object, properties: { card: false } }", head: "get /payments/{id}:\n  response: { type: object, properties: { card: false }, dependentRequired: { card: [cvc] } }" },
  },
  "diff/response-dependencies-widened": {
    bad: { base: "get /payments/{id}:\n  response:\n    type: object\n    properties: { card: { type: string }, cvc: { type: string } }\n    dependentRequired: { card: [cvc] }", head: "get /payments/{id}:\n  response: { type: object, properties: { card: { type: string }, cvc: { type: string } } }" },
    good: { base: "get /payments/{id}:\n  response: { type: object, dependentRequired: { card: [cvc] } }", head: "get /payments/{id}:\n  response: { type: object, if: { required: [card] }, then: { required: [cvc] } }" },
  },
  "diff/response-discriminator-changed": {
    bad: { base: "get /pets/{id}:\n  response:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind, mapping: { kitty: Cat, hound: Dog } }\ncomponents:\n  schemas:\n    Cat:\n      type: object\n      required: [kind, lives]\n      properties: { kind: { type: string }, lives: { type: integer } }\n    Dog:\n      type: object\n      required: [kind, tricks]\n      properties: { kind: { type: string }, tricks: { type: integer } }", head: "get /pets/{id}:\n  response:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind, mapping: { kitty: Cat, cat: Cat, hound: Dog } }\ncomponents:\n  schemas:\n    Cat:\n      type: object\n      required: [kind, lives]\n      properties: { kind: { type: string }, lives: { type: integer } }\n    Dog:\n      type: object\n      required: [kind, tricks]\n      properties: { kind: { type: string }, tricks: { type: integer } }" },
    good: { base: "get /pets/{id}:\n  response:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind }\ncomponents:\n  schemas:\n    Cat:\n      type: object\n      required: [kind, lives]\n      properties: { kind: { type: string }, lives: { type: integer } }\n    Dog:\n      type: object\n      required: [kind, tricks]\n      properties: { kind: { type: string }, tricks: { type: integer } }", head: "get /pets/{id}:\n  response:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind, mapping: { Cat: Cat, Dog: \"#/components/schemas/Dog\" } }\ncomponents:\n  schemas:\n    Cat:\n      type: object\n      required: [kind, lives]\n      properties: { kind: { type: string }, lives: { type: integer } }\n    Dog:\n      type: object\n      required: [kind, tricks]\n      properties: { kind: { type: string }, tricks: { type: integer } }" },
  },
  "diff/response-encoding-changed": {
    bad: { base: "get /archives/{id}:\n  responses:\n    \"200\":\n      content:\n        multipart/mixed:\n          schema: { type: object, properties: { report: { type: string } } }\n          encoding: { report: { contentType: text/plain } }", head: "get /archives/{id}:\n  responses:\n    \"200\":\n      content:\n        multipart/mixed:\n          schema: { type: object, properties: { report: { type: string } } }\n          encoding: { report: { contentType: application/pdf } }" },
    good: { base: "get /archives/{id}:\n  responses:\n    \"200\":\n      content:\n        multipart/mixed:\n          schema: { type: object, properties: { report: { type: string } } }\n          encoding: { report: { contentType: text/plain } }", head: "get /archives/{id}:\n  responses:\n    \"200\":\n      content:\n        multipart/mixed:\n          schema: { type: object, properties: { report: { type: string } } }\n          encoding: { report: { contentType: Text/Plain } }" },
  },
  "diff/response-enum-narrowed": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { status: { type: string, enum: [open, paid, parked] } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { status: { type: string, enum: [open, paid] } } }" },
    good: { base: "get /orders/{id}:\n  response: { type: object, properties: { status: { type: string, enum: [open, paid] } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { status: { oneOf: [{ const: open }, { const: paid }] } } }" },
  },
  "diff/response-enum-widened": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { status: { type: string, enum: [open, paid] } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { status: { type: string, enum: [open, paid, parked] } } }" },
    good: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { status: { type: string, enum: [open, paid], x-extensible-enum: true } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { status: { type: string, enum: [open, paid, parked], x-extensible-enum: true } }" },
  },
  "diff/response-error-media-type-removed": {
    bad: { base: "get /users:\n  responses: { \"200\": {}, \"404\": { content: { application/json: {}, text/plain: {} } } }", head: "get /users:\n  responses: { \"200\": {}, \"404\": { content: { application/json: {} } } }" },
    good: { base: "get /users:\n  responses: { \"200\": {}, \"404\": { content: { application/json: {} } } }", head: "get /users:\n  responses: { \"200\": {}, \"404\": { content: { application/problem+json: {} } } }" },
  },
  "diff/response-error-status-removed": {
    bad: { base: "post /users:\n  responses: { \"201\": {}, \"409\": {} }", head: "post /users:\n  responses: { \"201\": {} }" },
    good: { base: "post /users:\n  responses: { \"201\": {}, \"409\": {} }", head: "post /users:\n  responses: { \"201\": {}, default: {} }" },
  },
  "diff/response-exclusion-narrowed": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string, not: { const: admin } } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string, not: { type: integer } } } }" },
  },
  "diff/response-exclusion-widened": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string, not: { const: admin } } } }", head: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response:\n    type: object\n    properties: { name: { enum: [admin, guest, member], not: { const: admin } } }", head: "get /users/{id}:\n  response: { type: object, properties: { name: { enum: [guest, member] } } }" },
  },
  "diff/response-extensible-enum-value-added": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { status: { type: string, x-extensible-enum: [open, paid] } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { status: { type: string, x-extensible-enum: [open, paid, parked] } }" },
    good: { base: "get /orders/{id}:\n  response: { type: string, x-extensible-enum: [open, paid] }", head: "get /orders/{id}:\n  response: { type: string, x-extensible-enum: [paid] }" },
  },
  "diff/response-extensible-enum-widened": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { status: { type: string, enum: [open, paid], x-extensible-enum: true } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { status: { type: string, enum: [open, paid, parked], x-extensible-enum: true } }" },
    good: { base: "post /orders:\n  body: { type: string, enum: [open, paid], x-extensible-enum: true }", head: "post /orders:\n  body: { type: string, enum: [open, paid, parked], x-extensible-enum: true }" },
  },
  "diff/response-format-changed": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { born: { type: string, format: date } } }", head: "get /users/{id}:\n  response: { type: object, properties: { born: { type: string, format: date-time } } }" },
    good: { base: "openapi: \"3.0.3\"\nget /users/{id}:\n  response: { type: string, format: date, nullable: true }", head: "get /users/{id}:\n  response: { anyOf: [{ type: string, format: date }, { type: \"null\" }] }" },
  },
  "diff/response-header-added": {
    bad: { base: "get /users:\n  responses: { \"200\": {} }", head: "get /users:\n  responses: { \"200\": { headers: { X-RateLimit-Remaining: { schema: { type: integer } } } } }" },
    good: { base: "get /users:\n  responses: { \"200\": {} }", head: "get /users:\n  responses: { \"200\": { headers: { Content-Type: {} } } }" },
  },
  "diff/response-header-became-optional": {
    bad: { base: "post /users:\n  responses: { \"201\": { headers: { Location: { required: true } } } }", head: "post /users:\n  responses: { \"201\": { headers: { Location: {} } } }" },
    good: { base: "post /users:\n  responses: { \"201\": { headers: { Location: { required: true } } } }", head: "post /users:\n  responses: { \"201\": {} }" },
  },
  "diff/response-header-became-required": {
    bad: { base: "post /users:\n  responses: { \"201\": { headers: { Location: {} } } }", head: "post /users:\n  responses: { \"201\": { headers: { Location: { required: true } } } }" },
    good: { base: "post /users:\n  responses: { \"201\": {} }", head: "post /users:\n  responses: { \"201\": { headers: { Location: { required: true } } } }" },
  },
  "diff/response-header-removed": {
    bad: { base: "post /users:\n  responses: { \"201\": { headers: { Location: { required: true } } } }", head: "post /users:\n  responses: { \"201\": {} }" },
    good: { base: "post /users:\n  responses: { \"201\": { headers: { Location: { required: true } } } }", head: "post /users:\n  responses: { \"201\": { headers: { location: { required: true } } } }" },
  },
  "diff/response-header-serialisation-changed": {
    bad: { base: "openapi: \"2.0\"\nget /users:\n  responses: { \"200\": { headers: { X-Ids: { type: array, items: { type: string } } } } }", head: "openapi: \"2.0\"\nget /users:\n  responses:\n    \"200\": { headers: { X-Ids: { type: array, items: { type: string }, collectionFormat: pipes } } }" },
    good: { base: "openapi: \"2.0\"\nget /users:\n  responses: { \"200\": { headers: { X-Ids: { type: array, items: { type: string } } } } }", head: "openapi: \"2.0\"\nget /users:\n  responses:\n    \"200\": { headers: { X-Ids: { type: array, items: { type: string }, collectionFormat: csv } } }" },
  },
  "diff/response-item-count-narrowed": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 5 } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 3 } }" },
    good: { base: "get /orders/{id}:\n  response: { type: object, properties: { lines: { type: array, contains: { const: a1 } } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { lines: { type: array, contains: { const: a1 }, minItems: 1 } }" },
  },
  "diff/response-item-count-widened": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 3 } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 5 } }" },
    good: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { lines: { type: array, items: { type: string }, maxItems: 3 } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { lines: { allOf: [{ type: array, items: { type: string } }, { maxItems: 3 }] } }" },
  },
  "diff/response-items-narrowed": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { references: { type: array } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { references: { type: array, items: { type: string } } } }" },
    good: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { references: { type: array, items: { type: [string, integer] } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { references: { type: array, items: { type: string } } } }" },
  },
  "diff/response-items-widened": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { references: { type: array, items: { type: string } } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { references: { type: array } } }" },
    good: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { references: { type: array, maxItems: 2, items: { type: string } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties:\n      references: { type: array, maxItems: 2, prefixItems: [{ type: string }, { type: string }] }" },
  },
  "diff/response-length-narrowed": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { nickname: { type: string, maxLength: 40 } } }", head: "get /users/{id}:\n  response: { type: object, properties: { nickname: { type: string, maxLength: 20 } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { nickname: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { nickname: { type: string, minLength: 0 } } }" },
  },
  "diff/response-length-widened": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { nickname: { type: string, maxLength: 20 } } }", head: "get /users/{id}:\n  response: { type: object, properties: { nickname: { type: string, maxLength: 40 } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { nickname: { type: string, maxLength: 20 } } }", head: "get /users/{id}:\n  response:\n    type: object\n    properties: { nickname: { allOf: [{ type: string }, { maxLength: 20 }] } }" },
  },
  "diff/response-link-added": {
    bad: { base: "post /users:\n  responses: { \"201\": {} }\nget /users/{id}:\n  operationId: getUser", head: "post /users:\n  responses: { \"201\": { links: { self: { operationId: getUser } } } }\nget /users/{id}:\n  operationId: getUser" },
    good: { base: "post /users:\n  responses: { \"201\": { links: { self: { operationId: getUser } } } }\nget /users/{id}:\n  operationId: getUser", head: "post /users:\n  responses: { \"201\": { links: { self: { $ref: \"#/components/links/Self\" } } } }\nget /users/{id}:\n  operationId: getUser\ncomponents:\n  links: { Self: { operationId: getUser } }" },
  },
  "diff/response-link-changed": {
    bad: { base: "post /users:\n  responses: { \"201\": { links: { self: { operationId: getUser } } } }\nget /users/{id}:\n  operationId: getUser\nget /members/{id}:\n  operationId: getMember", head: "post /users:\n  responses: { \"201\": { links: { self: { operationId: getMember } } } }\nget /users/{id}:\n  operationId: getUser\nget /members/{id}:\n  operationId: getMember" },
    good: { base: "post /users:\n  responses: { \"201\": { links: { self: { operationId: getUser } } } }\nget /users/{id}:\n  operationId: getUser", head: "post /users:\n  responses:\n    \"201\": { links: { self: { operationId: getUser, parameters: {}, description: The user. } } }\nget /users/{id}:\n  operationId: getUser" },
  },
  "diff/response-link-removed": {
    bad: { base: "post /users:\n  responses: { \"201\": { links: { self: { operationId: getUser } } } }\nget /users/{id}:\n  operationId: getUser", head: "post /users:\n  responses: { \"201\": {} }\nget /users/{id}:\n  operationId: getUser" },
    good: { base: "post /users:\n  responses: { \"201\": { links: { self: { operationId: getUser } } } }\nget /users/{id}:\n  operationId: getUser", head: "post /users:\n  responses: { \"201\": { links: { self: { operationId: getUser, description: The user. } } } }\nget /users/{id}:\n  operationId: getUser" },
  },
  "diff/response-map-values-narrowed": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { labels: { type: object } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }" },
    good: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, patternProperties: { \"\": { type: string } } } }" },
  },
  "diff/response-map-values-widened": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { labels: { type: object } } }" },
    good: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties:\n      labels:\n        allOf:\n          - { type: object, additionalProperties: { type: string } }\n          - { additionalProperties: { type: string } }" },
  },
  "diff/response-media-type-added": {
    bad: { base: "get /users:\n  responses: { \"200\": { content: { application/json: {} } } }", head: "get /users:\n  responses: { \"200\": { content: { application/json: {}, text/csv: {} } } }" },
    good: { base: "get /feed:\n  responses: { \"200\": { content: { \"application/atom+xml; type=feed; charset=utf-8\": {} } } }", head: "get /feed:\n  responses: { \"200\": { content: { \"application/atom+xml; charset=UTF-8; type=feed\": {} } } }" },
  },
  "diff/response-media-type-removed": {
    bad: { base: "get /users:\n  responses: { \"200\": { content: { application/json: {}, text/csv: {} } } }", head: "get /users:\n  responses: { \"200\": { content: { application/json: {} } } }" },
    good: { base: "get /files/{id}:\n  responses: { \"200\": { content: { image/*: {} } } }", head: "get /files/{id}:\n  responses: { \"200\": { content: { image/png: {} } } }" },
  },
  "diff/response-multiple-of-narrowed": {
    bad: { base: "get /payments/{id}:\n  response: { type: object, properties: { amount: { type: integer, multipleOf: 5 } } }", head: "get /payments/{id}:\n  response: { type: object, properties: { amount: { type: integer, multipleOf: 10 } } }" },
    good: { base: "get /payments/{id}:\n  response: { type: object, properties: { amount: { enum: [10, 20, 50] } } }", head: "get /payments/{id}:\n  response: { type: object, properties: { amount: { enum: [10, 20, 50], multipleOf: 10 } } }" },
  },
  "diff/response-multiple-of-widened": {
    bad: { base: "get /payments/{id}:\n  response: { type: object, properties: { amount: { type: integer, multipleOf: 10 } } }", head: "get /payments/{id}:\n  response: { type: object, properties: { amount: { type: integer, multipleOf: 5 } } }" },
    good: { base: "get /payments/{id}:\n  response: { type: object, properties: { amount: { type: integer } } }", head: "get /payments/{id}:\n  response: { type: object, properties: { amount: { type: number, multipleOf: 1 } } }" },
  },
  "diff/response-null-narrowed": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { phone: { type: [string, \"null\"] } } }", head: "get /users/{id}:\n  response: { type: object, properties: { phone: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { phone: { type: [string, \"null\"] } } }", head: "get /users/{id}:\n  response: { type: object, properties: { phone: { anyOf: [{ type: string }, { type: \"null\" }] } } }" },
  },
  "diff/response-null-widened": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { phone: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { phone: { type: [string, \"null\"] } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { phone: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { phone: { type: string, nullable: true } } }" },
  },
  "diff/response-optional-header-removed": {
    bad: { base: "get /users:\n  responses: { \"200\": { headers: { X-RateLimit-Remaining: {} } } }", head: "get /users:\n  responses: { \"200\": {} }" },
    good: { base: "get /users:\n  responses: { \"200\": { headers: { X-RateLimit-Remaining: {} } } }", head: "get /users:\n  responses: { \"200\": { headers: { X-RateLimit-Remaining: { $ref: \"#/components/headers/Left\" } } } }\ncomponents:\n  headers: { Left: { schema: { type: string } } }" },
  },
  "diff/response-optional-property-removed": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string }, nickname: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string }, nickname: { type: string } } }", head: "get /users/{id}:\n  response:\n    allOf:\n      - { properties: { name: { type: string } } }\n      - { properties: { nickname: { type: string } } }\n      - { type: object }" },
  },
  "diff/response-pattern-narrowed": {
    bad: { base: "get /articles/{id}:\n  response: { type: object, properties: { slug: { type: string, pattern: \"^[a-z0-9-]+$\" } } }", head: "get /articles/{id}:\n  response: { type: object, properties: { slug: { type: string, pattern: \"^[a-z-]+$\" } } }" },
    good: { base: "get /articles/{id}:\n  response: { type: object, properties: { slug: { enum: [news, blog] } } }", head: "get /articles/{id}:\n  response: { type: object, properties: { slug: { enum: [news, blog], pattern: \"^[a-z]+$\" } } }" },
  },
  "diff/response-pattern-widened": {
    bad: { base: "get /articles/{id}:\n  response: { type: object, properties: { slug: { type: string, pattern: \"^[a-z-]+$\" } } }", head: "get /articles/{id}:\n  response: { type: object, properties: { slug: { type: string, pattern: \"^[a-z0-9-]+$\" } } }" },
    good: { base: "get /articles/{id}:\n  response: { type: object, properties: { slug: { type: string, pattern: \"^(?:[a-z]+|news)$\" } } }", head: "get /articles/{id}:\n  response: { type: object, properties: { slug: { type: string, pattern: \"^[a-z]+$\" } } }" },
  },
  "diff/response-property-added": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string }, nickname: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }", head: "get /users/{id}:\n  response:\n    type: object\n    properties: { name: { type: string }, password: { type: string, writeOnly: true } }" },
  },
  "diff/response-property-became-optional": {
    bad: { base: "get /users/{id}:\n  response: { type: object, required: [email], properties: { email: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, required: [email], properties: { email: { type: string } } }", head: "get /users/{id}:\n  response:\n    type: object\n    properties: { email: { type: string } }\n    anyOf: [{ required: [email] }, { required: [email, name] }]" },
  },
  "diff/response-property-became-required": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { email: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, required: [email], properties: { email: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { secret: { type: string, writeOnly: true } } }", head: "get /users/{id}:\n  response:\n    type: object\n    required: [secret]\n    properties: { secret: { type: string, writeOnly: true } }" },
  },
  "diff/response-property-count-narrowed": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties:\n      labels: { type: object, additionalProperties: { type: string }, maxProperties: 4 }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties:\n      labels: { type: object, additionalProperties: { type: string }, maxProperties: 2 }" },
    good: { base: "get /orders/{id}:\n  response: { type: object, properties: { labels: { type: object } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { labels: { type: object, minProperties: 0 } } }" },
  },
  "diff/response-property-count-widened": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties:\n      labels: { type: object, additionalProperties: { type: string }, maxProperties: 2 }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties:\n      labels: { type: object, additionalProperties: { type: string }, maxProperties: 4 }" },
    good: { base: "get /orders/{id}:\n  response: { type: object, properties: { labels: { type: object, maxProperties: 2 } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { allOf: [{ type: object }, { maxProperties: 2 }] } }" },
  },
  "diff/response-property-names-narrowed": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties:\n      labels:\n        type: object\n        additionalProperties: { type: string }\n        propertyNames: { maxLength: 8 }" },
    good: { base: "get /orders/{id}:\n  response: { type: object, properties: { labels: { type: object } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, propertyNames: { pattern: \"\" } } }" },
  },
  "diff/response-property-names-widened": {
    bad: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties:\n      labels:\n        type: object\n        additionalProperties: { type: string }\n        propertyNames: { maxLength: 8 }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, additionalProperties: { type: string } } }" },
    good: { base: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, propertyNames: { maxLength: 8 } } }", head: "get /orders/{id}:\n  response:\n    type: object\n    properties: { labels: { type: object, propertyNames: { pattern: \"^[^]{0,8}$\" } } }" },
  },
  "diff/response-property-removed": {
    bad: { base: "get /users/{id}:\n  response:\n    type: object\n    required: [email]\n    properties: { name: { type: string }, email: { type: string } }", head: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object, required: [email], properties: { email: { type: string } } } }", head: "get /users/{id}:\n  response: { allOf: [{ $ref: \"#/components/schemas/User\" }, { required: [email] }] }\ncomponents:\n  schemas: { User: { type: object, properties: { email: { type: string } } } }" },
  },
  "diff/response-range-narrowed": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { quantity: { type: integer, maximum: 100 } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { quantity: { type: integer, maximum: 50 } } }" },
    good: { base: "openapi: \"3.0.3\"\nget /orders/{id}:\n  response:\n    type: object\n    properties: { quantity: { type: number, maximum: 50, exclusiveMaximum: true } }", head: "openapi: \"3.1.0\"\nget /orders/{id}:\n  response: { type: object, properties: { quantity: { type: number, exclusiveMaximum: 50 } } }" },
  },
  "diff/response-range-widened": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { quantity: { type: integer, maximum: 50 } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { quantity: { type: integer, maximum: 100 } } }" },
    good: { base: "get /orders/{id}:\n  response: { type: object, properties: { quantity: { enum: [1, 2, 3], maximum: 50 } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { quantity: { enum: [1, 2, 3] } } }" },
  },
  "diff/response-required-property-added": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }", head: "get /users/{id}:\n  response:\n    type: object\n    required: [email]\n    properties: { name: { type: string }, email: { type: string } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { name: { type: string } } }", head: "get /users/{id}:\n  response:\n    type: object\n    required: [password]\n    properties: { name: {}, password: { type: string, writeOnly: true } }" },
  },
  "diff/response-schema-narrowed": {
    bad: { base: "get /ranges/{id}:\n  response: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 64 }", head: "get /ranges/{id}:\n  response: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 63 }" },
    good: { base: "get /ranges/{id}:\n  response: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 64 }", head: "get /ranges/{id}:\n  response: { allOf: [{ type: string, pattern: \"^([a-z]+)-\\\\1$\" }, { maxLength: 64 }] }" },
  },
  "diff/response-schema-widened": {
    bad: { base: "get /ranges/{id}:\n  response: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 63 }", head: "get /ranges/{id}:\n  response: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 64 }" },
    good: { base: "get /ranges/{id}:\n  response: { type: string, pattern: \"^([a-z]+)-\\\\1$\" }", head: "get /ranges/{id}:\n  response: { type: string, pattern: \"^([a-z]+)-\\\\1$\", maxLength: 64 }" },
  },
  "diff/response-status-added": {
    bad: { base: "get /users:\n  responses: { \"200\": {} }", head: "get /users:\n  responses: { \"200\": {}, \"429\": {} }" },
    good: { base: "get /users:\n  responses: { \"200\": {}, \"4XX\": {} }", head: "get /users:\n  responses: { \"200\": {}, \"404\": {}, \"4XX\": {} }" },
  },
  "diff/response-success-status-removed": {
    bad: { base: "post /users:\n  responses: { \"201\": {} }", head: "post /users:\n  responses: { \"202\": {} }" },
    good: { base: "post /users:\n  responses: { \"201\": {} }", head: "post /users:\n  responses: { \"2XX\": {} }" },
  },
  "diff/response-type-narrowed": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { reference: { type: [string, integer] } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { reference: { type: string } } }" },
    good: { base: "get /orders/{id}:\n  response: { type: object, properties: { reference: { enum: [home, work] } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { reference: { type: string, enum: [home, work] } } }" },
  },
  "diff/response-type-widened": {
    bad: { base: "get /orders/{id}:\n  response: { type: object, properties: { reference: { type: string } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { reference: { type: [string, integer] } } }" },
    good: { base: "get /orders/{id}:\n  response: { type: object, properties: { reference: { type: string } } }", head: "get /orders/{id}:\n  response: { type: object, properties: { reference: { anyOf: [{ type: string }, false] } } }" },
  },
  "diff/response-unique-items-narrowed": {
    bad: { base: "get /articles/{id}:\n  response: { type: object, properties: { tags: { type: array, items: { type: string } } } }", head: "get /articles/{id}:\n  response:\n    type: object\n    properties: { tags: { type: array, items: { type: string }, uniqueItems: true } }" },
    good: { base: "get /articles/{id}:\n  response:\n    type: object\n    properties:\n      tags: { type: array, prefixItems: [{ type: string }, { type: integer }], items: false }", head: "get /articles/{id}:\n  response:\n    type: object\n    properties:\n      tags:\n        type: array\n        prefixItems: [{ type: string }, { type: integer }]\n        items: false\n        uniqueItems: true" },
  },
  "diff/response-unique-items-widened": {
    bad: { base: "get /articles/{id}:\n  response:\n    type: object\n    properties: { tags: { type: array, items: { type: string }, uniqueItems: true } }", head: "get /articles/{id}:\n  response: { type: object, properties: { tags: { type: array, items: { type: string } } } }" },
    good: { base: "get /articles/{id}:\n  response: { type: object, properties: { tags: { type: array, uniqueItems: true } } }", head: "get /articles/{id}:\n  response:\n    type: object\n    properties: { tags: { allOf: [{ type: array }, { uniqueItems: true }] } }" },
  },
  "diff/response-xml-changed": {
    bad: { base: "get /pets:\n  responses:\n    \"200\": { content: { application/xml: { schema: { $ref: \"#/components/schemas/Pet\" } } } }\ncomponents:\n  schemas: { Pet: { type: object, properties: { id: { type: integer, xml: { name: number } } } } }", head: "get /pets:\n  responses:\n    \"200\": { content: { application/xml: { schema: { $ref: \"#/components/schemas/Pet\" } } } }\ncomponents:\n  schemas: { Pet: { type: object, properties: { id: { type: integer, xml: { name: \"no\" } } } } }" },
    good: { base: "get /pets:\n  responses:\n    \"200\": { content: { application/json: { schema: { $ref: \"#/components/schemas/Pet\" } } } }\ncomponents:\n  schemas: { Pet: { type: object, properties: { id: { type: integer, xml: { name: number } } } } }", head: "get /pets:\n  responses:\n    \"200\": { content: { application/json: { schema: { $ref: \"#/components/schemas/Pet\" } } } }\ncomponents:\n  schemas: { Pet: { type: object, properties: { id: { type: integer, xml: { name: \"no\" } } } } }" },
  },
  "diff/schema-added": {
    bad: { base: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object } }", head: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object }, Error: { type: object, required: [code] } }" },
    good: { base: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object, required: [name] } }", head: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/Member\" }\ncomponents:\n  schemas: { Member: { type: object, required: [name] } }" },
  },
  "diff/schema-deprecated": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { fax: { type: string } } }", head: "get /users/{id}:\n  response: { type: object, properties: { fax: { type: string, deprecated: true } } }" },
    good: { base: "get /users:\n  parameters: [{ in: query, name: fax, schema: { type: string } }]", head: "get /users:\n  parameters: [{ in: query, name: fax, deprecated: true, schema: { type: string } }]" },
  },
  "diff/schema-reactivated": {
    bad: { base: "get /users/{id}:\n  response: { type: object, properties: { fax: { type: string, deprecated: true } } }", head: "get /users/{id}:\n  response: { type: object, properties: { fax: { type: string } } }" },
    good: { base: "get /users/{id}:\n  response: { type: object, properties: { fax: { type: string, deprecated: true } } }", head: "get /users/{id}:\n  response: { type: object, properties: { fax: { allOf: [{ $ref: \"#/components/schemas/Fax\" }] } } }\ncomponents:\n  schemas: { Fax: { type: string, deprecated: true } }" },
  },
  "diff/schema-removed": {
    bad: { base: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object }, Error: { type: object, required: [code] } }", head: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object } }" },
    good: { base: "get /users:\n  parameters: [{ $ref: \"#/components/parameters/Name\" }]\ncomponents:\n  parameters: { Name: { in: query, name: name, schema: { type: string } } }", head: "get /users:\n  parameters: [{ in: query, name: name }]" },
  },
  "diff/schema-renamed": {
    bad: { base: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object, required: [name], properties: { name: { type: string } } } }", head: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/Member\" }\ncomponents:\n  schemas: { Member: { type: object, required: [name], properties: { name: { type: string } } } }" },
    good: { base: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/User\" }\ncomponents:\n  schemas: { User: { type: object, required: [name] } }", head: "get /users/{id}:\n  response: { $ref: \"#/components/schemas/Member\" }\ncomponents:\n  schemas:\n    User: { $ref: \"#/components/schemas/Member\" }\n    Member: { type: object, required: [name] }" },
  },
  "diff/schema-without-values": {
    bad: { base: "get /pets/{id}:\n  response: { oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Pet\" }] }\ncomponents:\n  schemas: { Cat: { type: object, properties: { lives: { type: integer } } }, Pet: { type: object } }", head: "get /pets/{id}:\n  response: { oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Pet\" }] }\ncomponents:\n  schemas: { Cat: { type: object }, Pet: { type: object } }" },
    good: { base: "get /pets/{id}:\n  response:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind }\ncomponents:\n  schemas:\n    Cat: { type: object, properties: { kind: { type: string } } }\n    Dog: { type: object, properties: { kind: { type: string }, age: { type: integer } } }", head: "get /pets/{id}:\n  response:\n    oneOf: [{ $ref: \"#/components/schemas/Cat\" }, { $ref: \"#/components/schemas/Dog\" }]\n    discriminator: { propertyName: kind }\ncomponents:\n  schemas:\n    Cat: { type: object, properties: { kind: { type: string } } }\n    Dog: { type: object, properties: { kind: { type: string } } }" },
  },
  "diff/security-alternative-added": {
    bad: { base: "security:\n  - { bearer: [] }\nget /users: {}\ncomponents:\n  securitySchemes:\n    bearer: { type: http, scheme: bearer }\n    key: { type: apiKey, in: header, name: X-Key }", head: "security:\n  - { bearer: [] }\n  - { key: [] }\nget /users: {}\ncomponents:\n  securitySchemes:\n    bearer: { type: http, scheme: bearer }\n    key: { type: apiKey, in: header, name: X-Key }" },
    good: { base: "security:\n  - { bearer: [] }\nget /users: {}\ncomponents:\n  securitySchemes:\n    bearer: { type: http, scheme: bearer }\n    key: { type: apiKey, in: header, name: X-Key }", head: "security:\n  - { bearer: [] }\n  - { bearer: [], key: [] }\nget /users: {}\ncomponents:\n  securitySchemes:\n    bearer: { type: http, scheme: bearer }\n    key: { type: apiKey, in: header, name: X-Key }" },
  },
  "diff/security-alternative-removed": {
    bad: { base: "security:\n  - { bearer: [] }\n  - { key: [] }\nget /users: {}\ncomponents:\n  securitySchemes:\n    bearer: { type: http, scheme: bearer }\n    key: { type: apiKey, in: header, name: X-Key }", head: "security:\n  - { bearer: [] }\nget /users: {}\ncomponents:\n  securitySchemes:\n    bearer: { type: http, scheme: bearer }\n    key: { type: apiKey, in: header, name: X-Key }" },
    good: { base: "security:\n  - { bearer: [] }\nget /users: {}\ncomponents:\n  securitySchemes: { bearer: { type: http, scheme: bearer } }", head: "security:\n  - { token: [] }\nget /users: {}\ncomponents:\n  securitySchemes: { token: { type: http, scheme: Bearer } }" },
  },
  "diff/security-scheme-added": {
    bad: { base: "get /users: {}", head: "get /users: {}\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }" },
    good: { base: "get /users: {}\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }", head: "get /users: {}\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: X-Key, description: Ask us for one. } }" },
  },
  "diff/security-scheme-deprecated": {
    bad: { base: "openapi: \"3.2.0\"\nget /users:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes: { login: { type: http, scheme: basic } }", head: "openapi: \"3.2.0\"\nget /users:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes: { login: { type: http, scheme: basic, deprecated: true } }" },
    good: { base: "openapi: \"3.2.0\"\nget /users:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes: { login: { type: http, scheme: basic } }", head: "openapi: \"3.2.0\"\nget /users:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes: { login: { type: http, scheme: basic, deprecated: false } }" },
  },
  "diff/security-scheme-reactivated": {
    bad: { base: "openapi: \"3.2.0\"\nget /users:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes: { login: { type: http, scheme: basic, deprecated: true } }", head: "openapi: \"3.2.0\"\nget /users:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes: { login: { type: http, scheme: basic } }" },
    good: { base: "openapi: \"3.2.0\"\nget /users:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes: { login: { type: http, scheme: basic } }", head: "openapi: \"3.2.0\"\nget /users:\n  security: [{ login: [] }]\ncomponents:\n  securitySchemes: { login: { type: http, scheme: basic, deprecated: false } }" },
  },
  "diff/security-scheme-removed": {
    bad: { base: "get /users: {}\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }", head: "get /users: {}" },
    good: { base: "get /users:\n  security: [{ key: [] }]\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }", head: "get /users: {}\ncomponents:\n  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }" },
  },
  "diff/server-added": {
    bad: { base: "servers:\n  - { url: \"https://api.example.com\" }\nget /users: {}", head: "servers:\n  - { url: \"https://api.example.com\" }\n  - { url: \"https://eu.example.com\" }\nget /users: {}" },
    good: { base: "servers:\n  - { url: \"https://api.example.com/v1\" }\nget /users: {}", head: "servers:\n  - { url: \"https://API.example.com/v1/\" }\nget /users: {}" },
  },
  "diff/server-removed": {
    bad: { base: "servers:\n  - { url: \"https://api.example.com\" }\n  - { url: \"https://eu.example.com\" }\nget /users: {}", head: "servers:\n  - { url: \"https://api.example.com\" }\nget /users: {}" },
    good: { base: "servers:\n  - { url: \"https://{region}.example.com\", variables: { region: { default: eu, enum: [eu, us] } } }\nget /users: {}", head: "servers:\n  - { url: \"https://us.example.com\" }\n  - { url: \"https://eu.example.com\" }\nget /users: {}" },
  },
  "diff/tag-added": {
    bad: { base: "get /users:\n  tags: [users]", head: "tags:\n  - { name: users }\nget /users:\n  tags: [users]" },
    good: { base: "tags:\n  - { name: users }\nget /users: {}", head: "tags:\n  - { name: users, description: People who have an account. }\nget /users: {}" },
  },
  "diff/tag-removed": {
    bad: { base: "tags:\n  - { name: users }\n  - { name: accounts }\nget /users: {}", head: "tags:\n  - { name: users }\nget /users: {}" },
    good: { base: "tags:\n  - { name: users }\n  - { name: accounts }\nget /users: {}", head: "tags:\n  - { name: accounts }\n  - { name: users }\nget /users: {}" },
  },
  "diff/webhook-added": {
    bad: { base: "get /users: {}", head: "get /users: {}\nwebhooks:\n  userCreated: { post: { body: { type: object } } }" },
    good: { base: "get /users: {}", head: "get /users: {}\npost /users: {}" },
  },
  "diff/webhook-media-type-added": {
    bad: { base: "webhooks:\n  userCreated: { post: { body: { type: object } } }", head: "webhooks:\n  userCreated:\n    post:\n      requestBody:\n        required: true\n        content:\n          application/json: { schema: { type: object } }\n          text/plain: { schema: { type: string } }" },
    good: { base: "post /users:\n  body: { type: object }", head: "post /users:\n  requestBody:\n    required: true\n    content:\n      application/json: { schema: { type: object } }\n      application/xml: { schema: { type: object } }" },
  },
  "diff/webhook-removed": {
    bad: { base: "webhooks:\n  userCreated: { post: { body: { type: object } } }\n  userDeleted: { post: { body: { type: object } } }", head: "webhooks:\n  userDeleted: { post: { body: { type: object } } }" },
    good: { base: "openapi: \"3.0.3\"\nx-webhooks:\n  userCreated:\n    post:\n      requestBody: { required: true, content: { application/json: { schema: { type: object } } } }\n      responses: { \"200\": { description: ok } }", head: "webhooks:\n  userCreated: { post: { body: { type: object } } }" },
  },
};
