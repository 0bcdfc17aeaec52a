import type { Argument, Command, Option } from "commander";

/** Words that no command knows by itself. */
export interface WordSources {
  rules(): Promise<readonly string[]>;
  contracts(): Promise<readonly string[]>;
}

/**
 * What the last of the words of a command line can become: commands, options, values of options, rules, contracts.
 * @param typed the words behind the name of the program; the last may be empty, or the beginning of a word
 */
export async function wordsFor(
  typed: readonly string[],
  program: Command,
  sources: WordSources,
): Promise<readonly string[]> {
  const before = typed.slice(0, -1);
  const beginning = typed.at(-1) ?? "";
  const { command, option, position } = placeOf(before, program);
  const words = option
    ? await valuesOf(option, sources)
    : beginning.startsWith("-")
      ? [...command.options.flatMap(({ long, hidden }) => (long && !hidden ? [long] : [])), "--help"]
      : [
          ...(position === 0 ? command.commands.map((each) => each.name()) : []),
          ...(await argumentsOf(command, position, sources)),
        ];
  return words.filter((word) => word.startsWith(beginning));
}

/** Where words have led to: a command, how many arguments it has so far, and the option that waits for its value. */
interface Place {
  readonly command: Command;
  readonly option: Option | undefined;
  readonly position: number;
}

function placeOf(words: readonly string[], program: Command): Place {
  let command = program;
  let option: Option | undefined;
  let position = 0;
  for (const word of words) {
    if (option !== undefined) option = undefined;
    else if (word.startsWith("-")) {
      const named = command.options.find(({ long, short }) => word === long || word === short);
      option = named?.required ? named : undefined;
    } else {
      const below = position === 0 ? command.commands.find((each) => each.name() === word) : undefined;
      if (below === undefined) position++;
      else command = below;
    }
  }
  return { command, option, position };
}

async function valuesOf(option: Option, { contracts }: WordSources): Promise<readonly string[]> {
  return option.long === "--contract" ? contracts() : (option.argChoices ?? []);
}

/** What an argument can be, by its name. */
async function argumentsOf(
  { registeredArguments }: Command,
  position: number,
  { rules, contracts }: WordSources,
): Promise<readonly string[]> {
  const last = registeredArguments.at(-1);
  const argument: Argument | undefined = registeredArguments[position] ?? (last?.variadic ? last : undefined);
  if (argument?.name() === "rule") return rules();
  return argument?.name() === "contract" || argument?.name() === "source" ? contracts() : [];
}
