import { failed, inputFailure, nearest, type Result } from "@concordat/engine";
import type { FixKind, FixRequest, FixResult, FixScope } from "@concordat/engine/fix";
import type { ExitCode, Surroundings } from "../io.ts";
import type { Session } from "../session/open.ts";
import { complain, failureCode } from "../session/problems.ts";

/** The flags of `lint` about fixes. */
export interface FixFlags {
  readonly fix?: boolean;
  readonly "fix=promises"?: boolean;
  readonly fixOnly: readonly string[];
  readonly fixDryRun?: boolean;
}

/** Whether anything is to be fixed, or shown as a patch. */
export function asksForFixes({ fix, fixDryRun, fixOnly, ...flags }: FixFlags): boolean {
  return fix === true || fixDryRun === true || flags["fix=promises"] === true || fixOnly.length > 0;
}

/** Fixes what the flags ask for, or shows it as a patch; an exit code where the run ends with that. */
export async function fix(
  request: Omit<FixRequest, "scope">,
  flags: FixFlags,
  session: Session,
  io: Surroundings,
): Promise<ExitCode | undefined> {
  const { governFix, renderPatch, writeFixes } = await import("@concordat/engine/fix");
  const scope = scopeOf(flags, session);
  if (failed(scope)) return failureCode(scope, io);
  const fixed = await governFix({ ...request, scope: scope.value }, session.catalogue, session.host);
  if (failed(fixed)) return failureCode(fixed, io);
  const result = fixed.value;
  io.stderr.write(summaryText(result, flags.fixDryRun === true));
  if (flags.fixDryRun) {
    io.stdout.write(renderPatch(result));
    return 0;
  }
  const problems = await writeFixes(result, session.host);
  return problems.length > 0 ? complain(problems, io, 3) : undefined;
}

/** Which fixes the flags ask for; a failure where one of them names a rule that has none. */
function scopeOf(flags: FixFlags, { catalogue }: Session): Result<FixScope> {
  const kinds: readonly FixKind[] = flags["fix=promises"] ? ["restates", "promises"] : ["restates"];
  if (flags.fixOnly.length === 0) return { value: { kinds } };
  const ids = catalogue.lint.map(({ id }) => id);
  // As for `explain`, the family may be left out.
  const only = flags.fixOnly.map((rule) => ids.find((id) => id === rule || id === `lint/${rule}`) ?? rule);
  const unknown = only.find((rule) => !ids.includes(rule));
  if (unknown === undefined) return { value: { only } };
  const near = nearest(unknown, ids);
  return inputFailure(
    "rule-unknown",
    `The lint rule \`${unknown}\` of --fix-only does not exist.${near ? ` Did you mean \`${near}\`?` : ""}`,
  );
}

/** Why edits of a kind are not applied by `--fix`, and what applies those of a rule. */
const OUTSIDE: Readonly<Record<FixKind, (rule: string) => string>> = {
  restates: (rule) => `the fix was not asked for. Apply it with --fix or --fix-only ${rule}`,
  promises: (rule) => `the fix promises behavior of the server. Apply it with --fix=promises or --fix-only ${rule}`,
  removes: (rule) => `the fix removes something from the description. Apply it with --fix-only ${rule}`,
};

function summaryText({ applied, suggestions, outside }: FixResult, isDryRun: boolean): string {
  const done = applied.map(({ rule, count }) => `${isDryRun ? "would fix" : "fixed"} ${count}  ${rule}`);
  const skipped = suggestions.map(({ rule, subject, reason }) => `skipped  ${rule}  ${subject}: ${reason}`);
  const left = outside.map(({ rule, count, kind }) => `left ${count}  ${rule}: ${OUTSIDE[kind](rule)}`);
  const nothing = skipped.length + left.length > 0 ? "Nothing was fixed." : "Nothing to fix.";
  const lines = [...(done.length > 0 ? done : [nothing]), ...skipped, ...left];
  return lines.map((line) => `${line}\n`).join("");
}
