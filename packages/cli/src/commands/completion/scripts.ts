/** A shell whose completion is known. */
export type Shell = "bash" | "zsh" | "fish";

/*
 * Each script asks the command itself what can follow, so that it stays right when commands change. Where the answer is empty
 * the shell offers files.
 */

const bash = `_concordat() {
  local IFS=$'\\n'
  COMPREPLY=($(concordat completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o bashdefault -o default -F _concordat concordat
`;

const zsh = `#compdef concordat
_concordat() {
  local -a candidates
  candidates=("\${(@f)$(concordat completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${candidates[1]}" ]]; then compadd -a candidates; else _files; fi
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
if [[ "\${funcstack[1]}" = _concordat ]]; then _concordat "$@"; else compdef _concordat concordat; fi
`;

const fish = `function __concordat_words
  concordat completion --words -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null
end
complete -c concordat -k -f -n 'test -n "$(__concordat_words)"' -a '(__concordat_words)'
`;

/** The script of each shell. */
export const SCRIPTS: Readonly<Record<Shell, string>> = { bash, zsh, fish };
