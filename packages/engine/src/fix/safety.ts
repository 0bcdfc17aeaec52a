import { fileURLToPath } from "node:url";
import { CHECKS } from "../analyses/index.ts";
import type { Problem } from "../base/problem.ts";
import { failed } from "../base/result.ts";
import type { Config, ContractConfig } from "../config/read-config.ts";
import type { Audience } from "../finding/finding.ts";
import { judge } from "../govern/judge.ts";
import type { Catalogue, RunOptions } from "../govern/request.ts";
import type { Host } from "../host/host.ts";
import { overlayHost } from "../host/overlay.ts";
import { type Description, loadDescription } from "../load/description.ts";
import type { Outcome } from "../outcome.ts";
import type { Policy } from "../policy/policy.ts";

/** A description as it was before anything was fixed. */
interface Original {
  readonly description: Description;
  readonly contract: ContractConfig | undefined;
  /** Real paths of its files. */
  readonly paths: ReadonlySet<string>;
  /** What is wrong with it already. */
  readonly problems: ReadonlySet<string>;
}

/** Tells whether edited texts still keep every promise that the texts before them made. */
export class Safety {
  readonly #originals: Original[] = [];
  readonly #run: RunOptions & { readonly config: Config };
  readonly #catalogue: Catalogue;
  readonly #host: Host;
  /** Rules that report what validators find. */
  readonly #validity: ReadonlySet<string>;

  constructor(run: RunOptions & { readonly config: Config }, catalogue: Catalogue, host: Host) {
    this.#run = run;
    this.#catalogue = catalogue;
    this.#host = host;
    this.#validity = new Set(catalogue.lint.flatMap(({ id, needs }) => (needs === undefined ? [] : [id])));
  }

  /** Holds a description to what it is now. One that cannot be read promises nothing. */
  async add(source: string, contract: ContractConfig | undefined): Promise<void> {
    const loaded = await loadDescription(source, this.#host, this.#run.load);
    if (failed(loaded)) return;
    const description = loaded.value;
    const files = [...description.texts.keys()]
      .filter((uri) => uri.startsWith("file:"))
      .map((uri) => fileURLToPath(uri));
    const paths = await Promise.all(files.map((file) => this.#host.realPath(file)));
    const { problems } = await this.#judge(undefined, description, contract, this.#host);
    this.#originals.push({
      description,
      contract,
      paths: new Set(paths.filter((path) => path !== undefined)),
      problems: new Set(problems.map(keyOf)),
    });
  }

  /** Why texts, by their paths, must not take the place of those that are there; undefined where they may. */
  async faultOf(texts: ReadonlyMap<string, string>): Promise<string | undefined> {
    const host = overlayHost(this.#host, texts);
    for (const { description, contract, paths, problems } of this.#originals) {
      if (![...texts.keys()].some((path) => paths.has(path))) continue;
      const head = await loadDescription(description.source, host, this.#run.load);
      if (failed(head)) return `the description could not be read any more: ${head.problems[0]?.message}`;
      const outcome = await this.#judge(description, head.value, contract, host);
      const breaks = (audience: Audience) => audience === "wire" || this.#policy(contract).audiences.includes(audience);
      const breaking = outcome.rulings.find(({ impact, audience }) => impact === "major" && breaks(audience));
      if (breaking) return `it would break consumers: ${breaking.message}`;
      const invalid = outcome.rulings.find(
        ({ rule, severity, standing }) => this.#validity.has(rule) && severity === "error" && standing === "open",
      );
      if (invalid) return `it would make the description invalid: ${invalid.message}`;
      const fresh = outcome.problems.find((problem) => problem.severity === "error" && !problems.has(keyOf(problem)));
      if (fresh) return `it would bring a problem: ${fresh.message}`;
    }
    return undefined;
  }

  /** Compares, and judges by those rules alone that look for what validators find. */
  #judge(
    base: Description | undefined,
    head: Description,
    contract: ContractConfig | undefined,
    host: Host,
  ): Promise<Outcome> {
    const { config, asOf } = this.#run;
    const policy = this.#policy(contract);
    const checks = base ? CHECKS : [];
    const lint = { options: config.lint.options, rulesets: undefined };
    const matter = { evidence: { base, head }, contract: undefined, policy, waivers: [], asOf, checks, lint };
    const validity = this.#catalogue.lint.filter(({ id }) => this.#validity.has(id));
    return judge(matter, { ...this.#catalogue, lint: validity }, host);
  }

  /** What a team overrides for changes of its own is not said of those that a machine makes. */
  #policy(contract: ContractConfig | undefined): Policy {
    return { ...(contract?.policy ?? this.#run.config.policy), overrides: [] };
  }
}

function keyOf({ code, message }: Problem): string {
  return `${code} ${message}`;
}
