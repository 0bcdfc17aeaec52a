import type { FindingDocument } from "@concordat/engine/page";
import { ConsumerTable } from "../parts/consumer-table.tsx";
import { Removal } from "../parts/removal.tsx";

/** Who called the operation whose end a finding is about, and whether it may be removed. */
export function Use({ use: { window, callers, ...removal } }: { readonly use: NonNullable<FindingDocument["use"]> }) {
  return (
    <section>
      <h3>Use</h3>
      <Removal {...removal} />
      <ConsumerTable
        caption={`Calls from ${window.from} to ${window.to}`}
        rows={callers}
        columns={[
          { title: "Calls", cell: ({ calls }) => calls },
          { title: "Last call", cell: ({ lastCall }) => lastCall },
        ]}
      />
    </section>
  );
}
