import { changedPart, type LinePair } from "../../data/compare-lines.ts";

export type SideName = "base" | "head";

/** What became of a line: removed, added, one that the other side has more, or the one that a finding is about. */
type Change = "" | "removed" | "added" | "filler" | "here";

interface LineProps {
  readonly number: number | undefined;
  readonly text: string;
  readonly change: Change;
  /** From where to where it differs from the line beside it. */
  readonly changed?: readonly [number, number] | undefined;
}

/** One side of a pair of lines. */
export function PairedLine({ pair, side }: { readonly pair: LinePair; readonly side: SideName }) {
  const line = pair[side];
  const other = pair[side === "base" ? "head" : "base"];
  const text = line?.text ?? "";
  const changed = pair.isSame || !other ? undefined : changedPart(text, other.text);
  return <CodeLine number={line?.number} text={text} change={changeOf(pair, side)} changed={changed} />;
}

function changeOf(pair: LinePair, side: SideName): Change {
  if (pair.isSame) return "";
  if (pair[side] === undefined) return "filler";
  return side === "base" ? "removed" : "added";
}

const SIGNS: Readonly<Record<Change, string>> = { removed: "−", added: "+", filler: "", here: "", "": "" };

/** A line of code with its number. */
export function CodeLine({ number, text, change, changed }: LineProps) {
  return (
    <span class={`line ${change}`}>
      <span class="number">{number ?? ""}</span>
      <span class="sign">{SIGNS[change]}</span>
      <span class="text">
        {changed ? (
          <>
            {text.slice(0, changed[0])}
            <mark>{text.slice(...changed)}</mark>
            {text.slice(changed[1])}
          </>
        ) : (
          <Keyed text={text} />
        )}
        {"\n"}
      </span>
    </span>
  );
}

/** A line of JSON or YAML with its key told apart. */
function Keyed({ text }: { readonly text: string }) {
  const [, before = "", key, after = ""] = /^(\s*(?:- )?)("[^"]*"|[\w$/{}.~-]+)(:(?:\s.*)?)$/s.exec(text) ?? [];
  if (key === undefined) return <>{text}</>;
  return (
    <>
      {before}
      <span class="key">{key}</span>
      {after}
    </>
  );
}
