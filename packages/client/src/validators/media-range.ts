/** Of some media ranges the one that covers a media type most closely (RFC 9110, sections 8.3.1 and 12.5.1). */
export function closestRange(ranges: readonly string[], mediaType: string): string | undefined {
  const other = partsOf(mediaType);
  let best: string | undefined;
  let most = 0;
  for (const range of ranges) {
    const covered = coverage(partsOf(range), other);
    if (covered > most) [best, most] = [range, covered];
  }
  return best;
}

interface Parts {
  readonly type: string;
  readonly parameters: readonly string[];
}

/** `charset=utf-8` says nothing: all texts are read as that. A boundary is none of the type. */
function partsOf(range: string): Parts {
  const [type = "", ...parameters] = range.split(";").map((part) => part.trim());
  const said = parameters.map((parameter) => {
    const [name = "", value = ""] = parameter.split("=").map((part) => part.trim());
    const bare = value.replace(/^"(.*)"$/, "$1");
    return `${name.toLowerCase()}=${name.toLowerCase() === "charset" ? bare.toLowerCase() : bare}`;
  });
  return { type: type.toLowerCase(), parameters: said.filter((each) => !/^(?:charset=utf-8$|boundary=|=)/.test(each)) };
}

/** How closely a range covers a type: 0 not at all, more for the more specific. */
function coverage({ type, parameters }: Parts, other: Parts): number {
  if (!parameters.every((parameter) => other.parameters.includes(parameter))) return 0;
  const weight = parameters.length;
  if (type === other.type) return 30 + weight;
  const [main, sub = ""] = type.split("/");
  const [otherMain, otherSub = ""] = other.type.split("/");
  if (main === "*" && sub === "*") return 1 + weight;
  if (main !== otherMain) return 0;
  if (sub === "*") return 10 + weight;
  return sub.startsWith("*+") && otherSub.endsWith(sub.slice(1)) ? 20 + weight : 0;
}
