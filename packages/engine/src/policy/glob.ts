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
