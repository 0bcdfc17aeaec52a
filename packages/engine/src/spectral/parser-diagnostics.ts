import spectral, { type ISpectralDiagnostic } from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import type { Description, LoadedText } from "../load/description.ts";
import { sourceOf } from "./resolver.ts";

// The packages are CommonJS.
const { Document, getDiagnosticSeverity } = spectral;

/** How loud a ruleset wants what its parsers report. */
type ParserOptions = InstanceType<typeof spectral.Ruleset>["parserOptions"];

/**
 * What the parsers of Spectral report of texts that can be read: keys that are written twice, and keys of YAML that are
 * no texts. They are slow, and asked only of texts where something of the kind is seen.
 */
export function* parserDiagnostics(description: Description, options: ParserOptions): Generator<ISpectralDiagnostic> {
  const repeated = new Set(description.problems.filter(({ code }) => code === "duplicate-key").map(({ file }) => file));
  for (const text of description.texts.values()) {
    if (!repeated.has(text.name) && !mayHaveOtherKeys(text)) continue;
    const isRoot = text.uri === description.root.uri;
    const parser = !isRoot && text.uri.endsWith(".json") ? parsers.Json : parsers.Yaml;
    for (const found of new Document(text.text, parser as typeof parsers.Yaml, sourceOf(text.uri)).diagnostics) {
      const severity = isRoot ? severityOf(found, options) : found.severity;
      if (severity !== -1) yield { ...found, severity };
    }
  }
}

function severityOf({ message, severity }: ISpectralDiagnostic, options: ParserOptions) {
  if (message.startsWith("Mapping key must be a string scalar rather than"))
    return getDiagnosticSeverity(options.incompatibleValues);
  return message.startsWith("Duplicate key") ? getDiagnosticSeverity(options.duplicateKeys) : severity;
}

/** Numbers, truth values and null before a colon, as they may stand elsewhere too. */
const OTHER_KEY = /(?:^|[\s{,])(?:[-+]?\.?\d[\w.+-]*|true|false|null|~|[-+]?\.(?:inf|nan))\s*:(?=\s|$)/im;

function mayHaveOtherKeys({ format, text }: LoadedText): boolean {
  return format === "yaml" && OTHER_KEY.test(text);
}
