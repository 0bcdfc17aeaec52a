/*
 * Globs of files, as `spec` in a configuration has them: `*`, `**`, `?`, `[ab]`, `[!ab]` and `{a,b}`. Names that begin with a
 * dot are matched by a dot alone, and folders of packages and of git by nothing.
 */

/** Whether a path, with `/` between names, matches a glob. */
export function matchesFileGlob(path: string, glob: string): boolean {
  if (path.split("/").some(isPassedOver)) return false;
  return alternativesOf(glob.replace(/^\.\//, "")).some((each) => new RegExp(`^${source(each)}$`, "s").test(path));
}

/** Whether nothing matches in a folder of this name. */
export function isPassedOver(name: string): boolean {
  return name === "node_modules" || name === ".git";
}

/** The globs without braces that a glob stands for. */
export function alternativesOf(glob: string): string[] {
  const [braces, choices] = /\{([^{}]*)\}/.exec(glob) ?? [];
  if (braces === undefined || choices === undefined) return [glob];
  return choices.split(",").flatMap((choice) => alternativesOf(glob.replace(braces, () => choice)));
}

const VISIBLE = "(?!\\.)";

function source(glob: string): string {
  const parts = glob.matchAll(/(\/?)(\*\*(?:\/|$)|\*|\?|\[[^\]/]+\]|[^*?[/]+|\[)/g);
  return [...parts]
    .map(
      ({ index, 1: slash = "", 2: part = "" }) =>
        slash + partSource(part, index === 0 || slash !== "" || glob[index - 1] === "/"),
    )
    .join("");
}

/** @param first whether it begins a name */
function partSource(part: string, first: boolean): string {
  const visible = first ? VISIBLE : "";
  if (part === "**/") return `(?:${VISIBLE}[^/]+/)*`;
  if (part === "**") return `(?:${VISIBLE}[^/]+/)*${VISIBLE}[^/]*`;
  if (part === "*") return `${visible}[^/]*`;
  if (part === "?") return `${visible}[^/]`;
  if (part.length > 2 && part.startsWith("[")) return `${visible}[${setSource(part.slice(1, -1))}]`;
  return part.replace(/[\\^$.+()[\]{}|]/g, "\\$&");
}

/** What stands between brackets; there is no character in a range that runs backwards. */
function setSource(set: string): string {
  const [, not = "", characters = ""] = /^([!^]?)(.*)$/s.exec(set) ?? [];
  const listed = characters.replace(/(.)-(.)|./gs, (part, from?: string, to?: string) => {
    if (from === undefined || to === undefined) return escaped(part);
    return from <= to ? `${escaped(from)}-${escaped(to)}` : "";
  });
  return (not && "^") + listed;
}

function escaped(character: string): string {
  return character.replace(/[\\\]^-]/, "\\$&");
}
