import { type Document, escapeToken, type Located, withDoubles } from "@concordat/containment/internal";
import spectral, {
  type ISpectralDiagnostic,
  type RulesetFunction,
  type RulesetFunctionContext,
  type Spectral as Runner,
} from "@stoplight/spectral-core";
import type { Timing } from "../base/timing.ts";
import type { Description } from "../load/description.ts";
import { Echoes } from "./echoes.ts";
import { cachedFunctions } from "./functions.ts";
import { parserDiagnostics } from "./parser-diagnostics.ts";
import { type Resolution, resolveDescription, sealed, sourceOf } from "./resolver.ts";
import type { LoadedRuleset, LoadedRulesets } from "./ruleset.ts";

// The package is CommonJS.
const { ParsedDocument, Ruleset, Spectral } = spectral;

type ActiveRuleset = InstanceType<typeof Ruleset>;
type Rule = ActiveRuleset["rules"][string];
type Resolver = NonNullable<NonNullable<ConstructorParameters<typeof Runner>[0]>["resolver"]>;

/** What a rule of a user's ruleset says of one place. */
export interface UserFinding {
  /** The name of the rule, or what Spectral itself reports: `invalid-ref`, `parser`, `unrecognized-format`. */
  readonly code: string;
  readonly message: string;
  readonly severity: "error" | "warn" | "info" | "hint";
  readonly at: Located;
}

export interface UserRulesResult {
  readonly findings: readonly UserFinding[];
  /** What the functions of each rule took, the slowest first; empty where no clock is given. */
  readonly timings: readonly Timing[];
}

const SEVERITIES = ["error", "warn", "info", "hint"] as const;

/**
 * Judges a description by users' Spectral rulesets and finds what Spectral's own command line finds. A rule that fails
 * is a finding of its name, and the others go on.
 *
 * @param clock milliseconds since some moment
 */
export async function runUserRules(
  description: Description,
  { rulesets }: LoadedRulesets,
  clock?: () => number,
): Promise<UserRulesResult> {
  const run = new UserRun(description, clock);
  for (const ruleset of rulesets) await run.judge(ruleset);
  return run.result();
}

type Path = readonly (string | number)[];

/** Rules of one description; it is resolved once for all rulesets. */
class UserRun {
  readonly #description: Description;
  readonly #clock: (() => number) | undefined;
  readonly #resolution: Resolution;
  readonly #documents: ReadonlyMap<string, Document>;
  readonly #functions = cachedFunctions();
  #echoes: Echoes | undefined;
  readonly #findings = new Map<string, UserFinding>();
  readonly #milliseconds = new Map<string, number>();

  constructor(description: Description, clock: (() => number) | undefined) {
    this.#description = description;
    this.#clock = clock;
    this.#resolution = resolveDescription(description);
    this.#documents = new Map([...description.library.all()].map((document) => [sourceOf(document.uri), document]));
  }

