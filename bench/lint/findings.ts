import { readFileSync } from "node:fs";

/** What a linter says of a line. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
}

/** A report of ours; findings that it groups are counted one by one. */
export function readConcordat(report: string): Finding[] {
  type Place = { readonly message: string; readonly head: { readonly line: number } };
  const { findings } = read(report) as {
    readonly findings: readonly (Place & { readonly rule: string; readonly members?: readonly Place[] })[];
  };
  return findings.flatMap(({ rule, members, ...alone }) =>
    (members ?? [alone]).map(({ message, head }) => ({
      rule: rule.replace(/^spectral\//, ""),
      message,
      line: head.line,
    })),
  );
}

/** How much Redocly finds: it counts more than it lists. */
export function countRedocly(report: string): number {
  const { totals } = read(report) as { readonly totals: { readonly errors: number; readonly warnings: number } };
  return totals.errors + totals.warnings;
}

/** A report of Spectral, whose lines begin with 0. */
export function readSpectral(report: string): Finding[] {
  const results = read(report) as readonly {
    readonly code: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
  return results.map(({ code, message, range }) => ({ rule: code, message, line: range.start.line + 1 }));
}

function read(report: string): unknown {
  return JSON.parse(readFileSync(report, "utf8"));
}

/** How many findings only one of two linters has. A finding that one has twice counts once more. */
export function countDifferences(some: readonly Finding[], others: readonly Finding[]): number {
  const balance = new Map<string, number>();
  const add = ({ rule, message, line }: Finding, count: number) => {
    const key = JSON.stringify([rule, message, line]);
    balance.set(key, (balance.get(key) ?? 0) + count);
  };
  for (const finding of some) add(finding, 1);
  for (const finding of others) add(finding, -1);
  return [...balance.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}
