import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isObject } from "@concordat/containment/internal";
import core, { type RulesetDefinition } from "@stoplight/spectral-core";
import { isBelow } from "../base/paths.ts";
import type { Problem } from "../base/problem.ts";
import { failed } from "../base/result.ts";
import { findNotUtf8 } from "../base/utf8.ts";
import type { Host, HostResult } from "../host/host.ts";
import { userModules } from "../host/user-modules.ts";
import { isAllowedRemote } from "../load/remote.ts";
import { type Parsed, parseText } from "../source/parse.ts";
import { positionAt, type SourceText } from "../source/source-text.ts";
import type { LoadedRuleset, RulesetOptions } from "./ruleset.ts";
import { formatNamed, functionNamed, isForOthers, PROVIDED, RENAMED, RULESETS } from "./ruleset-names.ts";
import { rulesetProblems } from "./ruleset-problems.ts";

type Data = Record<string, unknown>;

/** A ruleset that is written as data, while it is made one that Spectral can run. */
interface Draft {
  readonly source: SourceText;
  readonly parsed: Parsed;
  /** Those that extend it, by URI; none of them can be extended by it. */
  readonly above: readonly string[];
  readonly functions: Map<string, unknown>;
}

/** Reads rulesets and keeps the problems met. */
export class RulesetReader {
  readonly problems: Problem[] = [];
  readonly #host: Host;
  readonly #options: RulesetOptions;
  readonly #modules = userModules(PROVIDED);

