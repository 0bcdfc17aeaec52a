/*
 * What a generated client says of an operation, as plain data. All that is left out is as OpenAPI or RFC 9110 has it, so that
 * a description with a thousand operations stays small.
 */

/** One operation of a contract, as far as the run-time has to know it. */
export interface OperationEntry {
  /** The name of its function. */
  readonly name: string;
  /** In upper case. */
  readonly method: string;
  /** The path template as the description writes it, below the server's URL. */
  readonly path: string;
  /** URLs of servers, where the operation has others than the document. */
  readonly servers?: readonly string[];
  /** Parameters that are not written in the default way of their place. */
  readonly parameters?: readonly ParameterEntry[];
  /** The body that is sent; absent where there is none. */
  readonly body?: BodyEntry;
  /** The `Accept` header; absent where JSON is offered. */
  readonly accept?: string;
  /** Statuses of declared responses that are errors, as the description writes them: `404`, `4XX`, `default`. */
  readonly errors?: readonly string[];
  /** What makes a repeat safe (`x-reliability.idempotency`); absent where the method decides (RFC 9110, section 9.2.2). */
  readonly idempotency?: "key" | "natural" | "none";
  /** The header that carries the idempotency key; absent where it is `Idempotency-Key`. */
  readonly key?: string;
  /** `never` where the contract forbids retries (`x-reliability.retry`). */
  readonly retry?: "never";
  /** Statuses after which the contract allows a retry, beside those that always do. */
  readonly retryStatuses?: readonly number[];
  /** How long one try may take, in milliseconds (`x-reliability.timeout`). */
  readonly timeout?: number;
  /** `critical` where nothing but the provider's own answer will do (`x-reliability.criticality`). */
  readonly criticality?: "critical";
  /** Present where the operation is deprecated. */
  readonly deprecation?: DeprecationEntry;
  /** How to get the next page, where the contract declares it. */
  readonly paging?: PagingEntry;
  /** Alternatives, each a list of schemes that go together; an empty list is access without credentials. */
  readonly security?: readonly (readonly SecurityEntry[])[];
}

/** How a parameter is written (OpenAPI 3.1.1, section 4.8.12). */
export interface ParameterEntry {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  /** Default: `form` in queries and cookies, `simple` elsewhere. */
  readonly style?: string;
  /** Default: true for style `form`. */
  readonly explode?: boolean;
  /** Reserved characters stay as they are. */
  readonly allowReserved?: boolean;
  /** Present where the value is a document of that media type (`content`). */
  readonly mediaType?: string;
}

/** What a request body is. */
export interface BodyEntry {
  /** The media type that is sent unless the caller names another. */
  readonly mediaType: string;
  /** How properties of a form are written, where it is not the default (OpenAPI 3.1.1, section 4.8.15). */
  readonly encoding?: Readonly<Record<string, EncodingEntry>>;
}

/** How one property of a form is written. */
export interface EncodingEntry {
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** The media type of the part, in multipart bodies. */
  readonly contentType?: string;
}

/** What the contract says of an operation's end. */
export interface DeprecationEntry {
  /** The day since when it is deprecated: `2026-11-27`. */
  readonly deprecated?: string;
  /** The day after which it may stop working. */
  readonly sunset?: string;
  /** What to use instead: `METHOD /path`, or the name of a function. */
  readonly successor?: string;
}

/** How the next page of a list is asked for. */
export interface PagingEntry {
  /**
   * `cursor`: the answer holds a text to send next. `page` and `offset`: a parameter counts pages or items. `url`: the answer
   * holds the URL of the next page. `link`: the `Link` header does (RFC 8288).
   */
  readonly style: "cursor" | "page" | "offset" | "url" | "link";
  /** The query parameter that says which page is wanted; absent for `url` and `link`. */
  readonly parameter?: string;
  /** Where the answer holds the cursor or URL: a JSON Pointer. */
  readonly next?: string;
  /** Where the answer holds the items: a JSON Pointer, empty where the answer is the list. */
  readonly items?: string;
  /** The number of the first page, where it is not 1. */
  readonly first?: number;
}

/** A security scheme of the contract, and where its credential goes. */
export interface SecurityEntry {
  /** Its name in the description. */
  readonly scheme: string;
  /** `bearer` and `basic` go into `Authorization`. */
  readonly in: "bearer" | "basic" | "header" | "query" | "cookie";
  /** The name of the header, parameter or cookie of an API key. */
  readonly name?: string;
}
