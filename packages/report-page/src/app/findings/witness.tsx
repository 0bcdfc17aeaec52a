import type { FindingDocument } from "@concordat/engine/page";
import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { showWitness, witnessParts } from "../../data/witness.ts";
import { countOf } from "../../data/words.ts";
import { CopyButton, Prose } from "../parts/marks.tsx";

interface Props {
  readonly witness: NonNullable<FindingDocument["witness"]>;
  readonly reach: FindingDocument["operations"][number] | undefined;
  readonly title: string;
}

/** The message or the value that one side accepts and the other refuses. */
export function WitnessView({ witness, reach, title }: Props) {
  const [isWhole, setWhole] = useState(false);
  const { title: what, lines, curl } = showWitness(witness, reach);
  const parts = isWhole ? [{ leftOut: 0, lines }] : witnessParts(lines);
  const shown = parts.reduce((sum, part) => sum + part.lines.length, 0);
  return (
    <section class="witness">
      <h3>{title}</h3>
      <p class="sides">
        <span class="accepts">{sideName(witness.acceptedBy)} accepts it</span>
        <span class="refuses">{sideName(witness.refusedBy)} refuses it</span>
        <span>
          <Prose text={witness.reason} />
        </span>
      </p>
      <figure class="code">
        <figcaption>
          <bdi>{what}</bdi>
          <CopyButton text={curl ?? lines.map(({ text }) => text).join("\n")} label={curl ? "Copy as curl" : "Copy"} />
        </figcaption>
        <pre>
          {parts.map((part, i) => (
            <Fragment key={i}>
              {part.leftOut > 0 && <span class="line left-out">{`⋯ ${countOf(part.leftOut, "line")}`}</span>}
              {part.lines.map(({ text, isMarked }, j) => (
                <span key={j} class={isMarked ? "line marked" : "line"}>{`${text}\n`}</span>
              ))}
            </Fragment>
          ))}
        </pre>
        {shown < lines.length && (
          <button type="button" class="link" onClick={() => setWhole(true)}>
            Show all {lines.length} lines
          </button>
        )}
      </figure>
    </section>
  );
}

function sideName(side: Props["witness"]["acceptedBy"]): string {
  return side === "pact" ? "The consumer" : side === "base" ? "Base" : "Head";
}
