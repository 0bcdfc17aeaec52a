import { oneLine } from "./texts.ts";

/**
 * Text of ours that Markdown and HTML show as it is: no markup, no mention, no link of its own making. What stands between
 * backticks becomes inline code.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? inlineCode(part.slice(1, -1)) : escapePlain(part)))
    .join("");
}

function escapePlain(text: string): string {
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replace(/[\\`*_[\]()#|~!{}]/g, "\\$&")
      // A zero-width space ends a mention or a link before it starts.
      .replace(/@(?=\w)/g, "@\u200b")
      .replace(/\b(https?):\/\//g, "$1:\u200b//")
  );
}

/** Text as inline code, fenced with more backticks than it holds (CommonMark 0.31, section 6.1). */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/** Text for XML 1.0 content and attributes; characters that it cannot hold are replaced. */
export function escapeXml(text: string): string {
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&apos;")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0, section 2.2 names these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
  );
}
