import { readFileSync } from "node:fs";

/** The page without data, as `scripts/build-page.ts` leaves it. Bundles have it within them (`scripts/page-template.ts`). */
export function readTemplate(): string {
  return readFileSync(new URL("../../dist/page.html", import.meta.url), "utf8");
}
