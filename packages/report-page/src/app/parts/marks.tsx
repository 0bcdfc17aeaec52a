import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Kind } from "../../data/items.ts";

/** Signs by which findings and answers are told apart without colour. */
const SIGNS: Readonly<Record<Kind | "pass" | "fail", readonly [string, string]>> = {
  error: ["✖", "Error"],
  warn: ["▲", "Warning"],
  info: ["●", "Note"],
  settled: ["○", "Does not count"],
  pass: ["✔", "Passes"],
  fail: ["✖", "Fails"],
};

/** The sign of a kind, with its name for those who do not see it. */
export function Mark({ kind }: { readonly kind: keyof typeof SIGNS }) {
  const [sign, name] = SIGNS[kind];
  return (
    <span class={`mark ${kind}`}>
      <span aria-hidden="true">{sign}</span>
      <span class="unseen">{name}: </span>
    </span>
  );
}

/** A text in which code stands between backticks. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split("`");
  // An odd backtick is no mark: it is a character of the text.
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>;
}

/** A button that copies a text, and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [done, setDone] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone("Copied");
    } catch {
      setDone("Not copied: the browser does not allow it here");
    }
  };
  return (
    <span class="copy">
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span role="status">{done}</span>
    </span>
  );
}

/** How many of a long list are shown at first. */
const FEW = 8;

/** A list that shows its first items, and all of them when asked. */
export function LongList<T>({
  items,
  render,
  few = FEW,
}: {
  readonly items: readonly T[];
  readonly render: (item: T, at: number) => ComponentChildren;
  readonly few?: number;
}) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || items.length <= few + 1 ? items : items.slice(0, few);
  return (
    <>
      <ul class="plain">
        {shown.map((item, i) => (
          <li key={i}>{render(item, i)}</li>
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          Show all {items.length.toLocaleString("en")}
        </button>
      )}
    </>
  );
}
