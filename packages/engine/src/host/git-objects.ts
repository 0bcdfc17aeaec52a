import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { failed } from "../base/result.ts";
import { withoutCredentials } from "../base/url-text.ts";
import type { HostResult } from "./host.ts";

/** How long git may say nothing while it is asked: in a partial clone it may have to fetch what it is asked for. */
const MOST_SILENCE = 5 * 60_000;
/** A process that nobody asks is ended after this time; the next question starts another. */
const IDLE = 2_000;
/** What git says before it ends is kept this far; the reason stands at its end. */
const MOST_COMPLAINT = 4_000;
/** Bytes of objects that are kept for the next who ask: two revisions of a description share most of their files. */
const MOST_KEPT = 16 * 1024 * 1024;

/** An object of a repository. */
export interface GitObject {
  /** `blob`, `tree`, `commit` or `tag`. */
  readonly type: string;
  /** In bytes: 20, or 32 where the repository names objects by SHA-256. */
  readonly nameLength: number;
  readonly bytes: Buffer;
}

/** What a folder of a commit holds, by name. */
export type Tree = ReadonlyMap<string, TreeEntry>;

export interface TreeEntry {
  /** As git writes it, in octal. */
  readonly mode: string;
  /** The name of the object. */
  readonly object: string;
}

type Answer = (result: HostResult<GitObject>) => void;

/** An answer that is being read: how much of it is still to come, the line break behind it among it. */
interface Body {
  readonly type: string;
  readonly nameLength: number;
  readonly size: number;
  readonly parts: Buffer[];
  left: number;
}

/**
 * The objects of a repository, read through one `git cat-file --batch`. It starts with the first question, and keeps no
 * run from ending.
 */
export class GitObjects {
  readonly #root: string;
  readonly #mostBytes: number;
  readonly #trees = new Map<string, Promise<HostResult<Tree>>>();
  readonly #kept = new Map<string, Promise<HostResult<GitObject>>>();
  #keptBytes = 0;
  #process: BatchProcess | undefined;

  constructor(root: string, mostBytes: number) {
    this.#root = root;
    this.#mostBytes = mostBytes;
  }

  /** An object by its name; one that git cannot supply is a failure of the tool, for a commit promises what it names. */
  read(name: string): Promise<HostResult<GitObject>> {
    const kept = this.#kept.get(name);
    if (kept) return kept;
    const asked = this.#ask(name);
    this.#kept.set(name, asked);
    asked.then((result) => this.#keep(name, result));
    return asked;
  }

  /** Only what git supplied is kept: what failed is asked for again. */
  #keep(name: string, result: HostResult<GitObject>): void {
    if (failed(result)) {
      this.#kept.delete(name);
      return;
    }
    this.#keptBytes += result.value.bytes.length;
    if (this.#keptBytes <= MOST_KEPT) return;
    this.#kept.clear();
    this.#keptBytes = 0;
  }

  #ask(name: string): Promise<HostResult<GitObject>> {
    if (this.#process === undefined || this.#process.ended)
      this.#process = new BatchProcess(this.#root, this.#mostBytes);
    return this.#process.ask(name);
  }

  /** A tree by its name; each is read once. */
  tree(name: string): Promise<HostResult<Tree>> {
    const known = this.#trees.get(name);
    if (known) return known;
    const tree = this.read(name).then((read) => (failed(read) ? read : parseTree(read.value)));
    this.#trees.set(name, tree);
    return tree;
  }
}

class BatchProcess {
  ended = false;
  readonly #mostBytes: number;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #questions: Answer[] = [];
  /** Names that are still to be written. */
  #unwritten = "";
  #header: Buffer[] = [];
  #body: Body | undefined;
  #complaint = "";
  #watch: NodeJS.Timeout | undefined;
  #busy: boolean | undefined;