  result(): UserRulesResult {
    const timings = [...this.#milliseconds].map(([rule, milliseconds]) => ({ rule, milliseconds }));
    timings.sort((a, b) => b.milliseconds - a.milliseconds);
    return { findings: [...this.#findings.values()], timings };
  }

  async judge({ definition, source }: LoadedRuleset): Promise<void> {
    const root = sourceOf(this.#description.root.uri);
    const ruleset = new Ruleset(definition, { severity: "recommended", source }).fromSource(root);
    this.#prepare(ruleset);
    for (const found of parserDiagnostics(this.#description, ruleset.parserOptions)) this.#keep(this.#findingOf(found));
    await this.#runAll(ruleset, Object.values(ruleset.rules));
  }

  /**
   * Runs some rules of a ruleset. Beside their functions, their paths and messages may fail, and then Spectral says
   * nothing at all: which of them does is found by halves.
   */
  async #runAll(ruleset: ActiveRuleset, rules: readonly Rule[]): Promise<void> {
    const idle = Object.values(ruleset.rules).filter((rule) => !rules.includes(rule));
    const given = idle.map((rule) => rule.given);
    for (const rule of idle) rule.given = [];
    const error = await this.#run(ruleset).catch((reason: unknown) => reason ?? "no reason");
    idle.forEach((rule, i) => {
      rule.given = given[i] ?? [];
    });
    if (error === undefined) return;
    const [first, ...others] = rules;
    if (others.length === 0) {
      this.#fail(first?.name ?? "spectral", error);
      return;
    }
    const middle = Math.ceil(rules.length / 2);
    await this.#runAll(ruleset, rules.slice(0, middle));
    await this.#runAll(ruleset, rules.slice(middle));
  }

  async #run(ruleset: ActiveRuleset): Promise<void> {
    const root = this.#description.root;
    const resolver = { uriCache: {}, resolve: async () => this.#resolution } as unknown as Resolver;
    this.#echoes = new Echoes(this.#description, this.#resolution.result);
    const runner = new Spectral({ resolver });
    runner.setRuleset(ruleset);
    const results = await runner.run(parsedDocument(root));
    for (const result of results) this.#keep(this.#findingOf(result));
  }

  /** Has the functions of the rules timed, their failures caught, and the slow ones among them replaced. */
  #prepare(ruleset: ActiveRuleset): void {
    for (const rule of Object.values(ruleset.rules)) {
      // biome-ignore lint/suspicious/noThenProperty: the name is Spectral's.
      rule.then = rule.then.map((then) => ({ ...then, function: this.#guarded(rule.name, then.function) }));
    }
  }

  #guarded(rule: string, written: RulesetFunction): RulesetFunction {
    const judge = this.#functions.get(written) ?? written;
    const fail = (error: unknown): undefined => this.#fail(rule, error, written.name);
    const guarded: RulesetFunction = (input, options, context) => {
      this.#showDocuments(context);
      const start = this.#clock?.() ?? 0;
      try {
        const results = judge(input, options, context);
        if (results && "then" in results) return results.catch(fail);
        return results && context.rule.resolved ? this.#echoes?.fresh(rule, results, context.path) : results;
      } catch (error) {
        return fail(error);
      } finally {
        if (this.#clock) this.#milliseconds.set(rule, (this.#milliseconds.get(rule) ?? 0) + this.#clock() - start);
      }
    };
    return Object.defineProperty(guarded, "name", { value: written.name });
  }

  /** Spectral knows other documents as those that its resolver has read; ours reads nothing. */
  #showDocuments({ documentInventory }: RulesetFunctionContext): void {
    const shown = documentInventory.referencedDocuments;
    if (this.#documents.size === 1 || Object.keys(shown).length > 0) return;
    for (const [source, document] of this.#documents)
      if (document !== this.#description.root) shown[source] = new ParsedDocument(parsedDocument(document));
  }

  #fail(rule: string, error: unknown, name?: string): undefined {
    const reason = error instanceof Error ? error.message : String(error);
    const what = name ? `Its function \`${name}\` failed` : "It failed";
    const at = placeIn(this.#description.root, []);
    this.#keep({ code: rule, message: `${what} and did not judge all it should: ${reason}`, severity: "error", at });
  }

  #findingOf({ code, message, severity, source, path }: ISpectralDiagnostic): UserFinding {
    const document = this.#documents.get(source ?? "") ?? this.#description.root;
    return { code: String(code), message, severity: SEVERITIES[severity] ?? "hint", at: placeIn(document, path) };
  }

  #keep(finding: UserFinding): void {
    const { code, message, at } = finding;
    const key = JSON.stringify([code, message, at.document.uri, at.pointer]);
    if (!this.#findings.has(key)) this.#findings.set(key, finding);
  }
}

/** A document as Spectral is given one that is parsed. */
function parsedDocument({ root, uri }: Document) {
  return {
    parsed: { data: sealed(withDoubles(root)), diagnostics: [], ast: undefined, lineMap: [] },
    getLocationForJsonPath: () => undefined,
    source: sourceOf(uri),
  };
}

/** The place at a path, or the nearest above it that there is. */
function placeIn(document: Document, path: Path): Located {
  let value = document.root;
  let pointer = "";
  for (const token of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, token)) break;
    value = (value as Record<string | number, unknown>)[token];
    pointer += `/${escapeToken(String(token))}`;
  }
  return { document, pointer, value };
}
