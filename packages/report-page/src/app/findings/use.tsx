import type { FindingDocument } from "@concordat/engine/page";
import { Prose } from "../parts/marks.tsx";

/** Who called the operation whose end a finding is about, and whether it may be removed. */
export function Use({
  use: { window, callers, removable, because },
}: {
  readonly use: NonNullable<FindingDocument["use"]>;
}) {
  return (
    <section>
      <h3>Use</h3>
      <p>
        <b class={`state ${removable ? "unaffected" : "affected"}`}>
          {removable ? "May be removed" : "May not be removed yet"}
        </b>
      </p>
      <ul>
        {because.map((reason, i) => (
          <li key={i}>
            <Prose text={reason} />
          </li>
        ))}
      </ul>
      {callers.length > 0 && (
        <table>
          <caption>
            Calls from {window.from} to {window.to}
          </caption>
          <thead>
            <tr>
              <th scope="col">Consumer</th>
              <th scope="col" class="number">
                Calls
              </th>
              <th scope="col">Last call</th>
            </tr>
          </thead>
          <tbody>
            {callers.map(({ consumer, calls, lastCall }) => (
              <tr key={consumer ?? ""}>
                <th scope="row">
                  <bdi>{consumer ?? "Unknown caller"}</bdi>
                </th>
                <td class="number">{calls.toLocaleString("en")}</td>
                <td>{lastCall}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
