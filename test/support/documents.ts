/** A block of code in a document. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The file that it says it is. */
  readonly file: string | undefined;
}

/** The blocks of code in a text of Markdown, in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language = "", text = ""]) => ({
    language,
    text,
    file: /^# (\S+\.(?:ya?ml|sh))\n/m.exec(text)?.[1],
  }));
}
