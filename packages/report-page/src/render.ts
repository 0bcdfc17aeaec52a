import type { PageData } from "@concordat/engine/page";
import { answerOf } from "./data/answer.ts";
import { pack } from "./data/packed.ts";
import { MARKS } from "./frame.ts";

/**
 * Fills the template of the page. The same data gives the same bytes.
 * @param template what the build made of the application: a page that shows the data within it
 */
export function renderPage(data: PageData, template: string): string {
  const { passes, about, title, detail } = answerOf(data);
  const sign = passes === undefined ? "" : passes ? "✔ " : "✖ ";
  const parts: Readonly<Record<string, string>> = {
    [MARKS.title]: escapeHtml(`${sign}${title} · ${about}`),
    [MARKS.answer]: escapeHtml(`${about}: ${title}. ${detail}`),
    [MARKS.data]: inertJson(pack(data)),
  };
  return template.replace(/<!--(?:title|answer|data)-->/g, (mark) => parts[mark] ?? mark);
}

/** C1 controls, DELETE, and the controls that turn the direction of text (Unicode UAX #9, section 2). */
const CONTROLS = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What could end the element that holds the data, begin another, or end a line of a script. */
const ACTIVE = /[<>&\u2028\u2029]/g;

/** JSON that no reader of HTML takes for anything else, and whose texts cannot be shown in an order they are not in. */
function inertJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(CONTROLS, "\ufffd")
    .replace(ACTIVE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeHtml(text: string): string {
  return text.replace(CONTROLS, "\ufffd").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
