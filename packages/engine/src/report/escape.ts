import { oneLine } from "../base/plain-text.ts";

/**
 * Text of ours that Markdown and HTML show as it is: no markup, no mention, no link and no formula of its own making, on GitHub
 * neither. What stands between backticks becomes inline code; a backtick that encloses nothing stays a character.
 */
export function escapeMarkdown(text: string): string {
  const parts = oneLine(text).split(/(`[^`]+`)/);
  return parts
    .map((part, i) => {
      if (i % 2 === 1) return inlineCode(part.slice(1, -1));
      // Between two spans of code something must stand, or their fences would be one.
      return part === "" && i > 0 && i < parts.length - 1 ? ZERO_WIDTH_SPACE : escapePlain(part);
    })
    .join("");
}

/** Ends a mention or a link before it starts. */
const ZERO_WIDTH_SPACE = "\u200b";

/** What GitHub makes links of wherever it stands outside code. */
const LINKED = /#(?=\d)|@(?=\w)|GH-(?=\d)|www(?=\.)|:(?=\/\/)/gi;

function escapePlain(text: string): string {
  return escapeHtml(text)
    .replace(/[\\*_[\]()|~!{}]|(?<!&)#/g, "\\$&")
    .replaceAll("`", "&#96;");
}

/** Text between tags of HTML, where no Markdown is read; GitHub makes neither a mention, a link nor a formula of it. */
export function escapeHtml(text: string): string {
  return (
    oneLine(text)
      .replace(LINKED, `$&${ZERO_WIDTH_SPACE}`)
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // As an entity it is no part of a formula.
      .replaceAll("$", "&#36;")
  );
}

/** Text as inline code, fenced with more backticks than it holds (CommonMark 0.31, section 6.1); nothing for no text. */
export function inlineCode(text: string): string {
  const line = oneLine(text);
  if (line === "") return "";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(line) ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/**
 * Text for XML 1.0 content and attributes. Characters that it cannot hold are replaced; those that a terminal or a runner would
 * obey are written as references, which say the same.
 */
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
      .replace(/[\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, reference)
      .replaceAll("::", "&#58;:")
      .replaceAll("##[", "#&#35;[")
  );
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
