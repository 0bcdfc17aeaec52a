/** A step of a path expression of a matching rule: a name or an index, any name or index, or any index. */
export type PathStep = { readonly name: string } | "*" | "[*]";

/** A step of the way to a value: a name, an index, or an index behind those of the example. */
export type ValueStep = string | number | "beyond";

/** How much a step that is named weighs, and one that stands for any (Pact specification, version 2, "Matcher Path expressions"). */
const NAMED = 2;
const ANY = 1;

const STEP = /\.\s*([\w@#$:-]+|\*)|\[\s*(?:'([^']*)'|"([^"]*)"|(\*)|(\d+))\s*\]/y;

/** Reads a path expression such as `$.animals[*].name` or `$['a b'][0]`; undefined where it is none. The `$` is left out. */
export function parsePathExpression(text: string): readonly PathStep[] | undefined {
  if (!text.startsWith("$")) return undefined;
  const steps: PathStep[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const found = STEP.exec(text);
    if (found === null) return undefined;
    const [, field, single, double, star, index] = found;
    if (star !== undefined) steps.push("[*]");
    else if (field === "*") steps.push("*");
    else steps.push({ name: field ?? single ?? double ?? (index as string) });
  }
  return steps;
}

/**
 * How well an expression fits the way to a value or to what holds it; 0 where it does not. The greatest weight wins, and of two
 * that fit as well the longer one (Pact specification, version 2).
 */
export function weightOf(expression: readonly PathStep[], way: readonly ValueStep[]): number {
  if (expression.length > way.length) return 0;
  let weight = NAMED;
  for (const [i, step] of expression.entries()) weight *= stepWeight(step, way[i] as ValueStep);
  return weight * (expression.length + 1);
}

function stepWeight(step: PathStep, value: ValueStep): number {
  if (step === "*") return ANY;
  if (step === "[*]") return typeof value === "number" || value === "beyond" ? ANY : 0;
  return step.name === String(value) ? NAMED : 0;
}
