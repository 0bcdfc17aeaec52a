import { expect, test } from "vitest";
import { confirm } from "../confirm/index.ts";
import { Decider } from "../decide.ts";
import type { Json } from "../json.ts";
import { METASCHEMAS } from "../metaschemas.ts";
import { STRICT } from "../mode.ts";
import { type Document, libraryOf } from "./document.ts";
import { Space } from "./space.ts";

/** A list that leaves open what it holds, and two that say it. */
const OPEN: Json = {
  $id: "https://concordat.invalid/list",
  type: "array",
  items: { $dynamicRef: "#item" },
  $defs: { item: { $dynamicAnchor: "item" } },
};
const listOf = (name: string, item: Json): Json => ({
  $id: `https://concordat.invalid/${name}`,
  $ref: "list",
  $defs: { item: { $dynamicAnchor: "item", ...(item as object) } },
});
const numbers = listOf("numbers", { type: "number" });
const integers = listOf("integers", { type: "integer" });
/** By an intermediate resource, and embedded in one document. */
const embedded: Json = {
  $ref: "https://concordat.invalid/between",
  $defs: {
    between: { $id: "https://concordat.invalid/between", $ref: "integers" },
    integers,
  },
};

const documents = [OPEN, numbers, integers, embedded, { $ref: "https://json-schema.org/draft/2020-12/schema" }].map(
  (root, i): Document => ({
    uri: (root as { $id?: string }).$id ?? `https://concordat.invalid/document-${i}`,
    root,
    dialect: "draft-2020-12",
  }),
);
const library = libraryOf([...documents, ...METASCHEMAS]);

async function within(left: number, right: Json | number): Promise<string> {
  const other: Document =
    typeof right === "number"
      ? (documents[right] as Document)
      : { uri: "https://concordat.invalid/other", root: right, dialect: "draft-2020-12" };
  const space = new Space(library);
  const [from, to] = [documents[left] as Document, other].map((document) =>
    space.place({ document, pointer: "", value: document.root }),
  );
  if (from === undefined || to === undefined) throw new Error("two schemas are compared");
  const found = new Decider(space, STRICT).counterexample([from], [to]);
  expect(space.problems).toEqual([]);
  if (found.kind !== "some") return found.kind;
  const confirmed = await confirm({ left: from, right: to, value: found.value, seen: found.value }, library, STRICT);
  return confirmed.kind === "confirmed" ? JSON.stringify(confirmed.value) : confirmed.kind;
}

const [LIST, NUMBERS, INTEGERS, EMBEDDED, METASCHEMA] = [0, 1, 2, 3, 4];

test.each([
  ["what a list leaves open is what the outermost resource says", INTEGERS, NUMBERS, "none"],
  ["and another where another is outermost", NUMBERS, INTEGERS, "[0.5]"],
  ["by itself it holds anything", NUMBERS, LIST, "none"],
  ["a resource between them changes nothing", EMBEDDED, { type: "array", items: { type: "integer" } }, "none"],
  ["nor does it the other way", EMBEDDED, NUMBERS, "none"],
  ["a schema of JSON Schema is an object or a boolean", METASCHEMA, { type: ["object", "boolean"] }, "none"],
  ["and its lengths are whole", METASCHEMA, { properties: { minLength: { type: "integer", minimum: 0 } } }, "none"],
] as const)("%s", async (_, left, right, expected) => {
  expect(await within(left as number, right as Json | number)).toBe(expected);
});
