import type { PageData } from "@concordat/engine/page";
import { renderPage } from "./render.ts";
import { readTemplate } from "./world/template.ts";

/** A page for people: one HTML file that works by itself and asks nothing of any network. */
export function reportPage(data: PageData): string {
  return renderPage(data, readTemplate());
}
