import { type Answer, type Tally, tallyOf } from "../data/answer.ts";
import type { Entry } from "../data/entries.ts";
import type { Filter } from "../data/filter.ts";
import type { Kind } from "../data/items.ts";
import { countOf } from "../data/words.ts";
import { Mark, Prose } from "./parts/marks.tsx";

interface Props {
  readonly answer: Answer;
  readonly entries: readonly Entry[];
  readonly show: (changes: Partial<Filter>) => void;
  readonly tool: string;
  readonly asOf: string | undefined;
}

/** The answer, and how many findings of which kind there are. */
export function Hero({ answer: { passes, about, title, detail }, entries, show, tool, asOf }: Props) {
  const state = passes === undefined ? "neutral" : passes ? "pass" : "fail";
  return (
    <header class={`hero ${state}`}>
      <p class="about">
        <bdi>{about}</bdi>
        <span class="made">
          Concordat {tool}
          {asOf === undefined ? "" : ` · as of ${asOf}`}
        </span>
      </p>
      <h1>
        {passes !== undefined && <Mark kind={passes ? "pass" : "fail"} />}
        {title}
      </h1>
      {detail !== "" && (
        <p class="detail">
          <Prose text={detail} />
        </p>
      )}
      <Counts tally={tallyOf(entries)} show={show} />
    </header>
  );
}

function Counts({ tally, show }: { readonly tally: Tally; readonly show: Props["show"] }) {
  const kinds: readonly (readonly [Kind, number, string])[] = [
    ["error", tally.errors, countOf(tally.errors, "error")],
    ["warn", tally.warnings, countOf(tally.warnings, "warning")],
    ["info", tally.notes, countOf(tally.notes, "note")],
    ["settled", tally.settled, countOf(tally.settled, "does not count", "do not count")],
  ];
  const counted = kinds.filter(([, count]) => count > 0);
  if (counted.length === 0) return null;
  return (
    <ul class="counts" aria-label="Findings by kind">
      {counted.map(([kind, , words]) => (
        <li key={kind}>
          <button type="button" class={`chip ${kind}`} onClick={() => show({ kinds: new Set([kind]) })}>
            <Mark kind={kind} /> {words}
          </button>
        </li>
      ))}
    </ul>
  );
}
