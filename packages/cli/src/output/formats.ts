import { InvalidArgumentError } from "commander";

/** Names of report formats. */
export const FORMATS = ["stylish", "json", "markdown", "github", "sarif", "junit", "gitlab", "html"] as const;
export type FormatName = (typeof FORMATS)[number];

/** A format, and the file it goes to; standard output where none is named. */
export interface FormatTarget<Name extends string = FormatName> {
  readonly format: FormatName | Name;
  readonly output: string | undefined;
}

/** Pairs `--format` with `--output` in the order they are given: an output belongs to the format before it that has none. */
export class FormatOptions {
  readonly #names: readonly string[];
  readonly #targets: { format: FormatName | undefined; output: string | undefined }[] = [];

  /** @param names the formats that there are */
  constructor(names: readonly string[] = FORMATS) {
    this.#names = names;
  }

  addFormat(value: string): void {
    if (!this.#names.includes(value)) throw new InvalidArgumentError(`It is one of ${this.#names.join(", ")}.`);
    const waiting = this.#targets.find(({ format }) => format === undefined);
    if (waiting) waiting.format = value as FormatName;
    else this.#targets.push({ format: value as FormatName, output: undefined });
  }

  addOutput(value: string): void {
    const waiting = this.#targets.findLast(({ output }) => output === undefined);
    if (waiting) waiting.output = value;
    else this.#targets.push({ format: undefined, output: value });
  }

  /** Adds a format with the file it goes to. */
  add(format: FormatName, output: string): void {
    this.#targets.push({ format, output });
  }

  /** Whether a format is among those asked for. */
  has(name: FormatName): boolean {
    return this.#targets.some(({ format }) => format === name);
  }

  /** All targets; the default format where none is named. */
  targets<Name extends string>(fallback: Name): FormatTarget<Name>[] {
    const named = this.#targets.map(({ format, output }) => ({ format: format ?? fallback, output }));
    return named.length > 0 ? named : [{ format: fallback, output: undefined }];
  }
}
