import { readFileSync } from "node:fs";
import { pageFile } from "./paths.ts";

/** Has bundles hold the page, which they would look for beside them otherwise. It is in a chunk that loads when it is asked for. */
export const pageTemplate = {
  name: "page-template",
  load: (id: string): string | null =>
    id.replaceAll("\\", "/").endsWith("packages/report-page/src/world/template.ts")
      ? `export const readTemplate = () => ${JSON.stringify(readFileSync(pageFile, "utf8"))};`
      : null,
};
