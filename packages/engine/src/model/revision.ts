import type { Dialect, Located } from "@concordat/containment/internal";
import type { Description } from "../load/description.ts";
import type { Lifecycle } from "./lifecycle.ts";
import type { OperationKey } from "./operation-key.ts";

/** One immutable version of a contract's description. */
export interface Revision {
  readonly description: Description;
  readonly dialect: Dialect;
  /** The version of OpenAPI as written. */
  readonly openapi: string;
  /** `info.version` and `info.title` as written. */
  readonly version: string | undefined;
  readonly title: string | undefined;
  /** Operations below `paths`, and those that the provider calls: `webhooks`. */
  readonly operations: readonly OperationRef[];
  readonly webhooks: readonly OperationRef[];
}

/** Who sends the request: consumers do, but for webhooks and callbacks. */
export type OperationKind = "path" | "webhook" | "callback";

/** A method on a path template, found but not yet read. */
export interface OperationRef extends OperationKey {
  readonly kind: OperationKind;
  /** The path with the names of its parameters taken out: what a URL can tell apart. */
  readonly shape: string;
  readonly operationId: string | undefined;
  readonly item: Located;
  readonly at: Located;
}

/** An operation with all that applies to it: path level merged, references followed, defaults explicit. */
export interface Operation {
  readonly ref: OperationRef;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly responses: readonly Response[];
  readonly callbacks: readonly Callback[];
  readonly security: Security;
  readonly servers: Servers;
  readonly lifecycle: Lifecycle;
}

export type ParameterPlace = "path" | "query" | "header" | "cookie" | "querystring";

export interface Parameter {
  readonly at: Located;
  readonly in: ParameterPlace;
  /** As written; header names compare without case. */
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** Whether it may be sent without a value, whatever its schema says: `allowEmptyValue`, in queries only. */
  readonly allowsEmpty: boolean;
  readonly serialisation: Serialisation;
}

/** How a value becomes text (OpenAPI 3.1, section 4.8.12.2): in a style, or as a document of a media type. */
export type Serialisation =
  | {
      readonly kind: "style";
      readonly style: string;
      readonly explode: boolean;
      readonly allowReserved: boolean;
      readonly schema: Located | undefined;
    }
  | { readonly kind: "content"; readonly mediaType: string; readonly schema: Located | undefined };

export interface Body {
  readonly at: Located;
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

/** How the parts of a form or a multipart message are written: by name, or by position (OpenAPI 3.2). */
export interface Encodings {
  readonly encoding: ReadonlyMap<string, Located>;
  readonly prefixEncoding: readonly Located[];
  /** For the parts behind those of `prefixEncoding`. */
  readonly itemEncoding: Located | undefined;
}

export interface MediaType extends Encodings {
  /** Headers of parts, by the encoding that describes them; `Content-Type` is said by its own field. */
  readonly partHeaders: ReadonlyMap<unknown, readonly Header[]>;
  readonly at: Located;
  /** Media range, normalised: lower case, parameters sorted. */
  readonly range: string;
  readonly schema: Located | undefined;
  /** Schema of each item of a stream (OpenAPI 3.2). */
  readonly itemSchema: Located | undefined;
}

export interface Response {
  readonly at: Located;
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
  readonly links: ReadonlyMap<string, Located>;
}

export interface Header {
  readonly at: Located;
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly serialisation: Serialisation;
}

export interface Callback {
  readonly at: Located;
  readonly name: string;
  readonly operations: readonly OperationRef[];
}

/** Alternatives, any of which lets a request in; an empty one lets in anybody. */
export interface Security {
  readonly at: Located;
  readonly alternatives: readonly (readonly Requirement[])[];
}

/** One scheme that a request must satisfy. */
export interface Requirement {
  /** The name in the description, for people. */
  readonly name: string;
  /** What the scheme asks a client to send; schemes with the same meaning are one. */
  readonly meaning: string;
  readonly scopes: readonly string[];
  readonly scheme: Located | undefined;
}

export interface Servers {
  readonly at: Located;
  /** URLs with listed values of variables put in; a variable that may have any value keeps its name. */
  readonly urls: readonly string[];
  /** The same with defaults put in as well: where a client calls that sets nothing. */
  readonly defaults: readonly string[];
  /** The same with listed values and defaults put in: all that is known of where calls go. */
  readonly addresses: readonly string[];
}
