import { chartDays, dayNumber, type ShownDeprecation, yearsOf } from "../../data/lifecycle.ts";
import { operationName } from "../../data/places.ts";

/** What is deprecated: from which day to which, as bars on one scale and in words. */
export function DeprecationsView({ shown }: { readonly shown: readonly ShownDeprecation[] }) {
  const scale = chartDays(shown);
  const hasSources = shown.some(({ source }) => source !== undefined);
  return (
    <div class="sections">
      <table class="timeline">
        <thead>
          <tr>
            {hasSources && <th scope="col">Description</th>}
            <th scope="col">Deprecated</th>
            <th scope="col">Since</th>
            <th scope="col">Sunset</th>
            <th scope="col">Instead</th>
            <th scope="col" class="chart">
              From deprecation to sunset
              <Years scale={scale} />
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((each, i) => (
            <tr key={i}>
              {hasSources && (
                <td>
                  <bdi>{each.source}</bdi>
                </td>
              )}
              <DeprecationCells shown={each} />
              <td class="chart">
                <Life shown={each} scale={scale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Scale = ReturnType<typeof chartDays>;

/** Where a day is on a scale, in percent. */
function shareOf(day: string, { from, to }: Scale): number {
  return (100 * (dayNumber(day) - from)) / (to - from);
}

/** The years of a scale, each where it begins. */
function Years({ scale }: { readonly scale: Scale }) {
  return (
    <span class="years" aria-hidden="true">
      {yearsOf(scale).map((year) => (
        <span key={year} style={{ left: `${shareOf(`${year}-01-01`, scale)}%` }}>
          {year}
        </span>
      ))}
    </span>
  );
}

function DeprecationCells({ shown: { deprecation, asOf } }: { readonly shown: ShownDeprecation }) {
  const { kind, operation, subject, deprecated, sunset, replacement } = deprecation;
  const isPast = sunset !== null && sunset < asOf;
  return (
    <>
      <th scope="row">
        <code>{kind === "operation" && operation ? operationName(operation) : subject}</code>
      </th>
      <td>{deprecated ?? "no date"}</td>
      <td>
        {sunset ?? "no date"} {isPast && <span class="state affected">passed</span>}
      </td>
      <td>{replacement !== null && <code>{replacement}</code>}</td>
    </>
  );
}

/** A bar from the first day to the last, and the day that it is seen from. */
function Life({ shown: { deprecation, asOf }, scale }: { readonly shown: ShownDeprecation; readonly scale: Scale }) {
  const { announced, deprecated, sunset, removed } = deprecation;
  const start = deprecated ?? announced;
  const end = removed ?? sunset;
  const from = start === null ? 0 : shareOf(start, scale);
  const to = end === null ? 100 : shareOf(end, scale);
  const isOpen = start === null || end === null;
  return (
    <span class="life" aria-hidden="true">
      {(start !== null || end !== null) && (
        <span
          class={`span ${isOpen ? "open-ended" : ""} ${end !== null && end < asOf ? "past" : ""}`}
          style={{ left: `${from}%`, width: `${Math.max(0.5, to - from)}%` }}
        />
      )}
      <span class="today" style={{ left: `${shareOf(asOf, scale)}%` }} />
    </span>
  );
}
