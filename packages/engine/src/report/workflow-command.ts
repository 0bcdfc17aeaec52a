import { logLine } from "../base/plain-text.ts";

/** Where an annotation stands and what it is called; what is not known is left out. */
export interface CommandProperties {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly col?: number | undefined;
  readonly title?: string | undefined;
}

/**
 * A command to the runner that makes an annotation, as one line without its end (GitHub Actions, workflow commands). Nothing
 * in the message or the properties can end it early or be taken for another.
 *
 * @param message may have several lines
 */
export function workflowCommand(
  level: "error" | "warning" | "notice",
  { file, line, col, title }: CommandProperties,
  message: string,
): string {
  const properties = Object.entries({ file, line, col, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(logLine(String(value)))}`);
  return `::${level} ${properties.join(",")}::${escapeData(message.split("\n").map(logLine).join("\n"))}`;
}

/** As the runner reads them back. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
