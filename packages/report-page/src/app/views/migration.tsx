import type { ShownMigration } from "../../data/lifecycle.ts";
import { countOf } from "../../data/words.ts";
import { type Column, ConsumerTable } from "../parts/consumer-table.tsx";
import { Removal } from "../parts/removal.tsx";

const STATES = {
  "not-started": ["Not started", "affected"],
  "dual-running": ["Uses both", "unknown"],
  migrated: ["Migrated", "unaffected"],
  silent: ["Silent", "unknown"],
} as const;

/** How far consumers have moved away from each deprecated operation, parameter, property and value. */
export function MigrationView({ shown }: { readonly shown: readonly ShownMigration[] }) {
  return (
    <div class="sections">
      {shown.map((each, i) => (
        <MigrationSection key={i} shown={each} />
      ))}
    </div>
  );
}

function MigrationSection({ shown: { name, migration, counted } }: { readonly shown: ShownMigration }) {
  const { replacement, sunset, consumers, progress, forecast, removable, because } = migration;
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
      <Removal removable={removable} because={because} />
      <ConsumerTable caption={counted} rows={consumers} columns={columnsOf(consumers)} />
    </section>
  );
}

type Consumer = ShownMigration["migration"]["consumers"][number];

function columnsOf(consumers: readonly Consumer[]): Column<Consumer>[] {
  const hasDays = consumers.some(({ lastOldCall }) => lastOldCall !== null);
  return [
    { title: "State", cell: ({ state }) => <span class={`state ${STATES[state][1]}`}>{STATES[state][0]}</span> },
    { title: hasDays ? "Old calls" : "Old uses", cell: ({ oldCalls }) => oldCalls },
    { title: hasDays ? "New calls" : "New uses", cell: ({ newCalls }) => newCalls },
    ...(hasDays ? [{ title: "Last old call", cell: ({ lastOldCall }: Consumer) => lastOldCall }] : []),
  ];
}
