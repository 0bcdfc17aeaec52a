import { isObject, type Space } from "@concordat/containment/internal";
import { diffByKey } from "../../base/diff-by-key.ts";
import type { ContractTarget, NamedPlace } from "../../kit/targets.ts";
import type { Cursor } from "../../model/cursor.ts";
import { securitySchemes } from "../../model/read-security.ts";
import type { Revision } from "../../model/revision.ts";

/** What two descriptions say at the top, paired. */
export function contractTarget(
  base: Revision,
  head: Revision,
  baseCursor: Cursor,
  headCursor: Cursor,
  space: Space,
): ContractTarget {
  const byKey = ({ key }: NamedPlace) => key;
  const schemas = diffByKey(componentSchemas(baseCursor), componentSchemas(headCursor), byKey);
  return {
    base,
    head,
    schemas,
    renamed: renamedSchemas(schemas.removed, schemas.added, space),
    schemes: diffByKey(securitySchemes(baseCursor), securitySchemes(headCursor), byKey),
    tags: diffByKey(tags(baseCursor), tags(headCursor), byKey),
  };
}

function componentSchemas(cursor: Cursor): NamedPlace[] {
  const { root } = cursor;
  const owner = root.document.dialect === "openapi-2.0" ? root : cursor.object(root, "components");
  const schemas = owner && cursor.member(owner, root.document.dialect === "openapi-2.0" ? "definitions" : "schemas");
  if (schemas === undefined || !isObject(schemas.value)) return [];
  return Object.keys(schemas.value).flatMap((key) => {
    const at = cursor.member(schemas, key);
    return at ? [{ key, at }] : [];
  });
}

/** Schemas that are gone, each with the new one that means the same, if there is exactly one. */
function renamedSchemas(
  removed: readonly NamedPlace[],
  added: readonly NamedPlace[],
  space: Space,
): { base: NamedPlace; head: NamedPlace }[] {
  if (removed.length === 0 || added.length === 0) return [];
  const node = ({ at }: NamedPlace) => space.node(space.place(at));
  return removed.flatMap((base) => {
    const alike = added.filter((head) => node(head) === node(base));
    return alike.length === 1 && alike[0] ? [{ base, head: alike[0] }] : [];
  });
}

function tags(cursor: Cursor): NamedPlace[] {
  return cursor.items(cursor.member(cursor.root, "tags")).flatMap((at) => {
    const key = cursor.text(at, "name");
    return key === undefined ? [] : [{ key, at }];
  });
}
