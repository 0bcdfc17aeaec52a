import {
  astToString,
  type GlobalContext,
  injectOperationObject,
  resolveRef,
  transformSchema,
} from "openapi-typescript";

/** A document of OpenAPI 3.1 that refers to nothing outside, and in which every reference leads to a component. */
export interface TypedDocument {
  readonly openapi: string;
  readonly paths: object;
  /** Operations with methods that `paths` has no key for, by name. */
  readonly others: Readonly<Record<string, unknown>>;
  readonly webhooks?: object;
  readonly components: object;
}

type Schema = Parameters<typeof transformSchema>[0];
type OperationObject = Parameters<typeof injectOperationObject>[1];

/**
 * The types of a document, as openapi-typescript writes them: `paths`, `webhooks`, `components` and `operations`, with what is only read or
 * only written marked as such. It is called behind its own reading and checking of files, which the document does not need.
 */
export function typesOf(document: TypedDocument): string {
  const { others, ...schema } = document as Schema & Pick<TypedDocument, "others">;
  const context = contextOf(schema);
  for (const [name, operation] of Object.entries(others))
    injectOperationObject(name, operation as OperationObject, { ctx: context, path: `#/operations/${name}` });
  return astToString(transformSchema(schema, context));
}

/** What openapi-typescript works by: its options, each as the defaults have it but for those with a comment. */
function contextOf(schema: Schema): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A property with a default may be left out of a request, and may be missing in a response.
    defaultNonNullable: false,
    // Alternatives have their tags already.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    // What is only read or only written is marked, so that each direction has its own types.
    readWriteMarkers: true,
    // Only its own reading of files asks for it.
    redoc: undefined as never,
    resolve: (reference) => resolveRef(schema, reference, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: undefined,
    transformProperty: undefined,
  };
}
