import { unfinishedCause, type Views } from "@concordat/containment/internal";
import type { SchemaChange } from "./schema-compare.ts";
import type { SchemaRoot } from "./schema-graph.ts";

/** What stands for all changes of a message that were not looked at: undecided, as silence would be a claim. */
export function unfinishedChange(root: SchemaRoot, views: Views): SchemaChange {
  const { direction, base, head, reach } = root;
  const [sent, accepted] = direction === "request" ? [base, head] : [head, base];
  const cause = unfinishedCause([sent], [accepted], views);
  return {
    ...{ facet: "schema", direction, change: direction === "request" ? "narrowed" : "widened" },
    ...{ cause, base, head, operations: [reach], types: undefined },
    proof: { undecided: cause.reason },
  };
}
