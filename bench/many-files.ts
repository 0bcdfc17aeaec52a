import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A description in many files, as a folder and as two commits of a repository in it: `base` and `head`. */
export interface ManyFiles {
  readonly folder: string;
  readonly files: number;
}

/** Resources, each in a folder of its own with ten files; the largest public descriptions have as many. */
const RESOURCES = 290;

let made: ManyFiles | undefined;

/** The description, made when it is first asked for and removed when the process ends. */
export function manyFiles(): ManyFiles {
  return (made ??= make());
}

function make(): ManyFiles {
  const folder = mkdtempSync(join(tmpdir(), "concordat-many-files-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=Bench", "-c", "user.email=bench@example.org", ...args]);
  git("init", "--quiet", "--initial-branch=main");
  for (const revision of ["base", "head"]) {
    const files = describeAll(revision === "base" ? 100 : 90);
    for (const place of [folder, join(folder, revision)]) writeAll(place, files);
    git("add", "openapi.json", "resources");
    git("commit", "--quiet", "--message", revision);
    git("tag", revision);
    made = { folder, files: files.size };
  }
  return made as ManyFiles;
}

function writeAll(folder: string, files: ReadonlyMap<string, object>): void {
  for (const [path, value] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${JSON.stringify(value, null, 2)}\n`);
  }
}

/** All files by their paths. @param longest how long the names of every tenth resource may be */
function describeAll(longest: number): Map<string, object> {
  const files = new Map<string, object>();
  const paths: Record<string, object> = {};
  for (let i = 0; i < RESOURCES; i++) {
    paths[`/resources-${i}`] = { $ref: `resources/${i}/collection.json` };
    paths[`/resources-${i}/{id}`] = { $ref: `resources/${i}/item.json` };
    for (const [name, value] of Object.entries(resource(i, i % 10 === 0 ? longest : 100)))
      files.set(`resources/${i}/${name}.json`, value);
  }
  files.set("openapi.json", { openapi: "3.0.3", info: { title: "Many files", version: "1.0.0" }, paths });
  return files;
}

function resource(number: number, longest: number): Record<string, object> {
  const body = (file: string) => ({ content: { "application/json": { schema: { $ref: `${file}.json` } } } });
  const next = `../${(number + 1) % RESOURCES}/link.json`;
  return {
    collection: { get: { $ref: "list.json" }, post: { $ref: "create.json" } },
    item: { parameters: [{ $ref: "id.json" }], get: { $ref: "read.json" } },
    list: { operationId: `list${number}`, responses: { 200: { description: "A page.", ...body("page") } } },
    create: {
      operationId: `create${number}`,
      requestBody: { required: true, ...body("draft") },
      responses: { 201: { description: "Made.", ...body("resource") } },
    },
    read: { operationId: `read${number}`, responses: { 200: { description: "One.", ...body("resource") } } },
    id: { name: "id", in: "path", required: true, schema: { type: "string", maxLength: 40 } },
    page: {
      type: "object",
      required: ["items"],
      properties: { items: { type: "array", items: { $ref: "resource.json" } }, next: { type: "string" } },
    },
    draft: { type: "object", required: ["name"], properties: { name: { type: "string", maxLength: longest } } },
    resource: {
      allOf: [{ $ref: "draft.json" }],
      type: "object",
      required: ["id"],
      properties: { id: { type: "string" }, size: { type: "integer", minimum: 0 }, next: { $ref: next } },
    },
    link: { type: "object", required: ["href"], properties: { href: { type: "string", format: "uri" } } },
  };
}
