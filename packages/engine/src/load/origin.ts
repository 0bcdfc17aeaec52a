import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isBelow, pathFrom } from "../base/paths.ts";
import { failed } from "../base/result.ts";
import { withoutCredentials } from "../base/url-text.ts";
import type { Host, HostResult } from "../host/host.ts";
import { type RemoteOptions, readRemote } from "./remote.ts";

/** What may be read. */
export interface LoadOptions extends RemoteOptions {
  /** Files must lie below this folder; found from the description where it is not given. */
  readonly root?: string | undefined;
  /** Header fields that requests for a description carry, to the server that its URL names and to no other. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Where texts come from: the working tree, a commit, a pipe, or the web. All of them know documents by URI. */
export interface Origin {
  readonly uri: string;
  read(uri: string): Promise<HostResult<Uint8Array>>;
  nameOf(uri: string): string;
}

/**
 * The origin that a source names: a path, a `file:` or https URL, `git:REF:PATH` or, as git writes it, `REF:PATH`; `-`, or
 * the file of a descriptor, for what a pipe gives. A file is preferred where its name could be both.
 */
export async function originOf(source: string, host: Host, options: LoadOptions): Promise<HostResult<Origin>> {
  const descriptor = descriptorOf(source);
  if (descriptor !== undefined) return { value: await pipeOrigin(descriptor, host, options) };
  if (/^https?:\/\//.test(source)) return webOrigin(source, host, options);
  if (source.startsWith("git:")) return gitOrigin(source.slice("git:".length), host, options);
  const named = source.startsWith("file:") ? filePath(source) : source;
  if (named === undefined) return { failure: "missing", message: NO_PATH };
  const path = resolve(host.cwd, named);
  const real = await host.realPath(path);
  if (real !== undefined) return { value: await fileOrigin(real, path, host, options) };
  // A single letter before a colon is a drive.
  if (/^[^:]{2,}:[^:]/.test(source) && (await host.gitRoot(host.cwd)) !== undefined)
    return gitOrigin(source, host, options);
  return { failure: "missing", message: "The file does not exist." };
}

/** The descriptor that a source stands for: that of standard input, or one that a shell made for `<(command)`. */
function descriptorOf(source: string): number | undefined {
  if (source === "-" || source === "/dev/stdin") return 0;
  const descriptor = /^\/(?:dev|proc\/self)\/fd\/(\d{1,6})$/.exec(source)?.[1];
  return descriptor === undefined ? undefined : Number(descriptor);
}

/** A text without a place among files: what it refers to is looked for from the folder that one stands in. */
async function pipeOrigin(descriptor: number, host: Host, options: LoadOptions): Promise<Origin> {
  const name = descriptor === 0 ? "(standard input)" : `(descriptor ${descriptor})`;
  const path = join(host.cwd, name);
  const files = await fileOrigin(path, path, host, options);
  return {
    ...files,
    nameOf: (target) => (target === files.uri ? name : files.nameOf(target)),
    read: (target) => (target === files.uri ? host.readPipe(descriptor) : files.read(target)),
  };
}

async function fileOrigin(real: string, path: string, host: Host, options: LoadOptions): Promise<Origin> {
  const root = await workspaceOf(real, host, options.root);
  const uri = pathToFileURL(path).href;
  const nameOf = (target: string) => {
    const file = filePath(target);
    return file === undefined ? withoutCredentials(target) : shortPath(file, host.cwd);
  };
  return {
    uri,
    nameOf,
    read: async (target) => {
      if (!target.startsWith("file:")) return readRemote(target, host, options);
      const file = filePath(target);
      if (file === undefined) return { failure: "refused", message: NO_PATH };
      const actual = await host.realPath(file);
      if (actual === undefined)
        return { failure: "missing", message: `The file \`${nameOf(target)}\` does not exist.` };
      if (target !== uri && !isBelow(actual, root)) {
        return {
          failure: "refused",
          message: `\`${nameOf(target)}\` lies outside \`${root}\`. Concordat reads no files outside the workspace; use --root to widen it.`,
        };
      }
      return host.readBytes(actual);
    },
  };
}

const NO_PATH = "It is not the path of a file. Write a path as seen from this file, with `/` between folders.";

/** The path that a file URL names; undefined where it names none: on another host, or with a slash within a name. */
function filePath(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const path = fileURLToPath(uri);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The folder that the files of a description must lie in: the workspace it belongs to, or else its own. */
async function workspaceOf(path: string, host: Host, given: string | undefined): Promise<string> {
  const real = async (folder: string) => (await host.realPath(folder)) ?? folder;
  if (given !== undefined) return real(resolve(host.cwd, given));
  const here = await real((await host.gitRoot(host.cwd)) ?? host.cwd);
  if (isBelow(path, here)) return here;
  return real((await host.gitRoot(dirname(path))) ?? dirname(path));
}

async function gitOrigin(source: string, host: Host, options: LoadOptions): Promise<HostResult<Origin>> {
  const match = /^(.+?):(.+)$/.exec(source);
  if (match === null) return { failure: "missing", message: "Name a file at a revision as `git:REF:PATH`." };
  const [, revision = "", path = ""] = match;
  const root = await host.gitRoot(host.cwd);
  if (root === undefined) return { failure: "missing", message: "This is not a git checkout." };
  const commit = await host.gitResolve(root, revision);
  if (failed(commit)) return commit;
  const fromRoot = pathFrom(root, resolve((await host.realPath(host.cwd)) ?? host.cwd, path));
  const base = `git://${commit.value}/`;
  const uri = new URL(fromRoot.split("/").map(encodeURIComponent).join("/"), base).href;
  // Paths and URLs are distinguished as for files.
  const pathOf = (target: string) =>
    target.startsWith(base) ? filePath(`file:///${target.slice(base.length)}`)?.slice(1) : undefined;
  return {
    value: {
      uri,
      nameOf: (target) => {
        const path = pathOf(target);
        return path === undefined ? withoutCredentials(target) : `git:${revision}:${path}`;
      },
      read: async (target) => {
        if (!target.startsWith(base)) return readRemote(target, host, options);
        const path = pathOf(target);
        return path === undefined ? { failure: "refused", message: NO_PATH } : host.gitShow(root, commit.value, path);
      },
    },
  };
}

function webOrigin(source: string, host: Host, options: LoadOptions): HostResult<Origin> {
  const url = URL.parse(source);
  if (url?.protocol !== "https:") return { failure: "refused", message: "Concordat reads only https URLs." };
  const rules = {
    allowPrivate: options.allowPrivateNetwork,
    ...(options.headers && { headers: options.headers }),
    // People named the host; what it redirects to of its own is theirs to know.
    allows: (target: string) => URL.parse(target)?.origin === url.origin,
  };
  return {
    value: {
      uri: url.href,
      nameOf: withoutCredentials,
      read: (target) => (target === url.href ? host.fetchBytes(target, rules) : readRemote(target, host, options)),
    },
  };
}

/** A path as people know it: relative where it lies below the folder they are in. */
function shortPath(path: string, cwd: string): string {
  return isBelow(path, cwd) ? pathFrom(cwd, path) : join(path);
}
