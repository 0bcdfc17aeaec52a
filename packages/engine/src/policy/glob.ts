const compiled = new Map<string, RegExp>();

/** Whether a text matches a glob: `*` stands for anything but a slash, `**` for anything, `?` for one character. */
export function matchesGlob(text: string, glob: string): boolean {
  let expression = compiled.get(glob);
  if (expression === undefined) {
    const source = glob.replace(/\*\*\/?|\*|\?|[^*?]+/g, (part) => {
      if (part === "**/") return "(?:.*/)?";
      if (part === "**") return ".*";
      if (part === "*") return "[^/]*";
      return part === "?" ? "[^/]" : part.replace(/[\\^$.+()[\]{}|]/g, "\\$&");
    });
    expression = new RegExp(`^${source}$`, "s");
    compiled.set(glob, expression);
  }
  return expression.test(text);
}

/**
 * Whether globs name a text: one of them does, and none that begins with `!`.
 *
 * @param all a glob of what they are about: where all begin with `!`, they name whatever is left of it
 */
export function isNamedBy(text: string, globs: readonly string[], all = "**"): boolean {
  const { true: excluding = [], false: including = [] } = Object.groupBy(
    globs,
    (glob) => `${glob.startsWith("!")}` as const,
  );
  const included = including.length === 0 && excluding.length > 0 ? [all] : including;
  return (
    included.some((glob) => matchesGlob(text, glob)) && !excluding.some((glob) => matchesGlob(text, glob.slice(1)))
  );
}
