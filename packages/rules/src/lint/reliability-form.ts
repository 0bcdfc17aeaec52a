import {
  type Api,
  defineLintRule,
  type Located,
  malformedReliability,
  type OperationRef,
  valueAt,
} from "@concordat/engine/kit";

export default defineLintRule({
  id: "lint/reliability-form",
  theme: "idempotency",
  summary: "`x-reliability` has the members and values that clients read.",
  why: "Clients ignore what they cannot read: they repeat a request that must not be repeated, or wait longer than the operation allows.",
  fix: "Write it as `{ idempotency: key | natural | none, retry: safe | never, timeout: 2s, criticality: critical | normal }`; each member is optional. A timeout is a number with `ms`, `s`, `m` or `h`.",
  exceptions: "None. What cannot be read has no effect.",
  severity: "error",
  preset: "strict",
  since: "next",
  source: "RFC 9110, section 9.2.2, which the members refine for single operations.",
  messages: { malformed: "`x-reliability` has an invalid value: `{value}`." },
  *run({ api }, hit) {
    for (const { at, operations } of places(api))
      for (const value of malformedReliability(valueAt(at, "x-reliability")))
        yield hit("malformed", { value }, at, { operations });
  },
});

/** Where `x-reliability` may stand: at the root, on a path for all its operations, and on an operation. */
function places(api: Api): { readonly at: Located; readonly operations: readonly OperationRef[] }[] {
  const refs = api.operations.map(({ ref }) => ref);
  const items = Map.groupBy(refs, ({ path }) => path);
  return [
    { at: api.root, operations: [] },
    ...[...items.values()].map((operations) => ({ at: (operations[0] as OperationRef).item, operations })),
    ...refs.map((ref) => ({ at: ref.at, operations: [ref] })),
  ];
}
