import type { Rules } from "../analyses/rules.ts";
import type { Severity } from "../finding/finding.ts";
import type { IsoDate } from "../host/host.ts";
import type { DiffRule } from "../kit/rule.ts";
import type { LoadOptions } from "../load/description.ts";
import type { OpenStore } from "./usage-store.ts";

/** The rules of a run, and the severities that presets give them. */
export interface Catalogue extends Rules {
  readonly presets: Readonly<Record<string, ReadonlyMap<string, Severity>>>;
}

/** What is common to all runs. */
export interface RunOptions {
  readonly asOf: IsoDate;
  readonly load: LoadOptions;
  /** Opens usage stores; undefined where there is no database: only usage reports are read then. */
  readonly openStore?: OpenStore | undefined;
  /** Whether to take the lines around what is found out of the texts, for reports that show them. */
  readonly excerpts?: boolean | undefined;
}

/** Looks rules of the diff family up by id. */
export function diffRulesOf({ diff }: Catalogue): (id: string) => DiffRule | undefined {
  const rules = new Map(diff.map((rule) => [rule.id, rule]));
  return (id) => rules.get(id);
}
