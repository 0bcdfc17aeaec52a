import { describe, expect, test } from "vitest";
import { type Document, libraryOf, locate } from "./document.ts";
import { Space } from "./space.ts";

const schemas = (limit: number, extra: object = {}) => ({
  $defs: {
    Order: { properties: { lines: { items: { $ref: "#/$defs/Line" } } } },
    Line: { type: "object", properties: { sku: { type: "string", maxLength: 40 } } },
    Total: { type: "integer", maximum: limit, ...extra },
  },
});

function revisions(base: object, head: object) {
  const documents: Document[] = [
    { uri: "file:///base.json", root: base, dialect: "draft-2020-12" },
    { uri: "file:///head.json", root: head, dialect: "draft-2020-12" },
  ];
  const [before, after] = documents as [Document, Document];
  const known = ["/$defs/Order", "/$defs/Line"];
  const space = new Space(libraryOf(documents), undefined, ({ document, pointer }) =>
    document === after && known.includes(pointer)
      ? locate({ document: before, pointer: "", value: before.root }, pointer)
      : undefined,
  );
  const place = (document: Document, name: string) => {
    const at = locate({ document, pointer: "", value: document.root }, `/$defs/${name}`);
    if (at === undefined) throw new Error(`${name} is there`);
    return space.place(at);
  };
  return { space, base: (name: string) => place(before, name), head: (name: string) => place(after, name) };
}

describe("schemas that are known to mean the same", () => {
  test("share a node, and the second is not read", () => {
    const { space, base, head } = revisions(schemas(9), schemas(10));
    expect(space.node(base("Order"))).toBe(space.node(head("Order")));
    expect(head("Order").keywords).toBeUndefined();
  });

  test("are read like any other where the first has not been read", () => {
    const { space, base, head } = revisions(schemas(9), schemas(10));
    expect(space.node(head("Order"))).toBe(space.node(base("Order")));
    expect(head("Order").keywords).toBeDefined();
  });

  test("others are told apart by what they say", () => {
    const { space, base, head } = revisions(schemas(9), schemas(10));
    expect(space.node(base("Total"))).not.toBe(space.node(head("Total")));
  });

  test("are each read where something is wrong, as each has its own to report", () => {
    const wrong = schemas(9, { minimum: "none" });
    const { space, base, head } = revisions(wrong, wrong);
    space.node(base("Total"));
    expect(space.problems).toHaveLength(1);
    expect(space.node(base("Order"))).toBe(space.node(head("Order")));
    expect(head("Order").keywords).toBeDefined();
  });
});