  constructor(root: string, mostBytes: number) {
    this.#mostBytes = mostBytes;
    // It is never to wait for a password.
    const env = { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
    this.#child = spawn("git", ["-C", root, "cat-file", "--batch"], { env, windowsHide: true });
    this.#child.stdout.on("data", (chunk: Buffer) => this.#take(chunk));
    this.#child.stderr.on("data", (chunk: Buffer) => {
      this.#complaint = (this.#complaint + chunk.toString("utf8")).slice(-MOST_COMPLAINT);
    });
    // A process that has died says so by its end.
    this.#child.stdin.on("error", () => undefined);
    this.#child.on("error", (error: NodeJS.ErrnoException) =>
      this.#end(error.code === "ENOENT" ? "git is not installed, or not on the PATH" : error.message),
    );
    this.#child.on("close", () => this.#end(reasonIn(this.#complaint)));
    this.#wait();
  }

  ask(name: string): Promise<HostResult<GitObject>> {
    return new Promise((answer) => {
      this.#questions.push(answer);
      this.#wait();
      // Most are asked for at once, and written at once.
      if (this.#unwritten === "") setImmediate(() => this.#write());
      this.#unwritten += `${name}\n`;
    });
  }

  #write(): void {
    this.#child.stdin.write(this.#unwritten);
    this.#unwritten = "";
  }

  /** A run waits for answers, not for a process that is asked nothing. */
  #wait(): void {
    const busy = this.#questions.length > 0;
    if (busy === this.#busy) {
      this.#watch?.refresh();
      return;
    }
    this.#busy = busy;
    const { stdin, stdout, stderr } = this.#child;
    for (const handle of [this.#child, stdin, stdout, stderr] as Partial<Record<"ref" | "unref", () => void>>[])
      handle[busy ? "ref" : "unref"]?.();
    clearTimeout(this.#watch);
    this.#watch = setTimeout(
      () => {
        if (busy) this.#end(`it gave no answer within ${MOST_SILENCE / 60_000} minutes`);
        else this.#end("it was ended");
      },
      busy ? MOST_SILENCE : IDLE,
    );
    this.#watch.unref();
  }

  #end(reason: string): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.#watch);
    this.#child.kill();
    for (const answer of this.#questions.splice(0))
      answer({ failure: "tool", message: `git cannot read it: ${reason}.` });
  }

  #take(chunk: Buffer): void {
    if (this.ended) return;
    for (let at = 0; at < chunk.length; )
      at = this.#body ? this.#takeBody(this.#body, chunk, at) : this.#takeHeader(chunk, at);
    this.#wait();
  }

  #takeHeader(chunk: Buffer, from: number): number {
    const end = chunk.indexOf(0x0a, from);
    this.#header.push(chunk.subarray(from, end < 0 ? chunk.length : end));
    if (end < 0) return chunk.length;
    const header = Buffer.concat(this.#header).toString("utf8");
    this.#header = [];
    const [, name, type = "", size] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(header) ?? [];
    if (name === undefined)
      this.#answer({ failure: "tool", message: `git does not have the object \`${header.split(" ")[0]}\`.` });
    else this.#body = { type, nameLength: name.length / 2, size: Number(size), left: Number(size) + 1, parts: [] };
    return end + 1;
  }

  #takeBody(body: Body, chunk: Buffer, from: number): number {
    const end = Math.min(chunk.length, from + body.left);
    if (body.size <= this.#mostBytes) body.parts.push(chunk.subarray(from, end));
    body.left -= end - from;
    if (body.left > 0) return end;
    this.#body = undefined;
    const megabytes = Math.round(this.#mostBytes / 1024 / 1024);
    this.#answer(
      body.size > this.#mostBytes
        ? { failure: "too-large", message: `The text is larger than the limit of ${megabytes} MB.` }
        : { value: { type: body.type, nameLength: body.nameLength, bytes: Buffer.concat(body.parts, body.size) } },
    );
    return end;
  }

  #answer(result: HostResult<GitObject>): void {
    this.#questions.shift()?.(result);
  }
}

/** The line that says why git ended. */
function reasonIn(complaint: string): string {
  const lines = complaint.split("\n").filter((line) => line.trim() !== "");
  const fatal = lines.find((line) => line.startsWith("fatal: ")) ?? lines.at(-1);
  return fatal === undefined
    ? "it ended without a word"
    : withoutCredentials(fatal.replace(/^\w+: /, "").replace(/\.$/, ""));
}

/** A tree lists mode, name and object of each entry: `100644 a.yaml\0`, and the bytes of the object's name. */
function parseTree({ type, bytes, nameLength }: GitObject): HostResult<Tree> {
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0x00, space);
    if (type !== "tree" || space < 0 || end < 0)
      return { failure: "tool", message: "git has something else there than a tree." };
    const next = end + 1 + nameLength;
    const name = bytes.toString("utf8", space + 1, end);
    entries.set(name, { mode: bytes.toString("latin1", at, space), object: bytes.toString("hex", end + 1, next) });
    at = next;
  }
  return { value: entries };
}
