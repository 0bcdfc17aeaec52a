/**
 * Measures the page with 10,000 findings in a browser: `pnpm bench:page`. How long it takes from asking for the file until the
 * answer and the list are painted, and from a key in the search, or another grouping, until the list shows what it leads to.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { reportPage } from "../packages/report-page/src/index.ts";
import { CHROMIUM } from "../test/support/chromium.ts";
import { largePage } from "../test/support/pages.ts";

const FINDINGS = 10_000;
const RUNS = 9;
/** What each may take at most, in milliseconds. */
const MOST = { open: 1_000, filter: 100, group: 100 };

/** Sets a control of the page, and waits until what comes of it is painted. */
const CHANGE = `async ([selector, value]) => {
  const control = document.querySelector(selector);
  const start = performance.now();
  control.value = value;
  control.dispatchEvent(new Event(control.type === "search" ? "input" : "change", { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}`;

if (CHROMIUM === undefined) {
  process.stderr.write("There is no Chromium here. Install one, or name it in the variable CHROMIUM.\n");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "concordat-bench-"));
const file = join(folder, "page.html");
writeFileSync(file, reportPage(largePage(FINDINGS)));
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
const times: Record<keyof typeof MOST, number[]> = { open: [], filter: [], group: [] };
for (let run = 0; run < RUNS; run++) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("[role=treeitem]");
  const change = (selector: string, value: string) =>
    page.evaluate<number>(`(${CHANGE})(${JSON.stringify([selector, value])})`);
  times.open.push(await page.evaluate<number>(`performance.getEntriesByName("first-contentful-paint")[0].startTime`));
  times.filter.push(await change("input[type=search]", `p${run}`));
  times.group.push(await change("select", "rule"));
  await page.close();
}
await browser.close();
process.stdout.write(`${FINDINGS.toLocaleString("en")} findings, ${(statSync(file).size / 1e6).toFixed(1)} MB\n`);
for (const [name, most] of Object.entries(MOST)) {
  const sorted = times[name as keyof typeof MOST].sort((a, b) => a - b);
  const median = sorted[Math.floor(RUNS / 2)] ?? 0;
  process.stdout.write(`${name.padEnd(7)} ${median.toFixed(0)} ms (at most ${most} ms are asked for)\n`);
  if (median > most) process.exitCode = 1;
}
rmSync(folder, { recursive: true });
