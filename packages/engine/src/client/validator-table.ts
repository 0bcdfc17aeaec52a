import type {
  BodyRow,
  Content,
  HeaderRow,
  OperationRow,
  ParameterRow,
  ResponseRow,
  ValidatorTable,
} from "@concordat/client";
import { bodyKind } from "../exchange/bodies.ts";
import { HEADER_SEPARATORS } from "../exchange/write.ts";
import type { Api } from "../model/api.ts";
import { isJsonRange } from "../model/media-range.ts";
import { ofSchema } from "../model/met-problem.ts";
import type { Header, MediaType, Operation, OperationRef, Parameter, Response } from "../model/revision.ts";
import { SchemaRows } from "./schema-rows.ts";

/**
 * Makes the validator table of a description. What is wrong with its schemas is noted by the cursor: values are not judged by that.
 *
 * @param names the names of the functions
 */
export function validatorTable(api: Api, names: ReadonlyMap<OperationRef, string>): ValidatorTable {
  const schemas = new SchemaRows(api.cursor.description.library);
  const maker = new TableMaker(schemas);
  const operations = api.operations.map((operation) => [names.get(operation.ref), maker.operation(operation)] as const);
  const rows = schemas.rows();
  for (const problem of schemas.problems) api.cursor.note(ofSchema(problem));
  return { schemas: rows, operations: Object.fromEntries(operations) };
}

class TableMaker {
  readonly schemas: SchemaRows;

  constructor(schemas: SchemaRows) {
    this.schemas = schemas;
  }

  operation({ parameters, body, responses }: Operation): OperationRow {
    return {
      ...(parameters.length > 0 && { parameters: parameters.map((parameter) => this.#parameter(parameter)) }),
      ...(body && {
        body: { ...(body.required && { required: true }), content: this.#content(body.content) },
      }),
      responses: Object.fromEntries(responses.map((response) => [response.status, this.#response(response)])),
    };
  }

  #parameter(parameter: Parameter): ParameterRow {
    const { explode, separator, ...row } = this.#header(parameter);
    // Of the others the caller gives values, and no text.
    const isText = parameter.in === "header";
    return {
      in: parameter.in,
      ...row,
      ...(parameter.allowsEmpty && { empty: true }),
      ...(isText && explode && { explode }),
      ...(isText && separator !== undefined && { separator }),
    };
  }

  #header({ name, required, serialisation }: Pick<Header, "name" | "required" | "serialisation">): HeaderRow {
    const { kind, schema } = serialisation;
    const document = kind === "content" ? (isJsonRange(serialisation.mediaType) ? "json" : "unread") : undefined;
    const separator = kind === "style" ? HEADER_SEPARATORS[serialisation.style] : undefined;
    return {
      name,
      ...(required && { required }),
      schema: this.schemas.index(schema, document === undefined ? "wire" : "json"),
      ...(document && { document }),
      ...(kind === "style" && serialisation.explode && { explode: true }),
      ...(separator !== undefined && { separator }),
    };
  }

  #response({ headers, content }: Response): ResponseRow {
    return {
      ...(headers.length > 0 && { headers: headers.map((header) => this.#header(header)) }),
      ...(content.length > 0 && { content: this.#content(content) }),
    };
  }

  #content(content: readonly MediaType[]): Content {
    return Object.fromEntries(content.map((media) => [media.range, this.#body(media)]));
  }

  /** How bodies are judged, as the exchange judge does it: what it leaves undecided has no way here. */
  #body({ range, schema, itemSchema }: MediaType): BodyRow {
    const kind = bodyKind(range);
    if (kind === "sequence") return schema ? {} : { line: this.schemas.index(itemSchema, "json") };
    if (itemSchema !== undefined) return {};
    if (schema === undefined) return kind === "json" ? { json: 0 } : { any: true };
    const isWild = range.includes("*");
    const isText = kind === "form" || (kind === "text" && this.schemas.takesText(schema));
    return {
      ...((kind === "json" || isWild) && { json: this.schemas.index(schema, "json") }),
      ...(isText && { text: this.schemas.index(schema, "wire") }),
    };
  }
}

/**
 * The text of `validators.ts`: JSON in a text, a row on each line. Programs read it faster than a literal, and compilers need not look
 * into it.
 */
export function validatorsText(header: string, { schemas, operations }: ValidatorTable): string {
  const rows = (list: readonly string[]) => list.map((row) => `\n${row}`).join(",");
  const schemaRows = schemas.map((row) => JSON.stringify(row));
  const operationRows = Object.entries(operations).map(
    ([name, row]) => `${JSON.stringify(name)}:${JSON.stringify(row)}`,
  );
  const text = `{"schemas":[${rows(schemaRows)}\n],"operations":{${rows(operationRows)}\n}}`;
  return [
    `${header}import type { ValidatorTable } from "@concordat/client";\n`,
    "/** What messages of the contract must be, for `validation` of `@concordat/client`. */",
    `export const validators: ValidatorTable = /* @__PURE__ */ JSON.parse(\`${text.replace(/[\\`]|\$(?=\{)/g, "\\$&")}\`);\n`,
  ].join("\n");
}
