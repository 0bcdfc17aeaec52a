import {
  excerptAt,
  type FindingDocument,
  type PageDocument,
  type PlaceExcerpt,
  type Span,
} from "@concordat/engine/page";
import { compareLines, foldPairs, type LinePair, outdented } from "../../data/compare-lines.ts";
import { countOf } from "../../data/words.ts";
import { CodeLine, PairedLine, type SideName } from "./code-line.tsx";

/** Texts beside the descriptions that a finding may have a place in, as readers call them. */
const BESIDE = ["pact", "timeline", "usage"] as const;
const TITLES = { base: "Base", head: "Head", pact: "Pact", timeline: "Timeline", usage: "Usage" };

type Excerpts = NonNullable<PageDocument["excerpts"]>[number];

/** The lines that a finding is about on both sides, beside each other; their places alone where there are no lines. */
export function Code({ finding, excerpts }: { readonly finding: FindingDocument; readonly excerpts: Excerpts }) {
  const { base, head, places = {} } = finding;
  const others = BESIDE.flatMap((side) => (places[side] ? [{ side, span: places[side] }] : []));
  if (base === null && head === null && others.length === 0) return null;
  const ofBase = base && excerptAt(excerpts, "base", base);
  const ofHead = head && excerptAt(excerpts, "head", head);
  return (
    <section>
      <h3>{ofBase && ofHead ? "Base and head" : finding.members ? "The first place" : "Where"}</h3>
      {ofBase && ofHead ? (
        <Compared base={ofBase} head={ofHead} places={{ base, head }} />
      ) : (
        <>
          <Lone side="base" span={base} excerpt={ofBase ?? undefined} />
          <Lone side="head" span={head} excerpt={ofHead ?? undefined} />
        </>
      )}
      {others.map(({ side, span }) => (
        <Lone key={side} side={side} span={span} excerpt={excerptAt(excerpts, side, span)} />
      ))}
    </section>
  );
}

interface ComparedProps {
  readonly base: PlaceExcerpt;
  readonly head: PlaceExcerpt;
  readonly places: { readonly base: Span; readonly head: Span };
}

function Compared({ base, head, places }: ComparedProps) {
  const isPlace = (pair: LinePair) => pair.base?.number === places.base.line || pair.head?.number === places.head.line;
  const stretches = foldPairs(compareLines(outdented(base), outdented(head)), isPlace);
  const isCut = base.isCut || head.isCut;
  const rows = stretches.reduce((sum, each) => sum + ("leftOut" in each ? 1 : each.pairs.length), isCut ? 1 : 0);
  const side = (name: SideName) => (
    // Both sides share the rows of one grid, so that lines stay beside each other where one of them wraps.
    <figure class="code" style={{ gridRow: `span ${rows + 1}` }}>
      <figcaption>
        {TITLES[name]} <code>{placeOf(places[name])}</code>
      </figcaption>
      <pre>
        {stretches.map((stretch, i) =>
          "leftOut" in stretch ? (
            <span
              class="line left-out"
              key={i}
            >{`⋯ ${countOf(stretch.leftOut, "line is", "lines are")} the same`}</span>
          ) : (
            stretch.pairs.map((pair, j) => <PairedLine key={`${i}.${j}`} pair={pair} side={name} />)
          ),
        )}
        {isCut && <span class="line left-out">⋯ only the first lines of what is long are compared</span>}
      </pre>
    </figure>
  );
  return (
    <div class="compared">
      {side("base")}
      {side("head")}
    </div>
  );
}

/** Lines of a side that are shown at first, from the place on. */
const MOST_LINES = 12;

function Lone({
  side,
  span,
  excerpt,
}: {
  readonly side: keyof typeof TITLES;
  readonly span: Span | null;
  readonly excerpt: PlaceExcerpt | undefined;
}) {
  if (span === null) return null;
  const lines = excerpt ? outdented(excerpt).lines.slice(0, MOST_LINES) : [];
  const left = excerpt ? excerpt.lines.length - lines.length : 0;
  return (
    <figure class="code">
      <figcaption>
        {TITLES[side]} <code>{placeOf(span)}</code>
      </figcaption>
      {excerpt && (
        <pre>
          {lines.map((text, i) => {
            const number = excerpt.from + i;
            return <CodeLine key={number} number={number} text={text} change={number === span.line ? "here" : ""} />;
          })}
          {left > 0 && (
            <span class="line left-out">{`⋯ ${excerpt.isCut ? "at least " : ""}${countOf(left, "more line")}`}</span>
          )}
        </pre>
      )}
    </figure>
  );
}

function placeOf({ file, line }: Span): string {
  return `${file}:${line}`;
}