  constructor(host: Host, options: RulesetOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Reads one ruleset as a user names it; undefined where that is impossible, and `problems` says why. */
  async read(name: string): Promise<LoadedRuleset | undefined> {
    const uri = isUrl(name) ? name : pathToFileURL(resolve(this.#host.cwd, name)).href;
    const before = this.problems.length;
    const definition = (await this.#definition(uri, name, [])) as RulesetDefinition | undefined;
    if (definition === undefined || this.problems.length > before) return undefined;
    const source = isUrl(uri) ? uri : fileURLToPath(uri);
    try {
      new core.Ruleset(definition, { severity: "recommended", source });
    } catch (error) {
      this.problems.push(...rulesetProblems(error, name));
      return undefined;
    }
    return { name, source, definition };
  }

  async #definition(uri: string, name: string, above: readonly string[]): Promise<unknown> {
    if (above.includes(uri)) return this.#fail(name, `\`${name}\` extends itself, by way of others or not.`);
    if (!isUrl(uri) && (await this.#leaves(fileURLToPath(uri))))
      return this.#fail(name, `The ruleset \`${name}\` lies outside the workspace, so Concordat does not read it.`);
    const isData = /\.(?:json|ya?ml)$/i.test(isUrl(uri) ? new URL(uri).pathname : uri);
    if (!isData) return this.#code(uri, name);
    const text = isUrl(uri) ? await this.#fetch(uri) : await this.#host.readText(fileURLToPath(uri));
    if (failed(text)) return this.#fail(name, `The ruleset \`${name}\` cannot be read. ${text.message}`, text.line);
    const source = { uri, name, text: text.value };
    const parsed = parseText(source);
    this.problems.push(...parsed.problems);
    if (parsed.data === undefined) return undefined;
    if (!isObject(parsed.data))
      return this.#fail(name, "A ruleset is an object with `extends`, `rules` or `overrides`.", 1);
    return this.#fromData(parsed.data, { source, parsed, above: [...above, uri], functions: new Map() });
  }

  async #fetch(url: string): Promise<HostResult<string>> {
    const { allowRemote = [], allowPrivateNetwork = false } = this.#options;
    if (!isAllowedRemote(url, allowRemote))
      return {
        failure: "refused",
        message:
          "It is remote, and not on the list of remote files that may be read: save it beside your files, or allow it.",
      };
    const bytes = await this.#host.fetchBytes(url, {
      allowPrivate: allowPrivateNetwork,
      allows: (target) => isAllowedRemote(target, allowRemote),
    });
    if (failed(bytes)) return bytes;
    const fault = findNotUtf8(bytes.value);
    return fault ? { failure: "refused", ...fault } : { value: new TextDecoder().decode(bytes.value) };
  }

  /** Whether a path leads out of the folder that files must lie below; packages may be installed above it. */
  async #leaves(path: string): Promise<boolean> {
    const { root } = this.#options;
    if (root === undefined || path.split(sep).includes("node_modules")) return false;
    const real = await this.#host.realPath(path);
    return !isBelow(real ?? path, real === undefined ? root : ((await this.#host.realPath(root)) ?? root));
  }

  #code(uri: string, name: string): unknown {
    const { refuseCode } = this.#options;
    if (refuseCode !== undefined)
      return this.#fail(name, `The ruleset \`${name}\` is code, which is not run here: ${refuseCode}.`);
    if (isUrl(uri))
      return this.#fail(name, `\`${name}\` is code from the web, which is not run. Install it as a package instead.`);
    const loaded = this.#modules.load(fileURLToPath(uri));
    if (!failed(loaded)) return loaded.value;
    return this.#fail(name, `The ruleset \`${name}\` failed while it was loaded: ${loaded.message}.`);
  }

  async #fromData(written: Data, draft: Draft): Promise<unknown> {
    const { functions, functionsDir, except, ...data } = written;
    await this.#readFunctions(functions, functionsDir, draft);
    const overrides = [...listOf(data["overrides"]), ...exceptions(except)];
    const ruleset: Data = await this.#part(data, draft);
    if (overrides.length > 0)
      ruleset["overrides"] = await Promise.all(
        overrides.map((override) => (isObject(override) ? this.#part(override, draft) : override)),
      );
    if (isObject(data["aliases"]))
      ruleset["aliases"] = mapValues(data["aliases"], (alias) => this.#alias(alias, draft));
    try {
      core.assertValidRuleset("extends" in ruleset ? { ...ruleset, extends: [] } : ruleset, "js");
    } catch (error) {
      this.problems.push(...rulesetProblems(error, draft.source.name, { ...draft.source, ...draft.parsed }));
    }
    return ruleset;
  }

  /** A ruleset, or one of its overrides: what its names stand for put in their place. */
  async #part(data: Data, draft: Draft): Promise<Data> {
    const part: Data = { ...data };
    if (data["extends"] !== undefined) part["extends"] = await this.#extended(data["extends"], draft);
    if (data["formats"] !== undefined) part["formats"] = this.#formats(data["formats"], draft);
    if (isObject(data["rules"])) part["rules"] = mapValues(renamed(data["rules"]), (rule) => this.#rule(rule, draft));
    return part;
  }

  async #extended(written: unknown, draft: Draft): Promise<unknown> {
    if (typeof written === "string") return this.#extension(written, draft);
    const extended: unknown[] = [];
    for (const each of listOf(written)) {
      const [name, which] = Array.isArray(each) ? each : [each];
      if (typeof name !== "string") {
        this.#fail(
          draft.source.name,
          "Each item of `extends` is a name, or a list of a name and `all`, `recommended` or `off`.",
        );
        continue;
      }
      const ruleset = await this.#extension(name, draft);
      if (ruleset !== undefined) extended.push(Array.isArray(each) ? [ruleset, which] : ruleset);
    }
    return extended;
  }

  async #extension(name: string, { source, above }: Draft): Promise<unknown> {
    if (Object.hasOwn(RULESETS, name)) return RULESETS[name];
    if (/^spectral:/.test(name))
      return this.#failAt(
        name,
        source,
        `The ruleset \`${name}\` does not exist. The one for OpenAPI is \`spectral:oas\`.`,
      );
    const uri = this.#locate(name, source.uri);
    return this.#definition(uri, name, above);
  }

  /** Where what a ruleset names lies: at its URL or path, in a package, or else beside the ruleset. */
  #locate(name: string, from: string): string {
    if (isUrl(name) || isUrl(from)) return new URL(name, from).href;
    if (isAbsolute(name)) return pathToFileURL(name).href;
    const folder = dirname(fileURLToPath(from));
    const packaged = /^\.{1,2}\//.test(name) ? undefined : this.#modules.resolve(name, folder);
    return pathToFileURL(packaged ?? join(folder, name)).href;
  }

