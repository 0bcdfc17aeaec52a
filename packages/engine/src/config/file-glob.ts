/**
 * Whether a path matches a glob in the way of `spec`: `*`, `**`, `?`, `[ab]`, `[!ab]` and `{a,b}`. As where files of the
 * disk are looked for, names that begin with a dot are matched by a dot alone, and `node_modules` by nothing.
 */
export function matchesFileGlob(path: string, glob: string): boolean {
  if (path.split("/").some((name) => name === "node_modules" || name === ".git")) return false;
  return new RegExp(`^${source(glob.replace(/^\.\//, ""))}$`, "s").test(path);
}

const VISIBLE = "(?!\\.)";

function source(glob: string): string {
  const open = glob.search(/\{[^{}]*\}/);
  if (open >= 0) {
    const end = glob.indexOf("}", open);
    const choices = glob.slice(open + 1, end).split(",");
    return `(?:${choices.map((choice) => source(glob.slice(0, open) + choice + glob.slice(end + 1))).join("|")})`;
  }
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
  if (part.length > 2 && part.startsWith("["))
    return `${visible}[${part.slice(1, -1).replace(/^!/, "^").replaceAll("\\", "\\\\")}]`;
  return part.replace(/[\\^$.+()[\]{}|]/g, "\\$&");
}
