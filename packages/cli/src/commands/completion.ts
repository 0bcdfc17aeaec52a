import type { Command } from "commander";
import type { ExitCode, Surroundings } from "../io.ts";

interface Words {
  readonly path: string;
  readonly words: readonly string[];
}

/** `concordat completion`: a script for a shell, made from the commands themselves. */
export function completion(shell: "bash" | "zsh" | "fish", program: Command, io: Surroundings): ExitCode {
  const tree = wordsOf(program, "");
  io.stdout.write(shell === "fish" ? fish(tree) : bash(tree, shell === "zsh"));
  return 0;
}

function wordsOf(command: Command, path: string): Words[] {
  const names = command.commands.map((sub) => sub.name());
  const flags = command.options.flatMap(({ long }) => (long ? [long] : []));
  const below = command.commands.flatMap((sub) => wordsOf(sub, path === "" ? sub.name() : `${path} ${sub.name()}`));
  return [{ path, words: [...names, ...flags, "--help"] }, ...below];
}

/** Lines of shell; what looks like a placeholder in them is the shell's own. */
function bash(tree: readonly Words[], zsh: boolean): string {
  const cases = tree.map(({ path, words }) => `    "${path}") words="${words.join(" ")}" ;;`);
  return [
    ...(zsh ? ["autoload -U +X bashcompinit && bashcompinit"] : []),
    "_concordat() {",
    '  local current="${COMP_WORDS[COMP_CWORD]}" path="" words="" word',
    '  for word in "${COMP_WORDS[@]:1:$((COMP_CWORD-1))}"; do',
    '    case "$word" in -*) ;; rules|config|list|check) path="${path:+$path }$word" ;; *) [ -z "$path" ] && path="$word" ;; esac',
    "  done",
    '  case "$path" in',
    ...cases,
    "  esac",
    '  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))',
    "}",
    "complete -o filenames -F _concordat concordat",
    "",
  ].join("\n");
}

function fish(tree: readonly Words[]): string {
  return tree
    .flatMap(({ path, words }) => {
      const condition =
        path === ""
          ? "__fish_use_subcommand"
          : path
              .split(" ")
              .map((word) => `__fish_seen_subcommand_from ${word}`)
              .join("; and ");
      return words.map(
        (word) =>
          `complete -c concordat -n '${condition}' ${word.startsWith("--") ? `-l ${word.slice(2)}` : `-a ${word}`}`,
      );
    })
    .concat("")
    .join("\n");
}