  async #readFunctions(names: unknown, folder: unknown, { source, functions }: Draft): Promise<void> {
    for (const each of listOf(names)) {
      const name = String(Array.isArray(each) ? each[0] : each);
      const file = join(typeof folder === "string" ? folder : "functions", `${name}.js`);
      if (isUrl(source.uri)) {
        this.#failAt(name, source, `The function \`${name}\` is code from the web, which is not run.`);
        continue;
      }
      const path = join(dirname(fileURLToPath(source.uri)), file);
      const { refuseCode } = this.#options;
      if (refuseCode !== undefined || (await this.#leaves(path))) {
        const why = refuseCode ?? "it lies outside the workspace";
        this.#failAt(name, source, `The function \`${name}\` is code, which is not run here: ${why}.`);
        continue;
      }
      const loaded = this.#modules.load(path);
      if (failed(loaded))
        this.#failAt(name, source, `The function \`${name}\` cannot be loaded from \`${file}\`: ${loaded.message}.`);
      else if (typeof loaded.value !== "function")
        this.#failAt(name, source, `\`${file}\` exports no function by default, as that of \`${name}\` should be.`);
      else functions.set(name, loaded.value);
    }
  }

  #rule(rule: unknown, draft: Draft): unknown {
    if (!isObject(rule)) return rule;
    const made: Data = { ...rule };
    if (rule["formats"] !== undefined) made["formats"] = this.#formats(rule["formats"], draft);
    const then = rule["then"];
    // biome-ignore lint/suspicious/noThenProperty: the name is Spectral's.
    if (Array.isArray(then)) made["then"] = then.map((each) => this.#then(each, draft));
    // biome-ignore lint/suspicious/noThenProperty: the name is Spectral's.
    else if (then !== undefined) made["then"] = this.#then(then, draft);
    return made;
  }

  #then(then: unknown, { source, functions }: Draft): unknown {
    if (!isObject(then) || typeof then["function"] !== "string") return then;
    const name = then["function"];
    const found = functionNamed(name) ?? functions.get(name);
    if (found === undefined)
      this.#failAt(
        name,
        source,
        `The function \`${name}\` does not exist. List your own functions under \`functions\`.`,
      );
    return { ...then, function: found };
  }

  #formats(names: unknown, { source }: Draft): unknown[] {
    const formats = listOf(names).map((name) => {
      const format = formatNamed(String(name));
      if (format === undefined)
        this.#failAt(
          String(name),
          source,
          `The format \`${String(name)}\` does not exist. Use a format such as \`oas3\` or \`oas3.1\`.`,
        );
      return format;
    });
    return [...new Set(formats)];
  }

  #alias(alias: unknown, draft: Draft): unknown {
    if (!isObject(alias)) return alias;
    const targets = listOf(alias["targets"]).map((target) =>
      isObject(target) && target["formats"] !== undefined
        ? { ...target, formats: this.#formats(target["formats"], draft) }
        : target,
    );
    return { ...alias, targets };
  }

  /** Fails for a name that a ruleset mentions, at the first line that does. */
  #failAt(name: string, { name: file, text }: SourceText, message: string): undefined {
    const offset = text.indexOf(name);
    return this.#fail(file, message, offset < 0 ? undefined : positionAt({ text }, offset).line);
  }

  #fail(file: string, message: string, line?: number): undefined {
    this.problems.push({ code: "ruleset", message, file, line });
    return undefined;
  }
}

function isUrl(name: string): boolean {
  return /^https?:\/\//.test(name);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function mapValues(object: Data, map: (value: unknown) => unknown): Data {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

/** Places that rules are not to judge, in the manner of old rulesets, as overrides. */
function exceptions(except: unknown): Data[] {
  if (!isObject(except)) return [];
  return Object.entries(except).map(([place, rules]) => ({
    files: [place.startsWith("#") ? `**${place}` : place],
    rules: Object.fromEntries(listOf(rules).map((rule) => [String(rule), "off"])),
  }));
}

/** Rules under their present names; of two that are one now, the louder counts. */
function renamed(rules: Data): Data {
  const result: Data = {};
  for (const [written, rule] of Object.entries(rules)) {
    if (typeof rule !== "object" && isForOthers(written)) continue;
    const name = (typeof rule !== "object" && RENAMED[written]) || written;
    if (!(name in result)) result[name] = rule;
    else result[name] = name === written ? louder(result[name], rule) : louder(rule, result[name]);
  }
  return result;
}

const LOUDNESS = ["error", "warn", "info", "hint"];

function louder(a: unknown, b: unknown): unknown {
  const rank = (severity: unknown) =>
    LOUDNESS.includes(String(severity)) ? LOUDNESS.indexOf(String(severity)) : Number(severity);
  if (b === "off" || Number(b) === -1) return a;
  return rank(a) > rank(b) ? b : a;
}
