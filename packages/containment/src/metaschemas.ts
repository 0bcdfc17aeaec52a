import applicator2019 from "ajv/dist/refs/json-schema-2019-09/meta/applicator.json" with { type: "json" };
import content2019 from "ajv/dist/refs/json-schema-2019-09/meta/content.json" with { type: "json" };
import core2019 from "ajv/dist/refs/json-schema-2019-09/meta/core.json" with { type: "json" };
import format2019 from "ajv/dist/refs/json-schema-2019-09/meta/format.json" with { type: "json" };
import metadata2019 from "ajv/dist/refs/json-schema-2019-09/meta/meta-data.json" with { type: "json" };
import validation2019 from "ajv/dist/refs/json-schema-2019-09/meta/validation.json" with { type: "json" };
import schema2019 from "ajv/dist/refs/json-schema-2019-09/schema.json" with { type: "json" };
import applicator2020 from "ajv/dist/refs/json-schema-2020-12/meta/applicator.json" with { type: "json" };
import content2020 from "ajv/dist/refs/json-schema-2020-12/meta/content.json" with { type: "json" };
import core2020 from "ajv/dist/refs/json-schema-2020-12/meta/core.json" with { type: "json" };
import format2020 from "ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json" with { type: "json" };
import metadata2020 from "ajv/dist/refs/json-schema-2020-12/meta/meta-data.json" with { type: "json" };
import unevaluated2020 from "ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json" with { type: "json" };
import validation2020 from "ajv/dist/refs/json-schema-2020-12/meta/validation.json" with { type: "json" };
import schema2020 from "ajv/dist/refs/json-schema-2020-12/schema.json" with { type: "json" };
import draft06 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import draft07 from "ajv/dist/refs/json-schema-draft-07.json" with { type: "json" };
import type { Dialect } from "./lower/dialect.ts";
import type { Document } from "./lower/document.ts";

const of2019 = [schema2019, applicator2019, content2019, core2019, format2019, metadata2019, validation2019];
const of2020 = [
  ...[schema2020, applicator2020, content2020, core2020, format2020, metadata2020, unevaluated2020],
  validation2020,
];

/**
 * The schemas of JSON Schema itself, as `ajv` brings them: drafts 06 to 2020-12. They are well known, so that a reference
 * to one needs no network.
 */
export const METASCHEMAS: readonly Document[] = [
  documentOf(draft06, "draft-06"),
  documentOf(draft07, "draft-07"),
  ...of2019.map((schema) => documentOf(schema, "draft-2019-09")),
  ...of2020.map((schema) => documentOf(schema, "draft-2020-12")),
];

function documentOf(root: { readonly $id: string }, dialect: Dialect): Document {
  return { uri: root.$id.replace(/#$/, ""), root, dialect };
}
