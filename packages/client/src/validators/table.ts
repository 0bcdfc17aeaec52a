/*
 * The validator table of a contract: what its messages must be, as plain data that `concordat client generate` writes. Schemas of
 * all dialects are in one form there, with references and `allOf` taken in, so that judging a value takes little code and no
 * evaluation of text. What is left out limits nothing.
 */

/** What the messages of a contract must be. */
export interface ValidatorTable {
  /** Schemas, which refer to each other by their index; the first takes every value. */
  readonly schemas: readonly SchemaRow[];
  /** Operations by the names of their functions. */
  readonly operations: Readonly<Record<string, OperationRow>>;
}

/** The index of a schema in the table. */
export type SchemaIndex = number;

/** What a schema asks of a value. */
export interface SchemaRow {
  /** The types that it may have, as the sum of their `TYPES`. */
  readonly types?: number;
  /** The only values that it may be. */
  readonly values?: readonly unknown[];
  readonly number?: NumberRow;
  readonly string?: StringRow;
  readonly arrays?: readonly ArrayRow[];
  readonly objects?: readonly ObjectRow[];
  readonly clauses?: readonly ClauseRow[];
  /** Properties that requests do not have. */
  readonly readOnly?: readonly string[];
  /** Properties that responses do not have. */
  readonly writeOnly?: readonly string[];
  /** Part of the schema cannot be read, so that what keeps the rest is not known to be right. */
  readonly unread?: true;
}

/** JSON types, each as a bit. */
export const TYPES = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 } as const;

/** Limits of numbers (JSON Schema Validation, section 6.2). */
export interface NumberRow {
  readonly integer?: true;
  readonly multipleOf?: readonly number[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
}

/** Limits of texts (JSON Schema Validation, section 6.3). */
export interface StringRow {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly patterns?: readonly string[];
  /** In a URL, a header or a form: it is a number as text, within limits. */
  readonly numeral?: NumberRow;
}

/** Limits of lists (JSON Schema Validation, section 6.4). */
export interface ArrayRow {
  readonly prefix?: readonly SchemaIndex[];
  /** For the items behind those of `prefix`. */
  readonly rest?: SchemaIndex;
  readonly contains?: { readonly schema: SchemaIndex; readonly min: number; readonly max?: number };
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly unique?: true;
}

/** Limits of objects (JSON Schema Validation, section 6.5). */
export interface ObjectRow {
  readonly properties?: Readonly<Record<string, SchemaIndex>>;
  readonly patterns?: readonly (readonly [pattern: string, schema: SchemaIndex])[];
  /** For the properties that neither `properties` nor `patterns` name. */
  readonly additional?: SchemaIndex;
  /** For the names themselves. */
  readonly names?: SchemaIndex;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** Schemas joined by a keyword other than `allOf`. */
export type ClauseRow =
  | { readonly kind: "anyOf" | "oneOf"; readonly parts: readonly SchemaIndex[] }
  | { readonly kind: "not"; readonly part: SchemaIndex }
  | { readonly kind: "if"; readonly test: SchemaIndex; readonly yes?: SchemaIndex; readonly no?: SchemaIndex }
  /** An object with the property `key` is also a value of `part`, or has the properties named there. */
  | { readonly kind: "dependent"; readonly key: string; readonly part: SchemaIndex | readonly string[] };

/** What the messages of an operation must be. */
export interface OperationRow {
  readonly parameters?: readonly ParameterRow[];
  readonly body?: { readonly required?: true; readonly content: Content };
  /** By status, as the description writes it: `200`, `4XX`, `default`. */
  readonly responses: Readonly<Record<string, ResponseRow>>;
}

/** What a parameter, or the header of a response, must be. */
export interface HeaderRow {
  readonly name: string;
  readonly required?: true;
  /** The schema of its value as text; of the value itself for a JSON document. */
  readonly schema: SchemaIndex;
  /** The value is a document: of JSON, or of what is not read. */
  readonly document?: "json" | "unread";
  /** Items or members in the text of a header stand one by one, as `a=1,b=2`. */
  readonly explode?: true;
  /** What stands between them instead of a comma (`collectionFormat` of OpenAPI 2.0). */
  readonly separator?: string;
}

export interface ParameterRow extends HeaderRow {
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  /** It may be sent without a value, whatever its schema says (`allowEmptyValue`). */
  readonly empty?: true;
}

export interface ResponseRow {
  readonly headers?: readonly HeaderRow[];
  /** Absent where no body is described. */
  readonly content?: Content;
}

/** Bodies by their media range. */
export type Content = Readonly<Record<string, BodyRow>>;

/** How the body of a media range is judged: each way where one is, else it is not. */
export interface BodyRow {
  /** Nothing is said of it, so that anything will do. */
  readonly any?: true;
  /** As JSON. */
  readonly json?: SchemaIndex;
  /** As text, or as the fields of a form, whose values are texts. */
  readonly text?: SchemaIndex;
  /** Each line, of JSON lines. */
  readonly line?: SchemaIndex;
}
