/**
 * Measures what Concordat takes on inputs made to make it work without end, and prints the figures as Markdown.
 * `--write` keeps them in bench/bombs.md, `--only TEXT` measures the shapes whose name has it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Pair, Shape } from "./bombs/build.ts";
import { shapes } from "./bombs/shapes.ts";
import { toYaml } from "./bombs/yaml.ts";
import { measure } from "./measure.ts";
import { bench, concordatPath, environment } from "./surroundings.ts";

/** What a shape may take at most, as a whole process. */
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 600;
/** CPU seconds after which a command is stopped, so that the figures of others are still measured. */
const LIMIT_SECONDS = 30;

interface Row {
  readonly shape: string;
  readonly command: string;
  readonly result: string;
  readonly isWithin: boolean;
}

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, only: { type: "string", multiple: true } },
});
const folder = mkdtempSync(join(tmpdir(), "concordat-bombs-"));
const rows: Row[] = [];
try {
  for (const shape of shapes.filter(({ name }) => values.only?.some((text) => name.includes(text)) ?? true))
    rows.push(...(await measureShape(shape)));
} finally {
  rmSync(folder, { recursive: true });
}
const text = render(rows);
process.stdout.write(text);
if (values.write) writeFileSync(join(bench, "bombs.md"), text);
process.exitCode = rows.every(({ isWithin }) => isWithin) ? 0 : 1;

async function measureShape({ name, full, make }: Shape): Promise<Row[]> {
  const pair = make(full);
  const [base, head] = writePair(pair, "json", JSON.stringify);
  const [yamlBase, yamlHead] = writePair(pair, "yaml", toYaml);
  const [before, after] = writePair(schemasOf(pair), "schema.json", JSON.stringify);
  const commands: [string, string[]][] = [
    ["diff", ["diff", base, head]],
    ["diff back", ["diff", head, base]],
    ["diff YAML", ["diff", yamlBase, yamlHead]],
    ["lint", ["lint", head]],
    ["lint YAML", ["lint", yamlHead]],
    ["schema", ["schema", before, after]],
  ];
  const measured: Row[] = [];
  for (const [command, args] of commands) measured.push(await measureCommand(name, command, args));
  return measured;
}

async function measureCommand(shape: string, command: string, args: readonly string[]): Promise<Row> {
  const line = ["sh", "-c", `ulimit -t ${LIMIT_SECONDS}; exec "$@"`, "sh", concordatPath, ...args];
  const output = join(folder, "output");
  try {
    const { cpuSeconds, peakMegabytes } = await measure({
      line,
      succeeds: [0, 1, 2],
      env: environment,
      output,
      repeat: 1,
    });
    const isWithin = cpuSeconds <= MOST_SECONDS && peakMegabytes <= MOST_MEGABYTES;
    const result = `${cpuSeconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB`;
    process.stderr.write(`${isWithin ? " " : "!"} ${shape}: ${command}: ${result}\n`);
    return { shape, command, result: isWithin ? result : `**${result}**`, isWithin };
  } catch (error) {
    const result = /with (?:137|152)/.test(String(error)) ? `more than ${LIMIT_SECONDS} s` : "failed";
    process.stderr.write(
      `! ${shape}: ${command}: ${result}\n${result === "failed" ? String(error).slice(0, 500) : ""}\n`,
    );
    return { shape, command, result: `**${result}**`, isWithin: false };
  }
}

function writePair({ base, head }: Pair, ending: string, write: (value: unknown) => string): [string, string] {
  const paths = [join(folder, `base.${ending}`), join(folder, `head.${ending}`)] as [string, string];
  writeFileSync(paths[0], write(base));
  writeFileSync(paths[1], write(head));
  return paths;
}

/** The first component of each revision as a schema of its own, the others as what it refers to. */
function schemasOf({ base, head }: Pair): Pair {
  const alone = (description: Pair["base"]) => {
    const { schemas } = description["components"] as { schemas: Record<string, never> };
    return { $ref: `#/components/schemas/${Object.keys(schemas)[0]}`, components: { schemas } };
  };
  return { base: alone(base), head: alone(head) };
}

function render(all: readonly Row[]): string {
  const commands = [...new Set(all.map(({ command }) => command))];
  const lines = [...Map.groupBy(all, ({ shape }) => shape)].map(
    ([shape, cells]) => `| ${shape} | ${cells.map(({ result }) => result).join(" | ")} |`,
  );
  return [
    "# Inputs made to make us work without end",
    "",
    `CPU seconds and peak memory of whole processes, Node ${process.version}. Each must stay within ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB; what does not is bold.`,
    "The files in `bombs` say what each shape is.",
    "",
    `| Shape | ${commands.join(" | ")} |`,
    `| --- |${commands.map(() => " --- |").join("")}`,
    ...lines,
    "",
  ].join("\n");
}
