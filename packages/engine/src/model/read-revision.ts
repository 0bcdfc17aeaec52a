import { isObject, type Located } from "@concordat/containment/internal";
import { compareBy } from "../base/order.ts";
import type { Cursor } from "./cursor.ts";
import { operationShape, pathShape } from "./operation-key.ts";
import type { OperationKind, OperationRef, Revision } from "./revision.ts";

/** Methods that a path item has keys for (OpenAPI 3.2, section 4.9.1; `query` is new there). */
const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Finds the operations of a description. Their details are read when they are asked for. */
export function readRevision(cursor: Cursor): Revision {
  const { root, description } = cursor;
  const info = cursor.object(root, "info");
  const paths = cursor.object(root, "paths");
  const operations = paths ? operationsIn(paths, "path", cursor) : [];
  reportAmbiguous(operations, cursor);
  reportSchemaDialect(cursor);
  const webhooks = cursor.member(root, "webhooks") ?? cursor.member(root, "x-webhooks");
  return {
    description,
    dialect: description.root.dialect,
    ...readVersions(cursor),
    title: info && cursor.text(info, "title"),
    operations,
    webhooks: webhooks ? operationsIn(webhooks, "webhook", cursor) : [],
  };
}

/** The version of a description, and of the OpenAPI that it is written in. */
export function readVersions(cursor: Cursor): Pick<Revision, "openapi" | "version"> {
  const { root } = cursor;
  const info = cursor.object(root, "info");
  return {
    openapi: cursor.text(root, "openapi") ?? cursor.text(root, "swagger") ?? "",
    version: info && cursor.text(info, "version"),
  };
}

/** Schemas of a dialect that nobody knows here cannot be judged. */
function reportSchemaDialect(cursor: Cursor): void {
  const { root } = cursor;
  const at = root.document.schemas === "unknown" ? cursor.member(root, "jsonSchemaDialect") : undefined;
  if (at)
    cursor.report(
      "schema-dialect-unknown",
      `The schema dialect ${JSON.stringify(at.value)} is not known here, so that schemas cannot be judged. Name draft-04, 06, 07, 2019-09, 2020-12 or a dialect of OpenAPI 3.1 or 3.2.`,
      at,
    );
}

/** The operations of a map of path items. */
export function operationsIn(items: Located, kind: OperationKind, cursor: Cursor): OperationRef[] {
  if (!cursor.expect(items, isObject(items.value), "an object")) return [];
  return Object.keys(items.value as object)
    .filter((path) => !path.startsWith("x-"))
    .flatMap((path) => {
      const entry = cursor.member(items, path) as Located;
      // A path item may have operations of its own beside a reference (OpenAPI 3.1, section 4.8.9.1).
      const target = cursor.follow(entry);
      const parts = target === undefined || target.value === entry.value ? [entry] : [target, entry];
      return parts.flatMap((item) => operationsAt(item, path, kind, cursor));
    });
}

function operationsAt(item: Located, path: string, kind: OperationKind, cursor: Cursor): OperationRef[] {
  if (!cursor.expect(item, isObject(item.value), "an object")) return [];
  // Before 3.2 these keys mean nothing, and what stands there answers no request.
  const isNew = cursor.description.root.dialect === "openapi-3.2";
  const keyed = METHODS.filter((method) => isNew || method !== "query").flatMap((method) => {
    const at = cursor.member(item, method);
    return at ? [[method, at] as const] : [];
  });
  return [...keyed, ...(isNew ? additionalOperations(item, cursor) : [])].flatMap(([method, entry]) => {
    const at = cursor.follow(entry);
    if (at === undefined || !cursor.expect(at, isObject(at.value), "an object")) return [];
    return [
      {
        kind,
        method: method.toUpperCase(),
        path,
        shape: pathShape(path),
        operationId: cursor.text(at, "operationId"),
        item,
        at,
      },
    ];
  });
}

/** Operations with methods that a path item has no key for; one that it has a key for may not stand here, and is none. */
function additionalOperations(item: Located, cursor: Cursor): (readonly [method: string, at: Located])[] {
  return cursor.members(cursor.member(item, "additionalOperations")).flatMap(({ key, at }) => {
    const method = METHODS.find((each) => each === key.toLowerCase());
    if (method === undefined) return [[key, at] as const];
    cursor.report(
      "structure",
      `\`${key}\` cannot be in \`additionalOperations\`. Write it as \`${method}\` beside it.`,
      at,
    );
    return [];
  });
}

/**
 * Templates that no URL can tell apart (OpenAPI 3.1, section 4.8.8.2). Both stay; the first is the one that pairs. They are
 * reported in the order of their names, because the order in the description means nothing.
 */
function reportAmbiguous(operations: readonly OperationRef[], cursor: Cursor): void {
  const first = new Map<string, OperationRef>();
  for (const operation of operations.toSorted(compareBy(({ path }) => path))) {
    const key = operationShape(operation);
    const other = first.get(key);
    if (other === undefined) first.set(key, operation);
    else if (other.path !== operation.path)
      cursor.report(
        "ambiguous-path",
        `\`${operation.path}\` and \`${other.path}\` match the same URLs. Merge them.`,
        operation.item,
      );
  }
}
