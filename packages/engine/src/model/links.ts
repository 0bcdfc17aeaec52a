/** One link of a `Link` header: where it leads, and what that is to whoever sends it. */
export interface Link {
  readonly target: string;
  readonly relations: readonly string[];
}

/** `<target>`, then parameters; what stands between quotes may hold any separator. */
const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/g;
const PARAMETER = /;\s*([^\s=;,"]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g;

/** Reads the value of a `Link` header (RFC 8288, section 3). Relation types compare without case, and come in small letters. */
export function parseLinks(value: string): Link[] {
  return [...value.matchAll(LINK)].map(([, target = "", parameters = ""]) => {
    const relation = [...parameters.matchAll(PARAMETER)].find(([, name = ""]) => name.toLowerCase() === "rel");
    const [, , quoted, bare = ""] = relation ?? [];
    const relations = (quoted ?? bare).toLowerCase().split(/\s+/);
    return { target: target.trim(), relations: relations.filter((each) => each !== "") };
  });
}
