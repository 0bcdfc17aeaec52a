import type { ShownMigration } from "../../data/lifecycle.ts";
import { operationName } from "../../data/places.ts";
import { countOf } from "../../data/words.ts";
import { Prose } from "../parts/marks.tsx";

const STATES = {
  "not-started": ["Not started", "affected"],
  "dual-running": ["Uses both", "unknown"],
  migrated: ["Migrated", "unaffected"],
  silent: ["Silent", "unknown"],
} as const;

/** How far consumers have moved away from each deprecated operation. */
export function MigrationView({ shown }: { readonly shown: readonly ShownMigration[] }) {
  return (
    <div class="sections">
      {shown.map((each, i) => (
        <MigrationSection key={i} shown={each} />
      ))}
    </div>
  );
}

function MigrationSection({ shown: { migration, window } }: { readonly shown: ShownMigration }) {
  const { operation, replacement, sunset, consumers, progress, forecast, removable, because } = migration;
  const name = operationName(operation);
  const migrated = consumers.filter(({ state }) => state === "migrated").length;
  return (
    <section class="migration">
      <h2>
        <code>{name}</code>
        {replacement !== null && (
          <>
            {" → "}
            <code>{replacement}</code>
          </>
        )}
      </h2>
      <p class="progress">
        <progress max={1} value={progress} aria-label={`Progress of ${name}`} />
        <span>
          {migrated} of {countOf(consumers.length, "consumer")} migrated
          {sunset === null ? ", no sunset" : `, sunset ${sunset}`}
          {forecast === null ? "" : `, use would end on ${forecast}`}
        </span>
      </p>
      <p>
        {removable ? (
          <b class="state unaffected">May be removed</b>
        ) : (
          <b class="state affected">May not be removed yet</b>
        )}
      </p>
      <ul>
        {because.map((reason, i) => (
          <li key={i}>
            <Prose text={reason} />
          </li>
        ))}
      </ul>
      {consumers.length > 0 && <MoveTable consumers={consumers} window={window} />}
    </section>
  );
}

function MoveTable({
  consumers,
  window,
}: Pick<ShownMigration, "window"> & Pick<ShownMigration["migration"], "consumers">) {
  return (
    <table>
      <caption>
        Calls from {window.from} to {window.to}
      </caption>
      <thead>
        <tr>
          <th scope="col">Consumer</th>
          <th scope="col">State</th>
          <th scope="col" class="number">
            Old calls
          </th>
          <th scope="col" class="number">
            New calls
          </th>
          <th scope="col">Last old call</th>
        </tr>
      </thead>
      <tbody>
        {consumers.map(({ consumer, state, oldCalls, newCalls, lastOldCall }) => (
          <tr key={consumer ?? ""}>
            <th scope="row">
              <bdi>{consumer ?? "Unknown caller"}</bdi>
            </th>
            <td>
              <span class={`state ${STATES[state][1]}`}>{STATES[state][0]}</span>
            </td>
            <td class="number">{oldCalls.toLocaleString("en")}</td>
            <td class="number">{newCalls.toLocaleString("en")}</td>
            <td>{lastOldCall}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
