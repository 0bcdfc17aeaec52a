import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { frameOf, MARKS } from "../packages/report-page/src/frame.ts";
import { noticesOf, packagesOf } from "./bundled.ts";
import { pageFile, pageModulesFile, root } from "./paths.ts";

/*
 * Makes the page for people out of its application: one HTML file with script and style within it, and places for the data.
 * Beside it goes what modules it is made of, for the licences of the bundles that hold it.
 */

/** Styles in their order: where two say otherwise, the later one holds. */
const STYLES = ["base", "findings", "views", "narrow", "media"];
const folder = join(root, "packages/report-page/src");

const bundle = await rolldown({
  input: join(folder, "app/main.tsx"),
  platform: "browser",
  resolve: { conditionNames: ["@concordat/source", "import", "browser", "default"] },
});
const { output } = await bundle.generate({ format: "iife", minify: true, codeSplitting: false });
const [{ code, moduleIds }] = output;
const script = code.trim();
const style = STYLES.map((name) => shortened(readFileSync(join(folder, `styles/${name}.css`), "utf8"))).join("\n");
const built = { style, script, styleHash: digest(style), scriptHash: digest(script) };
const page = frameOf({ ...built, notices: noticesOf(packagesOf(moduleIds)).replaceAll("--", "- -") });
for (const mark of Object.values(MARKS))
  if (page.split(mark).length !== 2) throw new Error(`The page has not exactly one place for ${mark}.`);
if (/<\/(?:script|style)/i.test(script + style)) throw new Error("Script or style would end before their end.");
mkdirSync(dirname(pageFile), { recursive: true });
writeFileSync(pageFile, page);
writeFileSync(pageModulesFile, `${JSON.stringify(moduleIds.filter((id) => id.includes("node_modules")))}\n`);

/** A source of a policy (Content Security Policy, section 2.3.1). */
function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** A style without comments and indentation. */
function shortened(style: string): string {
  return style
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\n\s*/g, "\n")
    .trim();
}
