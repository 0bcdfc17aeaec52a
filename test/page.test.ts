import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PageData } from "../packages/engine/src/report/index.ts";
import { reportPage } from "../packages/report-page/src/index.ts";
import { CHROMIUM } from "./support/chromium.ts";
import { hostilePage, largePage, samplePage, smallPage, twoPages } from "./support/pages.ts";

/*
 * The page for people in a real browser, from a file. Where the machine has no browser, these are skipped.
 */

const inBrowser = test.skipIf(CHROMIUM === undefined);
const folder = mkdtempSync(join(tmpdir(), "concordat-page-"));
const file = join(folder, "page.html");
let browser: Browser;

beforeAll(async () => {
  // Its sandbox needs rights that a container does not have; what it opens is ours alone.
  if (CHROMIUM) browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** Addresses that were asked for, messages of the console, errors and dialogs. */
  readonly events: readonly string[];
}

async function open(data: PageData, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Opened> {
  writeFileSync(file, reportPage(data));
  const page = await browser.newPage({ viewport: { width: 1300, height: 850 }, ...options });
  const events: string[] = [];
  page.on("request", (request) => events.push(request.url()));
  page.on("console", (message) => events.push(message.text()));
  page.on("pageerror", (error) => events.push(error.message));
  page.on("dialog", (dialog) => {
    events.push(dialog.message());
    return dialog.dismiss();
  });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("main");
  return { page, events };
}

/** What axe objects to in what is shown now. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate("axe.run()")) as axe.AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The row that the keyboard is at. */
async function activeRow(page: Page): Promise<string | null> {
  const id = await page.locator("#findings").getAttribute("aria-activedescendant");
  return page.locator(`#${id}`).textContent();
}

inBrowser(
  "the page has the answer first, asks no network for anything and keeps its own policy",
  async () => {
    const { page, events } = await open(await samplePage());
    expect(await page.textContent("h1")).toMatch(/2 contracts/);
    for (const tab of await page.getByRole("tab").all()) await tab.click();
    expect(events).toEqual([pathToFileURL(file).href]);
    await page.close();
  },
  60_000,
);

inBrowser.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["narrow", { viewport: { width: 390, height: 800 } }],
] as const)(
  "axe objects to nothing in any view, %s",
  async (_, options) => {
    const { page } = await open(await samplePage(), options);
    await page.evaluate(axe.source);
    const tabs = await page.getByRole("tab").all();
    expect(tabs.length).toBeGreaterThan(5);
    for (const tab of tabs) {
      await tab.click();
      expect(await faultsOf(page), (await tab.textContent()) ?? "").toEqual([]);
    }
    await page.close();
  },
  120_000,
);

inBrowser(
  "the page is worked by keys alone",
  async () => {
    const { page } = await open(smallPage());
    await page.focus("#tab-findings");
    await page.keyboard.press("ArrowRight");
    expect(await page.getAttribute("#tab-problems", "aria-selected")).toBe("true");
    await page.keyboard.press("Home");
    await page.focus("#findings");
    await page.keyboard.press("Home");
    await expect.poll(() => activeRow(page)).toBe("POST /bookings2");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => activeRow(page)).toMatch(/^✖Error: The maximum of guests/);
    await page.keyboard.press("Enter");
    await page.waitForSelector("article:focus");
    await page.keyboard.press("Escape");
    await page.waitForSelector("#findings:focus");
    await page.keyboard.press("End");
    await expect.poll(() => page.textContent("article h2")).toContain("roomId");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => activeRow(page)).toBe("POST /bookings2");
    await page.waitForSelector('[aria-selected="true"][aria-expanded="false"]');
    await page.keyboard.press("/");
    await page.keyboard.type("maximum bookings");
    await expect.poll(() => page.textContent("output")).toBe("1 finding");
    await page.close();
  },
  60_000,
);

inBrowser(
  "no text of a description is taken for anything but text",
  async () => {
    const { page, events } = await open(hostilePage());
    for (const tab of await page.getByRole("tab").all()) await tab.click();
    await page.click("#tab-findings");
    const counts = await Promise.all(["script", "img", "style"].map((name) => page.locator(name).count()));
    expect(counts).toEqual([2, 0, 1]);
    expect(await page.textContent("article h2")).toContain("</script><img src=x onerror=alert(1)>");
    expect(events).toHaveLength(1);
    await page.close();
  },
  60_000,
);

inBrowser(
  "of 10,000 findings those are drawn that can be seen, and any is found",
  async () => {
    const { page } = await open(largePage(10_000));
    const drawn = () => page.getByRole("treeitem").count();
    expect(await drawn()).toBeLessThan(60);
    await page.selectOption("select", "none");
    await page.focus("#findings");
    await page.keyboard.press("End");
    await expect.poll(() => page.textContent("article h2")).toContain("p9999");
    await expect.poll(() => activeRow(page)).toContain("p9999");
    expect(await drawn()).toBeLessThan(60);
    await page.fill("input[type=search]", "p4711");
    await expect.poll(() => page.textContent("output")).toBe("1 finding");
    await expect.poll(() => page.textContent("article h2")).toContain("p4711");
    await page.close();
  },
  60_000,
);

inBrowser(
  "the page opens at the finding that its address names",
  async () => {
    const { page } = await open(twoPages());
    expect(await page.getAttribute("#tab-contracts", "aria-selected")).toBe("true");
    await page.goto(`${pathToFileURL(file).href}#old`);
    await page.reload();
    await expect.poll(() => page.textContent("article h2")).toContain("Accepted before.");
    await page.close();
  },
  60_000,
);
